import type { Instant } from './instant.js';
import type { DecisionNumber, MemberId, PersonId, ProposalId, TextRef } from './names.js';

/** How a proposal ends. Outcomes are final (rulings 1.2). */
export interface OutcomeEvents {
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

/** The name is kept as it stood, so that the record of 2019 reads the same in 2030. */
export interface NamedMember {
  readonly member: MemberId;
  readonly name: string;
}
