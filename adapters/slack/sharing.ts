import type { webApi } from '@slack/bolt';
import type { Card } from '../../src/cards/card.js';
import { cardAsText } from '../../src/cards/plainText.js';
import type { WriteCalendar } from '../../src/clerk/pages.js';
import type { Sent } from '../../src/clerk/surfaces.js';
import { sentBy } from './failures.js';
import { escaped } from './mrkdwn.js';
import { upload } from './uploads.js';

/** Where a file goes: into a channel, in the thread of a message where one is known. */
export interface Sharing {
  readonly channel: string;
  readonly beside: string | null;
}

/**
 * Gives a channel the invitation of a card as a file, with the card's words. Of Slack's three steps the last alone is
 * seen by anybody, and it is made once (rulings 5): where one before it breaks, nothing was said and it is tried again. Slack names no message
 * then, so the reference is that of the file.
 */
export const share = async (
  client: webApi.WebClient,
  writeCalendar: WriteCalendar,
  card: Card,
  { channel, beside }: Sharing,
): Promise<Sent> => {
  const block = card.blocks.find(({ kind }) => kind === 'invitation');
  if (block?.kind !== 'invitation') return { kind: 'failed', reason: 'unexpected' };
  const { calendar, file: name } = block.invitation;
  const bytes = new TextEncoder().encode(writeCalendar(calendar, 'invitation'));
  const id = await upload(client, { name, type: 'text/calendar', bytes }).catch((thrown: unknown) => sentBy(thrown));
  if (typeof id !== 'string') return id.kind === 'unknown' ? unseen : id;
  const words = cardAsText({ ...card, blocks: card.blocks.filter((each) => each !== block) });
  await client.files.completeUploadExternal({
    files: [{ id, title: name }],
    initial_comment: escaped(words.trim()),
    ...(beside === null ? { channel_id: channel } : { channel_id: channel, thread_ts: beside }),
  });
  return { kind: 'shown', reference: id };
};

/** Whatever became of the file, nobody has seen it. */
const unseen: Sent = { kind: 'later', afterMs: 5_000, whole: 'room', few: true };
