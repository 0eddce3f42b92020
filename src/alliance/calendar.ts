import type { CharterSettings } from './charter.js';
import { bankHolidays } from './holidays.js';
import { type Instant, instantOf, type LocalDate, msOf } from './instant.js';
import { instantOfWall, wallOf } from './zone.js';

export { wordsFor, wordsForDate } from './datewords.js';

/**
 * The alliance's working calendar (domain.md BE): working days are Monday to Friday without the bank holidays of its
 * nation and the charter's extra days; working hours run from `dayStarts` to `dayEnds`, that minute included.
 * All that is asked in days is asked in the alliance's own zone. Throws RangeError for an unknown zone, and for a
 * calendar without a working day in ten years.
 */
export type Calendar = CharterSettings['calendar'];

export const isWorkingDay = (calendar: Calendar, date: LocalDate): boolean =>
  !isWeekend(date) && holidayName(calendar, date) === null;

/** Name of the bank holiday or extra day observed on a date, or null. A charter's own name comes first. */
export const holidayName = (calendar: Calendar, date: LocalDate): string | null =>
  calendar.extraHolidays.find((extra) => extra.date === date)?.name ??
  bankHolidays(calendar.nation, Number(date.slice(0, 4))).get(date) ??
  null;

export const localDateOf = (calendar: Calendar, instant: Instant): LocalDate =>
  instantOf(wallOf(calendar.timeZone, msOf(instant))).slice(0, 10);

export const localYearOf = (calendar: Calendar, instant: Instant): number =>
  Number(localDateOf(calendar, instant).slice(0, 4));

/** The moment a local day begins: midnight, or the first minute after it that exists. */
export const startOfDay = (calendar: Calendar, date: LocalDate): Instant => atLocal(calendar, date, '00:00', 'first');

/** When work ends on a date, working day or not. */
export const endOfWorkingDay = (calendar: Calendar, date: LocalDate): Instant =>
  atLocal(calendar, date, calendar.dayEnds, 'last');

/**
 * The moment at which clocks in the zone show `time` ("HH:MM") on a date. A time that clocks skip becomes the next one
 * that exists; one that they repeat is taken the `first` time for openings, the `last` for deadlines (domain.md E36).
 */
export const atLocal = (calendar: Calendar, date: LocalDate, time: string, which: 'first' | 'last'): Instant =>
  instantOf(instantOfWall(calendar.timeZone, Date.parse(`${date}T${time}:00.000Z`), which));

/** The date `n` working days later, the date itself not counted. With 0, the date, or the next working day after it. */
export const workingDaysAfter = (calendar: Calendar, date: LocalDate, n: number): LocalDate =>
  n === 0 ? workingDayFrom(calendar, date, 1) : steps(calendar, date, n, 1);

/** The last date that leaves `n` clear working days before a meeting: both ends are left out (domain.md BE). */
export const clearWorkingDaysBefore = (calendar: Calendar, meeting: LocalDate, n: number): LocalDate =>
  steps(calendar, meeting, n + 1, -1);

/** The end of the Nth working day, the day of `from` not counted (domain.md BE). With 0, of that day or the next working one. */
export const plusWorkingDays = (calendar: Calendar, from: Instant, n: number): Instant =>
  endOfWorkingDay(calendar, workingDaysAfter(calendar, localDateOf(calendar, from), n));

/** The same local time `n` working days earlier, pulled into the working hours of that day. For reminders. */
export const minusWorkingDays = (calendar: Calendar, from: Instant, n: number): Instant => {
  const date = localDateOf(calendar, from);
  const target = n === 0 ? workingDayFrom(calendar, date, -1) : steps(calendar, date, n, -1);
  const hour = hourOf(calendar, from);
  const pulled = hour < calendar.dayStarts ? calendar.dayStarts : hour > calendar.dayEnds ? calendar.dayEnds : hour;
  return atLocal(calendar, target, pulled, 'last');
};

/** The same local time on the next working day after it, or after a later moment (rulings 1.4). */
export const sameHourNextWorkingDay = (calendar: Calendar, instant: Instant, after = instant): Instant => {
  const date = workingDaysAfter(calendar, localDateOf(calendar, after > instant ? after : instant), 1);
  const timeOfDay = wallOf(calendar.timeZone, msOf(instant)) % dayMs;
  return instantOf(instantOfWall(calendar.timeZone, msOfDate(date) + ((timeOfDay + dayMs) % dayMs), 'last'));
};

