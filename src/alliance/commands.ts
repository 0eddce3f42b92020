import type { ActionCommand } from './actions/actionCommands.js';
import type { CharterSettings } from './charter.js';
import type { Account, RoomAddress } from './directory.js';
import type { AuthorityLimits } from './events.js';
import type { Instant } from './instant.js';
import type { MeetingCommand } from './meetings/meetingCommands.js';
import type { SeriesCommand } from './meetings/seriesCommands.js';
import type { MinutesCommand } from './minutes/minutesCommands.js';
import type {
  AppointmentKind,
  Capacity,
  DecisionNumber,
  InterestLevel,
  InterestScope,
  MemberId,
  ObserverRole,
  Office,
  OrganisationId,
  PersonId,
  PositionKind,
  ProposalId,
} from './names.js';

/** A revision that a button was drawn from or a form was opened on. A position counts for that revision only. */
interface OnRevision {
  readonly proposal: ProposalId;
  readonly revision: number;
}

/** Which member the person speaks for; may be left out by those who speak for one member only (domain.md B7). */
interface InCapacity {
  readonly member?: MemberId;
}

/**
 * Everything that can be asked of the clerk. Texts are plain here and become commitments in `decide`.
 * Who may ask is decided by `decide`, never by hiding a button.
 */
export type Command =
  | MeetingCommand
  | SeriesCommand
  | MinutesCommand
  | ActionCommand
  | ({
      readonly kind: 'tableProposal';
      readonly class: string;
      readonly title: string;
      readonly text: string;
      /** Answer to "How is this best for people using services?" (domain.md B25). */
      readonly bestForPeople: string;
      /** The class's window when left out. */
      readonly deadline?: Instant;
      /** At once when left out (rulings 1.11). */
      readonly opensAt?: Instant;
      readonly discreet?: boolean;
      readonly retables?: ProposalId;
    } & InCapacity)
  | ({
      readonly kind: 'recordPosition';
      readonly position: PositionKind;
      /** Needed for an objection and for a reservation. */
      readonly reason?: string;
      readonly wouldChange?: string;
    } & OnRevision &
      InCapacity)
  | ({ readonly kind: 'withdrawObjection' } & OnRevision & InCapacity)
  | ({
      readonly kind: 'declareInterest';
      readonly level: InterestLevel;
      readonly scope: InterestScope;
      readonly nature: string;
    } & OnRevision &
      InCapacity)
  | ({ readonly kind: 'withdrawInterest'; readonly declaration: number } & OnRevision)
  | ({ readonly kind: 'suggestAmendment'; readonly text: string; readonly why: string } & OnRevision & InCapacity)
  | {
      readonly kind: 'declineSuggestion';
      readonly proposal: ProposalId;
      readonly suggestion: number;
      readonly reason: string;
    }
  | ({
      readonly kind: 'amendProposal';
      /** Unchanged when left out. */
      readonly title?: string;
      readonly text?: string;
      readonly bestForPeople?: string;
      readonly why: string;
      readonly suggestion?: number;
      readonly deadline?: Instant;
    } & OnRevision)
  | { readonly kind: 'letChairAmend'; readonly proposal: ProposalId }
  | { readonly kind: 'withdrawProposal'; readonly proposal: ProposalId; readonly reason: string }
  | {
      readonly kind: 'extendDeadline';
      readonly proposal: ProposalId;
      readonly deadline: Instant;
      readonly reason: string;
    }
  /** Reminds those who are waited for, by hand. */
  | { readonly kind: 'nudge'; readonly proposal: ProposalId }
  | ({ readonly kind: 'callMeeting'; readonly reason: string } & OnRevision & InCapacity)
  | { readonly kind: 'reopenProposal'; readonly proposal: ProposalId; readonly deadline?: Instant }
  | ({ readonly kind: 'confirmRecount' } & OnRevision)
  | {
      readonly kind: 'joinMember';
      readonly member: MemberId;
      readonly organisation: OrganisationId;
      readonly name: string;
      readonly capacity: Capacity;
      readonly voting: boolean;
      readonly from?: Instant;
    }
  | { readonly kind: 'giveNotice'; readonly member: MemberId; readonly leavesAt: Instant }
  | { readonly kind: 'recordDeparture'; readonly member: MemberId }
  | {
      /** A person not yet known is named; a known one is pointed at. */
      readonly kind: 'appoint';
      readonly person: PersonId | { readonly name: string; readonly organisation?: OrganisationId };
      readonly member: MemberId;
      readonly as: AppointmentKind;
      readonly from?: Instant;
      readonly to?: Instant;
      readonly personalTo?: PersonId;
      readonly limits?: AuthorityLimits;
      /** End the live appointment of the same kind at the same moment. */
      readonly replaces?: PersonId;
    }
  | {
      readonly kind: 'endAppointment';
      readonly person: PersonId;
      readonly member: MemberId;
      readonly as: AppointmentKind;
      readonly at?: Instant;
    }
  | {
      readonly kind: 'takeOffice';
      readonly person: PersonId;
      readonly office: Office;
      readonly from?: Instant;
      readonly to?: Instant;
    }
  | { readonly kind: 'leaveOffice'; readonly person: PersonId; readonly office: Office; readonly at?: Instant }
  | {
      readonly kind: 'admitObserver';
      readonly person: PersonId | { readonly name: string };
      readonly role: ObserverRole;
      readonly of?: string;
      readonly from?: Instant;
      readonly to?: Instant;
    }
  | { readonly kind: 'endObserver'; readonly person: PersonId; readonly at?: Instant }
  | { readonly kind: 'renamePerson'; readonly person: PersonId; readonly name: string }
  | ({
      /** "I am away"; `person` when an officer or nominating officer records it for somebody. */
      readonly kind: 'recordAbsence';
      readonly person?: PersonId;
      readonly from: Instant;
      readonly to: Instant;
      readonly cover?: PersonId;
    } & InCapacity)
  | ({ readonly kind: 'endAbsence'; readonly person?: PersonId } & InCapacity)
  /**
   * What the person wants to be spared; null ends it, left out stays as it was. Kept in the erasable directory and never
   * in the book (rulings 4.2).
   */
  | {
      readonly kind: 'setPreferences';
      readonly snoozedUntil?: Instant | null;
      /** Local times, "18:00" to "08:00". */
      readonly quiet?: { readonly from: string; readonly to: string } | null;
    }
  /** A new address for the person's calendar, or none; the Alliance Manager may end somebody's. Beside the book as well. */
  | { readonly kind: 'setFeed'; readonly feed: 'new' | 'none'; readonly person?: PersonId }
  /** The clock's only command; makes true what time makes true. Idempotent. */
  | { readonly kind: 'letTimePass' }
  /** `body` is a body of the charter; the address, and what people call the place, go to the directory, not to the book. */
  | { readonly kind: 'bindRoom'; readonly body: string; readonly address: RoomAddress; readonly name?: string | null }
  | { readonly kind: 'releaseRoom'; readonly room: number; readonly because: 'asked' | 'unreachable' }
  /** By the person whose account it is; the surface vouches for address and account (rulings 3.1). */
  | { readonly kind: 'linkAccount'; readonly account: Account; readonly mailDomain: string }
  | { readonly kind: 'proposeLink'; readonly person: PersonId; readonly account: Account }
  | { readonly kind: 'confirmLink'; readonly link: number }
  | { readonly kind: 'unlinkAccount'; readonly link: number; readonly because: 'asked' | 'gone' }
  /** By the operator: the book's next signing key, handed over by the present one right after entry `after` (rulings 4.3). */
  | { readonly kind: 'rotateKey'; readonly publicKey: string; readonly handover: string; readonly after: number }
  /** A change of the rules cites the decision that made it (domain.md B, E72). */
  | { readonly kind: 'adoptCharter'; readonly charter: CharterSettings; readonly under: DecisionNumber };

export type CommandKind = Command['kind'];
export type CommandOf<K extends CommandKind> = Extract<Command, { readonly kind: K }>;
