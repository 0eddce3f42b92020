import type { webApi } from '@slack/bolt';
import type { Card } from '../../src/cards/card.js';
import type { Sent, Surface } from '../../src/clerk/surfaces.js';
import { identified } from './blocks.js';
import { sentBy } from './failures.js';
import type { SlackOffice } from './office.js';
import { inert, messageOf, nobody, plainLinks } from './private.js';
import { noFiles } from './render.js';
import { share } from './sharing.js';
import { uploadsWith } from './uploads.js';
import type { Workspaces } from './workspaces.js';

/** Slack as the announcer sees it: each call is made once, and its outcome is told as it is (rulings 5). */
export const slackSurface = (
  reached: Workspaces,
  office: Pick<SlackOffice, 'paint' | 'writeCalendar' | 'wait' | 'log'>,
): Surface => {
  const uploads = uploadsWith(office);
  const through = async (tenant: string, call: (client: webApi.WebClient) => Promise<Sent>): Promise<Sent> => {
    const client = await reached.clientOf(tenant);
    if (client === null) return { kind: 'failed', reason: 'botRemoved' };
    try {
      return await call(client);
    } catch (thrown) {
      return sentBy(thrown);
    }
  };
  const post = (tenant: string, channel: string, message: Message): Promise<Sent> =>
    through(tenant, async (client) =>
      shown(await client.chat.postMessage({ channel, ...message, ...inert, ...plainLinks })),
    );
  /** Slack looks at a new file for a while before a message may show it; until then it refuses the message. */
  const withPictures = async (tenant: string, place: string, card: Card): Promise<Sent> => {
    const client = await reached.clientOf(tenant);
    const files = client === null ? noFiles : await uploads.filesOf(tenant, client, card);
    if (files === noFiles) return post(tenant, place, messageOf(card));
    for (const waitMs of pictureWaitsMs) {
      const sent = await post(tenant, place, messageOf(card, nobody, undefined, files));
      if (sent.kind !== 'failed' || sent.reason !== 'tooLong') return sent;
      await office.wait(waitMs);
    }
    return post(tenant, place, messageOf(card));
  };
  return {
    platform: 'slack',
    post: ({ tenant, place }, card) =>
      card.blocks.some(({ kind }) => kind === 'picture')
        ? withPictures(tenant, place, card)
        : post(tenant, place, messageOf(card)),
    share: ({ tenant, place }, card, beside) =>
      through(tenant, (client) => share(client, office.writeCalendar, card, { channel: place, beside })),
    update: ({ tenant, place }, reference, card) =>
      through(tenant, async (client) =>
        shown(await client.chat.update({ channel: place, ts: reference, ...messageOf(card), ...inert })),
      ),
    whisper: ({ tenant, user }, card) =>
      through(tenant, async (client) => {
        const opened = await client.conversations.open({ users: user });
        const channel = opened.channel?.id;
        if (channel === undefined) return { kind: 'failed', reason: 'personUnreachable' };
        return shown(await client.chat.postMessage({ channel, ...messageOf(card), ...inert, ...plainLinks }));
      }),
    mention: ({ tenant, place }, { user }, card) => post(tenant, place, mentioning(user, card)),
    permalink: async ({ tenant, place }, reference) => {
      const client = await reached.clientOf(tenant);
      if (client === null) return null;
      try {
        return (await client.chat.getPermalink({ channel: place, message_ts: reference })).permalink ?? null;
      } catch {
        return null;
      }
    },
  };
};

/** How long a picture is waited for, each time that it is not there yet; then its words are posted in its place. */
const pictureWaitsMs = [1_000, 2_000, 4_000];

type Message = ReturnType<typeof messageOf>;

const shown = ({ ts }: { readonly ts?: string }): Sent =>
  ts === undefined ? { kind: 'unknown', reason: 'no time stamp' } : { kind: 'shown', reference: ts };

/** The one place where somebody is called by a mention: a message to them that could not reach them alone. */
const mentioning = (user: string, card: Card): Message => {
  const message = messageOf(card);
  if (!/^[UW][A-Z0-9]{1,30}$/u.test(user)) return message;
  const call = {
    type: 'section' as const,
    text: { type: 'mrkdwn' as const, text: `<@${user}>`, verbatim: true as const },
  };
  const blocks = [...identified([call]), ...message.blocks].slice(0, 50);
  return {
    text: `<@${user}> ${message.text}`,
    blocks: blocks.map((block, index) => ({ ...block, block_id: `b${index + 1}` })),
  };
};
