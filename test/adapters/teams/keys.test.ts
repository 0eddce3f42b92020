import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, it, onTestFinished } from 'vitest';
import { signingKeys } from '../../../adapters/teams/keys.js';
import { keysOf } from './standin/keys.js';

const hourMs = 3_600_000;

/** Where keys are published, and what is published there; null answers with 503. */
const published = async (first: object | null) => {
  const state = { keys: first, asked: 0, elsewhere: '' };
  const server = createServer((request, response) => {
    const { port } = server.address() as AddressInfo;
    const isKeys = request.url === '/keys';
    if (isKeys) state.asked += 1;
    const jwksUri = state.elsewhere === '' ? `http://127.0.0.1:${port}/keys` : state.elsewhere;
    const body = isKeys ? state.keys : { jwks_uri: jwksUri };
    response.writeHead(state.keys === null ? 503 : 200).end(JSON.stringify(body));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => void server.close());
  const clock = { nowMs: 0 };
  const failures: string[] = [];
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/metadata`;
  const keys = signingKeys({ url, nowMs: () => clock.nowMs, failed: (reason) => void failures.push(reason) });
  return { state, clock, failures, keys };
};

describe('the keys of the connector', () => {
  it('count only where they are endorsed for Teams', async () => {
    for (const [endorsements, counts] of [
      [['msteams', 'webchat'], true],
      [['webchat'], false],
      [[], false],
    ] as const) {
      const { keys } = await published((await keysOf(endorsements)).set());
      expect((await keys.of('key-1')) !== null).toBe(counts);
    }
    const [{ endorsements: _, ...bare }] = (await keysOf()).set().keys as [{ endorsements: unknown }];
    expect(await (await published({ keys: [bare] })).keys.of('key-1')).toBeNull();
  });

  it('[F49] are missed while nobody has them, and had as soon as they are there', async () => {
    const { keys, state, clock, failures } = await published(null);
    expect(await keys.of('key-1')).toBeNull();
    expect(failures).toEqual(['status 503']);
    state.keys = (await keysOf()).set();
    clock.nowMs += 5_000;
    expect(await keys.of('key-1')).not.toBeNull();
  });

  it('[F49] go on counting when Microsoft is away after a day, and longer', async () => {
    const { keys, state, clock, failures } = await published((await keysOf()).set());
    expect(await keys.of('key-1')).not.toBeNull();
    state.keys = null;
    for (const hours of [25, 50, 200]) {
      clock.nowMs = hours * hourMs;
      expect(await keys.of('key-1')).not.toBeNull();
    }
    await expect.poll(() => failures.length).toBeGreaterThan(0);
  });

  it('are asked for again for a name that nobody knows, but not for every one that somebody invents', async () => {
    const far = await keysOf();
    const { keys, state, clock } = await published(far.set());
    await keys.of('key-1');
    for (let invented = 0; invented < 50; invented += 1) expect(await keys.of(`invented-${invented}`)).toBeNull();
    expect(state.asked).toBe(1);
    await far.rotate();
    state.keys = far.set();
    clock.nowMs += 300_000;
    expect(await keys.of('key-2')).not.toBeNull();
    expect(state.asked).toBe(2);
  });

  it('are fetched from the host that describes them and from no other', async () => {
    const { keys, state, failures } = await published((await keysOf()).set());
    state.elsewhere = 'http://127.0.0.1:9/keys';
    expect(await keys.of('key-1')).toBeNull();
    expect(failures).toEqual(['the keys are on another host']);
  });
});
