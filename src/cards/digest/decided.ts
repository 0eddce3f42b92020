import type { Proposal } from '../../alliance/alliance.js';
import type { ProposalId } from '../../alliance/names.js';
import type { Entry } from '../../ledger/entry.js';
import { bold, plain } from '../card.js';
import type { Block, Span } from '../card.js';
import { lineOf as parts } from '../words/lists.js';
import { decisionNumberWords, outcomeNotes, outcomeLabel, referredLabel, removedObjection } from '../words/outcomes.js';
import { nameInMessages } from '../words/proposal.js';
import type { DigestView } from './digest.js';

/** What came to its end in the week, or was referred: the exact labels of rulings 2, with what is printed under them. */
export const decided = (view: DigestView): readonly Block[] => {
  const items = view.entries.flatMap((entry) => {
    const proposal = view.alliance.proposals.get(entry.subject as ProposalId);
    const words = proposal === undefined ? null : wordsOf(view, entry, proposal);
    return proposal === undefined || words === null ? [] : [itemOf(view, proposal, words)];
  });
  return items.length === 0 ? [] : [{ kind: 'list', items }];
};

const itemOf = (view: DigestView, proposal: Proposal, words: readonly string[]): readonly Span[] => [
  bold(nameInMessages(view, proposal)),
  plain(`: ${words.join(' ')}`),
];

const wordsOf = (view: DigestView, entry: Entry, proposal: Proposal): readonly string[] | null => {
  if (entry.kind === 'ProposalReferred') return [`${referredLabel(view, entry.body)}.`];
  if (entry.kind === 'ProposalAdopted') {
    return [`${parts([label(view, proposal), decisionNumberWords(proposal) ?? ''])}.`, ...notes(view, proposal)];
  }
  const ended: readonly string[] = ['ProposalLapsed', 'ProposalWithdrawn', 'ProposalNotAgreed'];
  return ended.includes(entry.kind) ? [`${label(view, proposal)}.`, ...removed(view, proposal)] : null;
};

const label = (view: DigestView, proposal: Proposal): string => outcomeLabel(view, proposal) ?? '';

/** Reservations and removed objections are printed under any label (rulings 1.5, 2), but not of a discreet proposal (3.7). */
const notes = (view: DigestView, proposal: Proposal): readonly string[] =>
  proposal.discreet ? [] : outcomeNotes(view, proposal);

const removed = (view: DigestView, { discreet, current }: Proposal): readonly string[] =>
  discreet ? [] : (current?.removedObjections ?? []).map((objection) => removedObjection(view, objection));
