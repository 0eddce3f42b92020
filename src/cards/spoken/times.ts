import type { Calendar } from '../../alliance/calendar.js';
import type { Spoken, Unclear } from './moment.js';
import { count, counts } from './numbers.js';
import { spokenTime } from './time.js';

/** From when to when on one day, as far as it was said, and the words that say something else. */
export interface SpokenTimes {
  readonly startsAt: string | null;
  readonly endsAt: string | null;
  readonly rest: string;
}

/** "2pm to 4pm", "10-12", "at 10 for two hours", "at 9.30": two times of day, one, or none. */
export const spokenTimes = (
  calendar: Pick<Calendar, 'dayStarts' | 'dayEnds'>,
  said: string,
): SpokenTimes | { readonly unclear: Unclear } => {
  const span = spanPattern.exec(said);
  if (span?.groups !== undefined) return spanOf(calendar, span.groups, without(said, span));
  const from = fromPattern.exec(said);
  if (from?.groups === undefined) return { startsAt: null, endsAt: null, rest: said };
  const { at = '', length } = from.groups;
  const start = timeAt(calendar, at);
  if ('unclear' in start) return start;
  const endsAt = length === undefined ? null : later(start.time, minutesIn(length));
  if (length !== undefined && endsAt === null) return { unclear: 'unknown' };
  return { startsAt: start.time, endsAt, rest: without(said, from) };
};

const clock =
  "(?:\\d{1,2}(?:[:.]\\d{2})? ?(?:am|pm|a\\.m\\.?|p\\.m\\.?)|\\d{1,2}[:.]\\d{2}|\\d{1,2} ?o'?clock|(?:12 )?noon|midday|midnight)";
const bare = '\\d{1,2}';
const length = `(?:(?:an|a|one) hour(?: and a half)?|(?:${counts})(?: and a half)? hours|\\d{2,3} minutes|half an hour|half a day)`;
const ends = '(?= |$)';

const spanPattern = new RegExp(
  `(?:^| )(?:at |from |between )?(?<from>${clock}|${bare}) ?(?:-|to|until|till|(?<=between .*)and) ?(?<to>${clock}|${bare})${ends}`,
  'u',
);
const fromPattern = new RegExp(
  `(?:^| )(?:(?:at|from) )?(?<at>${clock}|(?<=(?:at|from) )${bare})${ends}(?: for (?<length>${length})${ends})?`,
  'u',
);

const spanOf = (
  calendar: Pick<Calendar, 'dayStarts' | 'dayEnds'>,
  { from = '', to = '' }: Readonly<Record<string, string>>,
  rest: string,
): SpokenTimes | { readonly unclear: Unclear } => {
  const end = timeAt(calendar, to);
  if ('unclear' in end) return end;
  // "2 to 4pm" is in the afternoon, "11 to 1pm" begins before noon.
  const half = /([ap])\.?m\.?$/u.exec(to)?.[1];
  const inHalf =
    /^\d{1,2}(?:[:.]\d{2})?$/u.test(from) && half !== undefined ? timeAt(calendar, `${from}${half}m`) : null;
  const start = inHalf !== null && 'time' in inHalf && inHalf.time < end.time ? inHalf : timeAt(calendar, from);
  if ('unclear' in start) return start;
  return start.time < end.time ? { startsAt: start.time, endsAt: end.time, rest } : { unclear: 'unknown' };
};

/** A bare hour is on the clock of 24 hours where nobody can mean the other half of the day. */
const timeAt = (calendar: Pick<Calendar, 'dayStarts' | 'dayEnds'>, said: string): Spoken<{ readonly time: string }> => {
  const [, hour] = /^(\d{1,2})(?: ?o'?clock)?$/u.exec(said) ?? [];
  return spokenTime(calendar, hour === undefined ? said : `${hour}:00`);
};

const without = (said: string, match: RegExpExecArray): string =>
  `${said.slice(0, match.index)} ${said.slice(match.index + match[0].length)}`.replace(/\s+/gu, ' ').trim();

const minutesIn = (words: string): number | null => {
  if (words === 'half an hour') return 30;
  const [, minutes] = /^(\d{2,3}) minutes$/u.exec(words) ?? [];
  if (minutes !== undefined) return Number(minutes);
  const [, figure, half] = new RegExp(`^(${counts})( and a half)? hours?( and a half)?$`, 'u').exec(words) ?? [];
  const hours = figure === undefined ? null : count(figure);
  return hours === null ? null : hours * 60 + (half !== undefined || words.endsWith('half') ? 30 : 0);
};

const later = (time: string, minutes: number | null): string | null => {
  if (minutes === null) return null;
  const end = Number(time.slice(0, 2)) * 60 + Number(time.slice(3)) + minutes;
  return end >= 24 * 60 ? null : `${two(Math.floor(end / 60))}:${two(end % 60)}`;
};

const two = (figure: number): string => String(figure).padStart(2, '0');
