import type { Proposal } from '../alliance/alliance.js';
import type { Entry } from '../ledger/entry.js';
import { bold, plain } from './card.js';
import type { Block, Card } from './card.js';
import { listCard } from './lists.js';
import type { View } from './view.js';
import { entryWords, historyWords } from './words/history.js';
import { listWords } from './words/lists.js';
import { momentWords } from './words/moments.js';
import { headingWords } from './words/proposal.js';
import { outcomeLabel } from './words/outcomes.js';

/**
 * Every entry of a proposal in words, oldest first, with its number in the book and when: positions on earlier
 * revisions are still here. `entries` are the entries of the proposal's subject.
 */
export const proposalHistoryCard = (view: View, proposal: Proposal, entries: readonly Entry[]): Card => {
  const label = outcomeLabel(view, proposal);
  return listCard(view, `${listWords.history} ${headingWords(view, proposal)}`, [
    ...entries.map((entry): Block => ({
      kind: 'text',
      spans: [bold(`${momentWords(view, entry.at)} `), plain(`${historyWords(view, entry)} ${entryWords(entry.seq)}`)],
    })),
    ...(label === null ? [] : [{ kind: 'text' as const, spans: [bold(label)] }]),
  ]);
};
