import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  atLocal,
  type Calendar,
  clearWorkingDaysBefore,
  isWorkingTime,
  localDateOf,
  minusWorkingHours,
  plusWorkingDays,
  plusWorkingHours,
  workingDaysAfter,
} from '../../src/alliance/calendar.js';
import { bankHolidays } from '../../src/alliance/holidays.js';

/** A second, plain calendar to judge the first: it asks Node's own zone tables and walks day by day, minute by minute. */
const wallClock = (timeZone: string): ((ms: number) => string) => {
  const format = new Intl.DateTimeFormat('sv-SE', {
    timeZone,
    dateStyle: 'short',
    timeStyle: 'short',
  });
  return (ms) => format.format(ms);
};

const works = (calendar: Calendar, date: string): boolean => {
  const at = new Date(`${date}T12:00:00Z`);
  const extra = calendar.extraHolidays.some((holiday) => holiday.date === date);
  return at.getUTCDay() % 6 !== 0 && !extra && !bankHolidays(calendar.nation, at.getUTCFullYear()).has(date);
};

const nextDate = (date: string, by: 1 | -1): string => {
  const at = new Date(`${date}T12:00:00Z`);
  at.setUTCDate(at.getUTCDate() + by);
  return at.toISOString().slice(0, 10);
};

const naiveAfter = (calendar: Calendar, date: string, n: number, by: 1 | -1): string => {
  let at = date;
  for (let left = n; left > 0;) {
    at = nextDate(at, by);
    if (works(calendar, at)) left -= 1;
  }
  return at;
};

const date = fc
  .integer({ min: Date.UTC(2010, 0, 1) / 86_400_000, max: Date.UTC(2040, 11, 31) / 86_400_000 })
  .map((day) => new Date(day * 86_400_000).toISOString().slice(0, 10));
const calendar: fc.Arbitrary<Calendar> = fc.record({
  timeZone: fc.constantFrom(
    'Europe/London',
    'Europe/Paris',
    'Asia/Kathmandu',
    'America/New_York',
    'Australia/Lord_Howe',
  ),
  nation: fc.constantFrom('england-and-wales', 'scotland', 'northern-ireland'),
  dayStarts: fc.constantFrom('08:30', '09:00'),
  dayEnds: fc.constantFrom('16:45', '17:00'),
  extraHolidays: fc.array(fc.record({ date, name: fc.constant('Closed') }), { maxLength: 5 }),
});
const instant = fc
  .integer({ min: Date.UTC(2010, 0, 1) / 300_000, max: Date.UTC(2040, 11, 31) / 300_000 })
  .map((fiveMinutes) => new Date(fiveMinutes * 300_000).toISOString());

describe('the calendar agrees with one that walks day by day', () => {
  it('on working days after a date and clear working days before one', () => {
    fc.assert(
      fc.property(calendar, date, fc.integer({ min: 1, max: 60 }), (rules, day, n) => {
        expect(workingDaysAfter(rules, day, n)).toBe(naiveAfter(rules, day, n, 1));
        expect(clearWorkingDaysBefore(rules, day, n)).toBe(naiveAfter(rules, day, n + 1, -1));
      }),
      { numRuns: 500 },
    );
  });

  it('on where a deadline lies: on the Nth working day, when the clock on the wall shows the end of work', () => {
    fc.assert(
      fc.property(calendar, instant, fc.integer({ min: 1, max: 28 }), (rules, from, n) => {
        const wall = wallClock(rules.timeZone);
        const deadline = plusWorkingDays(rules, from, n);
        const opened = wall(Date.parse(from)).slice(0, 10);
        expect(wall(Date.parse(deadline))).toBe(`${naiveAfter(rules, opened, n, 1)} ${rules.dayEnds}`);
        expect(localDateOf(rules, from)).toBe(opened);
      }),
      { numRuns: 500 },
    );
  });

  it('on every quarter of an hour, clock changes included: the moment shows that time, or the time does not exist', () => {
    const changes = ['2026-03-29', '2026-10-25', '2026-03-08', '2026-11-01', '2026-04-05', '2026-10-04', '2026-06-01'];
    const quarter = fc.integer({ min: 0, max: 95 }).map((q) => {
      const two = (part: number): string => String(part).padStart(2, '0');
      return `${two(Math.floor(q / 4))}:${two((q % 4) * 15)}`;
    });
    fc.assert(
      fc.property(calendar, fc.constantFrom(...changes), quarter, (rules, day, time) => {
        const wall = wallClock(rules.timeZone);
        const start = Date.parse(`${day}T00:00:00Z`) - 15 * 3_600_000;
        const shown = Array.from({ length: 54 * 4 }, (_, q) => start + q * 900_000).filter(
          (ms) => wall(ms) === `${day} ${time}`,
        );
        const first = Date.parse(atLocal(rules, day, time, 'first'));
        const last = Date.parse(atLocal(rules, day, time, 'last'));
        if (shown.length > 0) expect([first, last]).toEqual([shown[0], shown.at(-1)]);
        else {
          expect(first).toBe(last);
          expect(wall(first - 60_000) < `${day} ${time}` && wall(first) > `${day} ${time}`).toBe(true);
        }
      }),
      { numRuns: 400 },
    );
  });

  it('on working hours, forward and back', () => {
    fc.assert(
      fc.property(calendar, instant, fc.integer({ min: 1, max: 48 }), (rules, from, quarters) => {
        const wall = wallClock(rules.timeZone);
        const worksAt = (ms: number): boolean => {
          const [day = '', time = ''] = wall(ms).split(' ');
          return works(rules, day) && rules.dayStarts <= time && time < rules.dayEnds;
        };
        const walk = (by: 1 | -1): string => {
          let at = Date.parse(from);
          for (let left = quarters * 3; left > 0; at += by * 300_000) {
            if (worksAt(by === 1 ? at : at - 300_000)) left -= 1;
          }
          return new Date(at).toISOString();
        };
        expect(plusWorkingHours(rules, from, quarters / 4)).toBe(walk(1));
        expect(minusWorkingHours(rules, from, quarters / 4)).toBe(walk(-1));
        expect(isWorkingTime(rules, plusWorkingHours(rules, from, quarters / 4))).toBe(true);
      }),
      { numRuns: 60 },
    );
  });
});
