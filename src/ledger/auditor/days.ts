import type { CharterSettings } from '../../alliance/charter.js';
import type { Instant } from '../../alliance/instant.js';

/**
 * The little that the auditor knows of calendars, through Intl alone. It counts Monday to Friday without the charter's
 * extra days and knows no bank holidays, so its working days are never later than the real ones: what it calls too
 * early is too early.
 */
type Calendar = CharterSettings['calendar'];

/** The date on a wall in the alliance's zone, "2026-04-02". */
export const localDate = ({ timeZone }: Calendar, at: Instant): string => {
  let format = formats.get(timeZone);
  if (format === undefined) {
    format = new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' });
    formats.set(timeZone, format);
  }
  return format.format(new Date(at));
};

/** What a clock on a wall in the alliance's zone shows, "17:00". */
export const localTime = ({ timeZone }: Calendar, at: Instant): string =>
  new Intl.DateTimeFormat('en-GB', { timeZone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(
    new Date(at),
  );

/** The earliest date that can be `n` working days after a moment's own. */
export const weekdaysAfter = (calendar: Calendar, at: Instant, n: number): string => {
  let date = localDate(calendar, at);
  for (let left = n; left > 0;) {
    date = dayAfter(date);
    if (!isFree(calendar, date)) left -= 1;
  }
  return date;
};

/** Milliseconds from one moment to another. */
export const between = (from: Instant, to: Instant): number => Date.parse(to) - Date.parse(from);

export const daysMs = (days: number): number => days * 86_400_000;

/** Making a format is dear and using one is cheap; it depends on nothing but the name of the zone. */
const formats = new Map<string, Intl.DateTimeFormat>();

const dayAfter = (date: string): string =>
  new Date(Date.parse(`${date}T12:00:00.000Z`) + daysMs(1)).toISOString().slice(0, 10);

const isFree = ({ extraHolidays }: Calendar, date: string): boolean =>
  [0, 6].includes(new Date(`${date}T12:00:00.000Z`).getUTCDay()) || extraHolidays.some((day) => day.date === date);
