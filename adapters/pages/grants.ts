import { type Instant, plusMs } from '../../src/alliance/instant.js';
import type { Clock, Randomness } from '../../src/clerk/ports.js';
import type { Page } from '../../src/clerk/pages.js';
import { sha256Of } from '../../src/clerk/sha256.js';

/** Which address leads whom to what. Nothing of it is kept: after a restart people ask for new addresses. */
export interface Grants {
  /** A token that nobody can guess; the same as long as the same page of the same person still has half its time. */
  give(page: Page): string;
  /** Null for a token that was never given, or whose hour is over. */
  find(token: string): Page | null;
  /** It works once. */
  end(token: string): void;
}

export const openGrants = ({
  clock,
  randomness,
}: {
  readonly clock: Pick<Clock, 'now'>;
  readonly randomness: Randomness;
}): Grants => {
  const given = new Map<string, { readonly page: Page; readonly until: Instant; readonly token: string }>();
  /** Found by hash, so that how long it takes says nothing about a token that is nearly right. */
  const byHash = new Map<string, string>();
  const drop = (key: string): void => {
    const grant = given.get(key);
    if (grant !== undefined) byHash.delete(sha256Of(grant.token));
    given.delete(key);
  };
  return {
    give: (page) => {
      const key = JSON.stringify(page);
      const now = clock.now();
      const before = given.get(key);
      if (before !== undefined && before.until > plusMs(now, hourMs / 2)) return before.token;
      drop(key);
      const [oldest] = given.keys();
      if (given.size >= grantsMost && oldest !== undefined) drop(oldest);
      const token = Buffer.from(randomness.bytes(32)).toString('base64url');
      given.set(key, { page, until: plusMs(now, hourMs), token });
      byHash.set(sha256Of(token), key);
      return token;
    },
    find: (token) => {
      const key = byHash.get(sha256Of(token));
      const grant = key === undefined ? undefined : given.get(key);
      return grant === undefined || grant.until <= clock.now() ? null : grant.page;
    },
    end: (token) => {
      const key = byHash.get(sha256Of(token));
      if (key !== undefined) drop(key);
    },
  };
};

const hourMs = 3_600_000;
const grantsMost = 20_000;
