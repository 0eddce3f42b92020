import { paperLimits } from '../src/alliance/meetings/paperLimits.js';
import type { ReceivedFiles } from '../src/clerk/visits/files.js';

/** A form with files as browsers send it: its fields, the first of each name, and its files. */
export interface Multipart {
  readonly fields: ReadonlyMap<string, string>;
  readonly files: ReceivedFiles;
}

/** Takes a body apart that was read whole and is bounded; null where it is not a form of this kind. Never throws. */
export const multipartIn = async (body: Uint8Array, contentType: string): Promise<Multipart | null> => {
  try {
    // eslint-disable-next-line @typescript-eslint/no-deprecated -- advised against for bodies without a bound; this one has one
    const form = await new Response(new Uint8Array(body), { headers: { 'content-type': contentType } }).formData();
    const fields = new Map<string, string>();
    const files: Record<string, { name: string; bytes: Uint8Array }> = {};
    for (const [name, value] of form) {
      if (fields.size + Object.keys(files).length >= partsMost) return null;
      if (typeof value === 'string') {
        if (!fields.has(name)) fields.set(name, value.replaceAll('\r\n', '\n'));
      } else if (value.name !== '' && !Object.hasOwn(files, name)) {
        files[name] = { name: value.name, bytes: new Uint8Array(await value.arrayBuffer()) };
      }
    }
    return { fields, files };
  } catch {
    return null;
  }
};

const partsMost = 100;

/** Room for the largest file and the fields around it. */
export const multipartBytesMost = paperLimits.bytesMost + 100_000;
