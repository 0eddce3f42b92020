import { describe, expect, it } from 'vitest';
import { slackPace } from '../../src/clerk/pace.js';
import type { ProposalId } from '../../src/alliance/names.js';
import { agree, agreeWithReservation, everybodyAgrees, plainly } from '../cast.js';
import { seen } from '../cast/replies.js';
import type { Call } from './farSide.js';
import { rooms } from './rooms.js';

/** What Slack allows (platforms.md 7): one post a second a channel, fifty updates a minute a workspace. */
const offences = (calls: readonly Call[]): readonly string[] => [
  ...calls
    .filter(({ kind }) => kind === 'post')
    .flatMap((call, index, posts) => {
      const before = posts.slice(0, index).findLast(({ place }) => place === call.place);
      return before !== undefined && call.atMs - before.atMs < 1_000 ? [`two posts in ${call.place}`] : [];
    }),
  ...calls
    .filter(({ kind }) => kind === 'update')
    .flatMap((call, index, updates) =>
      updates.slice(0, index + 1).filter(({ atMs }) => atMs > call.atMs - 60_000).length > 50 ? ['updates'] : [],
    ),
];

const places = (count: number): readonly string[] => Array.from({ length: count }, (_, index) => `C${index + 1}`);

describe('the budget', () => {
  it.each([0, 100, 400, 1_000])('[F48] of eight votes %i ms apart is at most 0.3 updates a vote', async (gapMs) => {
    const { scene, far, run } = await rooms();
    await scene.tables('Harbour', 'Open on Saturdays');
    await run(10_000);
    far.newCalls();
    const members = [...(await scene.now()).members.values()].slice(0, 8);
    for (const { name } of members) {
      await scene.says(name, agree('P-1'));
      await run(gapMs);
    }
    await run(60_000);
    // A burst is what comes within a few seconds; votes over eight seconds may be drawn once more.
    expect(far.newCalls().length).toBeLessThanOrEqual(gapMs < 1_000 ? 2 : 4);
    expect(seen(far.in('C1')[0]!.card).status).toContain('8 of 9 agreed');
  });

  it('[F48] of twenty rooms and ten proposals is kept, and every card gets to its end', async () => {
    const { scene, far, run, faults } = await rooms({ places: places(20) });
    for (let count = 1; count <= 10; count += 1) await scene.tables('Harbour', `Open on day ${count}`);
    await run(60_000);
    for (let count = 1; count <= 10; count += 1) await everybodyAgrees(scene, `P-${count}`);
    await run(900_000);
    expect(offences(far.calls)).toEqual([]);
    expect(faults).toEqual([]);
    for (const place of places(20)) {
      const shown = far.in(place).map(({ card }) => card);
      expect(shown).toHaveLength(20);
      expect(shown.filter(({ tone }) => tone === 'agreed')).toHaveLength(20);
    }
    expect(await scene.store.openPosts('PLY')).toEqual([]);
  });

  it('[F50] of an hour without a network and hundreds of acts is one update a card', async () => {
    const { scene, far, run } = await rooms({ places: places(3) });
    for (let count = 1; count <= 5; count += 1) await scene.tables('Harbour', `Open on day ${count}`);
    await run(60_000);
    far.answer({ later: 5_000, whole: 'workspace' });
    const members = [...(await scene.now()).members.values()].slice(0, 8);
    for (let round = 0; round < 12; round += 1) {
      for (const { name } of members) {
        for (let count = 1; count <= 5; count += 1) {
          const act = round % 2 === 0 ? agree : (id: ProposalId) => agreeWithReservation(id, `For now: ${round}.`);
          await scene.says(name, act(`P-${count}`));
        }
      }
      await run(300_000);
    }
    far.newCalls();
    far.answer('shown');
    await run(120_000);
    const calls = far.newCalls();
    expect(calls.map(({ kind }) => kind)).toEqual(Array.from({ length: 15 }, () => 'update'));
    expect(new Set(calls.map(({ reference }) => reference)).size).toBe(15);
    for (const place of places(3)) {
      expect(far.in(place).map(({ card }) => seen(card).status.slice(0, 13))).toEqual(
        Array.from({ length: 5 }, () => '8 of 9 agreed'),
      );
    }
  });
});

describe('a vote', () => {
  it('costs nothing where nobody hears of it', async () => {
    const asked: string[] = [];
    const { scene, run, restart } = await rooms({ places: [] });
    await restart({ posts: (posts) => listening(posts, asked) });
    asked.length = 0;
    await scene.tables('Harbour', 'Open on Saturdays');
    await everybodyAgrees(scene, 'P-1');
    await run(60_000);
    expect(asked).toEqual([]);
  });

  it('costs one write an updated card, however many votes it stands for, and no query a room', async () => {
    const asked: string[] = [];
    const { scene, run, restart } = await rooms({ places: places(5) });
    await restart({ posts: (posts) => listening(posts, asked) });
    await scene.tables('Harbour', 'Open on Saturdays');
    await run(60_000);
    asked.length = 0;
    for (const name of ['PATH', 'Livewest', 'Hamoaze']) await scene.says(name, agree('P-1'));
    await run(60_000);
    expect(asked).toEqual(Array.from({ length: 5 }, () => 'keepPosts'));
  });

  it('that changes nothing to see is not sent', async () => {
    const { scene, far, run } = await rooms();
    await scene.tables('Harbour', 'Open on Saturdays');
    await run(60_000);
    far.newCalls();
    const officer = await scene.officer('allianceManager');
    const address = { platform: 'teams', tenant: '7f0c', place: '19:leaders' } as const;
    await scene.does(officer, plainly({ kind: 'bindRoom', body: 'leadership', address }));
    await run(60_000);
    expect(far.newCalls()).toEqual([]);
  });
});

/** The names of the ports that are asked, in order. */
const listening = <P extends object>(ports: P, asked: string[]): P =>
  new Proxy(ports, {
    get: (target, name, self) => {
      const port: unknown = Reflect.get(target, name, self);
      if (typeof port !== 'function') return port;
      return (...given: unknown[]): unknown => {
        asked.push(String(name));
        return Reflect.apply(port, target, given) as unknown;
      };
    },
  });

it('Slack is never called more often than it allows', () => {
  expect(slackPace.room.post).toEqual([{ most: 1, ms: 1_100 }]);
  expect(slackPace.workspace.update?.[0]?.most).toBeLessThan(50);
});
