import { holidayName, localDateOf } from '../../alliance/calendar.js';
import type { Instant, LocalDate } from '../../alliance/instant.js';
import type { Meeting } from '../../alliance/meetings/meeting.js';
import { readRecurrence } from '../../alliance/meetings/recurrence.js';
import type { Recurrence, Weekday } from '../../alliance/meetings/recurrence.js';
import type { Replanned } from '../../alliance/meetings/replanning.js';
import { daysIn, timesOn } from '../../alliance/meetings/series.js';
import type { Series } from '../../alliance/meetings/series.js';
import type { SeriesEvents } from '../../alliance/meetings/seriesEvents.js';
import type { View } from '../view.js';
import { counted, listed, quotedLast } from './general.js';
import type { HistoryOf } from './history.js';
import { bodyName } from './meetings.js';
import { dateWords, dayWords, momentWords } from './moments.js';
import { actorName, nameOfRecord, textOf } from './names.js';

type Plan = Pick<Series, 'rule' | 'from' | 'startsAt' | 'endsAt'>;

export const seriesHistory: HistoryOf<keyof SeriesEvents> = {
  SeriesConvened: (view, { body }) =>
    `${nameOfRecord(view, body.callerName)} planned ${body.series}, meetings of the ${bodyName(view, body.body)} ${seriesTimes(body)}.`,
  SeriesChanged: (view, { body }) =>
    `${nameOfRecord(view, body.callerName)} changed ${body.series}: they now meet ${seriesTimes(body)}. ${movedWith(body.moved.map(({ meeting }) => meeting))} ${quotedLast(textOf(view, body.why))}`,
  SeriesEnded: (view, { body, by }) => {
    switch (body.because) {
      case 'decided':
        return `${actorName(view, by)} ended ${body.series}, so no more meetings are called from it: ${body.why === undefined ? '' : quotedLast(textOf(view, body.why))}`;
      case 'completed':
        return `All meetings of ${body.series} are called; ${lastDayWords(view, body.series)}.`;
      case 'bodyGone':
        return `${body.series} ended, because the charter names that body no more.`;
      case 'tooManyMeetings':
        return `${body.series} ended, because too many meetings wait for their minutes to be confirmed. Confirm them, then plan new meetings.`;
    }
  },
};

const movedWith = (meetings: readonly string[]): string =>
  meetings.length === 0
    ? 'Meetings that are called stay as they are.'
    : `${listed(meetings)} ${meetings.length === 1 ? 'moves' : 'move'} with it.`;

/** "on the second Thursday of each month, 10:00 to 12:00, until Wed 31 Mar 2027". */
export const seriesTimes = ({ rule, startsAt, endsAt }: Plan): string => {
  const recurrence = readRecurrence(rule);
  if ('unclear' in recurrence) return rule;
  const { end } = recurrence;
  const until = 'until' in end ? `until ${dateWords(end.until)}` : counted(end.count, 'time');
  return `${patternWords(recurrence)}, ${startsAt} to ${endsAt}, ${until}`;
};

/** How words for a series were read, before they count: the same words sent again are a yes. */
export const readPlanWords = (view: View, plan: Plan): string =>
  `This is read as meetings ${seriesTimes(plan)}. ${nextDaysWords(view, plan, view.now)} If that is right, send the form again; if not, change the words or use the fields below.`;

/** What a change does to meetings that are called, before it counts: the same form sent again is a yes. */
export const readMovesWords = (view: View, { moved, cancelled }: Pick<Replanned, 'moved' | 'cancelled'>): string => {
  const at = (startsAt: Instant): string => momentWords(view, startsAt);
  const lines = [
    ...moved.map(({ meeting, startsAt }) =>
      startsAt === meeting.startsAt
        ? `${meeting.id} stays on ${at(startsAt)}`
        : `${meeting.id} moves from ${at(meeting.startsAt)} to ${at(startsAt)}`,
    ),
    ...cancelled.map(({ id, startsAt }) => `${id} on ${at(startsAt)} is cancelled`),
  ];
  return `${listed(lines)}. If that is right, send the form again; if not, change it.`;
};

