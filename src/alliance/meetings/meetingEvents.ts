import type { Instant, LocalDate } from '../instant.js';
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

/** What can become true of a meeting, from its call to its end (domain.md D2, BC). */
export interface MeetingEvents {
  MeetingCalled: {
    readonly meeting: MeetingId;
    /** A body of the charter; only the leadership team decides. */
    readonly body: string;
    readonly startsAt: Instant;
    readonly endsAt: Instant;
    readonly place?: TextRef;
    readonly link?: TextRef;
    readonly callerName: TextRef;
    /** A member that demanded it, and why (domain.md B48). */
    readonly requisition?: { readonly member: MemberId; readonly reason: TextRef };
    /** Called later than the period of notice: nothing is decided in the room unless every member waives (domain.md B49). */
    readonly shortNotice: boolean;
    /** The series it comes from, and the day that its rule names. */
    readonly recurrence?: { readonly series: SeriesId; readonly on: LocalDate };
    readonly charterRevision: number;
  };
  MeetingMoved: {
    readonly meeting: MeetingId;
    /** Counts the changes that calendars must hear of (RFC 5545, SEQUENCE). */
    readonly sequence: number;
    readonly startsAt: Instant;
    readonly endsAt: Instant;
    readonly place?: TextRef;
    readonly link?: TextRef;
    readonly why: TextRef;
    readonly shortNotice: boolean;
  };
  MeetingCancelled: { readonly meeting: MeetingId; readonly sequence: number; readonly why: TextRef };
  InvitationAnswered: {
    readonly meeting: MeetingId;
    readonly person: PersonId;
    readonly personName: TextRef;
    readonly answer: AttendanceMode | 'apologies';
    readonly member?: MemberId;
    /** Who comes in the place of somebody who sends apologies: a deputy on record (domain.md B6). */
    readonly deputy?: { readonly person: PersonId; readonly personName: TextRef };
  };
  /** The notice of a meeting, or of one item that came late, is waived by a member (domain.md B50, E60, E61). */
  NoticeWaived: {
    readonly meeting: MeetingId;
    readonly member: MemberId;
    readonly person: PersonId;
    readonly personName: TextRef;
    readonly item?: number;
  };
  AgendaItemAdded: {
    readonly meeting: MeetingId;
    /** Counted per meeting. */
    readonly item: number;
    readonly kind: ItemKind;
    readonly title: TextRef;
    readonly text?: TextRef;
    readonly about?: ProposalId;
    readonly presenter?: PersonId;
    readonly minutes?: number;
    /** Later than the clear days for papers, with a reason; "inSession": any other business (domain.md B50, E61). */
    readonly late?: { readonly reason: TextRef; readonly inSession: boolean };
    readonly personName: TextRef;
  };
  AgendaItemChanged: {
    readonly meeting: MeetingId;
    readonly item: number;
    readonly title?: TextRef;
    readonly text?: TextRef;
    readonly presenter?: PersonId;
    readonly minutes?: number;
  };
  AgendaItemRemoved: { readonly meeting: MeetingId; readonly item: number; readonly why: TextRef };
  AgendaOrdered: { readonly meeting: MeetingId; readonly order: readonly number[] };
  /** It is taken with other uncontested items, without discussion (domain.md B52). */
  ItemPlacedInConsent: { readonly meeting: MeetingId; readonly item: number };
  /** Somebody wants it discussed by itself; it does not come back. */
  ItemTakenOutOfConsent: {
    readonly meeting: MeetingId;
    readonly item: number;
    readonly person: PersonId;
    readonly personName: TextRef;
  };
  /** The items were taken together; decisions among them have a `DecisionPut` each. */
  ConsentTaken: { readonly meeting: MeetingId; readonly items: readonly number[]; readonly personName: TextRef };
  PaperAdded: {
    readonly meeting: MeetingId;
    readonly item: number;
    /** Counted per meeting. */
    readonly paper: number;
    /** Of its bytes, in hex: the bytes are kept beside the book. */
    readonly sha256: string;
    readonly name: TextRef;
    readonly type: string;
    readonly bytes: number;
    readonly late: boolean;
  };
  PaperWithdrawn: { readonly meeting: MeetingId; readonly paper: number; readonly why: TextRef };
  /** The agenda and its papers as they went out; what is in a pack never changes (domain.md B49). */
  PackPublished: {
    readonly meeting: MeetingId;
    /** 1 for the first pack, 2 for a revised one … */
    readonly edition: number;
    readonly items: readonly number[];
    readonly papers: readonly { readonly paper: number; readonly sha256: string }[];
    /** Later than the clear days for papers. */
    readonly late: boolean;
  };
  MeetingStarted: { readonly meeting: MeetingId; readonly personName: TextRef };
  AttendanceRecorded: {
    readonly meeting: MeetingId;
    readonly person: PersonId;
    readonly personName: TextRef;
    readonly as: AttendedAs;
    readonly mode: AttendanceMode;
    /** With its name of the day, for the record. */
    readonly member?: NamedMember;
  };
  AttendanceEnded: { readonly meeting: MeetingId; readonly person: PersonId };
  ChairTaken: {
    readonly meeting: MeetingId;
    readonly person: PersonId;
    readonly personName: TextRef;
    /** "chosen" by the members present, where neither chair nor deputy chair can preside (domain.md E59). */
    readonly how: 'chair' | 'deputyChair' | 'chosen';
    /** For this item only. */
    readonly item?: number;
  };
  QuorumReached: { readonly meeting: MeetingId; readonly represented: readonly NamedMember[] };
  QuorumLost: { readonly meeting: MeetingId; readonly absent: readonly NamedMember[] };
  /** Notes only from here on: it may discuss and recommend (domain.md E57). */
  MeetingInquorate: { readonly meeting: MeetingId; readonly absent: readonly NamedMember[] };
  /** A decision is put to the members present, or goes to all by circulation (domain.md B30, D2). */
  DecisionPut: {
    readonly meeting: MeetingId;
    readonly item: number;
    readonly about: ProposalId;
    readonly revision: number;
    readonly how: 'room' | 'circulation';
    readonly represented: readonly NamedMember[];
    readonly absent: readonly NamedMember[];
    /** Why it goes by circulation. */
    readonly because?: CirculatedBecause;
  };
  NoteTaken: {
    readonly meeting: MeetingId;
    /** Counted per meeting: the lines of the minutes. */
    readonly line: number;
    readonly item?: number;
    readonly kind: 'note' | 'recommendation';
    readonly text: TextRef;
    readonly personName: TextRef;
  };
  /** The line reads so from now on, or is struck out; what it said before stays in the book. */
  LineCorrected: { readonly meeting: MeetingId; readonly line: number; readonly text?: TextRef };
  InterestMinuted: {
    readonly meeting: MeetingId;
    readonly line: number;
    readonly item?: number;
    readonly person: PersonId;
    readonly personName: TextRef;
    readonly member?: NamedMember;
    readonly level: InterestLevel;
    readonly nature: TextRef;
  };
  /** Said in the room and typed by somebody else: it does not count until the member confirms (domain.md D2, E52). */
  PositionEntered: {
    readonly meeting: MeetingId;
    /** Counted per meeting. */
    readonly entered: number;
    readonly item: number;
    readonly about: ProposalId;
    readonly revision: number;
    readonly member: MemberId;
    readonly position: PositionKind;
    readonly reason?: TextRef;
    readonly personName: TextRef;
    readonly confirmBy: Instant;
  };
  EnteredPositionAnswered: {
    readonly meeting: MeetingId;
    readonly entered: number;
    readonly member: MemberId;
    readonly person: PersonId;
    readonly personName: TextRef;
    readonly answer: 'confirmed' | 'disputed';
  };
  EnteredPositionExpired: { readonly meeting: MeetingId; readonly entered: number };
  MeetingEnded: { readonly meeting: MeetingId; readonly personName: TextRef };
}

export type AttendedAs = 'representative' | 'deputy' | 'officer' | 'observer';
export type CirculatedBecause = 'noQuorum' | 'late' | 'shortNotice' | 'asked';
