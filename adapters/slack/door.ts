import { createHmac, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { parse } from 'node:querystring';
import { bodyWithin } from '../body.js';

/** A request whose body has been read and found to be Slack's; Bolt takes it from here. */
export type Verified = IncomingMessage & { rawBody: Buffer };

/**
 * What every request to /slack/events passes before Bolt sees it: a size, a time stamp within five minutes of now on
 * either side, a signature, and a body that is not `null` (on which Bolt would stumble). Null when it was answered here.
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
  if (isNothing(headers['content-type'] ?? '', body)) return turnAway(400);
  return Object.assign(request, { rawBody: body });
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

const isNothing = (contentType: string, body: Buffer): boolean => {
  if (beginsAsObject.test(body.subarray(0, 16).toString('latin1'))) return false;
  if (contentType !== 'application/x-www-form-urlencoded') return body.toString('utf8').trim() === 'null';
  const { payload } = parse(body.toString('utf8'));
  return typeof payload === 'string' && payload.trim() === 'null';
};

/** As every payload of Slack's does: so nothing is read twice. */
const beginsAsObject = /^(?:payload=%7B|\{)/u;
