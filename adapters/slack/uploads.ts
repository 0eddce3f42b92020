import { createHash } from 'node:crypto';
import type { webApi } from '@slack/bolt';
import type { Card, Picture } from '../../src/cards/card.js';
import type { SlackOffice } from './office.js';
import { reasonOf } from './private.js';
import { type Files, noFiles } from './render.js';

/** Brings pictures to workspaces, so that messages can show them. */
export interface Uploads {
  /**
   * The files of a card's pictures in a workspace. A picture is uploaded once there, however many rooms show it; one that
   * cannot be is left out, and the message says in words what it shows.
   */
  filesOf(tenant: string, client: webApi.WebClient, card: Card): Promise<Files>;
}

export const uploadsWith = ({ paint, log }: Pick<SlackOffice, 'paint' | 'log'>): Uploads => {
  const known = new Map<string, string>();
  const fileOf = async (tenant: string, client: webApi.WebClient, picture: Picture): Promise<string | null> => {
    const name = `${tenant} ${createHash('sha256').update(picture.svg).digest('hex')}`;
    const there = known.get(name);
    if (there !== undefined) return there;
    try {
      const id = await upload(client, {
        name: 'open-decisions.png',
        type: 'image/png',
        bytes: await paint(picture.svg),
      });
      await client.files.completeUploadExternal({ files: [{ id, title: 'Open decisions' }] });
      known.set(name, id);
      const [oldest] = known.keys();
      if (known.size > knownMost && oldest !== undefined) known.delete(oldest);
      return id;
    } catch (thrown) {
      log.warn({ reason: reasonOf(thrown) }, 'a picture could not be uploaded; its words stand in its place');
      return null;
    }
  };
  return {
    filesOf: async (tenant, client, card) => {
      const files = new Map<string, string>();
      for (const block of card.blocks) {
        if (block.kind !== 'picture') continue;
        const id = await fileOf(tenant, client, block.picture);
        if (id !== null) files.set(block.picture.svg, id);
      }
      return files.size === 0 ? noFiles : ({ svg }) => files.get(svg) ?? null;
    },
  };
};

const knownMost = 500;

/** A file on its way to Slack. */
export interface Upload {
  readonly name: string;
  readonly type: string;
  readonly bytes: Uint8Array;
}

/**
 * Two of the three steps that Slack has: where to, and the bytes. Nobody sees anything of them; the file belongs to the
 * app until it is completed, and shown by a message or given to a channel. Rejects with what Slack said.
 */
export const upload = async (client: webApi.WebClient, { name, type, bytes }: Upload): Promise<string> => {
  const { upload_url: address, file_id: id } = await client.files.getUploadURLExternal({
    filename: name,
    length: bytes.length,
  });
  if (address === undefined || id === undefined) throw new Error('no address to upload to');
  const answer = await fetch(address, {
    method: 'POST',
    headers: { 'content-type': type },
    body: new Uint8Array(bytes),
    signal: AbortSignal.timeout(uploadWithinMs),
  });
  await answer.body?.cancel();
  if (!answer.ok) throw new Error(`the upload was answered with ${answer.status}`);
  return id;
};

const uploadWithinMs = 10_000;
