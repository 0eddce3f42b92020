import type { Button, Card } from '../../src/cards/card.js';
import { everything, detailSteps, shortest, wholeOf } from '../../src/cards/detail.js';
import { slackWords } from '../../src/cards/words/slack.js';
import { charactersIn, charactersOf, type SlackBlock } from './blocks.js';
import { slackLimits } from './limits.js';
import { type Mentions, plainText } from './mrkdwn.js';
import { type Files, noFiles, renderBlocks, slackButton } from './render.js';

/**
 * The card as one message that Slack takes. What does not fit is shortened in steps, and then cut; the message says so
 * and its last button shows the whole card (`whole`, else a press of the card's own). Nothing is dropped silently.
 */
export const fitted = (
  card: Card,
  mentions: Mentions,
  whole: string | null = wholeOf(card),
  files: Files = noFiles,
): readonly SlackBlock[] => {
  for (const detail of detailSteps) {
    const blocks = renderBlocks(card, mentions, detail, files);
    const shown = detail === everything ? blocks : withWhole(blocks, whole);
    if (fits(shown, slackLimits.messageBlocks)) return shown;
  }
  return cut(renderBlocks(card, mentions, shortest, files), whole);
};

/** The card on as many pages as it needs, each of which a modal or App Home takes. At least one page. */
export const pagesOf = (card: Card, mentions: Mentions): readonly (readonly SlackBlock[])[] => {
  const pages: SlackBlock[][] = [[]];
  let characters = 0;
  for (const block of renderBlocks(card, mentions, everything)) {
    const page = pages.at(-1) ?? [];
    const more = charactersOf(block);
    if (page.length >= pageBlocks || (page.length > 0 && characters + more > pageCharacters)) {
      pages.push([block]);
      characters = more;
    } else {
      page.push(block);
      characters += more;
    }
  }
  return pages;
};

/** Room is left for the buttons that turn pages. */
const pageBlocks = slackLimits.viewBlocks - 3;
const pageCharacters = slackLimits.characters - 1_200;

const fits = (blocks: readonly SlackBlock[], most: number): boolean =>
  blocks.length <= most && charactersIn(blocks) <= slackLimits.characters;

const withWhole = (blocks: readonly SlackBlock[], whole: string | null): readonly SlackBlock[] => [
  ...blocks,
  ...wholeBlocks(whole),
];

const wholeBlocks = (whole: string | null): readonly SlackBlock[] => [
  { type: 'context', elements: [plainText(slackWords.shortened)] },
  ...(whole === null ? [] : [{ type: 'actions' as const, elements: [slackButton(wholeButton(whole), 0)] }]),
];

const wholeButton = (press: string): Button => ({ label: slackWords.fullText, press, style: 'plain' });

/** The card's beginning and its last buttons: those are what people act by. */
const cut = (blocks: readonly SlackBlock[], whole: string | null): readonly SlackBlock[] => {
  const last = blocks.at(-1);
  const buttons = last?.type === 'actions' ? [last] : [];
  const end = [...buttons, ...wholeBlocks(whole)];
  const kept: SlackBlock[] = [];
  for (const block of blocks.slice(0, blocks.length - buttons.length)) {
    if (!fits([...kept, block, ...end], slackLimits.messageBlocks)) break;
    kept.push(block);
  }
  return [...kept, ...end];
};
