import type { Alliance, Proposal, Revision } from './alliance.js';
import type { DirectoryChange } from './directory.js';
import { evolve } from './evolve.js';
import type { Outage } from './downtime.js';
import type { EventBodies, EventKind, Fact } from './events.js';
import type { Instant } from './instant.js';
import { msOf } from './instant.js';
import type { Actor, MemberId, ProposalId } from './names.js';
import type { Refusal } from './refusals.js';
import { textSealer } from './texts.js';
import type { TextSealer } from './texts.js';

/** The circumstances of an order. */
export interface Context {
  readonly by: Actor;
  /** Receipt by our clock. */
  readonly at: Instant;
  /** The platform's own time, used only within 0–120 s before receipt (rulings 1.3). */
  readonly occurredAt?: Instant;
  readonly head: { readonly seq: number };
  /** Random bytes for the salts of texts, 32 for each text that the order may seal. */
  readonly entropy: Uint8Array;
  /** False while wall clock and monotonic clock disagree: closing is held, voting is not (domain.md E90). */
  readonly clockTrusted: boolean;
  /** When surfaces were down lately; none where that is not watched (rulings 1.4). */
  readonly outages?: readonly Outage[];
}

/**
 * Where one order is worked out: the alliance as it becomes while facts are written. Nothing outside sees it before
 * `decide` returns.
 */
export interface Desk {
  readonly context: Context;
  readonly sealer: TextSealer;
  alliance: Alliance;
  /** What time had made true before the order was looked at. */
  readonly past: Fact[];
  readonly facts: Fact[];
  /** What the order changes in the erasable directory. */
  readonly directory: DirectoryChange[];
  /** Proposals to settle before the order is done. */
  readonly touched: Set<ProposalId>;
  /** Once set, facts belong to the order and no longer to the clock. */
  ordered: boolean;
}

export const openDesk = (alliance: Alliance, context: Context): Desk => ({
  context,
  sealer: textSealer(context.entropy),
  alliance,
  past: [],
  facts: [],
  directory: [],
  touched: new Set(),
  ordered: false,
});

interface Circumstances {
  readonly subject: string;
  readonly for?: MemberId;
  /** When it is not now: the clock's facts occurred when they fell due. */
  readonly occurredAt?: Instant;
}

/** States a fact; the alliance on the desk moves with it. */
export const write = <K extends EventKind>(
  desk: Desk,
  kind: K,
  body: EventBodies[K],
  circumstances: Circumstances,
): void => {
  const { context } = desk;
  const fact = {
    kind,
    body,
    subject: circumstances.subject,
    at: context.at,
    occurredAt: circumstances.occurredAt ?? countedTime(context),
    by: desk.ordered ? context.by : 'clock',
    for: circumstances.for,
  } as unknown as Fact;
  const seq = context.head.seq + desk.past.length + desk.facts.length + 1;
  (desk.ordered ? desk.facts : desk.past).push(fact);
  desk.alliance = evolve(desk.alliance, [{ ...fact, seq }]);
};

/** A fact about one proposal; it will be settled. */
export const writeOn = <K extends EventKind>(
  desk: Desk,
  proposal: ProposalId,
  kind: K,
  body: EventBodies[K],
  circumstances: Omit<Circumstances, 'subject'> = {},
): void => {
  write(desk, kind, body, { subject: proposal, ...circumstances });
  desk.touched.add(proposal);
};

/** Platform time counts when it lies 0–120 s before receipt, else receipt does (rulings 1.3). */
export const countedTime = ({ at, occurredAt }: Context): Instant => {
  if (occurredAt === undefined) return at;
  const before = msOf(at) - msOf(occurredAt);
  return before >= 0 && before <= graceMs ? occurredAt : at;
};

/** In-flight acts are waited for this long after a deadline, then the outcome is declared once (domain.md BE). */
export const graceMs = 120_000;

export const proposalOn = (desk: Desk, id: ProposalId): Proposal | null => desk.alliance.proposals.get(id) ?? null;

/** The proposal and its revision in force, when it is open for positions; else why not. */
export const openOn = (
  desk: Desk,
  id: ProposalId,
): { readonly proposal: Proposal; readonly revision: Revision } | { readonly refusal: Refusal } => {
  const proposal = proposalOn(desk, id);
  if (proposal === null) return { refusal: { why: 'noSuchProposal', proposal: id } };
  const { status, current: revision } = proposal;
  if (status === 'tabled' || revision === null) {
    return { refusal: { why: 'notOpenYet', proposal: id, opensAt: proposal.opensAt } };
  }
  if (status === 'referred') return { refusal: { why: 'referred', proposal: id } };
  if (status !== 'open') return { refusal: { why: 'closed', proposal: id } };
  if (countedTime(desk.context) > revision.deadline) {
    return { refusal: { why: 'closing', proposal: id, deadline: revision.deadline } };
  }
  return { proposal, revision };
};

/** As `openOn`, and the order was given on the revision in force: agreement is to a revision (domain.md 0.5). */
export const openOnRevision = (
  desk: Desk,
  { proposal: id, revision: asked }: { readonly proposal: ProposalId; readonly revision: number },
): ReturnType<typeof openOn> => {
  const open = openOn(desk, id);
  if ('refusal' in open || open.revision.number === asked) return open;
  return { refusal: { why: 'oldRevision', proposal: id, asked, current: open.revision.number } };
};
