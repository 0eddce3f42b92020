import { describe, expect, it } from 'vitest';
import { agree } from '../../cast.js';
import { everybody, inSession } from '../../cast/boiler.js';
import { forMember, order } from '../../cast/meetingActs.js';

const put = order({ kind: 'putDecision', meeting: 'M-1', item: 1 });

describe('an interest that is minuted before the decision is put', () => {
  const minuted = forMember({
    ...{ kind: 'minuteInterest', meeting: 'M-1', item: 1, level: 'recuse', scope: 'organisation' },
    nature: 'The boiler is ours.',
  });
  const words = 'Gareth Pugh declared an interest of Hamoaze, and takes no part: “The boiler is ours.”';

  it('takes the member out of the denominator when it is put in the room', async () => {
    const plymouth = await inSession(everybody);
    await plymouth.says('Hamoaze', minuted);
    const answer = await plymouth.does('Naomi Clarke', put);
    expect(answer.wrote).toEqual(['OpeningMoved', 'RevisionOpened', 'InterestDeclared', 'DecisionPut']);
    expect(answer.reads).toContain(words);
    expect((await plymouth.says('Hamoaze', agree('P-1'))).why).toBe('memberNotEligible');
    const last = (await plymouth.allSay(agree('P-1'), { but: ['Hamoaze'] })).at(-1)!;
    expect(last.wrote).toEqual(['PositionRecorded', 'ProposalAdopted']);
    expect((await plymouth.card('P-1')).status).toBe(
      'Adopted by all 8 eligible members; Hamoaze took no part (interest declared) · Decision PLY-2026-001',
    );
  });

  it('does so by circulation too, once the meeting is over and it opens by itself', async () => {
    const plymouth = await inSession(everybody);
    await plymouth.says('Hamoaze', minuted);
    await plymouth.does('Naomi Clarke', order({ kind: 'endMeeting', meeting: 'M-1' }));
    await plymouth.news();
    await plymouth.until('2026-04-30 12:00');
    expect(await plymouth.newKinds()).toEqual(['RevisionOpened', 'InterestDeclared']);
    const last = (await plymouth.allSay(agree('P-1'), { but: ['Hamoaze'] })).at(-1)!;
    expect(last.wrote).toEqual(['PositionRecorded', 'ProposalAdopted']);
  });

  it('bars the person alone where the interest is their own, and can be taken back', async () => {
    const plymouth = await inSession(everybody);
    const own = { kind: 'minuteInterest', meeting: 'M-1', item: 1, level: 'recuse', scope: 'personal' } as const;
    await plymouth.says('Hamoaze', forMember({ ...own, nature: 'My brother is the plumber.' }));
    await plymouth.does('Naomi Clarke', put);
    expect((await plymouth.says('Hamoaze', agree('P-1'))).why).toBe('personTookNoPart');
    const back = order({ kind: 'withdrawInterest', proposal: 'P-1', revision: 1, declaration: 1 });
    expect((await plymouth.says('Hamoaze', back)).wrote).toEqual(['InterestWithdrawn']);
    expect((await plymouth.says('Hamoaze', agree('P-1'))).wrote).toEqual(['PositionRecorded']);
  });
});
