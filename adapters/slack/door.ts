import { createHmac, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { parse } from 'node:querystring';
import { bodyWithin } from '../body.js';

/** What a request holds, read and found to be Slack's. */
export interface Verified {
  /** Any JSON but `null`, or the fields of a form. */
  readonly body: unknown;
}

/**
 * What every request to /slack/events passes before Bolt sees it: a size, a time stamp within five minutes of now on
 * either side, a signature, and a body that can be read and is not `null`. Null when it was answered here.
 */
export const verified = async (
  request: IncomingMessage,
  response: ServerResponse,
  { secret, nowMs }: { readonly secret: string; readonly nowMs: () => number },
): Promise<Verified | null> => {
  const turnAway = (status: number): null => {
    response.writeHead(status, { connection: 'close' }).end();
    request.resume();
    return null;
  };
  const { headers } = request;
  if (Number(headers['content-length'] ?? 0) > bodyMostBytes) return turnAway(413);
  const stamp = headers['x-slack-request-timestamp'];
  const signature = headers['x-slack-signature'];
  if (!isFresh(stamp, nowMs()) || typeof signature !== 'string') return turnAway(401);
  const body = await bodyWithin(request, bodyMostBytes);
  if (body === null) return turnAway(413);
  if (!isSigned(secret, stamp, body, signature)) return turnAway(401);
  const read = readBody(headers['content-type'] ?? '', body);
  return read === null ? turnAway(400) : { body: read };
};

/** The time of the request by Slack's clock, in seconds: forms and commands carry no other (rulings 1.3). */
export const requestedAt = ({ headers }: IncomingMessage): number => Number(headers['x-slack-request-timestamp']);

/** More than any form of ours can hold; Slack's own payloads stay far below. */
const bodyMostBytes = 512 * 1024;

const isFresh = (stamp: string | readonly string[] | undefined, nowMs: number): stamp is string =>
  typeof stamp === 'string' && /^[1-9]\d{8,10}$/u.test(stamp) && Math.abs(nowMs / 1000 - Number(stamp)) <= 300;

const isSigned = (secret: string, stamp: string, body: Buffer, signature: string): boolean => {
  const expected = Buffer.from(
    `v0=${createHmac('sha256', secret).update(`v0:${stamp}:`).update(body).digest('hex')}`,
    'utf8',
  );
  const given = Buffer.from(signature, 'utf8');
  return given.length === expected.length && timingSafeEqual(given, expected);
};

/** Presses and forms come as JSON in the field `payload` of a form, commands as a form, and all else as JSON. */
const readBody = (contentType: string, body: Buffer): unknown => {
  if (contentType !== 'application/x-www-form-urlencoded') return parsed(body.toString('utf8'));
  const only = onlyPayload(body);
  if (only !== null) return parsed(only);
  const fields = parse(body.toString('utf8'));
  return typeof fields['payload'] === 'string' ? parsed(fields['payload']) : fields;
};

/**
 * The one field of a press or form as Slack sends it, read in a third of the time: it brings the whole message along. Null
 * where there is more, or a per cent sign that is none of an encoded byte, which is left to the parser of forms.
 */
const onlyPayload = (body: Buffer): string | null => {
  if (body.length < payloadIs.length || payloadIs.compare(body, 0, payloadIs.length) !== 0) return null;
  let length = 0;
  for (let at = payloadIs.length; at < body.length; at += 1) {
    let byte = body[at] ?? 0;
    if (byte === ampersand) return null;
    if (byte === plus) byte = space;
    else if (byte === perCent) {
      const [high, low] = [digitOf(body[at + 1]), digitOf(body[at + 2])];
      if (high === none || low === none) return null;
      byte = high * 16 + low;
      at += 2;
    }
    decoded[length] = byte;
    length += 1;
  }
  return decoded.toString('utf8', 0, length);
};

/** Used within one call. */
const decoded = Buffer.allocUnsafe(bodyMostBytes);
const payloadIs = Buffer.from('payload=');
const [ampersand, plus, space, perCent] = [0x26, 0x2b, 0x20, 0x25];

const none = 0xff;
const digitOf = (byte: number | undefined): number => hexDigits[byte ?? 0] ?? none;
const hexDigits = Uint8Array.from({ length: 256 }, (_, byte) => {
  const character = String.fromCharCode(byte);
  return /[\da-f]/iu.test(character) ? Number.parseInt(character, 16) : none;
});

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
};
