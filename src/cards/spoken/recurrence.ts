import type { Calendar } from '../../alliance/calendar.js';
import { localDateOf } from '../../alliance/calendar.js';
import type { Instant, LocalDate } from '../../alliance/instant.js';
import { daysOf, ruleText } from '../../alliance/meetings/recurrence.js';
import type { Recurrence } from '../../alliance/meetings/recurrence.js';
import { spokenDay } from './day.js';
import type { Unclear } from './moment.js';
import { count, counts } from './numbers.js';
import { patternSaid } from './pattern.js';
import type { Repeating, UnclearPattern } from './pattern.js';
import { spokenTimes } from './times.js';

/** How meetings recur, as somebody said it: the end and the times only where they were said. */
export interface SpokenRecurrence {
  /** As the book writes it, without its end where none was said. */
  readonly rule: string;
  /** The first day: the next one by that pattern, or the first from the day that was said. */
  readonly from: LocalDate;
  readonly startsAt: string | null;
  readonly endsAt: string | null;
  readonly hasEnd: boolean;
}

export type UnclearRecurrence = Unclear | UnclearPattern | 'whichEnd';

/**
 * Reads how meetings recur as people in Britain say it: "second Thursday of each month 2pm until December 2027", "every
 * four weeks on Tuesday at 10", "first Monday quarterly". It never guesses: every word has to be understood, and what
 * people mean different things by is said to be so. Where no first day is said they begin at `begins`, which is tomorrow
 * when left out.
 */
export const spokenRecurrence = (
  calendar: Calendar,
  words: string,
  now: Instant,
  begins?: LocalDate,
): SpokenRecurrence | { readonly unclear: UnclearRecurrence } => {
  const today = localDateOf(calendar, now);
  const said = plainly(words);
  if (said === '' || said.length > longest) return { unclear: 'unknown' };
  const end = endSaid(calendar, said, today);
  if ('unclear' in end) return end;
  const begin = beginSaid(calendar, end.rest, today);
  if ('unclear' in begin) return begin;
  const times = spokenTimes(calendar, begin.rest);
  if ('unclear' in times) return times;
  const pattern = patternSaid(times.rest);
  if ('unclear' in pattern) return pattern;
  const from = firstDay(pattern, begin.from ?? begins ?? dayAfter(today));
  if (from === null) return { unclear: 'unknown' };
  if (end.end !== null && 'until' in end.end && end.end.until < from) return { unclear: 'past' };
  const { startsAt, endsAt } = times;
  return { rule: ruleText({ ...pattern, end: end.end }), from, startsAt, endsAt, hasEnd: end.end !== null };
};

const longest = 200;

