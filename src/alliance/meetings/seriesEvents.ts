import type { LocalDate } from '../instant.js';
import type { MeetingId, SeriesId, TextRef } from '../names.js';
import type { Series } from './series.js';

/** On which days and at which times meetings recur, and where. */
interface RecurringPlan {
  /** A recurrence rule without its beginning (RFC 5545, RRULE), always with an end. */
  readonly rule: string;
  readonly from: LocalDate;
  /** On the clock of the alliance, "HH:MM". */
  readonly startsAt: string;
  readonly endsAt: string;
  readonly place?: TextRef;
  readonly link?: TextRef;
  readonly callerName: TextRef;
}

/** What can become true of meetings that recur; each meeting itself is called by a `MeetingCalled` of its own. */
export interface SeriesEvents {
  SeriesConvened: RecurringPlan & { readonly series: SeriesId; readonly body: string };
  /** The plan from now on. Meetings that were called have a `MeetingMoved` or `MeetingCancelled` of their own, or stand. */
  SeriesChanged: RecurringPlan & {
    readonly series: SeriesId;
    readonly why: TextRef;
    /** Called meetings that take the first days of the new rule, soonest first. */
    readonly moved: readonly { readonly meeting: MeetingId; readonly on: LocalDate }[];
    /** Up to this day nothing is called by the new rule: the meetings are there. */
    readonly calledTo?: LocalDate;
  };
  /** No more meetings are called; those that were stand as they are. */
  SeriesEnded: {
    readonly series: SeriesId;
    readonly because: NonNullable<Series['ended']>;
    /** Where somebody decided it. */
    readonly why?: TextRef;
  };
}
