import { z } from 'zod';
import { checkedBlocks } from '../blockKit.js';
import { limits } from '../limits.js';
import { channelFor, json, method, openChannelFor, refused, yesNo } from '../method.js';
import type { Answer, Desk } from '../method.js';
import type { Block, Message } from '../world.js';
import { isShowable } from './files.js';

const words = {
  channel: z.string(),
  text: z.string().optional(),
  blocks: json.optional(),
  parse: z.enum(['none', 'full']).optional(),
  link_names: yesNo.optional(),
  metadata: json.optional(),
};
const posted = {
  ...words,
  thread_ts: z.string().optional(),
  mrkdwn: yesNo.optional(),
  unfurl_links: yesNo.optional(),
  unfurl_media: yesNo.optional(),
  reply_broadcast: yesNo.optional(),
};

export const chat = {
  'chat.postMessage': method({
    shape: z.strictObject(posted),
    scopes: ['chat:write'],
    answer: (desk, args) => {
      const found = openChannelFor(desk, args.channel);
      if (found.refusal !== undefined) return found.refusal;
      const said = saidIn(args, desk);
      if (said.refusal !== undefined) return said.refusal;
      const waitS = desk.rates.post(found.channel.id, desk.nowMs);
      if (waitS > 0) return { limitedForS: waitS };
      const message = messageOf(desk, args.channel, said, { thread: args.thread_ts ?? null, only: null });
      found.channel.messages.push(message);
      return { ok: true, channel: message.channel, ts: message.ts, message: shown(message) };
    },
  }),
  'chat.update': method({
    shape: z.strictObject({ ...words, ts: z.string(), as_user: yesNo.optional(), reply_broadcast: yesNo.optional() }),
    scopes: ['chat:write'],
    answer: (desk, args) => {
      const waitS = desk.rates.update(desk.team.id, desk.nowMs);
      if (waitS > 0) return { limitedForS: waitS };
      const found = openChannelFor(desk, args.channel);
      if (found.refusal !== undefined) return found.refusal;
      const message = found.channel.messages.find(({ ts, only }) => ts === args.ts && only === null);
      if (message === undefined) return refused('message_not_found');
      if (message.user !== desk.team.bot.user) return refused('cant_update_message');
      const said = saidIn(args, desk);
      if (said.refusal !== undefined) return said.refusal;
      message.text = said.text;
      if (said.blocks !== null) message.blocks = said.blocks;
      message.edits += 1;
      return { ok: true, channel: message.channel, ts: message.ts, text: message.text, message: shown(message) };
    },
  }),
  'chat.postEphemeral': method({
    shape: z.strictObject({ ...words, user: z.string(), thread_ts: z.string().optional() }),
    scopes: ['chat:write'],
    answer: (desk, args) => {
      const found = openChannelFor(desk, args.channel);
      if (found.refusal !== undefined) return found.refusal;
      if (!found.channel.members.has(args.user)) return refused('user_not_in_channel');
      const said = saidIn(args, desk);
      if (said.refusal !== undefined) return said.refusal;
      const message = messageOf(desk, args.channel, said, { thread: args.thread_ts ?? null, only: args.user });
      found.channel.messages.push(message);
      return { ok: true, message_ts: message.ts };
    },
  }),
  'chat.getPermalink': method({
    shape: z.strictObject({ channel: z.string(), message_ts: z.string() }),
    scopes: [],
    answer: (desk, { channel: id, message_ts: ts }) => {
      const found = channelFor(desk, id);
      if (found.refusal !== undefined) return found.refusal;
      if (!found.channel.messages.some((message) => message.ts === ts)) return refused('message_not_found');
      const permalink = `https://${desk.team.id.toLowerCase()}.slack.com/archives/${id}/p${ts.replace('.', '')}`;
      return { ok: true, channel: id, permalink };
    },
  }),
} as const;

interface Said {
  readonly refusal?: never;
  readonly text: string;
  /** Null: none were given, and an edit leaves those that are there. */
  readonly blocks: readonly Block[] | null;
}

const saidIn = (
  args: { readonly text?: string | undefined; readonly blocks?: unknown },
  desk: Desk,
): Said | { readonly refusal: Answer } => {
  const { text = '', blocks } = args;
  const isBare = blocks === undefined || (Array.isArray(blocks) && blocks.length === 0);
  if (text === '' && isBare) return { refusal: refused('no_text') };
  if (text.length > limits.text) return { refusal: refused('msg_too_long') };
  if (blocks === undefined) return { text, blocks: null };
  const checked = checkedBlocks(blocks, limits.blocksInMessage);
  if ('error' in checked) return { refusal: refused(checked.error, checked.messages) };
  const notReady = checked.blocks.some((block) => block.type === 'image' && !isShowable(desk, block['slack_file']));
  if (notReady) return { refusal: refused('invalid_blocks', ['invalid slack file']) };
  const isTooLong = JSON.stringify(blocks).length > limits.messageCharacters;
  return isTooLong ? { refusal: refused('msg_blocks_too_long') } : { text, blocks: checked.blocks };
};

const messageOf = (
  { team, nextStamp }: Desk,
  channel: string,
  { text, blocks }: Said,
  { thread, only }: Pick<Message, 'thread' | 'only'>,
): Message => ({
  ts: nextStamp(),
  channel,
  team: team.id,
  user: team.bot.user,
  text,
  blocks: blocks ?? [],
  edits: 0,
  only,
  thread,
});

const shown = ({ ts, user, text, blocks, team }: Message): object => ({
  type: 'message',
  ts,
  user,
  text,
  blocks,
  team,
});
