import type { Block } from './card.js';
import { linkWords } from './words/general.js';

/** A line that leads to the card itself. */
export const linkBlock = (url: string): Block => ({
  kind: 'text',
  spans: [{ kind: 'link', text: linkWords, url }],
});
