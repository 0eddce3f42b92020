import type { Calendar } from '../../alliance/calendar.js';
import { isWorkingDay } from '../../alliance/calendar.js';
import type { LocalDate } from '../../alliance/instant.js';
import { monthNames, typedDay } from '../typedDates.js';
import type { Spoken } from './moment.js';
import { count, counts } from './numbers.js';

/** A day of the alliance's calendar as people say it; null for words that are not about a day. */
export const spokenDay = (
  calendar: Calendar,
  words: string,
  today: LocalDate,
): Spoken<{ readonly day: LocalDate }> | null => {
  const said = words.replace(/^on /u, '').replace(/^the (?=end of|day after|\d)/u, '');
  for (const [pattern, read] of readings) {
    const match = pattern.exec(said);
    if (match !== null)
      return asSpoken(
        read(
          match.slice(1).map((part: string | undefined) => part ?? ''),
          { calendar, today },
        ),
      );
  }
  const dated = typedDay(said);
  return dated === null ? null : { day: dated };
};

/** A day, or a riddle. */
type Found = LocalDate | Extract<Spoken<never>, { unclear: unknown }>;

interface Place {
  readonly calendar: Calendar;
  readonly today: LocalDate;
}

type Read = readonly [RegExp, (parts: readonly string[], place: Place) => Found];

const asSpoken = (found: Found): Spoken<{ readonly day: LocalDate }> =>
  typeof found === 'string' ? { day: found } : found;

const weekdayNames = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'];
const weekday =
  '(mon(?:day)?|tue(?:s(?:day)?)?|wed(?:nesday)?|thu(?:rs(?:day)?)?|fri(?:day)?|sat(?:urday)?|sun(?:day)?)';
const month =
  '(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)';
const weeks = `(?:(${counts}) weeks?|(?:a )?(fortnight))`;
const whole = (pattern: string): RegExp => new RegExp(`^${pattern}$`, 'u');

const readings: readonly Read[] = [
  [whole('today'), (_, { today }) => today],
  [whole('tomorrow'), (_, { today }) => later(today, 1)],
  [whole('(?:the )?day after tomorrow'), (_, { today }) => later(today, 2)],
  [whole(weekday), ([name = ''], place) => coming(name, place)],
  [whole(`this (?:coming )?${weekday}`), ([name = ''], place) => inThisWeek(name, place)],
  [whole(`next ${weekday}`), ([name = ''], { today }) => later(mondayOf(today), 7 + numberOf(name))],
  [
    whole(`(?:next week,? (?:on )?${weekday}|${weekday},? (?:of )?next week)`),
    ([a = '', b = ''], { today }) => later(mondayOf(today), 7 + numberOf(a || b)),
  ],
  [whole(`(?:the )?${weekday} after next|${weekday} next`), () => ({ unclear: 'whichWeek' })],
  [
    whole(`${weeks} (?:on|from|next) ${weekday}`),
    ([n = '', , name = ''], place) => past(coming(name, place), 7 * weeksOf(n)),
  ],
  [whole(`${weekday} week`), ([name = ''], place) => past(coming(name, place), 7)],
  [whole(`${weekday} fortnight`), ([name = ''], place) => past(coming(name, place), 14)],
  [
    whole(`(today|tomorrow) (week|fortnight)`),
    ([from = '', span = ''], { today }) => later(today, (from === 'tomorrow' ? 1 : 0) + (span === 'week' ? 7 : 14)),
  ],
  [
    whole(`${weeks} (?:from )?(today|tomorrow|now)`),
    ([n = '', , from = ''], { today }) => later(today, 7 * weeksOf(n) + (from === 'tomorrow' ? 1 : 0)),
  ],
  [whole(`(?:in |within )?${weeks}(?:'s?)?(?: time)?`), ([n = ''], { today }) => later(today, 7 * weeksOf(n))],
  [
    whole(`(?:in |within )?(${counts}) days?'?(?: time| from (?:now|today))?`),
    ([n = ''], { today }) => later(today, count(n) ?? 0),
  ],
  [whole(`in (${counts}) months?'?s?(?: time)?`), ([n = ''], { today }) => monthsLater(today, count(n) ?? 0)],
  [
    whole('end of (?:the|this) week'),
    (_, { calendar, today }) => lastWorkingDay(calendar, later(mondayOf(today), 4), today),
  ],
  [whole('end of next week'), (_, { calendar, today }) => lastWorkingDay(calendar, later(mondayOf(today), 11), today)],
  [
    whole('end of (?:the|this) month|month end'),
    (_, { calendar, today }) => lastWorkingDay(calendar, endOfMonth(today), today),
  ],
  [
    whole('end of next month'),
    (_, { calendar, today }) => lastWorkingDay(calendar, endOfMonth(later(endOfMonth(today), 1)), today),
  ],
  [whole(`end of ${month}(?: (\\d{4}))?`), ([name = '', year = ''], place) => endOfNamed(name, year, place)],
  [
    whole(`(?:${weekday},? )?(?:the )?(\\d{1,2})(?:st|nd|rd|th)?(?: of)? ${month},?(?: (\\d{4}))?`),
    ([on = '', day = '', name = '', year = ''], place) => checked(on, dated(Number(day), monthOf(name), year, place)),
  ],
  [
    whole(`(?:${weekday},? )?${month} (?:the )?(\\d{1,2})(?:st|nd|rd|th)?,?(?: (\\d{4}))?`),
    ([on = '', name = '', day = '', year = ''], place) => checked(on, dated(Number(day), monthOf(name), year, place)),
  ],
  [
    whole(`(?:${weekday},? )?(\\d{1,2})[/](\\d{1,2})(?:[/](\\d{4}))?`),
    ([on = '', day = '', number = '', year = ''], place) =>
      checked(on, dated(Number(day), Number(number), year, place)),
  ],
  [
    whole(`(?:${weekday},? )?(?:the )?(\\d{1,2})(?:st|nd|rd|th)`),
    ([on = '', day = ''], place) => checked(on, nextNumbered(Number(day), place)),
  ],
  [
    whole(`(?:this|next|the (?:coming|following)) (?:week|month|year)|in ${month}|${month}|(?:this|next) weekend`),
    () => ({ unclear: 'noDay' }),
  ],
];