/** Small letters, one space, plain quotes and dashes, without what only leads up to it. */
const plainly = (words: string): string =>
  words
    .toLowerCase()
    .replace(/[‘’´`]/gu, "'")
    .replace(/[‐‑–—]/gu, '-')
    .replace(/[.!]+$/u, '')
    .replace(/,/gu, ' ')
    .replace(/\s+/gu, ' ')
    .trim()
    .replace(/^(?:meet|meets|we meet|meetings?) /u, '');

type Unread = { readonly unclear: UnclearRecurrence };

/** "until December 2027", "up to 31 March", "12 times", "for 6 meetings": always the last words. */
const endSaid = (
  calendar: Calendar,
  said: string,
  today: LocalDate,
): { readonly rest: string; readonly end: Recurrence['end'] | null } | Unread => {
  const [, rest = '', figure] = new RegExp(`^(.*?) (?:for )?(${counts}) (?:times|meetings)$`, 'u').exec(said) ?? [];
  if (figure !== undefined) {
    const times = count(figure) ?? 0;
    return times > 0 ? { rest, end: { count: times } } : { unclear: 'unknown' };
  }
  if (/ for (?:a|an|one|two|\d+|the) (?:year|month|week|term)s?$/u.test(said)) return { unclear: 'whichEnd' };
  const [, before = '', day] =
    /^(.*) (?:until|till|til|up to|ending on|ending|to) (?!\d{1,2}(?:[:.]\d\d)? ?(?:[ap]\.?m|$))(.+)$/u.exec(said) ??
    [];
  if (day === undefined) return { rest: said, end: null };
  const until = lastDay(calendar, day, today);
  return 'unclear' in until ? until : { rest: before, end: { until: until.day } };
};

/** "from September", "starting 1 May 2026": where its time of day does not begin. */
const beginSaid = (
  calendar: Calendar,
  said: string,
  today: LocalDate,
): { readonly rest: string; readonly from: LocalDate | null } | Unread => {
  const [, before = '', day, after = ''] =
    /^(.*?) ?(?:from|starting|beginning|starting on|starting from|as of) ((?:the )?(?:\d{1,2}(?:st|nd|rd|th)? )?(?:of )?(?:january|february|march|april|may|june|july|august|september|october|november|december)(?: \d{4})?|\d{1,2}\/\d{1,2}\/\d{4}|\d{4}-\d\d-\d\d|next month|next week)((?: .*)?)$/u.exec(
      said,
    ) ?? [];
  if (day === undefined) return { rest: said, from: null };
  const first = firstOf(calendar, day, today);
  return 'unclear' in first ? first : { rest: `${before}${after}`.trim(), from: first.day };
};

/** A month alone means its last day, as an end; with a day of its own it is that day. */
const lastDay = (calendar: Calendar, said: string, today: LocalDate): { readonly day: LocalDate } | Unread => {
  const [, name, year] = /^(?:the )?(?:end of )?([a-z]{3,9})(?: (\d{4}))?$/u.exec(said) ?? [];
  const month = name === undefined ? null : monthSaid(name, year, today);
  if (month !== null) return { day: new Date(Date.UTC(month.year, month.number, 0)).toISOString().slice(0, 10) };
  const day = spokenDay(calendar, said, today);
  if (day === null) return { unclear: 'unknown' };
  if ('unclear' in day) return day;
  return day.day < today ? { unclear: 'past' } : day;
};

const firstOf = (calendar: Calendar, said: string, today: LocalDate): { readonly day: LocalDate } | Unread => {
  const [, name, year] = /^(?:the )?([a-z]{3,9})(?: (\d{4}))?$/u.exec(said) ?? [];
  const month = name === undefined ? null : monthSaid(name, year, today);
  if (month !== null) {
    const first = new Date(Date.UTC(month.year, month.number - 1, 1)).toISOString().slice(0, 10);
    return { day: first < today ? dayAfter(today) : first };
  }
  if (said === 'next month' || said === 'next week') return { unclear: 'noDay' };
  const day = spokenDay(calendar, said, today);
  if (day === null) return { unclear: 'unknown' };
  if ('unclear' in day) return day;
  return day.day < today ? { unclear: 'past' } : day;
};

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const monthPattern =
  /^(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)$/u;

/** Without its year, this month or the next one of that name. */
const monthSaid = (
  name: string,
  year: string | undefined,
  today: LocalDate,
): { readonly year: number; readonly number: number } | null => {
  if (!monthPattern.test(name)) return null;
  const number = months.indexOf(name.slice(0, 3)) + 1;
  const here = Number(today.slice(0, 4));
  return { number, year: year === undefined ? here + (number < Number(today.slice(5, 7)) ? 1 : 0) : Number(year) };
};

/** The first day by that pattern; where it skips weeks or months, those are counted from it. */
const firstDay = (pattern: Repeating, from: LocalDate): LocalDate | null =>
  daysOf({ ...pattern, every: 1, end: { count: 1 } }, from)[0] ?? null;

export const dayAfter = (day: LocalDate): LocalDate =>
  new Date(Date.parse(`${day}T00:00:00.000Z`) + 86_400_000).toISOString().slice(0, 10);
