import { describe, expect, it } from 'vitest';
import {
  atLocal,
  type Calendar,
  clearWorkingDaysBefore,
  endOfWorkingDay,
  holidayName,
  isWorkingDay,
  isWorkingTime,
  localDateOf,
  localYearOf,
  minusWorkingDays,
  minusWorkingHours,
  nextWorkingTime,
  plusWorkingDays,
  plusWorkingHours,
  sameHourNextWorkingDay,
  startOfDay,
  wordsFor,
  wordsForDate,
  workingDaysAfter,
} from '../../src/alliance/calendar.js';
import { msOf } from '../../src/alliance/instant.js';

const london: Calendar = {
  timeZone: 'Europe/London',
  nation: 'england-and-wales',
  dayStarts: '09:00',
  dayEnds: '17:00',
  extraHolidays: [],
};
const inZone = (timeZone: string): Calendar => ({ ...london, timeZone });
const hour = 3_600_000;

describe('counting working days', () => {
  it('ends five working days from Thu 2 Apr 2026 10:00 on Mon 13 Apr 2026, 17:00 BST', () => {
    const deadline = plusWorkingDays(london, '2026-04-02T09:00:00.000Z', 5);
    expect(deadline).toBe('2026-04-13T16:00:00.000Z');
    expect(wordsFor(london, deadline)).toBe('Mon 13 Apr 2026, 17:00 BST');
  });

  it('skips Good Friday and Easter Monday by name', () => {
    expect(holidayName(london, '2026-04-03')).toBe('Good Friday');
    expect(holidayName(london, '2026-04-06')).toBe('Easter Monday');
    expect(holidayName(london, '2026-04-07')).toBeNull();
  });

  it('wants papers by Wed 22 Apr for a meeting on Thu 30 Apr 2026: five clear working days', () => {
    expect(clearWorkingDaysBefore(london, '2026-04-30', 5)).toBe('2026-04-22');
  });

  it('wants papers by Wed 1 Apr for a meeting on Mon 13 Apr 2026: five clear working days over Easter', () => {
    expect(clearWorkingDaysBefore(london, '2026-04-13', 5)).toBe('2026-04-01');
  });

  it('wants minutes of a meeting on Thu 30 Apr 2026 by Fri 8 May: 4 May is a bank holiday', () => {
    expect(workingDaysAfter(london, '2026-04-30', 5)).toBe('2026-05-08');
  });

  it('does not count the day of opening, however early', () => {
    expect(plusWorkingDays(london, '2026-03-02T00:00:00.000Z', 1)).toBe('2026-03-03T17:00:00.000Z');
  });

  it('rolls a day that is no working day to the next one when asked for none', () => {
    expect(workingDaysAfter(london, '2026-04-03', 0)).toBe('2026-04-07');
    expect(workingDaysAfter(london, '2026-04-07', 0)).toBe('2026-04-07');
    expect(plusWorkingDays(london, '2026-04-04T12:00:00.000Z', 0)).toBe('2026-04-07T16:00:00.000Z');
  });

  it('leaves out the days that the charter adds, under the name it gives them', () => {
    const calendar = { ...london, extraHolidays: [{ date: '2026-04-08', name: 'Lord Mayor’s Day' }] };
    expect(holidayName(calendar, '2026-04-08')).toBe('Lord Mayor’s Day');
    expect(plusWorkingDays(calendar, '2026-04-02T09:00:00.000Z', 5)).toBe('2026-04-14T16:00:00.000Z');
  });

  it('[F25] counts over a leap day and over the end of a year', () => {
    expect(isWorkingDay(london, '2028-02-29')).toBe(true);
    expect(workingDaysAfter(london, '2028-02-28', 1)).toBe('2028-02-29');
    expect(workingDaysAfter(london, '2027-02-28', 1)).toBe('2027-03-01');
    expect(workingDaysAfter(london, '2026-12-24', 2)).toBe('2026-12-30');
    expect(workingDaysAfter(london, '2026-12-31', 1)).toBe('2027-01-04');
    expect(localYearOf(london, '2026-12-31T23:59:59.999Z')).toBe(2026);
    expect(localYearOf(inZone('Asia/Kathmandu'), '2026-12-31T18:15:00.000Z')).toBe(2027);
  });
});

