import { describe, expect, it } from 'vitest';
import { passTime } from '../../../adapters/web/notices.js';
import { openPrivateAnswers } from '../../../adapters/web/privateAnswers.js';
import { everybodyAgrees, alliance } from '../../cast.js';

describe('the clock of the playground, moved over a deadline in one go', () => {
  it('stops at everything on the way: the chair that is waited for is reminded, and then it lapses in its own time', async () => {
    const plymouth = await alliance('plymouth');
    const { store, clock } = plymouth;
    const answers = openPrivateAnswers();
    const reach = {
      clerk: plymouth.clerk(),
      posts: store,
      ledger: store,
      answers,
      clock: { ...clock, moveTo: (at: string) => clock.runTo(at), aheadMs: () => 0 },
    };
    await plymouth.tables('Harbour', 'Open on Saturdays', { deadline: plymouth.moment('2026-04-10 17:00') });
    await everybodyAgrees(plymouth, 'P-1', { but: ['PATH'] });
    await passTime(reach, plymouth.moment('2026-04-20 09:00'));
    const { person } = await plymouth.representativeOf('PATH');
    const { person: heard } = await plymouth.representativeOf('Harbour');
    expect(answers.of(`PLY/${person}`).map(({ card }) => card.summary)).toEqual([
      'P-1 “Open on Saturdays” waits for PATH.',
    ]);
    expect(answers.of(`PLY/${heard}`)).toEqual([]);
    const lapsed = (await plymouth.proposal('P-1')).outcome;
    expect(lapsed).toMatchObject({ kind: 'ProposalLapsed', at: plymouth.moment('2026-04-10 17:02') });
    await passTime(reach, plymouth.moment('2026-04-20 09:00'));
    expect(await store.told()).toBe(plymouth.moment('2026-04-10 13:00'));
  });
});
