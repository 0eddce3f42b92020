import type { Platform } from './accountEvents.js';
import type { Action } from './actions/action.js';
import type { CharterSettings } from './charter.js';
import type { AuthorityLimits, EventBodies, RecountCause, RuleInForce, StandingObjection } from './events.js';
import type { Instant } from './instant.js';
import type { Meeting } from './meetings/meeting.js';
import type { Series } from './meetings/series.js';
import type {
  ActionId,
  AllianceCode,
  AppointmentKind,
  Capacity,
  DecisionNumber,
  InterestLevel,
  InterestScope,
  MeetingId,
  MemberId,
  ObserverRole,
  Office,
  OrganisationId,
  PersonId,
  PositionKind,
  ProposalId,
  SeriesId,
  TextRef,
} from './names.js';

/** An alliance as its book tells it: the fold of its entries. Never changed in place by readers. */
export interface Alliance {
  readonly code: AllianceCode;
  readonly name: string;
  readonly practice: boolean;
  readonly publicKey: string;
  /** The first key of the book: the same for good, also when the key is changed. */
  readonly foundingKey: string;
  readonly founded: Instant | null;
  readonly charter: CharterSettings;
  readonly charterRevision: number;
  /** Every charter that was ever in force, by revision: a proposal keeps the one it opened under (domain.md E72). */
  readonly charters: ReadonlyMap<number, CharterSettings>;
  readonly members: ReadonlyMap<MemberId, Member>;
  readonly people: ReadonlyMap<PersonId, Person>;
  readonly appointments: readonly Appointment[];
  readonly officers: readonly OfficeHolding[];
  readonly observers: readonly Observer[];
  readonly absences: readonly Absence[];
  readonly rooms: readonly Room[];
  readonly links: readonly Link[];
  readonly proposals: ReadonlyMap<ProposalId, Proposal>;
  /** Proposals that still wait for something, so that nobody walks the closed ones. */
  readonly live: ReadonlySet<ProposalId>;
  /** Those among them that wait for a clock that can be trusted again (domain.md E90). */
  readonly held: ReadonlySet<ProposalId>;
  /** By number, in the order of adoption. */
  readonly decisions: ReadonlyMap<DecisionNumber, ProposalId>;
  /** How many numbers each series has given out: "PLY-2026" → 14. Gap-free (rulings 1.16). */
  readonly numbers: ReadonlyMap<string, number>;
  readonly meetings: ReadonlyMap<MeetingId, Meeting>;
  /** Meetings that still wait for something: to be held, or for their minutes to be confirmed. */
  readonly liveMeetings: ReadonlySet<MeetingId>;
  readonly series: ReadonlyMap<SeriesId, Series>;
  /** Series that still call meetings. */
  readonly liveSeries: ReadonlySet<SeriesId>;
  readonly actions: ReadonlyMap<ActionId, Action>;
  /** Actions that are neither closed nor cancelled. */
  readonly openActions: ReadonlySet<ActionId>;
  /** Decisions under which minutes were amended already. */
  readonly minutesDecisions: ReadonlySet<DecisionNumber>;
  /** Decisions under which the charter was changed already. */
  readonly charterDecisions: ReadonlySet<DecisionNumber>;
  /** Set once an entry of an unknown kind or shape was met: reads say so and `decide` refuses (rulings 4.1). */
  readonly unreadable: { readonly seq: number; readonly kind: string; readonly v: number } | null;
}

export interface Member {
  readonly id: MemberId;
  readonly organisation: OrganisationId;
  readonly name: string;
  readonly capacity: Capacity;
  readonly voting: boolean;
  readonly from: Instant;
  readonly noticeOf: Instant | null;
  readonly leftAt: Instant | null;
}

export interface Person {
  readonly id: PersonId;
  /** The name of record in force; earlier ones stay where they were used. */
  readonly name: TextRef;
  readonly organisation: OrganisationId | null;
}

export interface Appointment {
  readonly number: number;
  readonly person: PersonId;
  readonly member: MemberId;
  readonly as: AppointmentKind;
  /** As stated by whoever entered it. */
  readonly from: Instant;
  /** The later of `from` and the entry's own time: when it begins to count (domain.md E15). */
  readonly effectiveFrom: Instant;
  readonly to: Instant | null;
  readonly personalTo: PersonId | null;
  readonly limits: AuthorityLimits | null;
}

export interface OfficeHolding {
  readonly office: Office;
  readonly person: PersonId;
  readonly from: Instant;
  readonly to: Instant | null;
}

export interface Observer {
  readonly person: PersonId;
  readonly role: ObserverRole;
  readonly of: string | null;
  readonly from: Instant;
  readonly to: Instant | null;
}

export interface Absence {
  readonly person: PersonId;
  readonly member: MemberId;
  readonly from: Instant;
  readonly to: Instant;
  readonly cover: PersonId | null;
}

/** A channel or conversation that hears of a body's business; the directory knows where it is. */
export interface Room {
  readonly number: number;
  readonly body: string;
  readonly platform: Platform;
  readonly boundAt: Instant;
  /** It hears what came after this entry. */
  readonly boundSeq: number;
  readonly releasedAt: Instant | null;
}

