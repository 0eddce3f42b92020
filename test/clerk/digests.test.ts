import { describe, expect, it } from 'vitest';
import { openAgenda } from '../../src/clerk/agenda.js';
import { digestsOf } from '../../src/clerk/digests.js';
import { turnsOf } from '../../src/clerk/turns.js';
import { agree } from '../cast.js';
import { seen } from '../cast/replies.js';
import { rooms } from './rooms.js';
import type { Rooms } from './rooms.js';

/** Plymouth with a room and an account for PATH, and a minute that strikes when the test says so. */
const linked = async (places: readonly string[] = ['C1']) => {
  const office = await rooms({ places });
  const { scene, link, run, far } = office;
  const path = await scene.representativeOf('PATH');
  await link(path.person, 'U0PATH');
  await run(10_000);
  const strike = async (at: string, ms = 60_000): Promise<void> => {
    scene.clock.runTo(scene.moment(at));
    await office.announcer().timePassed(await scene.clerk().tick());
    await run(ms);
  };
  const digests = (place: string): readonly string[] =>
    far
      .in(place)
      .map(({ card }) => card.summary)
      .filter((words) => /digest|waits on you/i.test(words));
  return { ...office, strike, digests };
};

describe('the weekly digest', () => {
  it('comes on Monday at nine, to each leadership room and to each person with an account, once', async () => {
    const { strike, digests } = await linked(['C1', 'C2']);
    await strike('2026-04-09 10:00');
    expect(digests('C1')).toEqual(['Digest of week 15, 2026']);
    await strike('2026-04-13 08:59');
    await strike('2026-04-13 09:00');
    await strike('2026-04-13 09:01');
    await strike('2026-04-14 12:00');
    const weeks = ['Digest of week 15, 2026', 'Digest of week 16, 2026'];
    expect([digests('C1'), digests('C2')]).toEqual([weeks, weeks]);
    expect(digests('U0PATH')).toEqual(Array(2).fill('Plymouth Alliance: nothing waits on you this week.'));
  });

  it('waits for Tuesday after a bank holiday', async () => {
    const { strike, digests } = await linked();
    await strike('2026-04-06 09:00');
    expect(digests('C1')).toEqual([]);
    await strike('2026-04-07 08:59');
    expect(digests('C1')).toEqual([]);
    await strike('2026-04-07 09:00');
    expect(digests('C1')).toEqual(['Digest of week 15, 2026']);
  });

  it('[F23] after weeks of downtime only the latest is sent, and in working hours', async () => {
    const { strike, digests, restart } = await linked();
    await strike('2026-04-07 09:00');
    await restart();
    await strike('2026-04-30 22:00');
    expect(digests('C1')).toEqual(['Digest of week 15, 2026']);
    await strike('2026-05-01 09:00');
    await strike('2026-05-01 09:01');
    expect(digests('C1')).toEqual(['Digest of week 15, 2026', 'Digest of week 18, 2026']);
    await strike('2026-05-05 09:00');
    expect(digests('C1').at(-1)).toBe('Digest of week 19, 2026');
    expect(digests('C1')).toHaveLength(3);
  });

  it('[E79] is not sent again after a restart, nor to a room that was bound after it fell due', async () => {
    const { strike, digests, restart, bind, run } = await linked();
    await strike('2026-04-07 09:00');
    await bind('C9');
    await run(10_000);
    await restart();
    await strike('2026-04-07 09:30');
    await restart();
    await strike('2026-04-08 10:00');
    expect([digests('C1'), digests('C9')]).toEqual([['Digest of week 15, 2026'], []]);
    await strike('2026-04-13 09:00');
    expect(digests('C9')).toEqual(['Digest of week 16, 2026']);
  });

  it('may not have arrived: it is not sent twice, and the next one says so', async () => {
    const { strike, digests, far, posts } = await linked();
    far.answer(({ kind }) => (kind === 'post' ? 'cut' : 'shown'));
    await strike('2026-04-07 09:00');
    far.answer('shown');
    await strike('2026-04-07 09:10');
    expect(digests('C1')).toEqual([]);
    await strike('2026-04-13 09:00');
    expect(digests('C1')).toEqual(['Digest of week 16, 2026']);
    expect(seen(far.in('C1').at(-1)!.card).text).toContain(
      '1 message to the channel of Alliance Leadership Team on Slack may not have arrived.',
    );
    expect((await posts()).filter(({ key, state }) => key.startsWith('digest/') && state === 'wanted')).toEqual([]);
  });

  it('goes to a person with whatever they are reminded of, as one message', async () => {
    const { scene, strike, far } = await linked();
    scene.clock.runTo(scene.moment('2026-04-09 15:00'));
    await scene.tables('Harbour', 'Open on Saturdays');
    await scene.says('Harbour', agree('P-1'));
    await strike('2026-04-09 15:01');
    far.newCalls();
    await strike('2026-04-13 09:00');
    const whispers = far.newCalls().filter(({ kind, place }) => kind === 'whisper' && place === 'U0PATH');
    expect(whispers).toHaveLength(1);
    expect(whispers[0]?.text).toContain('What waits on you: digest of week 16, 2026');
  });
});

