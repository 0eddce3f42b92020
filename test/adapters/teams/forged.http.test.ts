import { createHmac, createPublicKey } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { buttonIn } from './buttons.js';
import { councilApp, councilTenant, elsewhere, idOf, leadership, plymouthApp, plymouthTenant } from './cast.js';
import type { Activity, Came } from './door.js';
import { plymouth, proposalOf, type Scene } from './scene.js';

interface Click {
  readonly scene: Scene;
  readonly activity: Activity;
  /** Sends the click of this token, or of none. */
  readonly sent: (token: string | null, activity?: Activity) => Promise<Came>;
  /** Nothing has come into the book, nobody was asked anything, and the right token counts after all. */
  readonly untouched: () => Promise<void>;
}

const json = { 'content-type': 'application/json' };

/** A press of "Agree" that is about to be sent. */
const clicked = async (): Promise<Click> => {
  const scene = await plymouth();
  const card = await scene.tables('Naomi Clarke', proposalOf('Share one referral form'));
  const { type, verb, data } = buttonIn(card.card, 'Agree');
  const value = { action: { type, verb, data }, trigger: 'manual' };
  const said = { type: 'invoke', name: 'adaptiveCard/action', value, replyToId: card.id };
  const activity = scene.door().activity('Rowan Ellis', leadership, said);
  const calls = scene.standin.calls.length;
  const before = (await scene.entries()).length;
  return {
    scene,
    activity,
    sent: (token, other = activity) =>
      scene.door().post(other, token === null ? json : { ...json, authorization: token }),
    untouched: async () => {
      expect(scene.standin.calls.slice(calls).filter(({ operation }) => operation !== 'keys')).toEqual([]);
      expect((await scene.entries()).length).toBe(before);
      expect((await scene.door().post(activity)).status).toBe(200);
      expect((await scene.entries()).length).toBeGreaterThan(before);
    },
  };
};

const bearer = async (token: Promise<string>): Promise<string> => `Bearer ${await token}`;

