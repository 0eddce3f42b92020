import { bold } from './card.js';
import type { Card } from './card.js';
import { noticeCard } from './notice.js';
import { slackWords } from './words/slack.js';

/** What can be typed; `before` says why it is shown unasked. */
export const helpCard = (before?: string): Card => {
  const lines = noticeCard(slackWords.help);
  const head = before === undefined ? [] : noticeCard([before]).blocks;
  return {
    summary: before ?? slackWords.helpHeading,
    tone: 'note',
    blocks: [...head, { kind: 'text', spans: [bold(slackWords.helpHeading)] }, ...lines.blocks],
  };
};