/** Forty proposals of which nobody but their proposer has spoken. */
const forty = async ({ scene, run }: Rooms): Promise<void> => {
  for (let count = 1; count <= 40; count += 1) {
    await scene.tables('Harbour', `Proposal number ${count}, with a title as long as people write them`);
    await run(30_000);
  }
};

describe('a digest of many open decisions', () => {
  it('comes in pages, each once and in order, with every decision on them', async () => {
    const office = await linked();
    await forty(office);
    await office.run(300_000);
    await office.strike('2026-04-07 09:00', 300_000);
    const pages = office.far.in('C1').filter(({ card }) => card.summary.startsWith('Digest'));
    expect(pages.length).toBeGreaterThan(1);
    expect(pages.map(({ card }) => card.summary)).toEqual(
      pages.map((_, at) => `Digest of week 15, 2026 · page ${at + 1} of ${pages.length}`),
    );
    const text = pages.map(({ card }) => seen(card).text).join('\n');
    for (let count = 1; count <= 40; count += 1) expect(text).toContain(`- P-${count} “Proposal number ${count},`);
    const mine = seen(office.far.in('U0PATH').at(-1)!.card).text;
    for (let count = 1; count <= 40; count += 1) expect(mine).toContain(`- P-${count}: closes`);
  });
});

describe('the pages of a digest', () => {
  it('stay as they were drawn until the last one is sent, and are let go in the minute after', async () => {
    const { scene } = await rooms();
    const agenda = await openAgenda(scene.store, await scene.now());
    const digests = digestsOf(scene.clerk(), scene.store, turnsOf());
    const drawnAt = async (at: string): Promise<string> => {
      scene.clock.runTo(scene.moment(at));
      await digests.mayBeDue([agenda.alliance], scene.clock.now());
      const step = await digests.step(agenda, page);
      if (step.kind !== 'post') throw new Error(`it was a ${step.kind}`);
      return /, (\d\d:\d\d) BST/u.exec(seen(step.card).text)?.[1] ?? '';
    };
    scene.clock.runTo(scene.moment('2026-04-02 10:00'));
    await scene.tables('Harbour', 'Open on Saturdays');
    scene.clock.runTo(scene.moment('2026-04-07 09:00'));
    await digests.want(agenda, scene.clock.now());
    const page = agenda.open().find(({ key }) => key.startsWith('digest/'))!;
    expect([await drawnAt('2026-04-07 09:01'), await drawnAt('2026-04-07 09:05')]).toEqual(['09:00', '09:00']);
    await agenda.keep([{ ...page, state: 'shown', final: true }]);
    expect(await drawnAt('2026-04-07 09:06')).toBe('09:06');
  });
});
