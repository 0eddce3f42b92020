import { describe, expect, it } from 'vitest';
import { agree, everybodyAgrees, object } from '../cast.js';
import { seen } from '../cast/replies.js';
import { atEachStep, dyingAt } from './deaths.js';
import type { Rooms, Through } from './rooms.js';
import { rooms } from './rooms.js';

const places = ['C1', 'C2'];

/** Living cards say what the book says; an announcement came once, or did not and that is said; nothing is left to do. */
const expectConverged = async ({ scene, far, posts, card }: Rooms, where: string): Promise<void> => {
  const kept = await posts();
  for (const place of places) {
    const living = (await card(place))!;
    expect(seen(living.card).status, `${where}: card in ${place}`).toContain('PLY-2026-001');
    expect(seen(living.card).buttons, where).toEqual([]);
    const announced = far.in(place).filter(({ card: { summary } }) => summary.startsWith('Decided'));
    expect(announced.length, `${where}: announcements in ${place}`).toBeLessThanOrEqual(1);
    const [line] = await scene.store.roomsAt({ platform: 'slack', tenant: 'T0PLYMOUTH', place });
    const post = kept.find(({ to, kind }) => kind === 'once' && to === `room:${line!.room}`)!;
    expect(post.state, `${where}: announcement in ${place}`).toMatch(/^(?:shown|unknown)$/);
    if (post.state === 'shown') expect(announced, where).toHaveLength(1);
    else expect(seen(living.card).text, where).toContain('may not have arrived');
  }
  expect(
    kept.filter(({ final }) => !final),
    where,
  ).toEqual([]);
};

/** A proposal that is open in both rooms, shown by an announcer that will die in its nth step. */
const open = async (through: Through): Promise<Rooms> => {
  const stage = await rooms({ places });
  await stage.scene.tables('Harbour', 'Open on Saturdays');
  await stage.scene.says('PATH', agree('P-1'));
  await stage.run(30_000);
  await stage.restart(through);
  await stage.run(30_000);
  return stage;
};

describe.each(['before', 'after'] as const)('a process killed %s its nth step', (when) => {
  it('[F3] [F4] [F29] between adoption and announcements leaves cards that converge, and announces at most once', async () => {
    const steps = await atEachStep(async (nth) => {
      const death = dyingAt(nth, when);
      const stage = await open(death);
      await everybodyAgrees(stage.scene, 'P-1');
      await stage.run(120_000);
      await stage.restart();
      await stage.run(120_000);
      await expectConverged(stage, `${when} step ${nth}`);
      return death.hasDied() ? 'met' : 'unharmed';
    });
    expect(steps).toBeGreaterThan(12);
  });

  it('[F4] while it posts a card leaves at most one twin a room, and the newest is kept up to date', async () => {
    const steps = await atEachStep(async (nth) => {
      const death = dyingAt(nth, when);
      const stage = await rooms({ places });
      await stage.restart(death);
      await stage.scene.tables('Harbour', 'Open on Saturdays');
      await stage.run(60_000);
      await stage.restart();
      await stage.run(60_000);
      await stage.scene.says('PATH', agree('P-1'));
      await stage.run(60_000);
      for (const place of places) {
        expect(stage.far.in(place).length, `${when} step ${nth}`).toBeLessThanOrEqual(2);
        expect(seen((await stage.card(place))!.card).status, `${when} step ${nth}`).toContain('1 of 9 agreed');
      }
      return death.hasDied() ? 'met' : 'unharmed';
    });
    expect(steps).toBeGreaterThan(8);
  });
});

describe('a store that fails', () => {
  it('[F6] in the nth write loses nothing: what is wanted is sent, and announced at most once', async () => {
    const steps = await atEachStep(async (nth) => {
      let writes = 0;
      const failing = async (): Promise<void> => {
        writes += 1;
        if (writes === nth) throw new Error('SQLITE_IOERR');
      };
      const stage = await open({
        posts: (posts) => ({
          ...posts,
          wantPosts: (code, wanted, cursor) => failing().then(() => posts.wantPosts(code, wanted, cursor)),
          keepPosts: (kept) => failing().then(() => posts.keepPosts(kept)),
        }),
      });
      await everybodyAgrees(stage.scene, 'P-1');
      await stage.run(300_000);
      await expectConverged(stage, `write ${nth}`);
      expect(stage.faults).toHaveLength(writes < nth ? 0 : 1);
      return writes < nth ? 'unharmed' : 'met';
    });
    expect(steps).toBeGreaterThan(5);
  });
});

describe('a stop in good order', () => {
  it('leaves what waits for its time to the next start', async () => {
    const { scene, far, run, restart } = await rooms();
    far.answer({ later: 3_600_000 });
    await scene.tables('Harbour', 'Open on Saturdays');
    await scene.says('PATH', object('P-1', 'It leaves out Stonehouse.'));
    await run(10_000);
    far.answer('shown');
    await restart();
    await run(10_000);
    expect(far.in('C1').map(({ card: { summary } }) => summary.slice(0, 7))).toEqual(['P-1 “Op', 'Blocked']);
  });

  it('lets a call that is under way come to its end, and begins no other', async () => {
    let arrive: () => void = () => undefined;
    const { scene, far, run, restart, announcer, posts } = await rooms();
    await restart({
      surface: (surface) => ({
        ...surface,
        post: async (room, card) => {
          await new Promise<void>((resolve) => (arrive = resolve));
          return surface.post(room, card);
        },
      }),
    });
    await scene.tables('Harbour', 'Open on Saturdays');
    await scene.tables('PATH', 'Open on Sundays');
    await run(10_000);
    const stopped = announcer().stop();
    arrive();
    await stopped;
    expect(far.in('C1')).toHaveLength(1);
    expect((await posts()).map(({ key, state }) => [key, state])).toEqual([
      ['P-1/r1', 'shown'],
      ['P-2/r1', 'wanted'],
    ]);
  });
});
