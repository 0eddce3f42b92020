import Holidays from 'date-holidays';
import { describe, expect, it } from 'vitest';
import { bankHolidays, easterSunday, type Nation } from '../../src/alliance/holidays.js';

const weekdaysOnly = (dates: readonly string[]): readonly string[] =>
  dates.filter((date) => ![0, 6].includes(new Date(`${date}T00:00:00.000Z`).getUTCDay())).sort();

/** What the package date-holidays says, and where it is known to be mistaken, by name. */
const oracle = (part: 'ENG' | 'SCT' | 'NIR', year: number): readonly string[] => {
  const days = new Holidays('GB', part).getHolidays(year).filter(({ type }) => type === 'public' || type === 'bank');
  const mistaken: Readonly<Record<number, { readonly lacks: readonly string[]; readonly has?: string }>> = {
    // It does not list the Royal Wedding.
    2011: { lacks: ['2011-04-29'] },
    // It leaves the spring bank holiday where it was; it was moved to 4 June to stand beside the Diamond Jubilee.
    2012: { lacks: ['2012-06-04'], has: '2012-05-28' },
    // It does not list the World Cup bank holiday, proclaimed on 3 February 2026 for Scotland.
    2026: { lacks: part === 'SCT' ? ['2026-06-15'] : [] },
  };
  const dates = days.map(({ date }) => date.slice(0, 10)).filter((date) => date !== mistaken[year]?.has);
  return weekdaysOnly([...new Set([...dates, ...(mistaken[year]?.lacks ?? [])])]);
};

describe('bank holidays', () => {
  const nations: readonly (readonly [Nation, 'ENG' | 'SCT' | 'NIR'])[] = [
    ['england-and-wales', 'ENG'],
    ['scotland', 'SCT'],
    ['northern-ireland', 'NIR'],
  ];
  it.each(nations)('of %s are those of date-holidays from 2010 to 2040', (nation, part) => {
    for (let year = 2010; year <= 2040; year += 1) {
      expect([year, ...bankHolidays(nation, year).keys()].sort()).toEqual([year, ...oracle(part, year)].sort());
    }
  });

  it('never fall on a weekend', () => {
    for (const [nation] of nations) {
      for (let year = 2002; year <= 2100; year += 1) {
        const dates = [...bankHolidays(nation, year).keys()].sort();
        expect(weekdaysOnly(dates)).toEqual(dates);
      }
    }
  });

  it('have a substitute day after a weekend at Christmas, and two after a weekend with both', () => {
    const christmas = (year: number): readonly (readonly [string, string])[] =>
      [...bankHolidays('england-and-wales', year)].filter(([date]) => date >= `${year}-12-01`).sort();
    expect(christmas(2022)).toEqual([
      ['2022-12-26', 'Boxing Day'],
      ['2022-12-27', 'Christmas Day (substitute day)'],
    ]);
    expect(christmas(2021)).toEqual([
      ['2021-12-27', 'Christmas Day (substitute day)'],
      ['2021-12-28', 'Boxing Day (substitute day)'],
    ]);
  });

  it('were moved for VE Day in 2020 and for the Platinum Jubilee in 2022', () => {
    const ours = (year: number): ReadonlyMap<string, string> => bankHolidays('england-and-wales', year);
    expect(ours(2020).has('2020-05-04')).toBe(false);
    expect(ours(2020).get('2020-05-08')).toMatch(/VE Day/);
    expect(ours(2022).has('2022-05-30')).toBe(false);
    expect(ours(2022).get('2022-06-02')).toBe('Spring bank holiday');
    expect(ours(2022).get('2022-06-03')).toMatch(/Platinum Jubilee/);
    expect(ours(2022).get('2022-09-19')).toMatch(/State Funeral/);
    expect(ours(2023).get('2023-05-08')).toMatch(/Coronation/);
  });

  it('differ between the nations', () => {
    expect(bankHolidays('scotland', 2026).has('2026-04-06')).toBe(false);
    expect(bankHolidays('scotland', 2026).get('2026-11-30')).toBe("St Andrew's Day");
    expect(bankHolidays('northern-ireland', 2026).get('2026-03-17')).toBe("St Patrick's Day");
    expect(bankHolidays('england-and-wales', 2026).has('2026-06-15')).toBe(false);
  });
});

describe('Easter', () => {
  it('falls on its earliest, its latest and its ordinary dates', () => {
    expect([1818, 1943, 2000, 2008, 2011, 2024, 2026, 2038, 2049].map(easterSunday)).toEqual([
      '1818-03-22',
      '1943-04-25',
      '2000-04-23',
      '2008-03-23',
      '2011-04-24',
      '2024-03-31',
      '2026-04-05',
      '2038-04-25',
      '2049-04-18',
    ]);
  });
});
