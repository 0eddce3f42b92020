import type { Instant } from '../instant.js';
import type { DecisionNumber, MeetingId, MemberId, PersonId, ProposalId, TextRef } from '../names.js';
import type { NamedMember } from '../outcomeEvents.js';

/** What can become true of the minutes of a meeting (domain.md D3, B54 to B58; rulings 1.18). */
export interface MinutesEvents {
  /** A line of the draft is written anew, struck out (no text), or added under an item (a new number). */
  MinutesLineWritten: {
    readonly meeting: MeetingId;
    readonly line: number;
    readonly item?: number;
    readonly text?: TextRef;
  };
  MinutesCirculated: {
    readonly meeting: MeetingId;
    readonly version: number;
    /** What each decision of the meeting had come to, as the register has it: never typed (domain.md E63). */
    readonly decisions: readonly MinutedDecision[];
    /** Members that attended: each is asked to accept; nobody's silence counts (rulings 1.18). */
    readonly asked: readonly NamedMember[];
    readonly until: Instant;
  };
  MinutesAccepted: {
    readonly meeting: MeetingId;
    readonly version: number;
    readonly member: MemberId;
    readonly person: PersonId;
    readonly personName: TextRef;
  };
  CorrectionRequested: {
    readonly meeting: MeetingId;
    readonly version: number;
    /** Counted per meeting. */
    readonly correction: number;
    readonly member: MemberId;
    readonly person: PersonId;
    readonly personName: TextRef;
    readonly line: number;
    readonly text: TextRef;
    /** Of a member that was not there: names and figures only (rulings 1.18). */
    readonly absent: boolean;
  };
  CorrectionAnswered: {
    readonly meeting: MeetingId;
    readonly correction: number;
    /** Declined: the line prints both accounts (domain.md E62). */
    readonly answer: 'accepted' | 'declined';
    readonly personName: TextRef;
    readonly reason?: TextRef;
  };
  /** Every member that attended accepted this version: agreed, subject to confirmation. */
  MinutesAgreed: { readonly meeting: MeetingId; readonly version: number };
  /** The time for corrections is over; of these nothing was heard, which is not acceptance (domain.md E64). */
  MinutesUnanswered: { readonly meeting: MeetingId; readonly version: number; readonly silent: readonly NamedMember[] };
  MinutesConfirmed: {
    readonly meeting: MeetingId;
    readonly version: number;
    /** The meeting that confirmed them; left out where there is none to come and all accepted (domain.md E66). */
    readonly at?: MeetingId;
    readonly person: PersonId;
    readonly personName: TextRef;
    /** Lines that are confirmed as disputed. */
    readonly disputed: readonly number[];
  };
  /** By a resolution only, whose text is the new wording; both versions are kept (domain.md B57, E65). */
  MinutesAmended: {
    readonly meeting: MeetingId;
    readonly version: number;
    readonly line: number;
    readonly text: TextRef;
    readonly under: DecisionNumber;
  };
}

export interface MinutedDecision {
  readonly item: number;
  readonly about: ProposalId;
  readonly came:
    | { readonly to: 'adopted'; readonly number: DecisionNumber; readonly digest: string; readonly inRoom: boolean }
    | { readonly to: 'open' | 'lapsed' | 'notAgreed' | 'withdrawn' | 'referred' | 'tabled' };
}
