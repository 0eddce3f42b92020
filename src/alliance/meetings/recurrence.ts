import type { LocalDate } from '../instant.js';

/**
 * How meetings recur: the patterns in which leadership and management bodies meet, out of what a recurrence rule of
 * calendars can say (RFC 5545, RRULE). Always with an end: a rule without one would call meetings for ever.
 */
export type Recurrence = Pattern & {
  /** In weeks or months: 2 for every other one. */
  readonly every: number;
  readonly end: { readonly until: LocalDate } | { readonly count: number };
};

export type Pattern =
  | { readonly on: 'weekday'; readonly weekday: Weekday }
  /** The last one of the month is the minus first. */
  | { readonly on: 'weekdayOfMonth'; readonly weekday: Weekday; readonly nth: number }
  | { readonly on: 'dateOfMonth'; readonly date: number };

/** Working weekdays, as a calendar program writes them. */
export const weekdays = ['MO', 'TU', 'WE', 'TH', 'FR'] as const;
export type Weekday = (typeof weekdays)[number];

/**
 * The rule behind an RRULE text ("FREQ=MONTHLY;BYDAY=2TH;UNTIL=20270331"). "notARule" for one that no body meets by: by
 * the hour, at weekends, on a date that not every month has; "noEnd" for one that would go on for ever.
 */
export const readRecurrence = (text: string): Recurrence | { readonly unclear: 'notARule' | 'noEnd' } => {
  const parts = partsOf(text);
  if (parts === null) return { unclear: 'notARule' };
  const every = figure(parts.get('INTERVAL') ?? '1', everyMost);
  const pattern = patternOf(parts);
  if (every === null || pattern === null) return { unclear: 'notARule' };
  const [until, count] = [parts.get('UNTIL'), parts.get('COUNT')];
  if (until === undefined && count === undefined) return { unclear: 'noEnd' };
  const end = endOf(until, count);
  return end === null ? { unclear: 'notARule' } : { ...pattern, every, end };
};

/** The one way in which a rule is written in the book; one that lacks its end is for the rules to refuse. */
export const ruleText = (
  recurrence: Pattern & Pick<Recurrence, 'every'> & { readonly end: Recurrence['end'] | null },
): string => {
  const { every, end } = recurrence;
  const by = {
    weekday: () => `WEEKLY;${interval(every)}BYDAY=${'weekday' in recurrence ? recurrence.weekday : ''}`,
    weekdayOfMonth: () =>
      `MONTHLY;${interval(every)}BYDAY=${'nth' in recurrence ? `${recurrence.nth}${recurrence.weekday}` : ''}`,
    dateOfMonth: () => `MONTHLY;${interval(every)}BYMONTHDAY=${'date' in recurrence ? recurrence.date : ''}`,
  }[recurrence.on]();
  if (end === null) return `FREQ=${by}`;
  return withEnd(`FREQ=${by}`, end);
};

/** A rule without an end, with one. */
export const withEnd = (rule: string, end: Recurrence['end']): string => `${rule};${endText(end)}`;

const endText = (end: Recurrence['end']): string =>
  'until' in end ? `UNTIL=${end.until.replaceAll('-', '')}` : `COUNT=${end.count}`;

/** A rule that can be read, as the book writes it. */
export const plainRule = (text: string): string => {
  const recurrence = readRecurrence(text);
  return 'unclear' in recurrence ? text : ruleText(recurrence);
};

/** The days that a rule names from a day on, soonest first: all of them, or `daysMost` and one where there are more. */
export const daysOf = (recurrence: Recurrence, from: LocalDate): readonly LocalDate[] => {
  const { end } = recurrence;
  const most = 'count' in end ? Math.min(end.count, daysMost + 1) : daysMost + 1;
  const last = 'until' in end ? end.until : '9999-12-31';
  const days: LocalDate[] = [];
  // The first period may lie before the first day.
  for (let step = 0; days.length < most && step <= daysMost + 1; step += 1) {
    const day = dayAt(recurrence, from, step);
    if (day > last) break;
    if (day >= from) days.push(day);
  }
  return days;
};

/** A meeting every week for two years. */
export const daysMost = 104;
const everyMost = 12;

