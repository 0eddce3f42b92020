import type { Calendar } from '../alliance/calendar.js';
import {
  atLocal,
  endOfWorkingDay,
  isWorkingDay,
  isWorkingTime,
  localDateOf,
  nextWorkingTime,
} from '../alliance/calendar.js';
import { plusWorkingDays } from '../alliance/calendar.js';
import { isInstant } from '../alliance/deadlines.js';
import { instantOf } from '../alliance/instant.js';
import type { Instant, LocalDate } from '../alliance/instant.js';

/**
 * A moment as a picker sends it or a person types it, in the alliance's zone: "2026-04-02T17:00", "2 April 2026 17:00",
 * "2/4/2026 5pm", or an instant with its own zone. A day alone is taken at `usual`. Null when it is none of these.
 */
export const typedMoment = (
  calendar: Calendar,
  typed: string,
  { usual, which }: { readonly usual: string; readonly which: 'first' | 'last' },
): Instant | null => {
  const text = typed.trim();
  if (/^\d{4}-\d\d-\d\dT[\d:.]+(?:Z|[+-]\d\d:\d\d)$/.test(text)) return withZone(text);
  const parts = /^(.+?)(?:T|,?\s+(?:at\s+)?)(\d{1,2}(?:[:.]\d\d)?(?::\d\d(?:\.\d+)?)?\s*(?:am|pm)?)$/i.exec(text);
  const day = typedDay(parts?.[1] ?? text);
  const time = parts === null ? null : typedTime(parts[2] ?? '');
  if (day !== null && time !== null) return atLocal(calendar, day, time, which);
  const dayAlone = typedDay(text);
  return dayAlone === null ? null : atLocal(calendar, dayAlone, usual, which);
};

/** A day as a picker sends it or a person types it: "2026-04-02", "2 April 2026", "2/4/2026". Null when it is none. */
export const typedDay = (typed: string): LocalDate | null => {
  const text = typed.trim();
  const [, year, month, day] = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(text) ?? [];
  if (year !== undefined) return localDate(year, Number(month), day);
  const [, first, second, third] = /^(\d{1,2})[/.](\d{1,2})[/.](\d{4})$/.exec(text) ?? [];
  if (third !== undefined) return localDate(third, Number(second), first);
  const [, date, name, full] =
    /^(?:[a-z]{3,9},?\s+)?(\d{1,2})(?:st|nd|rd|th)?\s+([a-z]{3,9}),?\s+(\d{4})$/i.exec(text) ?? [];
  const index = name === undefined ? -1 : monthNames.findIndex((each) => isMonth(each, name));
  return full === undefined || index < 0 ? null : localDate(full, index + 1, date);
};

/** A deadline that somebody picked, moved into working time (rulings 1.11): to the end of the next working day (E37). */
export const rolledDeadline = (calendar: Calendar, picked: Instant): Instant => {
  if (isWorkingTime(calendar, picked)) return picked;
  const day = localDateOf(calendar, picked);
  if (!isWorkingDay(calendar, day)) return plusWorkingDays(calendar, picked, 0);
  const next = nextWorkingTime(calendar, picked);
  return localDateOf(calendar, next) === day ? next : endOfWorkingDay(calendar, localDateOf(calendar, next));
};

/** In full and small letters, as people write them. */
export const monthNames = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
];

const isMonth = (month: string, typed: string): boolean =>
  typed.toLowerCase() === month ||
  typed.toLowerCase() === month.slice(0, 3) ||
  (typed.toLowerCase() === 'sept' && month === 'september');

/** Only days that exist: 31 February is nobody's day. */
const localDate = (year: string, month: number, day: string | undefined): LocalDate | null => {
  const written = `${year}-${two(month)}-${two(Number(day))}`;
  const date = new Date(`${written}T00:00:00.000Z`);
  return /^[12]/.test(written) && !Number.isNaN(date.getTime()) && date.toISOString().startsWith(written)
    ? written
    : null;
};

/** "17:00", "17.00", "5pm", "5:30 pm": hours and minutes; null for a time that no clock shows. */
const typedTime = (typed: string): string | null => {
  const [, hours = '', minutes = '00', half] =
    /^(\d{1,2})(?:[:.](\d\d))?(?::\d\d(?:\.\d+)?)?\s*(am|pm)?$/i.exec(typed.trim()) ?? [];
  if (hours === '') return null;
  const hour = half === undefined ? Number(hours) : (Number(hours) % 12) + (half.toLowerCase() === 'pm' ? 12 : 0);
  const isClock =
    hour < 24 && Number(minutes) < 60 && (half === undefined || (Number(hours) > 0 && Number(hours) <= 12));
  return isClock ? `${two(hour)}:${minutes}` : null;
};

const two = (part: number): string => part.toString().padStart(2, '0');

const withZone = (text: string): Instant | null => {
  const ms = Date.parse(text);
  if (Number.isNaN(ms)) return null;
  const instant = instantOf(ms);
  return isInstant(instant) ? instant : null;
};
