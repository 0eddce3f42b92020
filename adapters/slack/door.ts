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
  const read = readBody(headers['content-type'] ?? '', body.toString('utf8'));
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
const readBody = (contentType: string, text: string): unknown => {
  if (contentType !== 'application/x-www-form-urlencoded') return parsed(text);
  const only = onlyPayload(text);
  if (only !== null) return parsed(only);
  const fields = parse(text);
  return typeof fields['payload'] === 'string' ? parsed(fields['payload']) : fields;
};

/**
 * The one field of a press or form as Slack sends it, read in a third of the time: it brings the whole message along. Null
 * where there is more, or what cannot be decoded, which is left to the parser of forms.
 */
const onlyPayload = (text: string): string | null => {
  if (!text.startsWith('payload=') || text.includes('&')) return null;
  try {
    return decodeURIComponent(text.slice('payload='.length).replaceAll('+', ' '));
  } catch {
    return null;
  }
};

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
};