describe('when clocks change', () => {
  it('makes Fri 27 Mar 2026 17:00 to Mon 30 Mar 17:00 71 hours', () => {
    const friday = endOfWorkingDay(london, '2026-03-27');
    const monday = sameHourNextWorkingDay(london, friday);
    expect(monday).toBe(endOfWorkingDay(london, '2026-03-30'));
    expect(msOf(monday) - msOf(friday)).toBe(71 * hour);
    expect([wordsFor(london, friday), wordsFor(london, monday)]).toEqual([
      'Fri 27 Mar 2026, 17:00 GMT',
      'Mon 30 Mar 2026, 17:00 BST',
    ]);
  });

  it('[E36] moves 01:30 in London on 29 Mar 2026, which does not exist, to 02:00', () => {
    for (const which of ['first', 'last'] as const) {
      expect(wordsFor(london, atLocal(london, '2026-03-29', '01:30', which))).toBe('Sun 29 Mar 2026, 02:00 BST');
    }
  });

  it('[E36] [F22] takes 01:30 in London on 25 Oct 2026 the first time for openings and the last for deadlines', () => {
    expect(atLocal(london, '2026-10-25', '01:30', 'first')).toBe('2026-10-25T00:30:00.000Z');
    expect(atLocal(london, '2026-10-25', '01:30', 'last')).toBe('2026-10-25T01:30:00.000Z');
    expect(wordsFor(london, '2026-10-25T00:30:00.000Z')).toBe('Sun 25 Oct 2026, 01:30 BST');
    expect(wordsFor(london, '2026-10-25T01:30:00.000Z')).toBe('Sun 25 Oct 2026, 01:30 GMT');
  });

  it('[E36] [F22] does the same for 02:30 in Paris', () => {
    const paris = inZone('Europe/Paris');
    expect(atLocal(paris, '2026-03-29', '02:30', 'last')).toBe('2026-03-29T01:00:00.000Z');
    expect(wordsFor(paris, '2026-03-29T01:00:00.000Z')).toBe('Sun 29 Mar 2026, 03:00 UTC+02:00');
    expect(atLocal(paris, '2026-10-25', '02:30', 'first')).toBe('2026-10-25T00:30:00.000Z');
    expect(atLocal(paris, '2026-10-25', '02:30', 'last')).toBe('2026-10-25T01:30:00.000Z');
  });

  it('starts a day whose midnight does not exist at the first minute that does', () => {
    expect(startOfDay(inZone('Africa/Cairo'), '2026-04-24')).toBe('2026-04-23T22:00:00.000Z');
    expect(wordsFor(inZone('Africa/Cairo'), '2026-04-23T22:00:00.000Z')).toBe('Fri 24 Apr 2026, 01:00 UTC+03:00');
  });

  it('passes over the day that Samoa left out', () => {
    expect(startOfDay(inZone('Pacific/Apia'), '2011-12-30')).toBe(startOfDay(inZone('Pacific/Apia'), '2011-12-31'));
  });
});

describe('other zones', () => {
  it('[F25] keeps office hours in a zone that is 5 hours 45 minutes ahead', () => {
    const kathmandu = inZone('Asia/Kathmandu');
    expect(plusWorkingDays(kathmandu, '2026-03-02T20:00:00.000Z', 1)).toBe('2026-03-04T11:15:00.000Z');
    expect(wordsFor(kathmandu, '2026-03-04T11:15:00.000Z')).toBe('Wed 4 Mar 2026, 17:00 UTC+05:45');
    expect(localDateOf(kathmandu, '2026-03-02T18:15:00.000Z')).toBe('2026-03-03');
  });

  it('names offsets west of London and London time itself', () => {
    expect(wordsFor(inZone('America/St_Johns'), '2026-01-05T12:00:00.000Z')).toBe('Mon 5 Jan 2026, 08:30 UTC-03:30');
    expect(wordsFor(inZone('UTC'), '2026-01-05T12:00:00.000Z')).toBe('Mon 5 Jan 2026, 12:00 UTC');
    expect(wordsForDate('2026-05-08')).toBe('Fri 8 May 2026');
  });

  it('[F25] says which zone it does not know', () => {
    expect(() => localDateOf(inZone('Europe/Plymouth'), '2026-01-05T12:00:00.000Z')).toThrow(/Europe\/Plymouth/i);
  });
});

