import fc from 'fast-check';
import { RRuleTemporal } from 'rrule-temporal';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { daysOf, readRecurrence, ruleText, weekdays } from '../../src/alliance/meetings/recurrence.js';
import type { Recurrence } from '../../src/alliance/meetings/recurrence.js';

const ends = fc.oneof(
  fc.integer({ min: 1, max: 40 }).map((count) => ({ count })),
  fc.integer({ min: 1, max: 700 }).map((days) => ({ until: dayAfter('2026-01-01', days) })),
);
const every = fc.integer({ min: 1, max: 12 });
const weekday = fc.constantFrom(...weekdays);

const recurrences: fc.Arbitrary<Recurrence> = fc.oneof(
  fc.record({ on: fc.constant('weekday' as const), weekday, every, end: ends }),
  fc.record({
    on: fc.constant('weekdayOfMonth' as const),
    weekday,
    nth: fc.constantFrom(1, 2, 3, 4, -1),
    every,
    end: ends,
  }),
  fc.record({ on: fc.constant('dateOfMonth' as const), date: fc.constantFrom(-1, 1, 2, 15, 27, 28), every, end: ends }),
);

const dayAfter = (day: string, days: number): string =>
  new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10);

describe('a recurrence rule', () => {
  it('names the days that another reading of RFC 5545 names', () => {
    fc.assert(
      fc.property(recurrences, fc.integer({ min: 0, max: 400 }), (recurrence, days) => {
        const from = dayAfter('2026-01-01', days);
        const other = new RRuleTemporal({
          rruleString: ruleText(recurrence),
          dtstart: Temporal.ZonedDateTime.from(`${from}T00:00:00[UTC]`),
        });
        const theirs = other.all((_, at) => at < 45).map((day) => day.toString().slice(0, 10));
        expect(daysOf(recurrence, from).slice(0, 45)).toEqual(theirs);
      }),
      { numRuns: 60, seed: 2_026 },
    );
  });

  it('is read as it was written', () => {
    fc.assert(
      fc.property(recurrences, (recurrence) => {
        expect(readRecurrence(ruleText(recurrence))).toEqual(recurrence);
      }),
    );
  });

  it.each([
    ['', 'notARule'],
    ['every second Thursday', 'notARule'],
    ['FREQ=DAILY;COUNT=3', 'notARule'],
    ['FREQ=WEEKLY;BYDAY=TH;COUNT=0', 'notARule'],
    ['FREQ=WEEKLY;BYDAY=TH;INTERVAL=13;COUNT=3', 'notARule'],
    ['FREQ=WEEKLY;BYDAY=TH;COUNT=3;UNTIL=20260601', 'notARule'],
    ['FREQ=WEEKLY;BYDAY=TH;UNTIL=20260231', 'notARule'],
    ['FREQ=WEEKLY;BYDAY=2TH;COUNT=3', 'notARule'],
    ['FREQ=MONTHLY;BYDAY=TH;COUNT=3', 'notARule'],
    ['FREQ=MONTHLY;BYDAY=2TH;BYMONTHDAY=3;COUNT=3', 'notARule'],
    ['FREQ=WEEKLY;FREQ=WEEKLY;BYDAY=TH;COUNT=3', 'notARule'],
    ['FREQ=WEEKLY;BYDAY=TH', 'noEnd'],
    ['RRULE:FREQ=MONTHLY;BYDAY=2TH', 'noEnd'],
  ])('“%s” is %s', (text, unclear) => {
    expect(readRecurrence(text)).toEqual({ unclear });
  });

  it('ends wherever its last day is, and is never followed for ever', () => {
    const far = readRecurrence('FREQ=WEEKLY;BYDAY=TH;UNTIL=99991231') as Recurrence;
    expect(daysOf(far, '2026-04-01')).toHaveLength(105);
    expect(daysOf(far, '9999-12-31').length).toBeLessThan(2);
  });
});
