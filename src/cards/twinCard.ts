import type { ProposalId } from '../alliance/names.js';
import { plain } from './card.js';
import type { Card } from './card.js';
import { linkBlock } from './link.js';
import { practiceBlocks } from './proposalCard.js';
import type { View } from './view.js';
import { twinWords } from './words/delivery.js';

/** What is left of a card that was posted twice: one line that leads to the one which is kept up to date (rulings 5). */
export const twinCard = (view: View, id: ProposalId, url: string | null): Card => {
  const words = twinWords(id);
  return {
    summary: words,
    tone: 'ended',
    blocks: [
      ...practiceBlocks(view),
      { kind: 'note', spans: [plain(words)] },
      ...(url === null ? [] : [linkBlock(url)]),
    ],
  };
};
