import { z } from 'zod';
import type { Sent } from '../../src/clerk/surfaces.js';
import type { TeamsConfig, TeamsRegistration } from '../config.js';

/** With which each registration calls the Bot Connector. */
export interface AccessTokens {
  /** A token that is good for some minutes yet, or why there is none just now. Asked for once at a time. */
  of(app: string): Promise<string | Extract<Sent, { readonly kind: 'later' | 'failed' }>>;
  /** The Bot Connector did not take the token. */
  forget(app: string): void;
}

export const accessTokens = ({ apps, loginUrl }: Pick<TeamsConfig, 'apps' | 'loginUrl'>): AccessTokens => {
  const kept = new Map<string, { readonly token: string; readonly untilMs: number }>();
  const asking = new Map<string, Promise<string | null>>();
  const ask = async (app: TeamsRegistration): Promise<string | null> => {
    const got = await tokenFrom(loginUrl, app);
    if (got === null) return null;
    kept.set(app.appId, { token: got.access_token, untilMs: performance.now() + (got.expires_in - earlyS) * 1_000 });
    return got.access_token;
  };
  return {
    of: async (appId) => {
      const app = apps.find((each) => each.appId === appId);
      if (app === undefined) return { kind: 'failed', reason: 'botRemoved' };
      const known = kept.get(appId);
      if (known !== undefined && known.untilMs > performance.now()) return known.token;
      const asked = asking.get(appId) ?? ask(app).finally(() => asking.delete(appId));
      asking.set(appId, asked);
      return (await asked) ?? { kind: 'later', afterMs: againMs, whole: 'workspace' };
    },
    forget: (appId) => void kept.delete(appId),
  };
};

/** By the client's own secret: of its own tenant, or of the Bot Framework's for a bot of many tenants. */
const tokenFrom = async (loginUrl: string, app: TeamsRegistration): Promise<Granted | null> => {
  const tenant = app.type === 'SingleTenant' ? app.tenantId : 'botframework.com';
  try {
    const response = await fetch(new URL(`${tenant}/oauth2/v2.0/token`, loginUrl), {
      method: 'POST',
      body: new URLSearchParams({
        grant_type: 'client_credentials',
        client_id: app.appId,
        client_secret: app.password,
        scope: 'https://api.botframework.com/.default',
      }),
      redirect: 'manual',
      signal: AbortSignal.timeout(10_000),
    });
    const read = granted.safeParse(response.ok ? await response.json() : null);
    if (!response.ok) await response.body?.cancel();
    return read.success ? read.data : null;
  } catch {
    return null;
  }
};

const granted = z.object({ access_token: z.string().min(1).max(16_384), expires_in: z.number().min(60) });
type Granted = z.infer<typeof granted>;

/** A new one is got five minutes before the old one ends. */
const earlyS = 300;
/** When nobody gives us a token: asked again after so long. */
const againMs = 15_000;
