import type { IncomingMessage, ServerResponse } from 'node:http';
import { z } from 'zod';
import { json, method, openChannelFor, refused } from '../method.js';
import type { Desk } from '../method.js';
import type { World } from '../world.js';

/** Uploading in three steps: an address, the bytes, done. After that Slack looks at the file for a moment. */
export const files = {
  'files.getUploadURLExternal': method({
    shape: z.strictObject({
      filename: z.string().min(1),
      length: z.coerce.number().int().positive(),
      alt_txt: z.string().max(1_000).optional(),
      snippet_type: z.string().optional(),
    }),
    scopes: ['files:write'],
    answer: ({ world, team, nextNumber, uploadUrl }, { filename: name, length }) => {
      const id = `F0FILE${String(nextNumber()).padStart(6, '0')}`;
      world.files.set(id, { id, team: team.id, name, length, bytes: null, readyAtMs: null });
      return { ok: true, upload_url: uploadUrl(id), file_id: id };
    },
  }),
  'files.completeUploadExternal': method({
    shape: z.strictObject({
      files: json,
      channel_id: z.string().optional(),
      channels: z.string().optional(),
      initial_comment: z.string().optional(),
      thread_ts: z.string().optional(),
    }),
    scopes: ['files:write'],
    answer: (desk, { files: given, channel_id: channel, initial_comment: comment, thread_ts: thread }) => {
      const { world, team, nowMs } = desk;
      const found = channel === undefined ? null : openChannelFor(desk, channel);
      if (found?.refusal !== undefined) return found.refusal;
      const read = z
        .array(z.strictObject({ id: z.string(), title: z.string().optional() }))
        .min(1)
        .safeParse(given);
      if (!read.success) return refused('invalid_arguments');
      for (const { id } of read.data) {
        const file = world.files.get(id);
        if (file === undefined || file.team !== team.id || file.bytes === null) return refused('file_not_found');
        file.readyAtMs = nowMs + lookedAtMs;
      }
      found?.channel.messages.push({
        ...{ ts: desk.nextStamp(), channel: found.channel.id, team: team.id, user: team.bot.user },
        ...{ text: comment ?? '', blocks: [], edits: 0, only: null, thread: thread ?? null },
        files: read.data.map(({ id }) => id),
      });
      return { ok: true, files: read.data };
    },
  }),
} as const;

/** How long Slack looks at a new file before a message may show it. */
const lookedAtMs = 1_500;

/** Whether a message of this workspace may show the file now. */
export const isShowable = ({ world, team, nowMs }: Desk, given: unknown): boolean => {
  const file = world.files.get((given as { readonly id: string }).id);
  return file?.team === team.id && file.readyAtMs !== null && file.readyAtMs <= nowMs;
};

/** Somebody's own file in a workspace, as a form gives it: it lies on the stand-in, for whoever has the bot's token. */
export const ownFile = (world: World, team: string, origin: string, name: string, bytes: Uint8Array): string => {
  const id = `F0OWN${String(world.files.size + 1).padStart(6, '0')}`;
  world.files.set(id, { id, team, name, length: bytes.length, bytes: Buffer.from(bytes), readyAtMs: 0 });
  return JSON.stringify({ id, name, size: bytes.length, url_private_download: `${origin}/files-pri/${id}` });
};

/** Gives a file to whoever has the token of the bot in its workspace; false for every other request. */
export const gaveFile = (world: World, request: IncomingMessage, response: ServerResponse): boolean => {
  const id = /^\/files-pri\/(F[A-Z0-9]+)$/.exec(request.url ?? '')?.[1];
  if (id === undefined) return false;
  const file = world.files.get(id);
  const token = world.teams.get(file?.team ?? '')?.token ?? null;
  const isAllowed = file?.bytes != null && token !== null && request.headers.authorization === `Bearer ${token}`;
  response.writeHead(isAllowed ? 200 : 404).end(isAllowed ? file.bytes : '');
  return true;
};

/** Takes the bytes of a file that was announced; false for every other request. */
export const tookFile = async (world: World, request: IncomingMessage, response: ServerResponse): Promise<boolean> => {
  const id = /^\/upload\/(F[A-Z0-9]+)$/.exec(request.url ?? '')?.[1];
  const file = id === undefined ? undefined : world.files.get(id);
  if (file === undefined) return false;
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const bytes = Buffer.concat(chunks);
  const isWhole = bytes.length === file.length;
  if (isWhole) file.bytes = bytes;
  response.writeHead(isWhole ? 200 : 400).end(isWhole ? `OK - ${file.length}` : 'length');
  return true;
};
