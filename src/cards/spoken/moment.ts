import type { Calendar } from '../../alliance/calendar.js';
import { atLocal, localDateOf, plusWorkingDays, plusWorkingHours, workingDaysAfter } from '../../alliance/calendar.js';
import { plusMs } from '../../alliance/instant.js';
import type { Instant } from '../../alliance/instant.js';
import { typedMoment } from '../typedDates.js';
import { spokenDay } from './day.js';
import { count, counts } from './numbers.js';
import { spokenTime, timePattern } from './time.js';

/** A moment that somebody meant, or why it is not known which. */
export type Spoken<T> = T | { readonly unclear: Unclear };

export type Unclear =
  /** Words that are not understood. */
  | 'unknown'
  /** "at 5", "half past four": morning or afternoon? */
  | 'whichHalf'
  /** "Friday morning", "lunchtime": no one moment. */
  | 'noMoment'
  /** The beginning of that day, or its end? */
  | 'midnight'
  /** "next week", "in June": no one day. */
  | 'noDay'
  /** "Friday" on a Friday. */
  | 'todayOrLater'
  /** "5 clear days": of the calendar, or working days? */
  | 'clearDays'
  /** "Friday after next", "Tuesday next": people mean different weeks by it. */
  | 'whichWeek'
  /** "Monday 10 April", which is a Friday. */
  | 'wrongWeekday'
  | 'noSuchDay'
  | 'past';

/**
 * Reads a deadline as people in Britain say it: "next Friday 5pm", "a week on Tuesday", "in a fortnight", "close of play
 * Friday", "5 clear working days". A day without a time is taken at its close. It never guesses: what is unknown, or what
 * people mean different days by, is said to be so. Not rolled into working time.
 */
export const spokenMoment = (calendar: Calendar, words: string, now: Instant): Spoken<{ readonly at: Instant }> => {
  const said = plainly(words);
  if (said === '' || said.length > longest) return { unclear: 'unknown' };
  const read = span(calendar, said, now) ?? dayAndTime(calendar, said, now) ?? typed(calendar, words);
  if (read === null) return { unclear: 'unknown' };
  return 'at' in read && read.at <= now ? { unclear: 'past' } : read;
};

const longest = 120;

/** Small letters, one space, plain quotes and dashes, without what only leads up to the date. */
export const plainly = (words: string): string =>
  words
    .toLowerCase()
    .replace(/[‘’´`]/gu, "'")
    .replace(/[‐‑–—]/gu, '-')
    .replace(/[.!]+$/u, '')
    .replace(/\s+/gu, ' ')
    .trim()
    .replace(/^(?:(?:by|until|till|til|before the) )(?=\S)/u, '')
    .replace(/^no later than /u, '');

const hourMs = 3_600_000;

/** Lengths of time from now: of working days, of hours. */
const span = (calendar: Calendar, said: string, now: Instant): Spoken<{ readonly at: Instant }> | null => {
  const [, figure, unit = ''] =
    new RegExp(`^(?:in |within )?(${counts}) ?(.+?)(?: from (?:now|today))?$`, 'u').exec(said) ?? [];
  const n = figure === undefined ? null : count(figure);
  if (n === null || n < 1 || n > mostOfAnything) return null;
  const rest = unit.replace(/' time$|'s time$| time$/u, '').replace(/'$/u, '');
  if (/^(?:full )?working days?$/u.test(rest)) return { at: plusWorkingDays(calendar, now, n) };
  if (/^clear working days?$/u.test(rest)) {
    // Both ends are left out (domain.md BE).
    const day = workingDaysAfter(calendar, localDateOf(calendar, now), n + 1);
    return { at: atLocal(calendar, day, calendar.dayEnds, 'last') };
  }
  if (/^clear days?$/u.test(rest)) return { unclear: 'clearDays' };
  if (/^working hours?$/u.test(rest)) return { at: plusWorkingHours(calendar, now, n) };
  if (/^hours?$/u.test(rest)) return { at: plusMs(now, n * hourMs) };
  return null;
};

const mostOfAnything = 400;

const dayAndTime = (calendar: Calendar, said: string, now: Instant): Spoken<{ readonly at: Instant }> | null => {
  const { day: dayWords, time: timeWords } = parted(said);
  const today = localDateOf(calendar, now);
  const day = dayWords === '' ? { day: today } : spokenDay(calendar, dayWords, today);
  if (day === null) return null;
  const time = timeWords === '' ? { time: calendar.dayEnds } : spokenTime(calendar, timeWords);
  // The day is said first: "Friday morning" on a Friday has two riddles, and one answer solves the nearer.
  if ('unclear' in day) return day;
  if ('unclear' in time) return time;
  return { at: atLocal(calendar, day.day, time.time, 'last') };
};

/** The words of the day and those of the time, whichever comes first. */
const parted = (said: string): { readonly day: string; readonly time: string } => {
  const [, first, after = ''] = new RegExp(`^(?:at |by )?(${timePattern})(?:,? (?:on )?(.+))?$`, 'u').exec(said) ?? [];
  if (first !== undefined) return { time: first, day: after };
  const [, before = '', last] = new RegExp(`^(.+?),? (?:at |by )?(${timePattern}|at \\d{1,2})$`, 'u').exec(said) ?? [];
  return last === undefined ? { day: said, time: '' } : { day: before, time: last };
};

/** What a picker writes, which has its year. */
const typed = (calendar: Calendar, words: string): { readonly at: Instant } | null => {
  const at = typedMoment(calendar, words, { usual: calendar.dayEnds, which: 'last' });
  return at === null ? null : { at };
};