describe('[F37] a token that is not the connector’s, for us, now and for this service', () => {
  it('is refused with 401, whatever is wrong with it, and logged without it', async () => {
    const { scene, sent, untouched } = await clicked();
    const { keys } = scene.standin;
    const now = Math.floor(Date.now() / 1_000);
    const right = { audience: plymouthApp, serviceUrl: scene.standin.serviceUrl(plymouthTenant) };
    const good = await keys.token(right);
    const [header = '', payload = '', signature = ''] = good.split('.');
    const encoded = (part: object): string => Buffer.from(JSON.stringify(part)).toString('base64url');
    const kid = 'key-1';
    const [published] = keys.set().keys;
    const pem = createPublicKey({ key: published as never, format: 'jwk' }).export({ type: 'spki', format: 'pem' });
    const hs = `${encoded({ alg: 'HS256', typ: 'JWT', kid })}.${payload}`;
    const wrong: Readonly<Record<string, string | null>> = {
      'no token': null,
      'an empty one': 'Bearer ',
      'another scheme': `Basic ${good}`,
      'two tokens': `Bearer ${good} ${good}`,
      'no JWT': 'Bearer nonsense',
      'another key of the same name': await bearer(keys.token(right, { strange: true })),
      'a name that no key has': await bearer(keys.token(right, { strange: true, kid: 'key-99' })),
      'alg none': `Bearer ${encoded({ alg: 'none', kid })}.${payload}.`,
      'alg none with a signature': `Bearer ${encoded({ alg: 'none', kid })}.${payload}.${signature}`,
      'HS256 by the public key': `Bearer ${hs}.${createHmac('sha256', pem).update(hs).digest('base64url')}`,
      'a key that it brings along': `Bearer ${encoded({ alg: 'RS256', kid, jwk: published })}.${payload}.${signature}`,
      'an address of keys': `Bearer ${encoded({ alg: 'RS256', kid, jku: 'http://127.0.0.1:9/' })}.${payload}.${signature}`,
      'a changed payload': `Bearer ${header}.${encoded({ ...JSON.parse(Buffer.from(payload, 'base64url').toString()), extra: 1 })}.${signature}`,
      'another audience': await bearer(keys.token({ ...right, audience: idOf('another bot') })),
      'another issuer': await bearer(
        keys.token({ ...right, issuer: 'https://sts.windows.net/d6d49420-f39b-4df7-a1dc-d59a935871db/' }),
      ),
      'no service address': await bearer(keys.token({ ...right, serviceUrl: null })),
      'another service address': await bearer(
        keys.token({ ...right, serviceUrl: scene.standin.serviceUrl(councilTenant) }),
      ),
      expired: await bearer(keys.token({ ...right, notBefore: now - 7_200, expires: now - 600 })),
      'not yet good': await bearer(keys.token({ ...right, notBefore: now + 600, expires: now + 7_200 })),
      'very long': `Bearer ${'x'.repeat(12_000)}`,
    };
    for (const [what, token] of Object.entries(wrong)) {
      const came = await sent(token);
      expect([what, came.status, came.body]).toEqual([what, 401, null]);
    }
    const log = scene.office().log.join('');
    expect(log).toContain('a request for Teams was turned away');
    expect([signature, payload, 'BEGIN', 'node_modules'].filter((part) => log.includes(part))).toEqual([]);
    await untouched();
  });

  it('is refused although a right one counted a moment before', async () => {
    const { scene, sent, activity } = await clicked();
    const right = await bearer(scene.standin.token(plymouthApp));
    expect((await sent(right)).status).toBe(200);
    expect((await sent(right)).status).toBe(200);
    const other = { ...activity, serviceUrl: scene.standin.serviceUrl(councilTenant) };
    expect((await sent(right, other)).status).toBe(401);
    expect((await sent(`${right.slice(0, -6)}AAAAAA`)).status).toBe(401);
  });
});

describe('what the token does not say is checked by us', () => {
  it('[F38] another tenant than that of the registration is refused with 403', async () => {
    const { sent, activity, scene, untouched } = await clicked();
    const right = await bearer(scene.standin.token(plymouthApp));
    for (const tenant of [councilTenant, elsewhere]) {
      const other = {
        ...activity,
        conversation: { id: leadership, tenantId: tenant, conversationType: 'channel' },
        channelData: { tenant: { id: tenant } },
      };
      expect((await sent(right, other)).status).toBe(403);
    }
    const torn = { ...activity, channelData: { tenant: { id: councilTenant } } };
    expect((await sent(right, torn)).status).toBe(400);
    await untouched();
  });

  it('[F38] the token of one registration does not count for the tenant of another', async () => {
    const { sent, activity, scene, untouched } = await clicked();
    const service = scene.standin.serviceUrl(councilTenant);
    const theirs = await bearer(scene.standin.keys.token({ audience: plymouthApp, serviceUrl: service }));
    const council = {
      ...activity,
      serviceUrl: service,
      conversation: { id: '19:council@thread.tacv2', tenantId: councilTenant, conversationType: 'channel' },
      channelData: { tenant: { id: councilTenant } },
    };
    expect((await sent(theirs, council)).status).toBe(403);
    expect((await sent(await bearer(scene.standin.token(councilApp)))).status).toBe(401);
    await untouched();
  });

  it('[F37] nothing is sent to an address that is not on the list, even where a token names it', async () => {
    const { sent, activity, scene, untouched } = await clicked();
    for (const service of ['http://127.0.0.1:9/', 'https://smba.trafficmanager.net.example.org/', 'file:///etc', '']) {
      const token = await bearer(scene.standin.keys.token({ audience: plymouthApp, serviceUrl: service }));
      expect([400, 401, 403]).toContain((await sent(token, { ...activity, serviceUrl: service })).status);
    }
    await untouched();
  });
});
