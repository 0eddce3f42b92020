import type { IncomingMessage, ServerResponse } from 'node:http';
import { bodyWithin } from '../body.js';
import type { TeamsConfig, TeamsRegistration } from '../config.js';
import { isServiceUrl } from './allowedHosts.js';
import type { TokenCheck } from './app.js';
import { type Activity, activityShape } from './shapes.js';

/** An activity that the Bot Connector sent to one of our registrations, from a tenant that it serves. */
export interface Verified {
  readonly activity: Activity;
  readonly app: TeamsRegistration;
  /** The Entra tenant in which it happened. */
  readonly tenant: string;
}

/** Why a request was turned away: a status, and words for the log in which nothing of the request stands. */
export interface Refused {
  readonly status: 400 | 401 | 403 | 405 | 413 | 415;
  readonly why: string;
}

/**
 * What every request passes before anything in it counts: method, type, size, a token that is good by its own words, a body
 * that is an activity of Teams, an allowed service address, the signature, and the tenant. Nothing is looked up anywhere
 * before the signature has been found right.
 */
export const verified = async (
  request: IncomingMessage,
  config: Pick<TeamsConfig, 'serviceHosts'>,
  check: TokenCheck,
): Promise<Verified | Refused> => {
  const { method, headers } = request;
  if (method !== 'POST') return { status: 405, why: 'method' };
  if (!/^application\/json\b/iu.test(headers['content-type'] ?? '')) return { status: 415, why: 'content type' };
  if (Number(headers['content-length'] ?? 0) > bodyMostBytes) return { status: 413, why: 'size' };
  const { authorization } = headers;
  const token = authorization === undefined ? null : check.plausible(authorization);
  if (token === null) return { status: 401, why: 'token' };
  const body = await bodyWithin(request, bodyMostBytes);
  if (body === null) return { status: 413, why: 'size' };
  const read = activityShape.safeParse(jsonOf(body));
  if (!read.success) return { status: 400, why: 'not an activity of Teams' };
  const { data: activity } = read;
  if (!isServiceUrl(config, activity.serviceUrl)) return { status: 403, why: 'service address' };
  const app = await check.registrationOf(token, activity.serviceUrl);
  if (app === null) return { status: 401, why: 'token' };
  const tenant = tenantOf(activity);
  if (tenant === null) return { status: 400, why: 'tenant' };
  if (app.type === 'SingleTenant' && tenant !== app.tenantId) return { status: 403, why: 'tenant' };
  return { activity, app, tenant };
};

export const turnAway = (request: IncomingMessage, response: ServerResponse, { status }: Refused): void => {
  response.writeHead(status, { connection: 'close', ...(status === 405 ? { allow: 'POST' } : {}) }).end();
  request.resume();
};

/** More than any form of ours can hold; Teams' own payloads stay far below. */
const bodyMostBytes = 512 * 1024;

const jsonOf = (body: Buffer): unknown => {
  try {
    return JSON.parse(body.toString('utf8'));
  } catch {
    return null;
  }
};

/** Said in one place or in two, and then the same; the token does not say it. */
const tenantOf = ({ conversation, channelData }: Activity): string | null => {
  const said = [conversation.tenantId, channelData?.tenant?.id].filter((each) => each != null);
  const [tenant] = said;
  return tenant !== undefined && said.every((each) => each === tenant) ? tenant : null;
};