/** That an account acts for a person; the directory knows which account. */
export interface Link {
  readonly number: number;
  readonly person: PersonId;
  readonly platform: Platform;
  readonly at: Instant;
  /** When the account began to speak for the person; null for one that never did. Stays when the link ends. */
  readonly linkedAt: Instant | null;
  readonly state: 'proposed' | 'linked' | 'ended';
}

export type ProposalStatus = 'tabled' | 'open' | 'referred' | 'adopted' | 'lapsed' | 'notAgreed' | 'withdrawn';

export interface Proposal {
  readonly id: ProposalId;
  readonly class: string;
  readonly proposer: PersonId;
  readonly proposingFor: MemberId | null;
  readonly proposerName: TextRef;
  readonly title: TextRef;
  readonly text: TextRef;
  readonly bestForPeople: TextRef;
  readonly discreet: boolean;
  readonly retables: ProposalId | null;
  readonly tabledAt: Instant;
  /** When the 56 days began: first opening, or reopening after a meeting (rulings 1.11). */
  readonly windowFrom: Instant | null;
  readonly opensAt: Instant;
  /** The deadline chosen at tabling; the revision's own counts once it is open. */
  readonly deadline: Instant;
  readonly status: ProposalStatus;
  readonly chairMayAmend: boolean;
  /** The revision in force; null before opening. */
  readonly current: Revision | null;
  /** Earlier revisions, oldest first: what each said, without its positions (the book has them). */
  readonly earlier: readonly EarlierRevision[];
  readonly suggestions: readonly Suggestion[];
  readonly declarations: readonly Declaration[];
  readonly referral: {
    readonly at: Instant;
    readonly because: 'calledByMember' | 'belowMinimum';
    readonly member: MemberId | null;
    readonly reason: TextRef | null;
    readonly lapsesAt: Instant;
  } | null;
  /** When those who are waited for were last reminded by hand. */
  readonly nudgedAt: Instant | null;
  readonly outcome: Outcome | null;
  readonly lateObjections: readonly {
    readonly member: MemberId;
    readonly person: PersonId;
    readonly personName: TextRef;
    readonly reason: TextRef;
    readonly at: Instant;
  }[];
}

export type EarlierRevision = Pick<Revision, 'number' | 'openedAt' | 'title' | 'text' | 'bestForPeople'>;

/** What the outcome entry said, with its place in the book. */
export type Outcome = { readonly seq: number; readonly at: Instant } & (
  | { readonly kind: 'ProposalAdopted'; readonly body: EventBodies['ProposalAdopted'] }
  | { readonly kind: 'ProposalLapsed'; readonly body: EventBodies['ProposalLapsed'] }
  | { readonly kind: 'ProposalNotAgreed'; readonly body: EventBodies['ProposalNotAgreed'] }
  | { readonly kind: 'ProposalWithdrawn'; readonly body: EventBodies['ProposalWithdrawn'] }
);

export interface Revision {
  readonly number: number;
  readonly edition: number;
  readonly title: TextRef;
  readonly text: TextRef;
  readonly bestForPeople: TextRef;
  readonly digest: string;
  readonly openedAt: Instant;
  readonly deadline: Instant;
  readonly rule: RuleInForce;
  /** Record-date snapshot (domain.md C: eligible member). */
  readonly eligible: readonly MemberId[];
  readonly amended: EventBodies['RevisionOpened']['amended'] | null;
  readonly reopened: EventBodies['RevisionOpened']['reopened'] | null;
  /** The name, on the day, of whoever amended or reopened; null for the first revision. */
  readonly changedBy: TextRef | null;
  /** One current position a member. */
  readonly positions: ReadonlyMap<MemberId, Position>;
  /** Members of the snapshot who have left since. */
  readonly left: readonly MemberId[];
  readonly recount: { readonly because: readonly RecountCause[]; readonly at: Instant } | null;
  /** The recount that was confirmed last. */
  readonly confirmed: { readonly office: Office; readonly nobodyElse: boolean } | null;
  readonly removedObjections: readonly StandingObjection[];
  readonly held: 'clock' | null;
  readonly extensions: number;
  /** When the deadline was last extended: reminders are planned anew from then. */
  readonly extendedAt: Instant | null;
  /** An outage in its last hours was made good by more time: once (rulings 1.4). */
  readonly madeGood: boolean;
}

export interface Position {
  readonly member: MemberId;
  readonly position: PositionKind;
  readonly person: PersonId;
  readonly personName: TextRef;
  readonly as: 'representative' | 'deputy';
  readonly covering: boolean;
  readonly reason: TextRef | null;
  readonly wouldChange: TextRef | null;
  readonly at: Instant;
  readonly seq: number;
}

export interface Suggestion {
  readonly number: number;
  readonly revision: number;
  readonly person: PersonId;
  /** As it stood on the day. */
  readonly personName: TextRef;
  readonly member: MemberId | null;
  readonly text: TextRef;
  readonly why: TextRef;
  readonly at: Instant;
  readonly answer:
    | { readonly kind: 'accepted'; readonly revision: number }
    | { readonly kind: 'declined'; readonly reason: TextRef }
    | null;
}

export interface Declaration {
  readonly number: number;
  readonly revision: number;
  readonly member: MemberId;
  readonly person: PersonId;
  /** As it stood on the day. */
  readonly personName: TextRef;
  readonly level: InterestLevel;
  readonly scope: InterestScope;
  readonly nature: TextRef;
  readonly at: Instant;
  readonly withdrawn: boolean;
}
