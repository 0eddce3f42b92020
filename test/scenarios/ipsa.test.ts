import { describe, expect, it } from 'vitest';
import { agree, alliance } from '../cast.js';

describe('the Integrated Personalised Support Alliance', () => {
  it('[IP-8] the facilitator, who may table nothing and suggest much, has no vote', async () => {
    const ipsa = await alliance('ipsa', { from: '2015-06-01 09:00' });
    await ipsa.tables('Charity A', 'Agree the step-down pathway');
    const facilitator = await ipsa.officer('facilitator');
    const before = await ipsa.card('P-1');
    await ipsa.news();

    const refused = await ipsa.does(facilitator, agree('P-1'));
    expect(refused.why).toBe('noVoice');
    expect(refused.reads).toEqual([
      'Nothing was recorded. You are facilitator of the alliance, and an office carries no vote of its own.',
      'Oluwaseun Ade, Denise Charles, Vikram Desai, Lorraine Edwards or 2 more can vote, each for their member.',
    ]);
    expect(await ipsa.newKinds()).toEqual([]);
    expect(await ipsa.card('P-1')).toEqual(before);
    expect(before.status).toMatch(/^0 of 6 agreed, waiting for all 6 members$/);
  });
});
