import type { Instant } from '../instant.js';
import type {
  AttendanceMode,
  InterestLevel,
  InterestScope,
  ItemKind,
  MeetingId,
  MemberId,
  PersonId,
  PositionKind,
  ProposalId,
} from '../names.js';

interface OfMeeting {
  readonly meeting: MeetingId;
}

/** An item of the agenda, by its number. */
interface OnItem extends OfMeeting {
  readonly item: number;
}

interface InCapacity {
  readonly member?: MemberId;
}

/** Everything that can be asked about a meeting, from its call to its end. */
export type MeetingCommand =
  | ({
      readonly kind: 'conveneMeeting';
      /** The leadership team when left out. */
      readonly body?: string;
      readonly startsAt: Instant;
      readonly endsAt: Instant;
      readonly place?: string;
      readonly link?: string;
      /** Needed of a member that requisitions it (domain.md B48). */
      readonly reason?: string;
    } & InCapacity)
  | ({
      readonly kind: 'moveMeeting';
      readonly startsAt: Instant;
      readonly endsAt: Instant;
      readonly place?: string;
      readonly link?: string;
      readonly why: string;
    } & OfMeeting)
  | ({ readonly kind: 'cancelMeeting'; readonly why: string } & OfMeeting)
  | ({
      readonly kind: 'answerInvitation';
      readonly answer: AttendanceMode | 'apologies';
      /** Who comes instead: a deputy on record. */
      readonly deputy?: PersonId;
    } & OfMeeting &
      InCapacity)
  /** The notice of the meeting, or of one late item. */
  | ({ readonly kind: 'waiveNotice'; readonly item?: number } & OfMeeting & InCapacity)
  | ({
      readonly kind: 'addItem';
      readonly as: ItemKind;
      /** The proposal's own title when left out. */
      readonly title?: string;
      readonly text?: string;
      readonly about?: ProposalId;
      readonly presenter?: PersonId;
      readonly minutes?: number;
      /** Why it cannot wait: needed once papers were due (domain.md B50). */
      readonly reason?: string;
    } & OfMeeting)
  /** A proposal for this meeting: it opens when it is put there, and by circulation once the meeting is over. */
  | ({
      readonly kind: 'tableForMeeting';
      readonly class: string;
      readonly title: string;
      readonly text: string;
      readonly bestForPeople: string;
      readonly reason?: string;
    } & OfMeeting &
      InCapacity)
  | ({
      readonly kind: 'changeItem';
      readonly title?: string;
      readonly text?: string;
      readonly presenter?: PersonId;
      readonly minutes?: number;
    } & OnItem)
  | ({ readonly kind: 'removeItem'; readonly why: string } & OnItem)
  /** Puts an item before another one, or last when that is left out. */
  | ({ readonly kind: 'moveItem'; readonly before?: number } & OnItem)
  /** Into the items that are taken together, where nobody contests it; out of them again; and taking just these (domain.md B52). */
  | ({ readonly kind: 'placeInConsent' } & OnItem)
  | ({ readonly kind: 'takeOutOfConsent' } & OnItem)
  | ({ readonly kind: 'takeConsent'; readonly items: readonly number[] } & OfMeeting)
  | ({
      readonly kind: 'addPaper';
      readonly sha256: string;
      readonly name: string;
      readonly type: string;
      readonly bytes: number;
    } & OnItem)
  | ({ readonly kind: 'withdrawPaper'; readonly paper: number; readonly why: string } & OfMeeting)
  | ({ readonly kind: 'publishPack' } & OfMeeting)
  | ({ readonly kind: 'startMeeting' } & OfMeeting)
  /** "I am here", or somebody is; for every member that the person speaks for. */
  | ({ readonly kind: 'recordAttendance'; readonly person?: PersonId; readonly mode: AttendanceMode } & OfMeeting)
  | ({ readonly kind: 'endAttendance'; readonly person?: PersonId } & OfMeeting)
  | ({ readonly kind: 'takeChair'; readonly person?: PersonId; readonly item?: number } & OfMeeting)
  | ({ readonly kind: 'putDecision' } & OnItem)
  | ({ readonly kind: 'circulateItem' } & OnItem)
  | ({ readonly kind: 'declareInquorate' } & OfMeeting)
  | ({
      readonly kind: 'takeNote';
      readonly item?: number;
      readonly as: 'note' | 'recommendation';
      readonly text: string;
    } & OfMeeting)
  /** Without a text the line is struck out. */
  | ({ readonly kind: 'correctLine'; readonly line: number; readonly text?: string } & OfMeeting)
  | ({
      readonly kind: 'minuteInterest';
      readonly item?: number;
      readonly level: InterestLevel;
      readonly scope: InterestScope;
      readonly nature: string;
    } & OfMeeting &
      InCapacity)
  | ({
      readonly kind: 'enterPosition';
      readonly member: MemberId;
      readonly position: PositionKind;
      readonly reason?: string;
    } & OnItem)
  | ({
      readonly kind: 'answerEntered';
      readonly entered: number;
      readonly answer: 'confirmed' | 'disputed';
    } & OfMeeting &
      InCapacity)
  | ({ readonly kind: 'endMeeting' } & OfMeeting);
