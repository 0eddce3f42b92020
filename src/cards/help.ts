import { bold } from './card.js';
import type { Card } from './card.js';
import { noticeCard } from './notice.js';
import { helpLines, type Idiom, typedWords } from './words/visits.js';

/** What can be typed; `before` says why it is shown unasked. */
export const helpCard = (idiom: Idiom, before?: string): Card => {
  const lines = noticeCard(helpLines(idiom));
  const { helpHeading } = typedWords(idiom);
  const head = before === undefined ? [] : noticeCard([before]).blocks;
  return {
    summary: before ?? helpHeading,
    tone: 'note',
    blocks: [...head, { kind: 'text', spans: [bold(helpHeading)] }, ...lines.blocks],
  };
};