type Parts = ReadonlyMap<string, string>;

const partsOf = (text: string): Parts | null => {
  const pairs = text
    .trim()
    .toUpperCase()
    .replace(/^RRULE:/u, '')
    .split(';')
    .map((part) => part.split('='));
  const parts = new Map(pairs.map(([name = '', value = '']) => [name, value]));
  const isKnown = pairs.every(([name = '', ...values]) => known.has(name) && values.length === 1);
  return isKnown && parts.size === pairs.length ? parts : null;
};

const known: ReadonlySet<string> = new Set(['FREQ', 'INTERVAL', 'BYDAY', 'BYMONTHDAY', 'UNTIL', 'COUNT']);

const patternOf = (parts: Parts): Pattern | null => {
  const [, nth, day] = /^(-1|[1-4])?(MO|TU|WE|TH|FR)$/u.exec(parts.get('BYDAY') ?? '') ?? [];
  const weekday = weekdays.find((each) => each === day);
  const date = parts.get('BYMONTHDAY');
  if ((weekday === undefined) === (date === undefined) || (date !== undefined && parts.has('BYDAY'))) return null;
  if (parts.get('FREQ') === 'WEEKLY') {
    return weekday === undefined || nth !== undefined ? null : { on: 'weekday', weekday };
  }
  if (parts.get('FREQ') !== 'MONTHLY') return null;
  if (weekday !== undefined) return nth === undefined ? null : { on: 'weekdayOfMonth', weekday, nth: Number(nth) };
  return /^(?:-1|[1-9]|1\d|2[0-8])$/u.test(date ?? '') ? { on: 'dateOfMonth', date: Number(date) } : null;
};

const endOf = (until: string | undefined, count: string | undefined): Recurrence['end'] | null => {
  if (until !== undefined && count !== undefined) return null;
  if (count !== undefined) {
    const meetings = figure(count, 10_000);
    return meetings === null ? null : { count: meetings };
  }
  const [, year, month, day] = /^(\d{4})(\d\d)(\d\d)$/u.exec(until ?? '') ?? [];
  const written = `${year}-${month}-${day}`;
  const date = new Date(`${written}T00:00:00.000Z`);
  return Number.isNaN(date.getTime()) || dateOf(date.getTime()) !== written ? null : { until: written };
};

const figure = (text: string, most: number): number | null =>
  /^[1-9]\d{0,4}$/u.test(text) && Number(text) <= most ? Number(text) : null;

const interval = (every: number): string => (every === 1 ? '' : `INTERVAL=${every};`);

/** The day in the nth period, counted from the week or month of the first day; it may lie before that day. */
const dayAt = (recurrence: Recurrence, from: LocalDate, step: number): LocalDate => {
  const first = Date.parse(`${from}T00:00:00.000Z`);
  if (recurrence.on === 'weekday') {
    const monday = first - mondayBased(first) * dayMs;
    const days = weekdays.indexOf(recurrence.weekday) + 7 * recurrence.every * step;
    return dateOf(monday + days * dayMs);
  }
  const [year, month] = [Number(from.slice(0, 4)), Number(from.slice(5, 7)) - 1 + recurrence.every * step];
  if (recurrence.on === 'dateOfMonth') {
    return dateOf(recurrence.date < 0 ? Date.UTC(year, month + 1, 0) : Date.UTC(year, month, recurrence.date));
  }
  const wanted = weekdays.indexOf(recurrence.weekday);
  if (recurrence.nth < 0) {
    const last = Date.UTC(year, month + 1, 0);
    return dateOf(last - ((mondayBased(last) - wanted + 7) % 7) * dayMs);
  }
  const opening = Date.UTC(year, month, 1);
  const days = ((wanted - mondayBased(opening) + 7) % 7) + 7 * (recurrence.nth - 1);
  return dateOf(opening + days * dayMs);
};

const dayMs = 86_400_000;

/** Monday is 0. */
const mondayBased = (ms: number): number => (new Date(ms).getUTCDay() + 6) % 7;

const dateOf = (ms: number): LocalDate => new Date(ms).toISOString().slice(0, 10);