const patternWords = (recurrence: Recurrence): string => {
  const { every } = recurrence;
  switch (recurrence.on) {
    case 'weekday':
      return every === 1
        ? `every ${weekdayNames[recurrence.weekday]}`
        : `every ${every} weeks on ${weekdayNames[recurrence.weekday]}`;
    case 'weekdayOfMonth':
      return `on the ${nthNames[recurrence.nth] ?? 'last'} ${weekdayNames[recurrence.weekday]} ${ofMonth(every)}`;
    case 'dateOfMonth':
      return `on the ${recurrence.date < 0 ? 'last day' : ordinal(recurrence.date)} ${ofMonth(every)}`;
  }
};

const ofMonth = (every: number): string => (every === 1 ? 'of each month' : `of every ${ordinal(every)} month`);

const ordinal = (figure: number): string => {
  const ends = { 1: 'st', 2: 'nd', 3: 'rd' } as const;
  const last = Math.floor(figure / 10) === 1 ? 0 : figure % 10;
  return `${figure}${last in ends ? ends[last as 1 | 2 | 3] : 'th'}`;
};

const weekdayNames: Readonly<Record<Weekday, string>> = {
  MO: 'Monday',
  TU: 'Tuesday',
  WE: 'Wednesday',
  TH: 'Thursday',
  FR: 'Friday',
};
const nthNames: Readonly<Record<number, string>> = { 1: 'first', 2: 'second', 3: 'third', 4: 'fourth', [-1]: 'last' };

/** "The next are on Thu 9 Apr 2026, Thu 14 May 2026 and Thu 11 Jun 2026." */
export const nextDaysWords = (view: View, plan: Plan, after: string): string =>
  daysWords(view, plan, daysIn(plan), after);

/** The same of a changed plan: the days of meetings that moved to it, then those after all that stand. */
export const changedDaysWords = (view: View, plan: SeriesEvents['SeriesChanged'], after: string): string => {
  const { calledTo, moved } = plan;
  const taken = new Set(moved.map(({ on }) => on));
  const days = daysIn(plan).filter((on) => taken.has(on) || calledTo === undefined || on > calledTo);
  return daysWords(view, plan, days, after);
};

const daysWords = (view: View, plan: Plan, on: readonly LocalDate[], after: string): string => {
  const { calendar } = view.alliance.charter;
  const days = on
    .map((day) => timesOn(calendar, plan, day).startsAt)
    .filter((startsAt) => startsAt > after)
    .slice(0, daysShown)
    .map((startsAt) => dayWords(view, startsAt));
  if (days.length === 0) return '';
  return days.length === 1 ? `The next is on ${listed(days)}.` : `The next are on ${listed(days)}.`;
};

const daysShown = 3;

const lastDayWords = (view: View, series: SeriesEvents['SeriesEnded']['series']): string => {
  const found = view.alliance.series.get(series);
  return found?.calledTo == null
    ? 'none is left'
    : `the last is on ${dayWords(view, timesOn(view.alliance.charter.calendar, found, found.calledTo).startsAt)}`;
};

/** "One of S-1, on the second Thursday of each month.", and why it is on another day. */
export const occurrenceWords = (view: View, { recurrence, startsAt }: Meeting): readonly string[] => {
  if (recurrence === null) return [];
  const series = view.alliance.series.get(recurrence.series);
  const moved = movedWords(view, recurrence, startsAt);
  return [
    ...(series === undefined ? [] : [`One of ${series.id}, ${seriesTimes(series)}.`]),
    ...(moved === '' ? [] : [`${moved}.`]),
  ];
};

/** "Mon 6 Apr 2026 is Easter Monday, so it is on the next working day"; empty for a day that stayed. */
export const movedWords = (view: View, { on }: NonNullable<Meeting['recurrence']>, startsAt: string): string => {
  const { calendar } = view.alliance.charter;
  if (localDateOf(calendar, startsAt) === on) return '';
  const name = holidayName(calendar, on);
  if (name !== null) return `${dateWords(on)} is ${name}, so it is on the next working day`;
  return isWeekend(on)
    ? `${dateWords(on)} is no working day, so it is on the next one`
    : `It was to be on ${dateWords(on)}`;
};

const isWeekend = (day: string): boolean => /^S/u.test(dateWords(day));

export const seriesWords = {
  heading: 'Recurring',
  plan: 'Plan recurring meetings',
  change: (id: string): string => `Change ${id}`,
  end: (id: string): string => `End ${id}`,
} as const;
