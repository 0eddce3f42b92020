import { exportJWK, generateKeyPair, SignJWT, type CryptoKey, type JWK } from 'jose';

/** The keys with which the connector signs what it sends to a bot, and the tokens that it gives out. */
export interface Keys {
  /** As the metadata names them: with the channels that each key may sign for. */
  readonly set: () => { readonly keys: readonly (JWK & { readonly endorsements: readonly string[] })[] };
  /** A token as the connector sends one with an activity; what is given differs from a right one. */
  readonly token: (claims: Claims, how?: Signing) => Promise<string>;
  /** From now on everything is signed by a new key, which the set has beside the old one. */
  readonly rotate: () => Promise<void>;
}

export interface Claims {
  /** The registration that the token is for. */
  readonly audience: string;
  readonly serviceUrl: string | null;
  readonly issuer?: string;
  /** Seconds since 1970; by default from five minutes ago to an hour ahead. */
  readonly notBefore?: number;
  readonly expires?: number;
  readonly more?: Readonly<Record<string, unknown>>;
}

/** How a token is signed: by a key that nobody published, or under another name than its own. */
export interface Signing {
  readonly strange?: boolean;
  readonly kid?: string;
}

export const connectorIssuer = 'https://api.botframework.com';

/** `nowMs` is the machine's own clock: tokens are checked by it. */
export const keysOf = async (endorsements: readonly string[] = ['msteams'], nowMs = Date.now): Promise<Keys> => {
  const pairs: Pair[] = [];
  const add = async (): Promise<void> => {
    const { publicKey, privateKey } = await generateKeyPair('RS256', { extractable: true });
    pairs.push({ kid: `key-${pairs.length + 1}`, jwk: await exportJWK(publicKey), secret: privateKey });
  };
  await add();
  const stranger = await generateKeyPair('RS256', { extractable: true });
  return {
    set: () => ({
      keys: pairs.map(({ kid, jwk }) => ({ ...jwk, kid, use: 'sig', alg: 'RS256', x5t: kid, endorsements })),
    }),
    token: async ({ audience, serviceUrl, issuer, notBefore, expires, more = {} }, { strange = false, kid } = {}) => {
      const now = Math.floor(nowMs() / 1_000);
      const newest = pairs.at(-1)!;
      return new SignJWT({ ...(serviceUrl === null ? {} : { serviceurl: serviceUrl }), ...more })
        .setProtectedHeader({ alg: 'RS256', typ: 'JWT', kid: kid ?? newest.kid, x5t: kid ?? newest.kid })
        .setIssuer(issuer ?? connectorIssuer)
        .setAudience(audience)
        .setNotBefore(notBefore ?? now - 300)
        .setExpirationTime(expires ?? now + 3_600)
        .sign(strange ? stranger.privateKey : newest.secret);
    },
    rotate: add,
  };
};

interface Pair {
  readonly kid: string;
  readonly jwk: JWK;
  readonly secret: CryptoKey;
}
