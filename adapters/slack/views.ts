import type { types } from '@slack/bolt';
import type { Card } from '../../src/cards/card.js';
import { shorten } from '../../src/cards/fit.js';
import type { ShowPress } from '../../src/cards/press.js';
import { encodePress } from '../../src/cards/press.js';
import { slackWords } from '../../src/cards/words/slack.js';
import { identified, type SlackBlock, type SlackButton } from './blocks.js';
import { pagesOf } from './fit.js';
import { slackLimits } from './limits.js';
import { type Mentions, plainText } from './mrkdwn.js';

/** What callback_id says of a modal of ours. */
export const callbacks = { form: 'form', card: 'card', tableMessage: 'table_message' } as const;

/** A card in a modal, for one person alone. `show` is the press behind it, by which its other pages are asked for. */
export const cardView = (
  card: Card,
  mentions: Mentions,
  { show = null, page = 1, kept = '' }: { show?: ShowPress | null; page?: number; kept?: string } = {},
): types.ModalView => {
  const pages = pagesOf(card, mentions);
  const number = Math.min(Math.max(page, 1), pages.length);
  const turning = show === null || pages.length < 2 ? [] : turnButtons(show, number, pages.length);
  return {
    type: 'modal',
    callback_id: callbacks.card,
    title: viewTitle(slackWords.modalTitle),
    close: viewTitle(slackWords.close),
    private_metadata: kept,
    blocks: identified([...(pages[number - 1] ?? []), ...turning]),
  };
};

/** Title and buttons of a modal are plain text of at most 24 characters. */
export const viewTitle = (text: string): types.PlainTextElement => ({
  type: 'plain_text',
  text: shorten(text, slackLimits.titleText, ''),
  emoji: false,
});

/** What `value` and `action_id` of a button that turns pages say; null for any other. */
export const pageOf = (actionId: string): number | null => {
  const [, page] = /^page:([1-9]\d{0,3})$/u.exec(actionId) ?? [];
  return page === undefined ? null : Number(page);
};

const turnButtons = (show: ShowPress, page: number, of: number): readonly SlackBlock[] => {
  const turn = (label: string, to: number): SlackButton => ({
    type: 'button',
    text: plainText(label),
    action_id: `page:${to}`,
    value: encodePress(show),
  });
  const buttons = [
    ...(page > 1 ? [turn(slackWords.previousPage, page - 1)] : []),
    ...(page < of ? [turn(slackWords.nextPage, page + 1)] : []),
  ];
  return [
    { type: 'context', elements: [plainText(slackWords.page(page, of))] },
    { type: 'actions', elements: buttons },
  ];
};
