import type { Calendar } from '../../alliance/calendar.js';
import type { LocalDate } from '../../alliance/instant.js';
import { spokenDay } from './day.js';
import type { Spoken } from './moment.js';
import { plainly } from './moment.js';

/** A stretch of days, both ends in it. */
export interface Days {
  readonly from: LocalDate;
  readonly to: LocalDate;
}

/**
 * Reads when somebody is away: "3–17 August", "3 to 17 August", "from Monday until Friday", "until Friday", "tomorrow",
 * "next week". What is not understood, or could be several things, is said to be so.
 */
export const spokenDays = (calendar: Calendar, words: string, today: LocalDate): Spoken<Days> => {
  const said = plainly(words.replace(/^\s*(?:from|for|on)\s+/iu, '').replace(/^\s*until\s+/iu, 'until '));
  if (said === '' || said.length > 120) return { unclear: 'unknown' };
  if (/^(?:this|next) week$/u.test(said)) return week(today, said === 'next week' ? 7 : 0);
  const until = /^\s*(?:until|till|til)\s/iu.test(words);
  if (until) return between({ day: today }, spokenDay(calendar, said, today));
  const [, first, second] =
    /^(\d{4}-\d{2}-\d{2}|.+?)(?: ?- ?| to | until | till | and including )(.+)$/u.exec(said) ?? [];
  const alone = first === undefined ? spokenDay(calendar, said, today) : dateAlone(calendar, said, today);
  if (alone !== null) return between(alone, alone);
  if (first === undefined || second === undefined) return { unclear: 'unknown' };
  return between(beginning(calendar, first, second, today), spokenDay(calendar, second, today));
};

type Day = Spoken<{ readonly day: LocalDate }> | null;

/** "2026-08-03" has hyphens of its own. */
const dateAlone = (calendar: Calendar, said: string, today: LocalDate): Day =>
  /^\d{4}-\d{2}-\d{2}$/u.test(said) ? spokenDay(calendar, said, today) : null;

/** The "3" of "3–17 August" is in August too. */
const beginning = (calendar: Calendar, first: string, second: string, today: LocalDate): Day => {
  const [, number] = /^(?:the )?(\d{1,2})(?:st|nd|rd|th)?$/u.exec(first) ?? [];
  const [, rest] =
    /^(?:the )?\d{1,2}(?:st|nd|rd|th)?((?: of)? [a-z]+(?: \d{4})?|\/\d{1,2}(?:\/\d{4})?)$/u.exec(second) ?? [];
  const [, year] = / (\d{4})$/u.exec(second) ?? [];
  if (number !== undefined && rest !== undefined) return spokenDay(calendar, `${number}${rest}`, today);
  const dated = /[a-z]/u.test(first) && year !== undefined && !/\d{4}/u.test(first) ? `${first} ${year}` : first;
  return spokenDay(calendar, dated, today) ?? spokenDay(calendar, first, today);
};

const between = (from: Day, to: Day): Spoken<Days> => {
  if (from === null || to === null) return { unclear: 'unknown' };
  if ('unclear' in from) return from;
  if ('unclear' in to) return to;
  if (from.day <= to.day) return { from: from.day, to: to.day };
  // "20 December – 4 January": the end is in the year after.
  const next = `${Number(to.day.slice(0, 4)) + 1}${to.day.slice(4)}`;
  return from.day <= next && Date.parse(next) - Date.parse(from.day) < longestMs
    ? { from: from.day, to: next }
    : { unclear: 'past' };
};

const dayMs = 86_400_000;
/** Longer than half a year, and somebody meant something else. */
const longestMs = 183 * dayMs;

const week = (today: LocalDate, ahead: number): Days => {
  const at = Date.parse(`${today}T00:00:00.000Z`);
  const monday = at - ((new Date(at).getUTCDay() + 6) % 7) * dayMs + ahead * dayMs;
  const day = (ms: number): LocalDate => new Date(ms).toISOString().slice(0, 10);
  return { from: day(Math.max(monday, at)), to: day(monday + 6 * dayMs) };
};
