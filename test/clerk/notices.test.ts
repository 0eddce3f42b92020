import { describe, expect, it } from 'vitest';
import { agree } from '../cast.js';
import { seen } from '../cast/replies.js';
import { rooms } from './rooms.js';

/** Plymouth on Slack, with accounts for PATH and Harbour. */
const linked = async () => {
  const office = await rooms();
  const { scene, link, run } = office;
  const path = await scene.representativeOf('PATH');
  const harbour = await scene.representativeOf('Harbour');
  await link(path.person, 'U0PATH');
  await link(harbour.person, 'U0HARBOUR');
  await run(10_000);
  office.far.newCalls();
  return {
    ...office,
    /** Lets the clock come to a moment of the alliance, and the minute strike there. */
    strike: async (at: string) => {
      scene.clock.runTo(scene.moment(at));
      await office.announcer().timePassed(await scene.clerk().tick());
      await run(10_000);
    },
    said: (user: string) => office.far.in(user).map(({ card }) => card.summary),
  };
};

describe('a reminder', () => {
  it('goes to the representatives half-way, once, and not to those who have spoken', async () => {
    const { scene, strike, said, far } = await linked();
    await scene.tables('Harbour', 'Open on Saturdays');
    await scene.says('Harbour', agree('P-1'));
    await strike('2026-04-07 09:00');
    await strike('2026-04-07 09:01');
    const whispers = far.newCalls().filter(({ kind, text }) => kind === 'whisper' && text.includes('P-1'));
    expect(whispers.map(({ place }) => place)).toEqual(['U0PATH']);
    expect(said('U0PATH').at(-1)).toBe('P-1 “Open on Saturdays” waits for PATH.');
    expect(said('U0HARBOUR').filter((words) => words.startsWith('P-1'))).toEqual([]);
  });

  it('is one message, however many proposals wait', async () => {
    const { scene, strike, far } = await linked();
    await scene.tables('Harbour', 'Open on Saturdays');
    await scene.tables('Livewest', 'Open on Sundays');
    await strike('2026-04-07 09:00');
    const whispers = far.newCalls().filter(({ kind, place }) => kind === 'whisper' && place === 'U0PATH');
    expect(whispers).toHaveLength(1);
    const card = far.in('U0PATH').at(-1)!.card;
    expect(card.summary).toBe('2 proposals wait for you');
    expect(seen(card).buttons.filter((label) => label === 'Agree')).toHaveLength(2);
  });
});
