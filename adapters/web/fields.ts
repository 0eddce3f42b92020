import { serverWords } from '../../src/cards/words/server.js';
import type { ReceivedFiles } from '../../src/clerk/visits/files.js';
import { multipartBytesMost, multipartIn } from '../multipart.js';
import type { TurnedAway, Visit } from './door.js';

/** Fields of a form as a browser sends it. The first value of a name counts. */
export type Fields = ReadonlyMap<string, string>;

/** A form as it came, with its files where it had any. */
export interface SentFields {
  readonly fields: Fields;
  readonly files: ReceivedFiles;
}

/** Reads a form that may hold a file, of at most 10 MB; as strictly as any other. */
export const readFieldsAndFiles = async (visit: Visit): Promise<SentFields | TurnedAway> => {
  const type = visit.env.incoming.headers['content-type'] ?? '';
  if (!/^multipart\/form-data\s*;/iu.test(type)) {
    const fields = await readFields(visit);
    return isTurnedAway(fields) ? fields : { fields, files: {} };
  }
  if (Number(visit.env.incoming.headers['content-length'] ?? 0) > multipartBytesMost) return fileTooLarge;
  const body = await readBody(visit.req.raw.body, multipartBytesMost);
  if (body === null) return fileTooLarge;
  return (await multipartIn(body, type)) ?? { status: 400, sentence: serverWords.unreadableForm };
};

const fileTooLarge: TurnedAway = { status: 413, sentence: serverWords.fileTooLarge };

/**
 * Reads a plain form of at most 64 KB; anything larger is turned away before it is kept in memory, by its announced
 * length or else as soon as it has grown past the limit. Text that is not UTF-8 is turned away too: what stands in
 * the book must be what was sent.
 */
export const readFields = async (visit: Visit): Promise<Fields | TurnedAway> => {
  const { headers } = visit.env.incoming;
  const type = headers['content-type']?.split(';')[0]?.trim().toLowerCase();
  if (type !== 'application/x-www-form-urlencoded') return { status: 415, sentence: serverWords.notAForm };
  const announced = Number(headers['content-length'] ?? 0);
  if (announced > bodyBytesMost) return { status: 413, sentence: serverWords.tooLarge };
  const body = await readBody(visit.req.raw.body, bodyBytesMost);
  if (body === null) return { status: 413, sentence: serverWords.tooLarge };
  return parsed(body) ?? { status: 400, sentence: serverWords.unreadableForm };
};

export const isTurnedAway = (read: Fields | SentFields | TurnedAway): read is TurnedAway => 'sentence' in read;

const bodyBytesMost = 65_536;
const fieldsMost = 100;

const readBody = async (stream: ReadableStream<Uint8Array> | null, bytesMost: number): Promise<Uint8Array | null> => {
  if (stream === null) return new Uint8Array();
  const parts: Uint8Array[] = [];
  let length = 0;
  for await (const part of stream) {
    length += part.length;
    if (length > bytesMost) return null;
    parts.push(part);
  }
  return Buffer.concat(parts);
};

const parsed = (body: Uint8Array): Fields | null => {
  const fields = new Map<string, string>();
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(body);
    const pairs = text === '' ? [] : text.split('&');
    if (pairs.length > fieldsMost) return null;
    for (const pair of pairs) {
      const at = pair.indexOf('=');
      const name = decoded(at < 0 ? pair : pair.slice(0, at));
      if (!fields.has(name)) fields.set(name, at < 0 ? '' : decoded(pair.slice(at + 1)));
    }
  } catch {
    return null;
  }
  return fields;
};

/** Browsers send a new line as CR LF; the book keeps LF. Throws on what is not UTF-8. */
const decoded = (text: string): string => decodeURIComponent(text.replaceAll('+', ' ')).replaceAll('\r\n', '\n');
