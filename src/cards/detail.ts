import type { Card } from './card.js';
import { decodePress } from './press.js';

/** How much of a card is shown. What is left out is said, with the way to it. */
export interface Detail {
  /** Most characters of each quoted text, of each reason and of each comparison. */
  readonly quoteMost: number;
  readonly reasonMost: number;
  readonly diffMost: number;
  readonly rollDetailed: boolean;
}

export const everything: Detail = {
  quoteMost: Infinity,
  reasonMost: Infinity,
  diffMost: Infinity,
  rollDetailed: true,
};

/** The steps in which a card is shortened until its platform takes it; each shows less than the one before. */
export const detailSteps: readonly Detail[] = [
  everything,
  { quoteMost: 1_500, reasonMost: 500, diffMost: 1_500, rollDetailed: true },
  { quoteMost: 600, reasonMost: 200, diffMost: 600, rollDetailed: true },
  { quoteMost: 300, reasonMost: 80, diffMost: 300, rollDetailed: false },
];

export const shortest: Detail = detailSteps.at(-1) ?? everything;

/** The press that shows the same matter whole: of a quoted text, or of any button that shows a card. */
export const wholeOf = ({ blocks }: Card): string | null => {
  const quoted = blocks.flatMap((block) => (block.kind === 'quote' && block.more ? [block.more.press] : []));
  const shows = blocks
    .flatMap((block) => (block.kind === 'buttons' ? block.buttons : []))
    .filter(({ press }) => {
      const decoded = decodePress(press);
      return decoded?.act === 'show' && decoded.show === 'proposal';
    })
    .map(({ press }) => press);
  return quoted[0] ?? shows[0] ?? null;
};
