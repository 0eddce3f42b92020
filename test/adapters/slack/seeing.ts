import type { Button } from './payloads.js';
import type { Standin } from './standin/standin.js';
import type { Block, Message, View } from './standin/world.js';

/** The words that somebody sees, block by block, with Slack's escapes undone and its mark-up left as it is. */
export const wordsOf = (seen: Message | View): readonly string[] =>
  blocksOf(seen).flatMap((block) => textsIn(block).map(unescaped));

/** All of it as one text. */
export const textOf = (seen: Message | View): string => wordsOf(seen).join('\n');

/** A living card has a heading; announcements and receipts have none. */
export const isLiving = ({ blocks }: Message): boolean => blocks.some(({ type }) => type === 'header');

/** The first living card in a channel, once it stands there. */
export const firstCard = (
  { until, messages }: Pick<Standin, 'until' | 'messages'>,
  channel: string,
): Promise<Message> => until(() => messages(channel).find(isLiving) ?? null);

/** The buttons, in order. */
export const buttonsOf = (seen: Message | View): readonly Button[] =>
  blocksOf(seen).flatMap((block) => {
    const found = [...((block['elements'] as readonly unknown[] | undefined) ?? []), block['accessory']];
    return found
      .filter((each): each is Button => (each as { type?: unknown } | undefined)?.type === 'button')
      .map((button) => ({ ...button, block_id: block.block_id }));
  });

export const labelsOf = (seen: Message | View): readonly string[] => buttonsOf(seen).map(({ text }) => text.text);

/** The button with this label; fails where a person would see none, or several that do different things. */
export const buttonCalled = (seen: Message | View, label: string): Button => {
  const found = buttonsOf(seen).filter(({ text }) => text.text === label);
  const [only] = found;
  if (only === undefined || new Set(found.map(({ value }) => value)).size > 1) {
    throw new Error(`${found.length} buttons are called ${label}; there are ${labelsOf(seen).join(', ')}`);
  }
  return only;
};

/** Whom a message would ping: mentions in mark-up or in the line for notifications. Plain text pings nobody. */
export const pingsIn = (seen: Message): readonly string[] =>
  [seen.text, ...seen.blocks.flatMap(markedIn)].flatMap((text) =>
    [...text.matchAll(/<(?:@[UW]\w+|!(?:channel|here|everyone|subteam\^\w+))[^>]*>/g)].map(([found]) => found),
  );

/** Links and channels that mark-up would make of somebody's words. */
export const linksIn = (seen: Message): readonly string[] =>
  [seen.text, ...seen.blocks.flatMap(markedIn)].flatMap((text) =>
    [...text.matchAll(/<(?:https?:|mailto:|#C)[^>]*>/g)].map(([found]) => found),
  );

const blocksOf = (seen: Message | View): readonly Block[] => ('body' in seen ? seen.body.blocks : seen.blocks);

/** Every text in a block, of whatever kind. */
const textsIn = (value: unknown): readonly string[] => {
  if (Array.isArray(value)) return value.flatMap(textsIn);
  if (typeof value !== 'object' || value === null) return [];
  const { text, ...rest } = value as { text?: unknown };
  return typeof text === 'string' ? [text] : [...textsIn(text), ...Object.values(rest).flatMap(textsIn)];
};

const markedIn = (value: unknown): readonly string[] => {
  if (Array.isArray(value)) return value.flatMap(markedIn);
  if (typeof value !== 'object' || value === null) return [];
  const { type, text } = value as { type?: unknown; text?: unknown };
  return type === 'mrkdwn' && typeof text === 'string' ? [text] : Object.values(value).flatMap(markedIn);
};

const unescaped = (text: string): string =>
  text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
