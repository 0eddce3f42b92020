import type { AccountEvents } from './accountEvents.js';
import type { ActionEvents } from './actions/actionEvents.js';
import type { CharterSettings } from './charter.js';
import type { Instant } from './instant.js';
import type { MeetingEvents } from './meetings/meetingEvents.js';
import type { SeriesEvents } from './meetings/seriesEvents.js';
import type { MembershipEvents } from './membershipEvents.js';
import type { MinutesEvents } from './minutes/minutesEvents.js';
import type { Actor, AllianceCode, DecisionNumber, MemberId, TextRef } from './names.js';
import type { OutcomeEvents } from './outcomeEvents.js';
import type { ProposalEvents } from './proposalEvents.js';

export type { AuthorityLimits } from './membershipEvents.js';
export type { AdoptedPosition, NamedMember, StandingObjection, TookNoPart } from './outcomeEvents.js';
export type { RecountCause, RuleInForce } from './proposalEvents.js';

/**
 * Everything that can be true of an alliance, in the past tense. The body of an entry in the book is one of these,
 * by kind. A kind or shape version that is not listed in `shapeVersions` makes the alliance unreadable here (rulings 4.1).
 */
export interface EventBodies
  extends
    MembershipEvents,
    AccountEvents,
    ProposalEvents,
    OutcomeEvents,
    MeetingEvents,
    SeriesEvents,
    MinutesEvents,
    ActionEvents {
  // The alliance and its rules
  AllianceFounded: {
    readonly code: AllianceCode;
    readonly name: string;
    /** Practice books are founded so, sealed in the first entry (rulings 3.4). */
    readonly practice: boolean;
    /** Ed25519 public key of the book, SPKI DER in base64 (rulings 4.3). */
    readonly publicKey: string;
  };
  KeyRotated: {
    readonly publicKey: string;
    /** Signature of the key before, base64, over the new one and the place where it takes over (ledger/signature.ts). */
    readonly handover: string;
  };
  CharterAdopted: {
    readonly revision: number;
    readonly charter: CharterSettings;
    /** The decision that changed the charter; absent at founding. */
    readonly under?: DecisionNumber;
  };

  /** The texts and their salts are gone from the store; the commitments stay in the chain (rulings 4.2). */
  TextsRedacted: { readonly texts: readonly TextRef[]; readonly why: string };
}

export type EventKind = keyof EventBodies;

/** The shape version of each kind that this release writes and reads. */
export const shapeVersions: Readonly<Record<EventKind, 1>> = {
  AllianceFounded: 1,
  KeyRotated: 1,
  CharterAdopted: 1,
  TextsRedacted: 1,
  PersonNamed: 1,
  MemberJoined: 1,
  NoticeGiven: 1,
  MemberLeft: 1,
  Appointed: 1,
  AppointmentEnded: 1,
  OfficeTaken: 1,
  OfficeLeft: 1,
  ObserverAdmitted: 1,
  ObserverLeft: 1,
  AbsenceRecorded: 1,
  AbsenceEnded: 1,
  RoomBound: 1,
  RoomReleased: 1,
  LinkProposed: 1,
  AccountLinked: 1,
  AccountUnlinked: 1,
  ProposalTabled: 1,
  RevisionOpened: 1,
  PositionRecorded: 1,
  ObjectionWithdrawn: 1,
  PositionVoided: 1,
  InterestDeclared: 1,
  InterestWithdrawn: 1,
  AmendmentSuggested: 1,
  SuggestionDeclined: 1,
  DeadlineExtended: 1,
  DowntimeMadeGood: 1,
  MembersNudged: 1,
  ChairMayAmend: 1,
  RecountRequired: 1,
  RecountConfirmed: 1,
  OutcomeHeld: 1,
  HoldReleased: 1,
  ProposalAdopted: 1,
  ProposalLapsed: 1,
  ProposalNotAgreed: 1,
  ProposalWithdrawn: 1,
  ProposalReferred: 1,
  ObjectionAfterOutcome: 1,
  OpeningMoved: 1,
  MeetingCalled: 1,
  SeriesConvened: 1,
  SeriesChanged: 1,
  SeriesEnded: 1,
  MeetingMoved: 1,
  MeetingCancelled: 1,
  InvitationAnswered: 1,
  NoticeWaived: 1,
  AgendaItemAdded: 1,
  AgendaItemChanged: 1,
  AgendaItemRemoved: 1,
  AgendaOrdered: 1,
  ItemPlacedInConsent: 1,
  ItemTakenOutOfConsent: 1,
  ConsentTaken: 1,
  PaperAdded: 1,
  PaperWithdrawn: 1,
  PackPublished: 1,
  MeetingStarted: 1,
  AttendanceRecorded: 1,
  AttendanceEnded: 1,
  ChairTaken: 1,
  QuorumReached: 1,
  QuorumLost: 1,
  MeetingInquorate: 1,
  DecisionPut: 1,
  NoteTaken: 1,
  LineCorrected: 1,
  InterestMinuted: 1,
  PositionEntered: 1,
  EnteredPositionAnswered: 1,
  EnteredPositionExpired: 1,
  MeetingEnded: 1,
  MinutesLineWritten: 1,
  MinutesCirculated: 1,
  MinutesAccepted: 1,
  CorrectionRequested: 1,
  CorrectionAnswered: 1,
  MinutesAgreed: 1,
  MinutesUnanswered: 1,
  MinutesConfirmed: 1,
  MinutesAmended: 1,
  ActionRecorded: 1,
  ActionAccepted: 1,
  ActionUpdated: 1,
  ActionClaimed: 1,
  ActionClosed: 1,
  ActionReturned: 1,
  ActionPutOff: 1,
  ActionTransferred: 1,
  ActionNeedsOwner: 1,
  ActionCancelled: 1,
};

/** A fact that `decide` states: an event with its circumstances, not yet sealed into the book. */
export type Fact<K extends EventKind = EventKind> = {
  [P in K]: {
    readonly kind: P;
    readonly body: EventBodies[P];
    /** "P-14", "M-3", "S-1", "A-7", "member:harbour", "person:7" or "alliance": whose history the entry belongs to. */
    readonly subject: string;
    readonly at: Instant;
    readonly occurredAt: Instant;
    readonly by: Actor;
    /** The member that the act speaks for. */
    readonly for?: MemberId;
  };
}[K];
