import { plain } from './card.js';
import type { Block, Card } from './card.js';

/** A private card of a few sentences. The first is its summary. */
export const noticeCard = (sentences: readonly string[], blocks: readonly Block[] = []): Card => ({
  summary: sentences[0] ?? '',
  tone: 'refused',
  blocks: [...sentences.map((words): Block => ({ kind: 'text', spans: [plain(words)] })), ...blocks],
});
