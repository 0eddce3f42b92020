import { hash } from 'node:crypto';
import type { TeamsRegistration } from '../config.js';
import type { Claims } from './claims.js';

/** A token that was found good: what it says, and the registration that it is for. */
export interface GoodToken {
  readonly claims: Claims;
  readonly app: TeamsRegistration;
}

/**
 * Tokens whose signature was found right within the last minute, by a digest of each: the Bot Connector sends the same one
 * for an hour, and checking it costs more than reading the activity. None counts beyond its own end. Only good ones are
 * kept, so inventing tokens fills nothing; the tokens themselves are not kept at all.
 */
export interface GoodTokens {
  find(authorization: string, nowMs: number): GoodToken | null;
  keep(authorization: string, token: GoodToken, nowMs: number): void;
}

export const goodTokens = (): GoodTokens => {
  const kept = new Map<string, GoodToken & { readonly untilMs: number }>();
  return {
    find: (authorization, nowMs) => {
      const found = kept.get(digestOf(authorization));
      return found !== undefined && nowMs < found.untilMs ? found : null;
    },
    keep: (authorization, token, nowMs) => {
      if (kept.size >= keptMost) kept.clear();
      const untilMs = Math.min(nowMs + keptMs, token.claims.untilMs);
      kept.set(digestOf(authorization), { ...token, untilMs });
    },
  };
};

const digestOf = (authorization: string): string => hash('sha256', authorization, 'base64');

const keptMs = 60_000;
/** One for each registration and region is usual. */
const keptMost = 200;