describe('working hours', () => {
  it('counts 17:00 itself and nothing after it', () => {
    expect(isWorkingTime(london, '2026-03-02T08:59:59.999Z')).toBe(false);
    expect(isWorkingTime(london, '2026-03-02T09:00:00.000Z')).toBe(true);
    expect(isWorkingTime(london, '2026-03-02T17:00:00.000Z')).toBe(true);
    expect(isWorkingTime(london, '2026-03-02T17:00:00.001Z')).toBe(false);
    expect(isWorkingTime(london, '2026-03-01T12:00:00.000Z')).toBe(false);
  });

  it('goes to the next morning of work from an evening, a weekend or a holiday, and stays put inside the hours', () => {
    expect(nextWorkingTime(london, '2026-03-02T17:00:00.001Z')).toBe('2026-03-03T09:00:00.000Z');
    expect(nextWorkingTime(london, '2026-04-02T18:00:00.000Z')).toBe('2026-04-07T08:00:00.000Z');
    expect(nextWorkingTime(london, '2026-03-02T05:00:00.000Z')).toBe('2026-03-02T09:00:00.000Z');
    expect(nextWorkingTime(london, '2026-03-02T11:11:11.111Z')).toBe('2026-03-02T11:11:11.111Z');
  });

  it('counts four working hours back from 17:00 and from 11:00 on a Monday', () => {
    expect(minusWorkingHours(london, '2026-03-02T17:00:00.000Z', 4)).toBe('2026-03-02T13:00:00.000Z');
    expect(minusWorkingHours(london, '2026-03-02T11:00:00.000Z', 4)).toBe('2026-02-27T15:00:00.000Z');
    expect(minusWorkingHours(london, '2026-03-02T13:00:00.000Z', 4)).toBe('2026-03-02T09:00:00.000Z');
  });

  it('counts four working hours forward over a night and a weekend', () => {
    expect(plusWorkingHours(london, '2026-03-02T13:00:00.000Z', 4)).toBe('2026-03-02T17:00:00.000Z');
    expect(plusWorkingHours(london, '2026-02-27T16:00:00.000Z', 4)).toBe('2026-03-02T12:00:00.000Z');
    expect(plusWorkingHours(london, '2026-02-28T16:00:00.000Z', 4)).toBe('2026-03-02T13:00:00.000Z');
  });

  it('goes back whole working days at the same hour, pulled into the hours of work', () => {
    expect(minusWorkingDays(london, '2026-04-13T16:00:00.000Z', 1)).toBe('2026-04-10T16:00:00.000Z');
    expect(minusWorkingDays(london, '2026-04-07T10:00:00.000Z', 1)).toBe('2026-04-02T10:00:00.000Z');
    expect(minusWorkingDays(london, '2026-03-03T22:00:00.000Z', 1)).toBe('2026-03-02T17:00:00.000Z');
    expect(minusWorkingDays(london, '2026-03-03T03:00:00.000Z', 1)).toBe('2026-03-02T09:00:00.000Z');
  });
});

describe('a calendar that cannot work', () => {
  const everyDay = Array.from({ length: 3_800 }, (_, day) => ({
    date: new Date(Date.UTC(2026, 0, 1) + day * 24 * hour).toISOString().slice(0, 10),
    name: 'Closed',
  }));

  it('is refused when every day is a holiday', () => {
    const closed = { ...london, extraHolidays: everyDay };
    expect(() => plusWorkingDays(closed, '2026-01-01T09:00:00.000Z', 1)).toThrow(RangeError);
    expect(() => nextWorkingTime(closed, '2026-01-01T09:00:00.000Z')).toThrow(/not enough working time/);
  });

  it('is refused when the day ends before it starts', () => {
    const backwards = { ...london, dayStarts: '17:00', dayEnds: '09:00' };
    expect(() => plusWorkingHours(backwards, '2026-01-01T09:00:00.000Z', 1)).toThrow(RangeError);
    expect(() => minusWorkingHours(backwards, '2026-01-01T09:00:00.000Z', 1)).toThrow(RangeError);
  });

  it('is not asked for a count that is no count', () => {
    expect(() => workingDaysAfter(london, '2026-01-05', Number.NaN)).toThrow(RangeError);
    expect(() => workingDaysAfter(london, '2026-01-05', Infinity)).toThrow(RangeError);
    expect(() => workingDaysAfter(london, '2026-01-05', -1)).toThrow(RangeError);
  });
});
