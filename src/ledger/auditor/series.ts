import type { SeriesEvents } from '../../alliance/meetings/seriesEvents.js';
import type { LocalDate } from '../../alliance/instant.js';
import type { SeriesId } from '../../alliance/names.js';
import type { Entry } from '../entry.js';
import { daysMs, localDate, localTime } from './days.js';
import type { Checks, Note } from './findings.js';
import type { Of, Reading } from './reading.js';
import { lastOf, ofKind } from './reading.js';
import { mayRun, meetingPages, stateOf } from './represented.js';
import { nameOf } from './seats.js';

/** Meetings that recur: planned with an end, and no longer called once they have ended (domain.md B48). */
export const seriesChecks: Checks<keyof SeriesEvents> = {
  SeriesConvened: (entry, reading, note) => {
    const { series, rule, callerName } = entry.body;
    const next = `S-${ofKind(reading.register, 'SeriesConvened').length + 1}`;
    if (series !== next) note('counted', `${series} is planned where ${next} comes next`);
    const person = entry.by;
    if (!mayRun(reading, person, entry.at)) note('series', `${person} may not plan ${series}`);
    if (!hasEnd(rule)) note('series', `${series} has no end`);
    if (person !== 'clock' && person !== 'operator' && callerName !== nameOf(reading, person)) {
      note('truth', `the name recorded for ${person} is not of record`);
    }
  },

  SeriesChanged: (entry, reading, note) => {
    const { series, rule, callerName, moved, calledTo } = entry.body;
    if (!isLive(reading, series)) note('series', `${series} changes, and is not going on`);
    const person = entry.by;
    if (!mayRun(reading, person, entry.at)) note('series', `${person} may not change ${series}`);
    if (!hasEnd(rule)) note('series', `${series} has no end`);
    if (person !== 'clock' && person !== 'operator' && callerName !== nameOf(reading, person)) {
      note('truth', `the name recorded for ${person} is not of record`);
    }
    for (const each of moved) checkMoved(entry, each, reading, note);
    const last = moved.at(-1)?.on;
    if (last !== undefined && last !== calledTo)
      note('series', `${series} goes on after ${calledTo ?? ''}, not ${last}`);
  },

  SeriesEnded: (entry, reading, note) => {
    const { series, because } = entry.body;
    if (!isLive(reading, series)) note('series', `${series} ends, and is not going on`);
    if (because === 'decided' && !mayRun(reading, entry.by, entry.at)) {
      note('series', `${entry.by} may not end ${series}`);
    }
    const left = because === 'completed' ? daysLeft(reading, series, localDateAt(reading, entry)) : [];
    if (left.length > 0) note('series', `${series} is completed, and ${left[0] ?? ''} is left to be called`);
  },
};

/** A meeting of the series that has not begun, on a day of the new rule. */
const checkMoved = (
  { body }: Of<'SeriesChanged'>,
  { meeting, on }: SeriesEvents['SeriesChanged']['moved'][number],
  reading: Reading,
  note: Note,
): void => {
  const pages = meetingPages(reading, meeting);
  const own = lastOf(pages, 'MeetingCalled')?.body.recurrence?.series === body.series;
  if (!own || stateOf(pages) !== 'called') note('series', `${meeting} is no meeting of ${body.series} that can move`);
  if (!names(body, on, daysBefore(body, on))) note('series', `${body.rule} does not name ${on}`);
};

/** A meeting that was called from a series is on a day that its rule names, or moved off a day without work. */
export const checkOccurrence = (
  entry: Of<'MeetingCalled'>,
  { series, on }: { readonly series: SeriesId; readonly on: LocalDate },
  reading: Reading,
  note: Note,
): void => {
  const plan = planOf(reading, series);
  if (plan === null || !isLive(reading, series)) {
    note('series', `${entry.body.meeting} is called from ${series}, which calls no meetings`);
    return;
  }
  const { body, at } = plan;
  if (!names(body, on, daysBefore(body, on))) note('series', `${body.rule} does not name ${on}`);
  if (on <= lastCalled(reading, series)) note('series', `a meeting for ${on} or a later day was called before`);
  const { calendar } = lastOf(reading.register, 'CharterAdopted')?.body.charter ?? {};
  if (calendar !== undefined) {
    const day = localDate(calendar, entry.body.startsAt);
    const moved = Date.parse(day) - Date.parse(on);
    // Christmas, a weekend and a bank holiday moved, and to spare.
    if (moved < 0 || moved > daysMs(12) || isWeekend(day)) note('series', `${on} is met on ${day}`);
    const time = localTime(calendar, entry.body.startsAt);
    if (time !== body.startsAt) note('series', `${series} meets at ${body.startsAt}, not at ${time}`);
  }
  if (entry.body.callerName !== body.callerName) note('truth', `${series} was not planned by who is said to call`);
  if (entry.at < at) note('series', `${entry.body.meeting} is called before ${series} was planned`);
};

const hasEnd = (rule: string): boolean => /;(?:UNTIL=\d{8}|COUNT=\d+)$/.test(rule);