const dayMs = 86_400_000;
const msOf = (date: LocalDate): number => Date.parse(`${date}T00:00:00.000Z`);
const later = (date: LocalDate, days: number): LocalDate =>
  new Date(msOf(date) + days * dayMs).toISOString().slice(0, 10);
const past = (found: Found, days: number): Found => (typeof found === 'string' ? later(found, days) : found);
/** Monday is 0. */
const weekdayOf = (date: LocalDate): number => (new Date(msOf(date)).getUTCDay() + 6) % 7;
const mondayOf = (date: LocalDate): LocalDate => later(date, -weekdayOf(date));
const numberOf = (name: string): number => weekdayNames.findIndex((full) => full.startsWith(name.slice(0, 3)));
const monthOf = (name: string): number => monthNames.findIndex((full) => full.startsWith(name.slice(0, 3))) + 1;
/** "a week", "two weeks"; a fortnight has no number of its own. */
const weeksOf = (n: string): number => (n === '' ? 2 : (count(n) ?? 0));

/** The next day of that name. On such a day nobody knows whether today is meant. */
const coming = (name: string, { today }: Place): Found => {
  const ahead = (numberOf(name) - weekdayOf(today) + 7) % 7;
  return ahead === 0 ? { unclear: 'todayOrLater' } : later(today, ahead);
};

const inThisWeek = (name: string, { today }: Place): Found => {
  const day = later(mondayOf(today), numberOf(name));
  return day < today ? { unclear: 'past' } : day;
};

/** "The end of the week" is the last day on which somebody works. */
const lastWorkingDay = (calendar: Calendar, end: LocalDate, today: LocalDate): Found => {
  let day = end;
  for (let back = 0; back < 20 && !isWorkingDay(calendar, day); back += 1) day = later(day, -1);
  return day < today ? { unclear: 'past' } : day;
};

const endOfMonth = (date: LocalDate): LocalDate =>
  new Date(Date.UTC(Number(date.slice(0, 4)), Number(date.slice(5, 7)), 0)).toISOString().slice(0, 10);

const endOfNamed = (name: string, year: string, place: Place): Found => {
  const first = dated(1, monthOf(name), year || yearFor(monthOf(name), place), place);
  return typeof first === 'string' ? lastWorkingDay(place.calendar, endOfMonth(first), place.today) : first;
};

/** This month or one to come: this year, else the next. */
const yearFor = (number: number, { today }: Place): string =>
  String(Number(today.slice(0, 4)) + (number < Number(today.slice(5, 7)) ? 1 : 0));

/** A day and month without a year is the next such day, today among them. */
const dated = (day: number, number: number, year: string, { today }: Place): Found => {
  if (number < 1 || number > 12) return { unclear: 'noSuchDay' };
  if (year !== '') return existing(Number(year), number, day);
  const here = existing(Number(today.slice(0, 4)), number, day);
  return typeof here === 'string' && here >= today ? here : existing(Number(today.slice(0, 4)) + 1, number, day);
};

/** Only days that exist: 31 February is nobody's day. */
const existing = (year: number, number: number, day: number): Found => {
  const date = new Date(Date.UTC(year, number - 1, day));
  return date.getUTCMonth() === number - 1 && date.getUTCDate() === day
    ? date.toISOString().slice(0, 10)
    : { unclear: 'noSuchDay' };
};

/** "the 14th": of this month, or of the next one that has it. */
const nextNumbered = (day: number, { today }: Place): Found => {
  for (let ahead = 0; ahead < 3; ahead += 1) {
    const found = inMonth(today, ahead, day);
    if (found !== null && found >= today) return found;
  }
  return { unclear: 'noSuchDay' };
};

const inMonth = (today: LocalDate, ahead: number, day: number): LocalDate | null => {
  const month = Number(today.slice(5, 7)) - 1 + ahead;
  const date = new Date(Date.UTC(Number(today.slice(0, 4)), month, day));
  return date.getUTCDate() === day && day > 0 ? date.toISOString().slice(0, 10) : null;
};

const monthsLater = (today: LocalDate, n: number): Found => {
  const day = inMonth(today, n, Number(today.slice(8, 10)));
  return day ?? { unclear: 'noSuchDay' };
};

/** A weekday that is said with a date must be the weekday of that date. */
const checked = (on: string, found: Found): Found =>
  typeof found !== 'string' || on === '' || weekdayOf(found) === numberOf(on) ? found : { unclear: 'wrongWeekday' };
