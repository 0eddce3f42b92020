import type { LocalDate } from '../instant.js';
import type { MeetingId, SeriesId } from '../names.js';

/** On which days and at which times meetings recur, and where. */
interface WantedPlan {
  /** A recurrence rule (RFC 5545, RRULE) with an end: "FREQ=MONTHLY;BYDAY=2TH;UNTIL=20270331". */
  readonly rule: string;
  /** The rule counts from this day. */
  readonly from: LocalDate;
  /** On the clock of the alliance, "HH:MM". */
  readonly startsAt: string;
  readonly endsAt: string;
  readonly place?: string;
  readonly link?: string;
}

/** What can be asked about meetings that recur. One of them is moved or cancelled like every other meeting. */
export type SeriesCommand =
  | (WantedPlan & {
      readonly kind: 'conveneSeries';
      /** The leadership team when left out. */
      readonly body?: string;
    })
  // The new plan is whole: what stays the same is said again.
  | (WantedPlan & {
      readonly kind: 'changeSeries';
      readonly series: SeriesId;
      /** The first called meeting that changes; those after it change as well. Left out, only those not called yet do. */
      readonly since?: MeetingId;
      readonly why: string;
    })
  | {
      readonly kind: 'endSeries';
      readonly series: SeriesId;
      readonly why: string;
      /** Whether meetings that were called already are cancelled with it. */
      readonly called: 'keep' | 'cancel';
    };
