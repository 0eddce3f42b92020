import type { types } from '@slack/bolt';
import type { Card } from '../../src/cards/card.js';
import { shorten } from '../../src/cards/fit.js';
import { identified } from './blocks.js';
import { sentBy } from './failures.js';
import { fitted } from './fit.js';
import { slackLimits } from './limits.js';
import { escaped, type Mentions } from './mrkdwn.js';
import type { Caller, SlackOffice } from './office.js';
import type { Files } from './render.js';
import { cardView } from './views.js';

/** Where somebody acted, so that the answer comes back there and to them alone. */
export type Where =
  | { readonly kind: 'channel' | 'direct'; readonly channel: string }
  | { readonly kind: 'modal'; readonly view: string }
  | { readonly kind: 'home' };

/** Nobody is mentioned in an answer to one person. */
export const nobody: Mentions = () => null;

/** The card as a message: blocks, and one line for notifications in which nothing is a mention. */
export const messageOf = (card: Card, mentions: Mentions = nobody, whole?: string | null, files?: Files) => ({
  text: fallbackText(card.summary),
  blocks: identified(fitted(card, mentions, whole, files)),
});

/** `text` is read as mrkdwn by Slack, so it is escaped like everything else. */
export const fallbackText = (summary: string): string => escaped(shorten(summary, slackLimits.fallbackText / 4, ''));

/**
 * Answers one person where they acted. The act itself stands already, so an answer that cannot be delivered is logged
 * and is no error. Resolves with the milliseconds after which it may be sent again where Slack put it off; else null.
 */
export const answerPrivately = async (
  office: Pick<SlackOffice, 'log'>,
  caller: Caller,
  where: Where,
  card: Card,
  atHome: (card: Card) => Promise<void>,
): Promise<number | null> => {
  try {
    await send(caller, where, card, atHome);
    return null;
  } catch (thrown) {
    office.log.warn({ reason: reasonOf(thrown), where: where.kind }, 'a private answer could not be delivered');
    const sent = sentBy(thrown);
    return sent.kind === 'later' ? sent.afterMs : null;
  }
};

const send = async (
  { client, user }: Caller,
  where: Where,
  card: Card,
  atHome: (card: Card) => Promise<void>,
): Promise<void> => {
  switch (where.kind) {
    case 'channel':
      await client.chat.postEphemeral({ channel: where.channel, user, ...messageOf(card), ...inert });
      return;
    case 'direct':
      await client.chat.postMessage({ channel: where.channel, ...messageOf(card), ...inert, ...plainLinks });
      return;
    case 'modal':
      await client.views.update({ view_id: where.view, view: cardView(card, nobody) });
      return;
    case 'home':
      await atHome(card);
      return;
  }
};

/** Slack finds no names, channels or addresses in our text by itself. */
export const inert = { parse: 'none', link_names: false } as const;
export const plainLinks = { unfurl_links: false, unfurl_media: false } as const;

/**
 * Shows a modal over what the person looks at: a first one from a message or App Home, a further one over a modal. A
 * stack that is full shows it in the place of the topmost. False when Slack would not.
 */
export const present = async (
  office: Pick<SlackOffice, 'log'>,
  { client }: Caller,
  where: Where,
  trigger: string,
  view: types.ModalView,
): Promise<boolean> => {
  try {
    if (where.kind !== 'modal') await client.views.open({ trigger_id: trigger, view });
    else {
      await client.views.push({ trigger_id: trigger, view }).catch((thrown: unknown) => {
        if (reasonOf(thrown) !== 'push_limit_reached') throw thrown;
        return client.views.update({ view_id: where.view, view });
      });
    }
    return true;
  } catch (thrown) {
    office.log.warn({ reason: reasonOf(thrown) }, 'a window could not be opened');
    return false;
  }
};

/** Slack's own word for what went wrong, or the kind of error; never anybody's text. */
export const reasonOf = (thrown: unknown): string => {
  const { data, code, name } = thrown as { data?: { error?: unknown }; code?: unknown; name?: unknown };
  const found = [data?.error, code, name].find((each) => typeof each === 'string');
  return typeof found === 'string' ? found : 'unknown';
};
