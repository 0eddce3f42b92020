import { describe, expect, it } from 'vitest';
import type { Calendar } from '../../src/alliance/calendar.js';
import { isWorkingDay, localDateOf, wordsFor } from '../../src/alliance/calendar.js';
import { instantOf, plusMs } from '../../src/alliance/instant.js';
import type { Week } from '../../src/alliance/weeks.js';
import {
  digestDue,
  digestWeek,
  latestDigest,
  mondayOf,
  nextDigest,
  readWeek,
  weekOf,
} from '../../src/alliance/weeks.js';
import { exampleCharter } from './charters.js';

const { calendar } = exampleCharter('plymouth');
const dueIn = (week: Week, on: Calendar = calendar): string | null => {
  const at = digestDue(on, week);
  return at === null ? null : wordsFor(on, at);
};

describe('the weeks of ISO 8601', () => {
  it.each([
    ['2026-03-30', '2026-W14'],
    ['2025-12-28', '2025-W52'],
    ['2025-12-29', '2026-W01'],
    ['2026-12-31', '2026-W53'],
    ['2027-01-03', '2026-W53'],
    ['2027-01-04', '2027-W01'],
    ['2021-01-01', '2020-W53'],
    ['2024-12-30', '2025-W01'],
  ] as const)('%s lies in %s', (day, week) => {
    expect(weekOf(day)).toBe(week);
    expect(weekOf(mondayOf(week))).toBe(week);
  });

  it('each begins on a Monday, seven days after the one before, for sixty years', () => {
    let monday = '1999-12-27';
    for (let weeks = 0; weeks < 3_200; weeks += 1) {
      expect(mondayOf(weekOf(monday))).toBe(monday);
      const next = instantOf(Date.parse(`${monday}T00:00:00.000Z`) + 7 * 86_400_000).slice(0, 10);
      expect(weekOf(next)).not.toBe(weekOf(monday));
      monday = next;
    }
  });

  it('a week that somebody types is read, and one that no year has is not', () => {
    expect(['2026-W14', '2026-w14', '2026W14', ' 2026-W1 '].map(readWeek)).toEqual([
      '2026-W14',
      '2026-W14',
      '2026-W14',
      '2026-W01',
    ]);
    expect(['2025-W53', '2026-W00', '2026-W54', '14', 'next week', ''].map(readWeek)).toEqual(Array(6).fill(null));
  });
});

describe('the digest falls due', () => {
  it.each([
    ['the day after Easter Monday', '2026-W15', 'Tue 7 Apr 2026, 09:00 BST'],
    ['the first Monday after the clocks went on', '2026-W14', 'Mon 30 Mar 2026, 09:00 BST'],
    ['the last Monday before they did', '2026-W13', 'Mon 23 Mar 2026, 09:00 GMT'],
    ['the first Monday after they went back', '2026-W44', 'Mon 26 Oct 2026, 09:00 GMT'],
    ['the day after the early May bank holiday', '2026-W19', 'Tue 5 May 2026, 09:00 BST'],
    ['the day after the summer bank holiday', '2026-W36', 'Tue 1 Sep 2026, 09:00 BST'],
    ['after Boxing Day was moved to a Monday', '2026-W53', 'Tue 29 Dec 2026, 09:00 GMT'],
    ['after Christmas and Boxing Day on Monday and Tuesday', '2023-W52', 'Wed 27 Dec 2023, 09:00 GMT'],
    ['after New Year on a Monday', '2024-W01', 'Tue 2 Jan 2024, 09:00 GMT'],
  ] as const)('on %s', (_, week, words) => {
    expect(dueIn(week)).toBe(words);
  });

  it('by the bank holidays of its own nation', () => {
    const scotland: Calendar = { ...calendar, nation: 'scotland' };
    expect(dueIn('2026-W32', scotland)).toBe('Tue 4 Aug 2026, 09:00 BST');
    expect(dueIn('2026-W32')).toBe('Mon 3 Aug 2026, 09:00 BST');
  });

  it('not before work begins', () => {
    expect(dueIn('2026-W23', { ...calendar, dayStarts: '10:30' })).toBe('Mon 1 Jun 2026, 10:30 BST');
    expect(dueIn('2026-W23', { ...calendar, dayStarts: '07:00' })).toBe('Mon 1 Jun 2026, 09:00 BST');
  });

  it('not in a week without a working day; the next one tells of both', () => {
    const closed: Calendar = {
      ...calendar,
      extraHolidays: ['2026-08-03', '2026-08-04', '2026-08-05', '2026-08-06', '2026-08-07'].map((date) => ({
        date,
        name: 'Closed',
      })),
    };
    expect(dueIn('2026-W32', closed)).toBeNull();
    expect(digestWeek(closed, '2026-W32')).toBeNull();
    expect(digestWeek(closed, '2026-W33')?.since).toBe(digestDue(closed, '2026-W31'));
    expect(latestDigest(closed, '2026-08-07T12:00:00.000Z').week).toBe('2026-W31');
    expect(nextDigest(closed, '2026-08-02T12:00:00.000Z').week).toBe('2026-W33');
  });
});

describe('whatever the moment', () => {
  it('the latest digest and the next one follow on one another without a gap, every five hours for six years', () => {
    const end = '2030-01-15T00:00:00.000Z';
    let before = latestDigest(calendar, '2023-12-20T00:30:00.000Z');
    const weeks: Week[] = [before.week];
    for (let at = '2023-12-20T00:30:00.000Z'; at < end; at = plusMs(at, 5 * 3_600_000)) {
      const latest = latestDigest(calendar, at);
      const next = nextDigest(calendar, at);
      expect(latest.dueAt <= at && at < next.dueAt).toBe(true);
      expect(next.since).toBe(latest.dueAt);
      if (latest.week === before.week) continue;
      expect(latest.since).toBe(before.dueAt);
      weeks.push(latest.week);
      before = latest;
    }
    expect(new Set(weeks).size).toBe(weeks.length);
    expect(weeks.filter((week) => week.startsWith('2026-'))).toHaveLength(53);
    expect(weeks.filter((week) => week.startsWith('2027-'))).toHaveLength(52);
    for (const week of weeks) {
      const day = localDateOf(calendar, digestDue(calendar, week) ?? '');
      expect(isWorkingDay(calendar, day) && weekOf(day) === week).toBe(true);
    }
  });

  it('the digest that falls due at this very moment is the latest', () => {
    const dueAt = digestDue(calendar, '2026-W14') ?? '';
    expect(latestDigest(calendar, dueAt).week).toBe('2026-W14');
    expect(latestDigest(calendar, plusMs(dueAt, -1)).week).toBe('2026-W13');
    expect(nextDigest(calendar, plusMs(dueAt, -1)).week).toBe('2026-W14');
  });
});