type Plan = Pick<SeriesEvents['SeriesConvened'], 'rule' | 'from'>;

/** As it was planned, or changed the last time. */
const planOf = (reading: Reading, series: SeriesId): Of<'SeriesConvened'> | Of<'SeriesChanged'> | null =>
  lastChange(reading, series) ??
  ofKind(reading.register, 'SeriesConvened').find(({ body }) => body.series === series) ??
  null;

const lastChange = (reading: Reading, series: SeriesId): Of<'SeriesChanged'> | null =>
  ofKind(reading.register, 'SeriesChanged').findLast(({ body }) => body.series === series) ?? null;

const isLive = (reading: Reading, series: SeriesId): boolean =>
  planOf(reading, series) !== null &&
  !ofKind(reading.register, 'SeriesEnded').some(({ body }) => body.series === series);

/** The last day of the plan in force for which there is a meeting. */
const lastCalled = (reading: Reading, series: SeriesId): LocalDate => {
  const change = lastChange(reading, series);
  const days = [...reading.meetings.values()].flatMap((pages) => {
    const call = lastOf(pages, 'MeetingCalled');
    const { recurrence } = call?.body ?? {};
    return recurrence?.series === series && (call?.seq ?? 0) > (change?.seq ?? 0) ? [recurrence.on] : [];
  });
  return [...days, change?.body.calledTo ?? ''].sort().at(-1) ?? '';
};

/** Days after a day that the rule names and that were not called. */
const daysLeft = (reading: Reading, series: SeriesId, after: LocalDate): readonly LocalDate[] => {
  const plan = planOf(reading, series);
  if (plan === null) return [];
  const called = lastCalled(reading, series);
  const from = called > after ? called : after;
  const days = namedDays(plan.body, plus(from, looked));
  return days.filter((day) => day > from);
};

const daysBefore = (plan: Plan, day: LocalDate): number => namedDays(plan, day).filter((each) => each < day).length;

/** Walks through every day and asks of each: slow and plain on purpose. */
const namedDays = (plan: Plan, to: LocalDate): readonly LocalDate[] => {
  const days: LocalDate[] = [];
  for (let day = plan.from; day <= to && days.length < 1_000; day = plus(day, 1)) {
    if (names(plan, day, days.length)) days.push(day);
  }
  return days;
};

/** Whether the rule names a day, of which there were so many before. */
const names = (plan: Plan, day: LocalDate, before: number): boolean => {
  const { rule } = plan;
  const until = part(rule, 'UNTIL');
  if (until !== '' && day.replaceAll('-', '') > until) return false;
  if (part(rule, 'COUNT') !== '' && before >= Number(part(rule, 'COUNT'))) return false;
  const weekday = part(rule, 'BYDAY').slice(-2);
  if (weekday !== '' && weekdayOf(day) !== weekday) return false;
  return part(rule, 'FREQ') === 'WEEKLY' ? isWeek(plan, day) : isMonth(plan, day) && isPlace(rule, day);
};

const part = (rule: string, name: string): string => new RegExp(`(?:^|;)${name}=([^;]+)`).exec(rule)?.[1] ?? '';

const every = (rule: string): number => Number(part(rule, 'INTERVAL') || '1');

const isWeek = ({ rule, from }: Plan, day: LocalDate): boolean =>
  Math.round((mondayOf(day) - mondayOf(from)) / daysMs(7)) % every(rule) === 0;

const isMonth = ({ rule, from }: Plan, day: LocalDate): boolean => (monthOf(day) - monthOf(from)) % every(rule) === 0;

/** The second Thursday, the last one, the 15th or the last day of its month. */
const isPlace = (rule: string, day: LocalDate): boolean => {
  const ofMonth = Number(day.slice(8));
  const nth = part(rule, 'BYDAY').slice(0, -2);
  if (nth === '-1') return monthOf(plus(day, 7)) > monthOf(day);
  if (nth !== '') return Math.ceil(ofMonth / 7) === Number(nth);
  const date = part(rule, 'BYMONTHDAY');
  return date === '-1' ? monthOf(plus(day, 1)) > monthOf(day) : ofMonth === Number(date);
};

const localDateAt = (reading: Reading, { at }: Entry): LocalDate => {
  const { calendar } = lastOf(reading.register, 'CharterAdopted')?.body.charter ?? {};
  return calendar === undefined ? at.slice(0, 10) : localDate(calendar, at);
};

/** Two years and some: no series is longer. */
const looked = 760;

const plus = (day: LocalDate, days: number): LocalDate =>
  new Date(Date.parse(day) + daysMs(days)).toISOString().slice(0, 10);

const weekdayOf = (day: LocalDate): string =>
  ['SU', 'MO', 'TU', 'WE', 'TH', 'FR', 'SA'][new Date(day).getUTCDay()] ?? '';

const isWeekend = (day: LocalDate): boolean => weekdayOf(day).startsWith('S');

const mondayOf = (day: LocalDate): number => Date.parse(day) - ((new Date(day).getUTCDay() + 6) % 7) * daysMs(1);

const monthOf = (day: LocalDate): number => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7));
