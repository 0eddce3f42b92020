import { charactersIn } from '../../../adapters/slack/blocks.js';
import { pagesOf as pages } from '../../../adapters/slack/fit.js';
import { slackLimits } from '../../../adapters/slack/limits.js';
import { renderBlocks } from '../../../adapters/slack/render.js';
import { everything } from '../../../src/cards/detail.js';
import type { Card } from '../../../src/cards/card.js';

const nobody = (): null => null;

/** Whether one message of Slack takes the whole card, with pictures as files and with their words in their place. */
export const renderedWhole = (card: Card): boolean =>
  [nobody, (): string => 'F0FILE000001'].every((files) => {
    const blocks = renderBlocks(card, nobody, everything, files);
    return blocks.length <= slackLimits.messageBlocks && charactersIn(blocks) <= slackLimits.characters;
  });

export const pagesOf = (card: Card): number => pages(card, nobody).length;
