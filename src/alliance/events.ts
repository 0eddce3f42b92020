import type { CharterSettings } from './charter.js';
import type { Instant } from './instant.js';
import type {
  Actor,
  AllianceCode,
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
  TextRef,
} from './names.js';

/**
 * Everything that can be true of an alliance, in the past tense. The body of an entry in the book is one of these,
 * by kind. A kind or shape version that is not listed in `shapeVersions` makes the alliance unreadable here (rulings 4.1).
 */
export interface EventBodies {
  // The alliance and its rules
  AllianceFounded: {
    readonly code: AllianceCode;
    readonly name: string;
    /** Practice books are founded so, sealed in the first entry (rulings 3.4). */
    readonly practice: boolean;
    /** Ed25519 public key of the book, SPKI DER in base64 (rulings 4.3). */
    readonly publicKey: string;
  };
  KeyRotated: { readonly publicKey: string };
  CharterAdopted: {
    readonly revision: number;
    readonly charter: CharterSettings;
    /** The decision that changed the charter; absent at founding. */
    readonly under?: DecisionNumber;
  };

  /** The texts and their salts are gone from the store; the commitments stay in the chain (rulings 4.2). */
  TextsRedacted: { readonly texts: readonly TextRef[]; readonly why: string };

  // People and seats
  PersonNamed: {
    readonly person: PersonId;
    readonly name: TextRef;
    readonly organisation?: OrganisationId;
  };
  MemberJoined: {
    readonly member: MemberId;
    readonly organisation: OrganisationId;
    /** The name shown in records of this seat. */
    readonly name: string;
    readonly capacity: Capacity;
    readonly voting: boolean;
    readonly from: Instant;
  };
  NoticeGiven: { readonly member: MemberId; readonly leavesAt: Instant };
  MemberLeft: { readonly member: MemberId; readonly leftAt: Instant };
  Appointed: {
    /** Counted per alliance. */
    readonly appointment: number;
    readonly person: PersonId;
    readonly member: MemberId;
    readonly as: AppointmentKind;
    /** As stated; never effective before the entry itself (domain.md E15). */
    readonly from: Instant;
    readonly to?: Instant;
    /** A deputy of this representative only: ends with the representative's appointment (domain.md B6). */
    readonly personalTo?: PersonId;
    readonly limits?: AuthorityLimits;
  };
  AppointmentEnded: {
    readonly appointment: number;
    readonly person: PersonId;
    readonly member: MemberId;
    readonly as: AppointmentKind;
    readonly endsAt: Instant;
  };
  OfficeTaken: {
    readonly office: Office;
    readonly person: PersonId;
    readonly from: Instant;
    readonly to?: Instant;
  };
  OfficeLeft: { readonly office: Office; readonly person: PersonId; readonly endsAt: Instant };
  ObserverAdmitted: {
    readonly person: PersonId;
    readonly role: ObserverRole;
    readonly of?: string;
    readonly from: Instant;
    readonly to?: Instant;
  };
  ObserverLeft: { readonly person: PersonId; readonly endsAt: Instant };
  /** The reason of an absence is not in the book (rulings 4.2). */
  AbsenceRecorded: {
    readonly person: PersonId;
    readonly member: MemberId;
    readonly from: Instant;
    readonly to: Instant;
    readonly cover?: PersonId;
  };
  AbsenceEnded: { readonly person: PersonId; readonly member: MemberId };

  // Proposals
  ProposalTabled: {
    readonly proposal: ProposalId;
    readonly class: string;
    readonly proposer: PersonId;
    /** The member for which the proposer spoke; absent for an officer. */
    readonly proposingFor?: MemberId;
    readonly proposerName: TextRef;
    readonly title: TextRef;
    readonly text: TextRef;
    readonly bestForPeople: TextRef;
    readonly opensAt: Instant;
    readonly deadline: Instant;
    readonly discreet: boolean;
    readonly retables?: ProposalId;
  };
  RevisionOpened: {
    readonly proposal: ProposalId;
    readonly revision: number;
    readonly title: TextRef;
    readonly text: TextRef;
    readonly bestForPeople: TextRef;
    /** SHA-256 over the three references above: what an agreement is to. */
    readonly digest: string;
    readonly deadline: Instant;
    /** Voting members in office at this instant: the record date (domain.md C). */
    readonly eligible: readonly MemberId[];
    readonly rule: RuleInForce;
    /** Why this revision exists; absent for the first. */
    readonly amended?: {
      readonly by: PersonId;
      readonly why: TextRef;
      readonly suggestion?: number;
      /** Members whose position on the earlier revision no longer counts. */
      readonly asksAgain: readonly MemberId[];
    };
    /** The revision was reopened after a referral to a meeting; the text is unchanged. */
    readonly reopened?: { readonly by: PersonId; readonly asksAgain: readonly MemberId[] };
  };
  PositionRecorded: {
    readonly proposal: ProposalId;
    readonly revision: number;
    readonly edition: number;
    readonly digest: string;
    readonly member: MemberId;
    readonly position: PositionKind;
    readonly person: PersonId;
    readonly personName: TextRef;
    readonly as: 'representative' | 'deputy';
    /** A deputy who covers a recorded absence of the representative (rulings 1.14). */
    readonly covering: boolean;
    /** Objection: why. Reservation: what. */
    readonly reason?: TextRef;
    readonly wouldChange?: TextRef;
  };
  ObjectionWithdrawn: {
    readonly proposal: ProposalId;
    readonly revision: number;
    readonly member: MemberId;
    readonly person: PersonId;
  };
  /** The position stays in the book and no longer counts. */
  PositionVoided: {
    readonly proposal: ProposalId;
    readonly revision: number;
    readonly member: MemberId;
    readonly because: 'interestDeclared' | 'memberLeft';
  };
  InterestDeclared: {
    readonly proposal: ProposalId;
    readonly revision: number;
    /** Counted per proposal. */
    readonly declaration: number;
    readonly member: MemberId;
    readonly person: PersonId;
    readonly level: InterestLevel;
    readonly scope: InterestScope;
    readonly nature: TextRef;
  };
  InterestWithdrawn: {
    readonly proposal: ProposalId;
    readonly declaration: number;
    readonly member: MemberId;
    readonly person: PersonId;
  };
  AmendmentSuggested: {
    readonly proposal: ProposalId;
    readonly revision: number;
    readonly suggestion: number;
    readonly person: PersonId;
    readonly member?: MemberId;
    readonly text: TextRef;
    readonly why: TextRef;
  };
  SuggestionDeclined: {
    readonly proposal: ProposalId;
    readonly suggestion: number;
    readonly reason: TextRef;
  };
  DeadlineExtended: {
    readonly proposal: ProposalId;
    readonly revision: number;
    readonly from: Instant;
    readonly to: Instant;
    readonly reason: TextRef;
  };
  ChairMayAmend: { readonly proposal: ProposalId };
  RecountRequired: {
    readonly proposal: ProposalId;
    readonly revision: number;
    readonly because: readonly RecountCause[];
    /** Who is eligible after the change. */
    readonly remaining: readonly MemberId[];
  };
  RecountConfirmed: {
    readonly proposal: ProposalId;
    readonly revision: number;
    readonly office: Office;
    /** True when there was nobody else than a person who speaks for a member with a position on it (rulings 1.5). */
    readonly nobodyElse: boolean;
  };
  OutcomeHeld: { readonly proposal: ProposalId; readonly revision: number; readonly why: 'clock' };
  HoldReleased: { readonly proposal: ProposalId; readonly revision: number; readonly why: 'clock' };

