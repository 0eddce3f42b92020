import { describe, expect, it } from 'vitest';
import { alliance, amend, declare, extend, recuse, takeBackInterest, withdraw, type Scene } from '../../cast.js';

/** PATH has tabled P-1. */
const opened = async (): Promise<Scene> => {
  const plymouth = await alliance('plymouth');
  await plymouth.tables('PATH', 'Share one front door');
  plymouth.at('2026-04-02 10:00');
  return plymouth;
};

const change = amend('P-1', { text: 'We share one front door nearby.' });

describe('a proposer who is recused', () => {
  it('takes no part any more: changes, extends and withdraws nothing, and the refusal names who stands in', async () => {
    const plymouth = await opened();
    await plymouth.says('PATH', recuse('P-1', 'We own the building.'));
    for (const act of [change, withdraw('P-1'), extend('P-1', plymouth.moment('2026-04-14 12:00'))]) {
      const refused = await plymouth.says('PATH', act);
      expect(refused.why).toBe('mayNot');
      expect(refused.reads[1]).toMatch(/ can do this\.$/);
      expect(refused.reads[1]).not.toContain('Gareth Pugh');
    }
    const manager = await plymouth.officer('allianceManager');
    expect((await plymouth.does(manager, change)).wrote).toEqual(['RevisionOpened']);
  });

  it('may act again once the declaration is taken back (rulings 1.9)', async () => {
    const plymouth = await opened();
    await plymouth.says('PATH', recuse('P-1'));
    expect((await plymouth.says('PATH', takeBackInterest('P-1'))).wrote).toEqual(['InterestWithdrawn']);
    expect((await plymouth.says('PATH', withdraw('P-1'))).wrote).toEqual(['ProposalWithdrawn']);
  });

  it('for a personal interest leaves it to the others of the member, and to nobody else', async () => {
    const plymouth = await opened();
    await plymouth.says('PATH', declare('recuse', 'personal', 'P-1', 'My brother owns it.'));
    const refused = await plymouth.says('PATH', withdraw('P-1'));
    expect(refused.why).toBe('mayNot');
    expect((await plymouth.does(await plymouth.officer('allianceManager'), change)).why).toBe('mayNot');
    expect((await plymouth.does(await plymouth.deputyOf('PATH'), change)).wrote).toEqual(['RevisionOpened']);
  });

  it('who only gave up the vote ("speak only") still speaks, and so changes the text', async () => {
    const plymouth = await opened();
    await plymouth.says('PATH', declare('speakOnly', 'organisation', 'P-1', 'We rent a room there.'));
    expect((await plymouth.says('PATH', change)).wrote).toEqual(['RevisionOpened']);
  });
});
