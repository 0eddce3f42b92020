import { describe, expect, it } from 'vitest';
import { goodTokens } from '../../../adapters/teams/goodTokens.js';
import { plymouthApp, plymouthTenant } from './cast.js';

const minuteMs = 60_000;
const app = { appId: plymouthApp, password: 'of Plymouth', tenantId: plymouthTenant, type: 'SingleTenant' } as const;
const tokenUntil = (untilMs: number) => ({
  app,
  claims: { audience: plymouthApp, service: 'https://smba.trafficmanager.net/uk/', untilMs },
});

describe('a token that was found good', () => {
  it('is known for a minute, and then checked again', () => {
    const good = goodTokens();
    good.keep('Bearer a.b.c', tokenUntil(60 * minuteMs), 0);
    expect(good.find('Bearer a.b.c', minuteMs - 1)?.app).toEqual(app);
    expect(good.find('Bearer a.b.c', minuteMs)).toBeNull();
  });

  it('is known no longer than it lasts', () => {
    const good = goodTokens();
    good.keep('Bearer a.b.c', tokenUntil(1_000), 0);
    expect(good.find('Bearer a.b.c', 999)).not.toBeNull();
    expect(good.find('Bearer a.b.c', 1_000)).toBeNull();
  });

  it('says nothing of another one, however alike', () => {
    const good = goodTokens();
    good.keep('Bearer a.b.c', tokenUntil(60 * minuteMs), 0);
    for (const other of ['Bearer a.b.d', 'Bearer a.b.', 'bearer a.b.c', '']) expect(good.find(other, 1)).toBeNull();
  });
});
