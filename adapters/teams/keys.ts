import { createPublicKey, type KeyObject } from 'node:crypto';
import { z } from 'zod';

/** The keys with which the Bot Connector signs, as Microsoft publishes them. */
export interface SigningKeys {
  /** The key of this name, where it is endorsed for Teams; null where there is none, as far as anybody could be asked. */
  of(kid: string): Promise<SigningKey | null>;
}

export interface SigningKey {
  readonly key: KeyObject;
  readonly endorsements: readonly string[];
}

interface KeysPorts {
  readonly url: string;
  readonly nowMs: () => number;
  /** Told why the keys could not be had; those that were had before still count. */
  readonly failed: (reason: string) => void;
}

/**
 * Keys that are a day old are asked for again, while the old ones go on counting: Microsoft being away must not keep
 * anybody from voting. An unknown name is asked for at most once in five minutes, so that inventing names costs nobody
 * anything.
 */
export const signingKeys = ({ url, nowMs, failed }: KeysPorts): SigningKeys => {
  let kept: ReadonlyMap<string, SigningKey> = new Map();
  let freshMs = -Infinity;
  let askedMs = -Infinity;
  let asking: Promise<void> | null = null;
  const ask = async (): Promise<void> => {
    askedMs = nowMs();
    try {
      kept = await published(url);
      freshMs = nowMs();
    } catch (thrown) {
      failed((thrown as Error).message);
      // Nobody's clicks wait a whole five minutes for a host that was away for a moment.
      askedMs = nowMs() - unknownMs + failedMs;
    } finally {
      asking = null;
    }
  };
  const asked = (): Promise<void> => (asking ??= ask());
  return {
    of: async (kid) => {
      const mayAsk = nowMs() - askedMs >= unknownMs;
      if (!kept.has(kid) && (mayAsk || asking !== null)) await asked();
      else if (nowMs() - freshMs >= dayMs && mayAsk) void asked();
      return kept.get(kid) ?? null;
    },
  };
};

const dayMs = 24 * 3_600_000;
const unknownMs = 300_000;
const failedMs = 5_000;
const answerMs = 5_000;

/** The description of the issuer, and the keys that it names on the same host. */
const published = async (url: string): Promise<ReadonlyMap<string, SigningKey>> => {
  const { jwks_uri: keysUrl } = description.parse(await fetched(url));
  if (new URL(keysUrl).origin !== new URL(url).origin) throw new Error('the keys are on another host');
  const { keys } = keySet.parse(await fetched(keysUrl));
  return new Map(keys.flatMap((each) => keyFrom(each)));
};

const fetched = async (url: string): Promise<unknown> => {
  const response = await fetch(url, { redirect: 'error', signal: AbortSignal.timeout(answerMs) });
  if (response.ok) return response.json();
  await response.body?.cancel();
  throw new Error(`status ${response.status}`);
};

const description = z.object({ jwks_uri: z.url().max(500) });
const keySet = z.object({ keys: z.array(z.unknown()).max(500) });
const signingKey = z.object({
  kty: z.literal('RSA'),
  kid: z.string().min(1).max(200),
  n: z.string().max(2_000),
  e: z.string().max(20),
  endorsements: z.array(z.string()),
});

/** Of what is published, what may sign for Teams; the rest is no concern of ours. */
const keyFrom = (published: unknown): readonly (readonly [string, SigningKey])[] => {
  const read = signingKey.safeParse(published);
  if (!read.success || !read.data.endorsements.includes('msteams')) return [];
  const { kid, n, e, endorsements } = read.data;
  return [[kid, { key: createPublicKey({ key: { kty: 'RSA', n, e }, format: 'jwk' }), endorsements }]];
};