/** Whether a moment lies in working hours; the minute that ends the day counts to the millisecond and no further. */
export const isWorkingTime = (calendar: Calendar, instant: Instant): boolean => {
  const date = localDateOf(calendar, instant);
  if (!isWorkingDay(calendar, date)) return false;
  const hours = hoursOf(calendar, date);
  return hours.from <= instant && instant <= hours.to;
};

/** The moment itself in working hours, else the start of the next ones. */
export const nextWorkingTime = (calendar: Calendar, instant: Instant): Instant =>
  plusWorkingHours(calendar, instant, 0);

/** The moment after so many hours of work; time outside working hours does not count. Hours may be fractions. */
export const plusWorkingHours = (calendar: Calendar, from: Instant, hours: number): Instant => {
  let left = hours * hourMs;
  let date = workingDayFrom(calendar, localDateOf(calendar, from), 1);
  for (let days = 0; days <= daysLookedMost; days += 1) {
    const day = hoursOf(calendar, date);
    const start = from > day.from ? from : day.from;
    const room = msOf(day.to) - msOf(start);
    if (room >= left) return instantOf(msOf(start) + left);
    left -= Math.max(room, 0);
    date = steps(calendar, date, 1, 1);
  }
  throw outOfReach(calendar, from);
};

/** The moment from which so many hours of work remain until `from`. With 0 hours, the latest working time up to it. */
export const minusWorkingHours = (calendar: Calendar, from: Instant, hours: number): Instant => {
  let left = hours * hourMs;
  let date = workingDayFrom(calendar, localDateOf(calendar, from), -1);
  for (let days = 0; days <= daysLookedMost; days += 1) {
    const day = hoursOf(calendar, date);
    const end = from < day.to ? from : day.to;
    const room = msOf(end) - msOf(day.from);
    if (room >= left) return instantOf(msOf(end) - left);
    left -= Math.max(room, 0);
    date = steps(calendar, date, 1, -1);
  }
  throw outOfReach(calendar, from);
};

/** How much working time lies between two moments, in milliseconds; 0 when the second is not later. */
export const workingMsBetween = (calendar: Calendar, from: Instant, to: Instant): number => {
  let total = 0;
  let date = localDateOf(calendar, from);
  for (let days = 0; days <= daysLookedMost && startOfDay(calendar, date) < to; days += 1) {
    if (isWorkingDay(calendar, date)) {
      const day = hoursOf(calendar, date);
      const start = from > day.from ? from : day.from;
      const end = to < day.to ? to : day.to;
      if (start < end) total += msOf(end) - msOf(start);
    }
    date = plusDays(date, 1);
  }
  return total;
};

const hourMs = 3_600_000;
const dayMs = 86_400_000;
/** Ten years and some: no real calendar goes so long without a working day. */
const daysLookedMost = 3_700;

const msOfDate = (date: LocalDate): number => Date.parse(`${date}T00:00:00.000Z`);

const isWeekend = (date: LocalDate): boolean => [0, 6].includes(new Date(msOfDate(date)).getUTCDay());

const plusDays = (date: LocalDate, days: number): LocalDate => instantOf(msOfDate(date) + days * dayMs).slice(0, 10);

/** "HH:MM" on a clock in the zone. */
const hourOf = (calendar: Calendar, instant: Instant): string =>
  instantOf(wallOf(calendar.timeZone, msOf(instant))).slice(11, 16);

const hoursOf = (calendar: Calendar, date: LocalDate): { readonly from: Instant; readonly to: Instant } => ({
  from: atLocal(calendar, date, calendar.dayStarts, 'first'),
  to: endOfWorkingDay(calendar, date),
});

/** The date itself if it is a working day, else the nearest one in that direction. */
const workingDayFrom = (calendar: Calendar, date: LocalDate, direction: 1 | -1): LocalDate => {
  for (let days = 0; days <= daysLookedMost; days += 1) {
    const candidate = plusDays(date, days * direction);
    if (isWorkingDay(calendar, candidate)) return candidate;
  }
  throw outOfReach(calendar, date);
};

const outOfReach = (calendar: Calendar, from: string): RangeError =>
  new RangeError(
    `the calendar (${calendar.timeZone}, ${calendar.dayStarts} to ${calendar.dayEnds}) has not enough working time within ${daysLookedMost} days of ${from}`,
  );

const steps = (calendar: Calendar, from: LocalDate, n: number, direction: 1 | -1): LocalDate => {
  if (!(n >= 0 && n <= daysLookedMost)) throw new RangeError(`cannot count ${n} working days`);
  let date = from;
  for (let step = 0; step < n; step += 1) date = workingDayFrom(calendar, plusDays(date, direction), direction);
  return date;
};
