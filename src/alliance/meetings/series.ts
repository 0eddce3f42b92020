import { atLocal, minusWorkingDays, workingDaysAfter } from '../calendar.js';
import type { Calendar } from '../calendar.js';
import { earlierOf, laterOf, type Instant, type LocalDate } from '../instant.js';
import type { PersonId, SeriesId, TextRef } from '../names.js';
import type { Alliance } from '../alliance.js';
import type { Meeting } from './meeting.js';
import { daysOf, readRecurrence } from './recurrence.js';
import { clearBefore, standingOrdersOf } from './standingOrders.js';

/** Meetings of a body that recur: each is called by itself in time, and stands on its own from then on (domain.md B48). */
export interface Series {
  readonly id: SeriesId;
  readonly body: string;
  /** As `ruleText` writes it. */
  readonly rule: string;
  readonly from: LocalDate;
  /** On the clock of the alliance, "HH:MM". */
  readonly startsAt: string;
  readonly endsAt: string;
  readonly place: TextRef | null;
  readonly link: TextRef | null;
  /** Whoever planned it as it stands, and when. */
  readonly plannedBy: PersonId;
  readonly callerName: TextRef;
  readonly plannedAt: Instant;
  /** Up to this day of the rule nothing is called any more: the meetings are there; null before the first. */
  readonly calledTo: LocalDate | null;
  readonly ended: 'decided' | 'completed' | 'bodyGone' | 'tooManyMeetings' | null;
}

/** One meeting of a series: the day that its rule names, when it meets, and when it is called. */
export interface Occurrence {
  readonly on: LocalDate;
  readonly startsAt: Instant;
  readonly endsAt: Instant;
  readonly callAt: Instant;
}

/**
 * The next meeting that was not called yet and is still to come after a moment; null when there is none. Three are
 * called ahead, and each in time for its notice. On a day that is no working day it meets on the next one.
 */
export const nextOccurrence = (alliance: Alliance, series: Series, after: Instant): Occurrence | null => {
  const { calendar } = alliance.charter;
  const days = daysIn(series);
  const place = days.findIndex(
    (on) => (series.calledTo === null || on > series.calledTo) && timesOn(calendar, series, on).startsAt > after,
  );
  const on = days[place];
  if (on === undefined) return null;
  const times = timesOn(calendar, series, on);
  const before = days[place - aheadMost];
  const notice = clearBefore(calendar, times.startsAt, standingOrdersOf(alliance.charter).noticeWorkingDays);
  const usual = before === undefined ? series.plannedAt : timesOn(calendar, series, before).startsAt;
  return {
    on,
    ...times,
    callAt: laterOf(series.plannedAt, earlierOf(usual, minusWorkingDays(calendar, notice, 1))),
  };
};

/** Meetings of a series that were called and have not begun, soonest first. */
export const calledIn = (alliance: Alliance, id: SeriesId): readonly Meeting[] =>
  [...alliance.liveMeetings]
    .flatMap((meeting) => alliance.meetings.get(meeting) ?? [])
    .filter(({ status, recurrence }) => status === 'called' && recurrence?.series === id)
    .sort((a, b) => (a.startsAt < b.startsAt ? -1 : 1));

/** All days that the rule of a series names. */
export const daysIn = ({ rule, from }: Pick<Series, 'rule' | 'from'>): readonly LocalDate[] => {
  const key = `${from} ${rule}`;
  const kept = worked.get(key);
  if (kept !== undefined) return kept;
  const recurrence = readRecurrence(rule);
  const days = 'unclear' in recurrence ? [] : daysOf(recurrence, from);
  if (worked.size >= rulesKeptMost) worked.clear();
  worked.set(key, days);
  return days;
};

/** When a series meets for a day that its rule names: on that day, or on the next working day. */
export const timesOn = (
  calendar: Calendar,
  { startsAt, endsAt }: Pick<Series, 'startsAt' | 'endsAt'>,
  on: LocalDate,
): { readonly startsAt: Instant; readonly endsAt: Instant } => {
  const day = workingDaysAfter(calendar, on, 0);
  return { startsAt: atLocal(calendar, day, startsAt, 'first'), endsAt: atLocal(calendar, day, endsAt, 'last') };
};

const aheadMost = 3;
const rulesKeptMost = 500;
/** The same rule names the same days, and every commit asks for the next one. */
const worked = new Map<string, readonly LocalDate[]>();
