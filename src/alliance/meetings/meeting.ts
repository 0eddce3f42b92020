import type { Instant, LocalDate } from '../instant.js';
import type { Minutes } from '../minutes/minutes.js';
import type {
  AttendanceMode,
  InterestLevel,
  ItemKind,
  MeetingId,
  MemberId,
  PersonId,
  PositionKind,
  ProposalId,
  SeriesId,
  TextRef,
} from '../names.js';
import type { NamedMember } from '../outcomeEvents.js';
import type { AttendedAs, CirculatedBecause } from './meetingEvents.js';

/** A meeting as the book tells it. What was recorded in session stays as it was once it has ended. */
export interface Meeting {
  readonly id: MeetingId;
  readonly body: string;
  readonly calledAt: Instant;
  readonly calledBy: PersonId;
  readonly callerName: TextRef;
  readonly requisition: { readonly member: MemberId; readonly reason: TextRef } | null;
  /** The series that it was called from, and the day that its rule names. */
  readonly recurrence: { readonly series: SeriesId; readonly on: LocalDate } | null;
  readonly shortNotice: boolean;
  /** The charter under which it was called: its quorum and periods count. */
  readonly charterRevision: number;
  readonly startsAt: Instant;
  readonly endsAt: Instant;
  readonly place: TextRef | null;
  readonly link: TextRef | null;
  /** How often calendars had to hear of a change (RFC 5545, SEQUENCE). */
  readonly sequence: number;
  readonly changedAt: Instant;
  readonly status: 'called' | 'inSession' | 'ended' | 'cancelled';
  readonly cancelled: TextRef | null;
  /** In the order of the agenda; removed ones are gone from it. */
  readonly items: readonly AgendaItem[];
  /** Items ever numbered. */
  readonly itemsCounted: number;
  /** Proposals that a member wants discussed, whatever item they stand under. */
  readonly takenOut: readonly ProposalId[];
  readonly papers: readonly Paper[];
  readonly packs: readonly Pack[];
  /** One answer a person and member. */
  readonly answers: readonly InvitationAnswer[];
  /** Each with the change of time or place (`sequence`) after which it was given. */
  readonly waivers: readonly { readonly member: MemberId; readonly item: number | null; readonly sequence: number }[];
  readonly startedAt: Instant | null;
  readonly endedAt: Instant | null;
  readonly attendance: readonly Attendance[];
  readonly chairs: readonly Chair[];
  /** "none" until it is reached for the first time. */
  readonly quorum: 'none' | 'reached' | 'lost' | 'inquorate';
  /** Each time that quorum was reached, lost or given up. */
  readonly quorums: readonly QuorumTurn[];
  readonly put: readonly DecisionPut[];
  /** Lines of the minutes, by number: notes and interests as they read now. */
  readonly lines: readonly MinuteLine[];
  readonly entered: readonly EnteredPosition[];
  /** From the end of the meeting on. */
  readonly minutes: Minutes | null;
}

export interface AgendaItem {
  readonly number: number;
  readonly kind: ItemKind;
  readonly title: TextRef;
  readonly text: TextRef | null;
  readonly about: ProposalId | null;
  readonly presenter: PersonId | null;
  readonly minutes: number | null;
  readonly late: { readonly reason: TextRef; readonly inSession: boolean } | null;
  readonly addedBy: PersonId;
  readonly personName: TextRef;
  /** In the consent block; taken out of it, so that it is discussed; or taken with the block. Null for every other item. */
  readonly consent: 'placed' | 'takenOut' | 'taken' | null;
}

export interface Paper {
  readonly number: number;
  readonly item: number;
  readonly sha256: string;
  readonly name: TextRef;
  readonly type: string;
  readonly bytes: number;
  readonly late: boolean;
  readonly withdrawn: boolean;
}

/** What went out together, for good. */
export interface Pack {
  readonly edition: number;
  readonly at: Instant;
  readonly seq: number;
  readonly items: readonly number[];
  readonly papers: readonly { readonly paper: number; readonly sha256: string }[];
  readonly late: boolean;
}

export interface InvitationAnswer {
  readonly person: PersonId;
  readonly personName: TextRef;
  readonly member: MemberId | null;
  readonly answer: AttendanceMode | 'apologies';
  readonly deputy: { readonly person: PersonId; readonly personName: TextRef } | null;
  readonly at: Instant;
}

export interface Attendance {
  readonly person: PersonId;
  readonly personName: TextRef;
  readonly as: AttendedAs;
  readonly member: NamedMember | null;
  readonly mode: AttendanceMode;
  readonly at: Instant;
  readonly leftAt: Instant | null;
}

export interface Chair {
  readonly person: PersonId;
  readonly personName: TextRef;
  readonly how: 'chair' | 'deputyChair' | 'chosen';
  /** Null for the whole meeting. */
  readonly item: number | null;
  readonly at: Instant;
}

export interface QuorumTurn {
  readonly to: 'reached' | 'lost' | 'inquorate';
  readonly at: Instant;
  /** Who was represented, where it was reached; else who was absent. */
  readonly members: readonly NamedMember[];
}

export interface DecisionPut {
  readonly item: number;
  readonly about: ProposalId;
  readonly revision: number;
  readonly how: 'room' | 'circulation';
  readonly because: CirculatedBecause | null;
  readonly represented: readonly NamedMember[];
  readonly absent: readonly NamedMember[];
  readonly at: Instant;
}

export interface MinuteLine {
  readonly number: number;
  readonly item: number | null;
  readonly kind: 'note' | 'recommendation' | 'interest';
  /** Null once it was struck out. */
  readonly text: TextRef | null;
  /** What it said before, oldest first. */
  readonly earlier: readonly TextRef[];
  readonly at: Instant;
  readonly interest: {
    readonly person: PersonId;
    readonly personName: TextRef;
    readonly member: NamedMember | null;
    readonly level: InterestLevel;
  } | null;
}

export interface EnteredPosition {
  readonly number: number;
  readonly item: number;
  readonly about: ProposalId;
  readonly revision: number;
  readonly member: MemberId;
  readonly position: PositionKind;
  readonly reason: TextRef | null;
  readonly enteredBy: PersonId;
  readonly personName: TextRef;
  readonly at: Instant;
  readonly confirmBy: Instant;
  readonly state: 'waiting' | 'confirmed' | 'disputed' | 'expired';
}
