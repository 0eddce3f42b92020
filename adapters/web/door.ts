import { createHash, timingSafeEqual } from 'node:crypto';
import type { HttpBindings } from '@hono/node-server';
import type { Context, MiddlewareHandler } from 'hono';
import { serverWords } from '../../src/cards/words/server.js';

export type Visit = Context<{ Bindings: HttpBindings }>;

/** Somebody turned away at the door, before anything was read or done. */
export interface TurnedAway {
  readonly status: 400 | 403 | 404 | 405 | 413 | 415 | 503;
  readonly sentence: string;
}

/** Says why somebody is turned away, as a page or as JSON. */
export type Answer = (visit: Visit, away: TurnedAway) => Response;

/**
 * What everybody passes before any page (rulings 3.4): the address must be this server's own, so that no name of
 * somebody else's can be pointed at it, and what changes anything must come from one of its own pages.
 */
export const frontDoor =
  (hosts: () => ReadonlySet<string>, answer: Answer): MiddlewareHandler<{ Bindings: HttpBindings }> =>
  async (visit, next) => {
    const { headers } = visit.env.incoming;
    const host = headers.host?.toLowerCase() ?? '';
    if (!hosts().has(host)) return answer(visit, { status: 403, sentence: serverWords.wrongHost });
    if (!readsOnly(visit.req.method) && !isFromHere(headers, host)) {
      return answer(visit, { status: 403, sentence: serverWords.wrongOrigin });
    }
    await next();
    for (const [name, value] of Object.entries(protection)) {
      // A file of ours says more strictly by itself what may come of it.
      if (!visit.res.headers.has(name)) visit.res.headers.set(name, value);
    }
    return undefined;
  };

/** Whether a token is the one that was printed; takes as long for a near miss as for any other. */
export const isToken = (given: string, token: string): boolean => timingSafeEqual(digest(given), digest(token));

const digest = (text: string): Buffer => createHash('sha256').update(text, 'utf8').digest();

const readsOnly = (method: string): boolean => method === 'GET' || method === 'HEAD';

/**
 * Pages are sent with `no-referrer`, so that the token in the address goes nowhere; a browser then says `Origin: null`
 * for a plain form, and only its own `Sec-Fetch-Site`, which no page can set, tells where the form stood.
 */
const isFromHere = (headers: HttpBindings['incoming']['headers'], host: string): boolean =>
  headers.origin === `http://${host}` || (headers.origin === 'null' && headers['sec-fetch-site'] === 'same-origin');

const protection: Readonly<Record<string, string>> = {
  'Content-Security-Policy':
    "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
};
