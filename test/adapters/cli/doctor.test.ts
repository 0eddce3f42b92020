import { beforeAll, expect, it } from 'vitest';
import { openStore } from '../../../db/store.js';
import type { Post } from '../../../src/clerk/surfaces.js';
import { post } from '../../db/post.js';
import { order, proposed, withClerk, workplace } from './desk.js';

const place = workplace();
const address = { platform: 'teams', tenant: '7f0c', place: '19:leaders' } as const;

beforeAll(async () => {
  await place.run('found', 'examples/plymouth.charter.yaml');
  await withClerk(place.record, async (clerk) => {
    await order(clerk, {
      by: 'person:21',
      command: { kind: 'bindRoom', body: 'leadership', address, name: 'Chief officers' },
    });
    await proposed(clerk, 'Share one referral form', 1);
  });
});

const inStore = async (work: (store: ReturnType<typeof openStore>) => Promise<unknown>): Promise<void> => {
  const store = openStore(place.record);
  await work(store);
  await store.close();
};

const once = (key: string, of: Partial<Post>): Post =>
  post('room:1', key, { kind: 'once', seq: 64, at: '2026-04-01T09:00:00.000Z', ...of });

it('says that every message has arrived, where there is none that has not', async () => {
  expect(await place.run('doctor')).toMatchObject({ code: 0, out: 'Every message has arrived, as far as is known.\n' });
});

it('counts what waits, and says that what a server died over may not have arrived once none is running', async () => {
  const underWay = [once('64/RoomBound', { state: 'sending' }), once('65/RoomBound', {}), once('66/RoomBound', {})];
  await inStore(async (store) => {
    await store.keepPosts(underWay);
    const { out } = await place.run('doctor');
    expect(out).toContain('3 messages are still waiting to be sent. The running server sends what waits.');
    expect(out).not.toContain('arrive');
  });
  const { out } = await place.run('doctor');
  expect(out).toContain('2 messages are still waiting to be sent. No server is running: start it');
  expect(out).toMatch(/1 message to the channel .* may not have arrived\./i);
  expect(JSON.parse((await place.run('doctor', '--json')).out)).toEqual([
    expect.objectContaining({ alliance: 'PLY', key: '64/RoomBound', state: 'sending' }),
    { alliance: 'PLY', state: 'waiting', count: 2 },
  ]);
  await inStore((store) => store.keepPosts(underWay.map((each) => ({ ...each, state: 'shown', final: true }))));
});

it('names what may not have arrived by the room’s own name, and what could not be delivered with its mend', async () => {
  await inStore(async (store) => {
    const doubtful = [
      once('64/RoomBound', { state: 'unknown' }),
      once('P-1/r1/70', { state: 'undeliverable', reason: 'botNotInRoom' }),
    ];
    await store.wantPosts('PLY', doubtful, 70);
    await store.keepPosts(doubtful);
  });
  const { code, out } = await place.run('doctor', 'PLY');
  expect(code).toBe(0);
  expect(out).toMatch(/^Plymouth Alliance \(PLY\)\n/);
  const room = 'the channel “Chief officers” of Alliance Leadership Team on Teams';
  expect(out).toMatch(new RegExp(`to ${room}.* may not have arrived`));
  expect(out).toMatch(new RegExp(`to ${room} about P-1 could not be delivered: .* Invite it there`));
  expect(JSON.parse((await place.run('doctor', 'PLY', '--json')).out)).toMatchObject([
    { alliance: 'PLY', to: 'room:1', state: 'unknown' },
    { alliance: 'PLY', to: 'room:1', reason: 'botNotInRoom' },
  ]);
});

it('tells of greetings of no alliance yet, each until it is known to have arrived', async () => {
  const there = (nth: number) => ({ ...address, place: `19:installed-${nth}` });
  await inStore(async (store) => {
    for (const nth of [1, 2, 3, 4]) {
      await store.keepConversation({ ...there(nth), app: 'a', service: 's', conversation: 'c' });
      if (nth < 4) expect(await store.beginGreeting(there(nth))).toBe(true);
    }
    await store.keepGreeting(there(2), 'shown');
    await store.keepGreeting(there(3), 'botNotInRoom');
  });
  const { out } = await place.run('doctor');
  expect(out).toContain('conversation 19:installed-1) may not have been greeted. It is not said again');
  expect(out).toContain('conversation 19:installed-3) could not be greeted: Roundtable is not in that channel.');
  expect(out).not.toMatch(/installed-[24]/);
});