  // Outcomes (final; rulings 1.2)
  ProposalAdopted: {
    readonly proposal: ProposalId;
    readonly revision: number;
    readonly number: DecisionNumber;
    /** Made in the shadow phase: not binding until the agreement is signed (domain.md B47). */
    readonly shadow: boolean;
    readonly digest: string;
    readonly agreed: readonly AdoptedPosition[];
    readonly tookNoPart: readonly TookNoPart[];
    /** Objections that a recusal or departure took away, printed beside the outcome (rulings 1.5). */
    readonly removedObjections: readonly StandingObjection[];
  };
  ProposalLapsed: {
    readonly proposal: ProposalId;
    readonly revision: number;
    readonly because: 'noPosition' | 'recountNotConfirmed' | 'meetingNotHeld';
    readonly missing: readonly NamedMember[];
  };
  ProposalNotAgreed: {
    readonly proposal: ProposalId;
    readonly revision: number;
    readonly because: 'deadline' | 'membershipChanged';
    readonly objections: readonly StandingObjection[];
  };
  ProposalWithdrawn: {
    readonly proposal: ProposalId;
    readonly revision: number;
    readonly person: PersonId;
    readonly personName: TextRef;
    readonly reason: TextRef;
  };
  ProposalReferred: {
    readonly proposal: ProposalId;
    readonly revision: number;
    readonly because: 'calledByMember' | 'belowMinimum';
    readonly member?: MemberId;
    readonly reason?: TextRef;
    /** Lapses then unless it was reopened or withdrawn: 40 working days (rulings 1.10). */
    readonly lapsesAt: Instant;
  };
  /** In the record, without effect (rulings 1.2). */
  ObjectionAfterOutcome: {
    readonly proposal: ProposalId;
    readonly revision: number;
    readonly member: MemberId;
    readonly person: PersonId;
    readonly personName: TextRef;
    readonly reason: TextRef;
  };
}

export interface AuthorityLimits {
  readonly note?: string;
  /** Pounds. */
  readonly spendUpTo?: number;
  readonly ratifiedBy?: string;
}

export interface RuleInForce {
  readonly rule: 'unanimous';
  readonly charterRevision: number;
  readonly class: string;
  /** Fewest eligible members with which it can be decided (domain.md D1). */
  readonly minEligible: number;
  /** There is a voting commissioner, so one must be eligible (rulings 1.9). */
  readonly needsCommissioner: boolean;
  /** Not adopted before this, however many agree (domain.md B23). */
  readonly considerUntil?: Instant;
}

export interface RecountCause {
  readonly kind: 'memberLeft' | 'interestDeclared';
  readonly member: MemberId;
}

/** The name is kept as it stood, so that the record of 2019 reads the same in 2030. */
export interface NamedMember {
  readonly member: MemberId;
  readonly name: string;
}

export interface AdoptedPosition extends NamedMember {
  readonly position: 'agree' | 'agreeWithReservation';
  readonly person: PersonId;
  readonly personName: TextRef;
  readonly as: 'representative' | 'deputy';
  readonly at: Instant;
  readonly reason?: TextRef;
}

export interface TookNoPart extends NamedMember {
  readonly why: 'interestDeclared' | 'memberLeft';
}

export interface StandingObjection extends NamedMember {
  readonly person: PersonId;
  readonly personName: TextRef;
  readonly reason: TextRef;
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
};

/** A fact that `decide` states: an event with its circumstances, not yet sealed into the book. */
export type Fact<K extends EventKind = EventKind> = {
  [P in K]: {
    readonly kind: P;
    readonly body: EventBodies[P];
    /** "P-14", "member:harbour", "person:7" or "alliance": whose history the entry belongs to. */
    readonly subject: string;
    readonly at: Instant;
    readonly occurredAt: Instant;
    readonly by: Actor;
    /** The member that the act speaks for. */
    readonly for?: MemberId;
  };
}[K];
