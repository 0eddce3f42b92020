import type { AllianceCode, ProposalId } from '../alliance/names.js';
import { plain } from './card.js';
import type { Card } from './card.js';
import { encodePress } from './press.js';
import { showWords } from './words/buttons.js';
import { visitWords } from './words/visits.js';

/** To somebody who reacted to a card: that it is no position, and the way to the button (domain.md E51). */
export const reactionCard = (alliance: AllianceCode, proposal: ProposalId): Card => {
  const words = visitWords.reaction(proposal);
  const press = encodePress({ act: 'show', alliance, show: 'proposal', proposal });
  return {
    summary: words,
    tone: 'note',
    blocks: [
      { kind: 'text', spans: [plain(words)] },
      { kind: 'buttons', buttons: [{ label: showWords(proposal), press, style: 'plain' }] },
    ],
  };
};
