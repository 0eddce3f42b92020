import type { EventKind } from '../../alliance/events.js';
import type { ActionId, MeetingId, ProposalId } from '../../alliance/names.js';
import type { Entry } from '../entry.js';

/**
 * What the auditor has read so far: the entries themselves, in order, and nothing worked out from them. Every question
 * is answered by reading again from the beginning, so that no answer can go stale. Slow and plain on purpose.
 */
export interface Reading {
  /** Seats, people, offices, absences, charters: everything that is not about one proposal, meeting or action. */
  readonly register: Entry[];
  readonly proposals: Map<ProposalId, Entry[]>;
  readonly meetings: Map<MeetingId, Entry[]>;
  readonly actions: Map<ActionId, Entry[]>;
  /** Proposals without an outcome yet. */
  readonly open: Set<ProposalId>;
}

export const blank = (): Reading => ({
  register: [],
  proposals: new Map(),
  meetings: new Map(),
  actions: new Map(),
  open: new Set(),
});

/** An entry of one kind. */
export type Of<K extends EventKind> = Extract<Entry, { readonly kind: K }>;

/** Adds an entry that was looked at. */
export const turnPage = (reading: Reading, entry: Entry): void => {
  const proposal = proposalOf(entry);
  if (proposal === null) {
    if ('meeting' in entry.body) add(reading.meetings, entry.body.meeting, entry);
    else if ('action' in entry.body) add(reading.actions, entry.body.action, entry);
    else reading.register.push(entry);
    return;
  }
  add(reading.proposals, proposal, entry);
  if (entry.kind === 'ProposalTabled') reading.open.add(proposal);
  if (isOutcome(entry)) reading.open.delete(proposal);
};

const add = <Id>(piles: Map<Id, Entry[]>, id: Id, entry: Entry): void => {
  const pages = piles.get(id);
  if (pages === undefined) piles.set(id, [entry]);
  else pages.push(entry);
};

export const proposalOf = (entry: Entry): ProposalId | null => ('proposal' in entry.body ? entry.body.proposal : null);

export const pagesOf = (reading: Reading, proposal: ProposalId): readonly Entry[] =>
  reading.proposals.get(proposal) ?? [];

export const ofKind = <K extends EventKind>(entries: readonly Entry[], kind: K): readonly Of<K>[] =>
  entries.filter((entry): entry is Of<K> => entry.kind === kind);

export const lastOf = <K extends EventKind>(entries: readonly Entry[], kind: K): Of<K> | null =>
  ofKind(entries, kind).at(-1) ?? null;

/** The public key by which heads are signed now: the last that the book names (rulings 4.3). */
export const keyInForce = ({ register }: Reading): string =>
  (lastOf(register, 'KeyRotated') ?? lastOf(register, 'AllianceFounded'))?.body.publicKey ?? '';

/** The four ways in which a proposal ends; a referral is not one (rulings 1.2, 1.10). */
export const isOutcome = (
  entry: Entry,
): entry is Of<'ProposalAdopted' | 'ProposalLapsed' | 'ProposalNotAgreed' | 'ProposalWithdrawn'> =>
  entry.kind === 'ProposalAdopted' ||
  entry.kind === 'ProposalLapsed' ||
  entry.kind === 'ProposalNotAgreed' ||
  entry.kind === 'ProposalWithdrawn';

/** Whether two lists name the same, each once, in whatever order. */
export const sameNames = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && new Set(a).size === a.length && a.every((name) => b.includes(name));
