import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isWorkingTime } from '../../src/alliance/calendar.js';
import { instantOf } from '../../src/alliance/instant.js';
import { rolledDeadline, typedDay, typedMoment } from '../../src/cards/typedDates.js';
import { exampleCharter } from '../alliance/charters.js';

const { calendar } = exampleCharter('plymouth');
const deadline = { usual: '17:00', which: 'last' } as const;
const typed = (text: string) => typedMoment(calendar, text, deadline);

describe('a typed moment', () => {
  it.each([
    ['2026-04-02T17:00', '2026-04-02T16:00:00.000Z'],
    ['2026-04-02T17:00:00', '2026-04-02T16:00:00.000Z'],
    ['2026-04-02 17:00', '2026-04-02T16:00:00.000Z'],
    ['2 April 2026 17:00', '2026-04-02T16:00:00.000Z'],
    ['Thursday 2nd April 2026 at 5pm', '2026-04-02T16:00:00.000Z'],
    ['Thu 2 Apr 2026, 17:00', '2026-04-02T16:00:00.000Z'],
    ['2/4/2026 5.30 pm', '2026-04-02T16:30:00.000Z'],
    ['1 Sept 2026', '2026-09-01T16:00:00.000Z'],
    ['12 January 2026 12am', '2026-01-12T00:00:00.000Z'],
    ['12 January 2026 12pm', '2026-01-12T12:00:00.000Z'],
    ['2026-04-02T16:00:00.000Z', '2026-04-02T16:00:00.000Z'],
    ['2026-04-02T17:00+01:00', '2026-04-02T16:00:00.000Z'],
  ])('%s is understood in the alliance’s zone', (text, at) => {
    expect(typed(text)).toBe(at);
  });

  it.each([
    ['a day that does not exist', '31 February 2026 17:00'],
    ['a time that does not exist', '2 April 2026 25:00'],
    ['minutes that do not exist', '2 April 2026 17:61'],
    ['13 o’clock in the afternoon', '2 April 2026 13pm'],
    ['the American order', '4/31/2026'],
    ['no year', '2 April'],
    ['a year of another age', '2 April 0026'],
    ['words', 'a week on Tuesday'],
    ['nothing', ''],
    ['a number', '1e3'],
    ['another zone that is none', '2026-04-02T17:00+99:99'],
    ['a year with five digits', '12026-04-02T17:00'],
  ])('is nothing when it is %s', (_what, text) => {
    expect(typed(text)).toBeNull();
  });

  it('[E36] that clocks skip is the next that exists, and one that they repeat is the later, for a deadline', () => {
    expect(typed('2026-03-29 01:30')).toBe('2026-03-29T01:00:00.000Z');
    expect(typed('2026-10-25 01:30')).toBe('2026-10-25T01:30:00.000Z');
    expect(typedMoment(calendar, '2026-10-25 01:30', { usual: '09:00', which: 'first' })).toBe(
      '2026-10-25T00:30:00.000Z',
    );
  });

  it('never throws, whatever is typed', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.stringMatching(/^[\d/:. TZ+apm-]{0,40}$/)), (text) => {
        const at = typed(text);
        expect(at === null || instantOf(Date.parse(at)) === at).toBe(true);
        const day = typedDay(text);
        expect(day === null || /^[12]\d{3}-\d\d-\d\d$/.test(day)).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });
});

describe('a picked deadline', () => {
  it.each([
    ['in working time stays', '2 April 2026 15:30', '2026-04-02T14:30:00.000Z'],
    ['before the day begins moves to its beginning', '2 April 2026 07:00', '2026-04-02T08:00:00.000Z'],
    ['in the evening moves to the end of the next working day', '1 April 2026 20:00', '2026-04-02T16:00:00.000Z'],
    ['on a Sunday moves to the end of the Monday', '19 April 2026 12:00', '2026-04-20T16:00:00.000Z'],
    ['[E37] on Good Friday moves past Easter Monday', '3 April 2026 12:00', '2026-04-07T16:00:00.000Z'],
  ])('%s', (_what, text, at) => {
    expect(rolledDeadline(calendar, typed(text)!)).toBe(at);
  });

  it('is always in working time, and never earlier than it was picked', () => {
    fc.assert(
      fc.property(fc.integer({ min: Date.UTC(2019, 0), max: Date.UTC(2035, 0) }), (ms) => {
        const rolled = rolledDeadline(calendar, instantOf(ms));
        expect(isWorkingTime(calendar, rolled)).toBe(true);
        expect(rolled >= instantOf(ms)).toBe(true);
      }),
    );
  });
});
