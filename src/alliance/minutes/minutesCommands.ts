import type { DecisionNumber, MeetingId, MemberId } from '../names.js';

interface OfMeeting {
  readonly meeting: MeetingId;
}

/** The version that a button was drawn from: acceptance is to a version, as agreement is to a revision. */
interface OnVersion extends OfMeeting {
  readonly version: number;
}

interface InCapacity {
  readonly member?: MemberId;
}

/** Everything that can be asked about the minutes of a meeting. */
export type MinutesCommand =
  /** Writes a line of the draft anew, strikes it out (no text), or adds one under an item (no line). */
  | ({
      readonly kind: 'writeMinutes';
      readonly line?: number;
      readonly item?: number;
      readonly text?: string;
    } & OfMeeting)
  | ({ readonly kind: 'circulateMinutes' } & OfMeeting)
  | ({ readonly kind: 'acceptMinutes' } & OnVersion & InCapacity)
  | ({ readonly kind: 'requestCorrection'; readonly line: number; readonly text: string } & OnVersion & InCapacity)
  | ({
      readonly kind: 'answerCorrection';
      readonly correction: number;
      readonly answer: 'accepted' | 'declined';
      /** Needed to decline. */
      readonly reason?: string;
    } & OfMeeting)
  | ({ readonly kind: 'confirmMinutes' } & OnVersion)
  /** The text of the decision becomes the line (domain.md B57). */
  | ({ readonly kind: 'amendMinutes'; readonly line: number; readonly under: DecisionNumber } & OfMeeting);
