import { weekdays } from '../../alliance/meetings/recurrence.js';
import type { Pattern, Recurrence, Weekday } from '../../alliance/meetings/recurrence.js';
import { count, counts } from './numbers.js';

/** Which days, and every how many weeks or months. */
export type Repeating = Pattern & Pick<Recurrence, 'every'>;

export type UnclearPattern =
  /** "monthly", "every two weeks": on which day? */
  | 'whichDay'
  /** "Thursday", "the second Thursday": how often? */
  | 'howOften'
  /** "every second Tuesday": every other one, or the second of each month? */
  | 'everySecond'
  /** "biweekly", "bimonthly": twice, or every two? */
  | 'twiceOrEveryTwo'
  | 'oneDay'
  | 'weekend'
  /** "the fifth Friday", "the 31st": not every month has one. */
  | 'everyMonth';

/** Reads the words for the days alone: "second thursday of each month", "every four weeks on tuesday". */
export const patternSaid = (said: string): Repeating | { readonly unclear: UnclearPattern | 'unknown' } => {
  const words = said.replace(/^(?:on )?the /u, '').trim();
  const riddle = riddles.find(([pattern]) => pattern.test(words));
  if (riddle !== undefined) return { unclear: riddle[1] };
  for (const [pattern, read] of readings) {
    const match = pattern.exec(words);
    const found = match === null ? null : read(match.groups ?? {});
    if (found !== null) return found;
  }
  return { unclear: 'unknown' };
};

const anyDay = '(?:mon(?:day)?|tue(?:s(?:day)?)?|wed(?:nesday)?|thu(?:rs(?:day)?)?|fri(?:day)?)';
const day = `(?<day>${anyDay})`;
const nth = '(?<nth>first|1st|second|2nd|third|3rd|fourth|4th|last)';
const date = '(?:(?<date>\\d{1,2})(?:st|nd|rd|th)|(?<last>last day))';
const nths = 'second|2nd|third|3rd|fourth|4th|fifth|5th|sixth|6th';
const inWeeks = `(?:weekly|fortnightly|(?:every|each) (?:other |second )?(?:week|fortnight)|every (?:${counts}) weeks)`;
const inMonths = `(?:monthly|quarterly|(?:every|each) (?:other |(?:${nths}) )?month|every quarter|every (?:${counts}) months)`;
/** "Of the third month" is no third month of every three: only "each" and "every" count months. */
const ofMonths = `(?:of|in) (?:(?:the|a) month|(?:each|every)(?: (?:other|${nths}))? month|every (?:${counts}) months)`;

const whole = (pattern: string): RegExp => new RegExp(`^(?:${pattern})$`, 'u');

const riddles: readonly (readonly [RegExp, UnclearPattern])[] = [
  [/\b(?:bi-?weekly|bi-?monthly|twice)\b/u, 'twiceOrEveryTwo'],
  [/\b(?:satur|sun)day|\bweekend/u, 'weekend'],
  [/\b(?:fifth|5th) (?:mon|tue|wed|thu|fri)|\b(?:29th|30th|31st)\b/u, 'everyMonth'],
  [new RegExp(`\\b${anyDay}s?(?: and| or| &)? ${anyDay}s?\\b`, 'u'), 'oneDay'],
  [new RegExp(`^every (?:${nths}) ${day}s?$`, 'u'), 'everySecond'],
  [whole(`${inWeeks}|${inMonths}`), 'whichDay'],
  [whole(`(?:${nth} )?${day}|${date}`), 'howOften'],
];

type Parts = Readonly<Record<string, string | undefined>>;
type Read = readonly [RegExp, (parts: Parts) => Repeating | null];

const readings: readonly Read[] = [
  [whole(`(?:every|each) ${day}s?`), (parts) => weekly(parts, 1)],
  [whole(`(?:on )?${day}s`), (parts) => weekly(parts, 1)],
  [whole(`(?:every|each) other ${day}`), (parts) => weekly(parts, 2)],
  [whole(`(?<often>${inWeeks}) (?:on )?(?:a )?${day}s?`), (parts) => weekly(parts, everyIn(parts.often))],
  [whole(`${day}s? (?<often>${inWeeks})`), (parts) => weekly(parts, everyIn(parts.often))],
  [whole(`(?:every )?${nth} ${day} (?<often>${ofMonths})`), (parts) => monthly(parts, everyIn(parts.often))],
  [whole(`${nth} ${day} (?<often>${inMonths})`), (parts) => monthly(parts, everyIn(parts.often))],
  [whole(`(?<often>${inMonths}) (?:on )?(?:the )?${nth} ${day}`), (parts) => monthly(parts, everyIn(parts.often))],
  [whole(`${date} (?<often>${ofMonths}|${inMonths})`), (parts) => dated(parts, everyIn(parts.often))],
  [whole(`(?<often>${inMonths}) (?:on )?(?:the )?${date}`), (parts) => dated(parts, everyIn(parts.often))],
];

const weekly = ({ day: name }: Parts, every: number | null): Repeating | null => {
  const weekday = weekdayOf(name);
  return weekday === null || every === null ? null : { on: 'weekday', weekday, every };
};

const monthly = ({ day: name, nth: place = '' }: Parts, every: number | null): Repeating | null => {
  const weekday = weekdayOf(name);
  const number = place === 'last' ? -1 : ordinal(place);
  return weekday === null || every === null || number === null
    ? null
    : { on: 'weekdayOfMonth', weekday, nth: number, every };
};

const dated = ({ date: figure, last }: Parts, every: number | null): Repeating | null => {
  const number = last === undefined ? Number(figure) : -1;
  return every === null || number === 0 || number > 28 ? null : { on: 'dateOfMonth', date: number, every };
};

const weekdayOf = (name = ''): Weekday | null =>
  weekdays.find((each) => each.toLowerCase() === name.slice(0, 2)) ?? null;

/** In weeks or months, as the words have it. */
const everyIn = (often = ''): number | null => {
  if (/\bquarter/u.test(often)) return 3;
  if (/\bfortnight/u.test(often)) return / (?:other|second) /u.test(often) ? 4 : 2;
  if (/\bother\b/u.test(often)) return 2;
  const [, figure] = new RegExp(`every (${counts}) (?:weeks|months)`, 'u').exec(often) ?? [];
  if (figure !== undefined) return within(count(figure));
  const [, place] = new RegExp(`(?:each|every) (${nths}) (?:week|month)`, 'u').exec(often) ?? [];
  return place === undefined ? 1 : ordinal(place);
};

/** No body meets less often than once a year. */
const within = (every: number | null): number | null => (every === null || every < 1 || every > 12 ? null : every);

const places = ['first', 'second', 'third', 'fourth', 'fifth', 'sixth'];
const ordinal = (word: string): number | null => {
  const place = /^\d/u.test(word) ? Number(word.slice(0, 1)) : places.indexOf(word) + 1;
  return place < 1 ? null : place;
};
