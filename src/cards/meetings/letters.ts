import type { Block, Button, Card } from '../card.js';
import { bold, plain } from '../card.js';
import { buttonBlock } from '../buttons.js';
import { practiceBlocks } from '../proposalCard.js';
import type { View } from '../view.js';

/** A message about a meeting, minutes or an action: a few lines, the first of them strong, and what can be pressed. */
export const letter = (
  view: View,
  lines: readonly string[],
  buttons: readonly Button[],
  beside: readonly Block[] = [],
): Card => ({
  summary: lines[0] ?? '',
  tone: 'note',
  blocks: [
    ...practiceBlocks(view),
    ...lines.map((line, at): Block => ({ kind: 'text', spans: [at === 0 ? bold(line) : plain(line)] })),
    ...beside,
    ...buttonBlock(buttons),
  ],
});

/** Several messages of one kind to one person, one below the other. */
export const joined = (cards: readonly Card[]): Card => {
  const [first, ...others] = cards;
  if (first === undefined) return { summary: '', tone: 'note', blocks: [] };
  const practice = JSON.stringify(first.blocks[0] ?? null);
  return {
    ...first,
    blocks: [
      ...first.blocks,
      ...others.flatMap(({ blocks }): readonly Block[] => [
        { kind: 'divider' },
        ...blocks.filter((block) => JSON.stringify(block) !== practice),
      ]),
    ],
  };
};
