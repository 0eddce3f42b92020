import { z } from 'zod';

/** What a token says before anybody has looked at its signature: enough to turn away what can never count. */
export interface Claims {
  /** The App ID of the registration that it is for. */
  readonly audience: string;
  /** The address of the Bot Connector for which it was signed. */
  readonly service: string;
  /** When it ends, in milliseconds of the wall clock. */
  readonly untilMs: number;
}

/**
 * The claims of a token of the Bot Connector that is good at this moment by its own words; null for any other. Signature
 * and key come after; no key that a token brings along is ever looked at.
 */
export const claimsOf = (authorization: string, nowMs: number): Claims | null => {
  const [, header = '', payload = ''] =
    /^Bearer ([\w-]{1,2000})\.([\w-]{1,8000})\.[\w-]{1,2000}$/u.exec(authorization) ?? [];
  const read = claims.safeParse(partOf(payload));
  if (!headers.safeParse(partOf(header)).success || !read.success) return null;
  const { aud, serviceurl, exp, nbf } = read.data;
  const now = nowMs / 1_000;
  if (exp + leewayS < now || (nbf ?? 0) - leewayS > now) return null;
  return { audience: aud.toLowerCase(), service: serviceurl, untilMs: (exp + leewayS) * 1_000 };
};

/** Who signs what comes from Teams. */
export const issuer = 'https://api.botframework.com';

/** Only what Microsoft's tokens have; nothing that names another key. */
const headers = z.strictObject({
  alg: z.literal('RS256'),
  kid: z.string().min(1).max(200),
  typ: z.string().optional(),
  x5t: z.string().optional(),
});

const claims = z.object({
  iss: z.literal(issuer),
  aud: z.string().max(100),
  serviceurl: z.string().min(1).max(500),
  exp: z.number(),
  nbf: z.number().optional(),
});

/** As much as clocks may differ: what the SDK allows too. */
const leewayS = 300;

const partOf = (encoded: string): unknown => {
  try {
    return JSON.parse(Buffer.from(encoded, 'base64url').toString('utf8'));
  } catch {
    return null;
  }
};
