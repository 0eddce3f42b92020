import type { Instant } from './instant.js';
import type {
  InterestLevel,
  InterestScope,
  MemberId,
  Office,
  PersonId,
  PositionKind,
  ProposalId,
  TextRef,
} from './names.js';

/** What can become true of a proposal on its way to an outcome. */
export interface ProposalEvents {
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
  /** More time for what an outage took, by the clock, once a revision (rulings 1.4). */
  DowntimeMadeGood: {
    readonly proposal: ProposalId;
    readonly revision: number;
    readonly from: Instant;
    readonly to: Instant;
    /** Minutes of working time, in the last four hours of it before the deadline. */
    readonly downMinutes: number;
  };
  /** Those who had not spoken were reminded by hand. */
  MembersNudged: {
    readonly proposal: ProposalId;
    readonly revision: number;
    readonly members: readonly MemberId[];
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
  /** A proposal that was tabled for a meeting opens with it: when it is put, or when the meeting was moved. */
  OpeningMoved: { readonly proposal: ProposalId; readonly from: Instant; readonly to: Instant };
  OutcomeHeld: { readonly proposal: ProposalId; readonly revision: number; readonly why: 'clock' };
  HoldReleased: { readonly proposal: ProposalId; readonly revision: number; readonly why: 'clock' };
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
