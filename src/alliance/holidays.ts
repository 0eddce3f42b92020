import type { LocalDate } from './instant.js';

/**
 * The bank holidays of one year in one nation of the United Kingdom, by date, worked out by rule with the days that were
 * moved or added by proclamation since 2002 (gov.uk/bank-holidays). Holidays that fall on a weekend are named on their
 * substitute day. Right from 2002 on; days proclaimed later belong in the charter's `extraHolidays`.
 */
export const bankHolidays = (nation: Nation, year: number): ReadonlyMap<LocalDate, string> => {
  const key = `${nation}/${year}`;
  const kept = worked.get(key);
  if (kept) return kept;
  const all = [...regular(nation, year), ...proclaimed(nation, year)];
  const holidays = new Map<LocalDate, string>(all.filter(([date]) => !isWeekend(date)));
  for (const [date, name] of all.filter(([onWeekend]) => isWeekend(onWeekend))) {
    holidays.set(substitute(date, holidays), `${name} (substitute day)`);
  }
  if (worked.size >= yearsKeptMost) worked.clear();
  worked.set(key, holidays);
  return holidays;
};

export type Nation = 'england-and-wales' | 'scotland' | 'northern-ireland';

/** Easter Sunday in the Gregorian calendar (Meeus, Jones and Butcher). */
export const easterSunday = (year: number): LocalDate => {
  const golden = year % 19;
  const century = Math.floor(year / 100);
  const ofCentury = year % 100;
  const corrected = century - Math.floor(century / 4) - Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3);
  const epact = (19 * golden + corrected + 15) % 30;
  const weekday = (32 + 2 * (century % 4) + 2 * Math.floor(ofCentury / 4) - epact - (ofCentury % 4)) % 7;
  const late = Math.floor((golden + 11 * epact + 22 * weekday) / 451);
  const march = epact + weekday - 7 * late + 22;
  return day(year, 3, march);
};

type Holiday = readonly [LocalDate, string];

const yearsKeptMost = 600;
/** The same year gives the same holidays, and every deadline asks for dozens of days. */
const worked = new Map<string, ReadonlyMap<LocalDate, string>>();

const regular = (nation: Nation, year: number): readonly Holiday[] => {
  const easter = easterSunday(year);
  const everywhere: readonly Holiday[] = [
    [day(year, 1, 1), "New Year's Day"],
    [plusDays(easter, -2), 'Good Friday'],
    ...(year in earlyMayMoved ? [] : [[firstMonday(year, 5), 'Early May bank holiday'] as const]),
    ...(year in springMoved ? [] : [[plusDays(firstMonday(year, 6), -7), 'Spring bank holiday'] as const]),
    [day(year, 12, 25), 'Christmas Day'],
    [day(year, 12, 26), 'Boxing Day'],
  ];
  switch (nation) {
    case 'england-and-wales':
      return [...everywhere, ...easterMondayAndLateSummer(year, easter)];
    case 'northern-ireland':
      return [
        ...everywhere,
        ...easterMondayAndLateSummer(year, easter),
        [day(year, 3, 17), "St Patrick's Day"],
        [day(year, 7, 12), "Battle of the Boyne (Orangemen's Day)"],
      ];
    case 'scotland':
      return [
        ...everywhere,
        [day(year, 1, 2), '2nd January'],
        [firstMonday(year, 8), 'Summer bank holiday'],
        // St Andrew's Day Bank Holiday (Scotland) Act 2007.
        ...(year >= 2007 ? [[day(year, 11, 30), "St Andrew's Day"] as const] : []),
      ];
  }
};

const easterMondayAndLateSummer = (year: number, easter: LocalDate): readonly Holiday[] => [
  [plusDays(easter, 1), 'Easter Monday'],
  [plusDays(firstMonday(year, 9), -7), 'Summer bank holiday'],
];

const earlyMayMoved: Readonly<Record<number, Holiday>> = {
  2020: ['2020-05-08', 'Early May bank holiday (75th anniversary of VE Day)'],
};

const springMoved: Readonly<Record<number, Holiday>> = {
  2002: ['2002-06-04', 'Spring bank holiday'],
  2012: ['2012-06-04', 'Spring bank holiday'],
  2022: ['2022-06-02', 'Spring bank holiday'],
};

const addedEverywhere: readonly Holiday[] = [
  ['2002-06-03', 'Golden Jubilee of Queen Elizabeth II'],
  ['2011-04-29', 'Wedding of Prince William and Catherine Middleton'],
  ['2012-06-05', 'Diamond Jubilee of Queen Elizabeth II'],
  ['2022-06-03', 'Platinum Jubilee of Queen Elizabeth II'],
  ['2022-09-19', 'State Funeral of Queen Elizabeth II'],
  ['2023-05-08', 'Coronation of King Charles III'],
];

const addedIn: Readonly<Record<Nation, readonly Holiday[]>> = {
  'england-and-wales': [],
  scotland: [['2026-06-15', 'World Cup bank holiday']],
  'northern-ireland': [],
};

const proclaimed = (nation: Nation, year: number): readonly Holiday[] =>
  [...Object.values(earlyMayMoved), ...Object.values(springMoved), ...addedEverywhere, ...addedIn[nation]].filter(
    ([date]) => date.startsWith(`${year}-`),
  );

/** The next weekday that is no holiday already. */
const substitute = (date: LocalDate, taken: ReadonlyMap<LocalDate, string>): LocalDate => {
  let observed = date;
  while (isWeekend(observed) || taken.has(observed)) observed = plusDays(observed, 1);
  return observed;
};

const isWeekend = (date: LocalDate): boolean => [0, 6].includes(new Date(`${date}T00:00:00.000Z`).getUTCDay());

const day = (year: number, month: number, ofMonth: number): LocalDate =>
  new Date(Date.UTC(year, month - 1, ofMonth)).toISOString().slice(0, 10);

const plusDays = (date: LocalDate, days: number): LocalDate =>
  new Date(Date.parse(`${date}T00:00:00.000Z`) + days * 86_400_000).toISOString().slice(0, 10);

const firstMonday = (year: number, month: number): LocalDate => {
  const first = day(year, month, 1);
  return plusDays(first, (8 - new Date(`${first}T00:00:00.000Z`).getUTCDay()) % 7);
};
