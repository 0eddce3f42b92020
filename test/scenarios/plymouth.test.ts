import { describe, expect, it } from 'vitest';
import { agree, alliance, everybodyAgrees, plainly, the } from '../cast.js';

const values = 'Adopt Alliance values and behaviours';

describe('the Plymouth Alliance', () => {
  it('[PL-1] adopts with nine of nine what the Alliance Manager tabled, who has no vote', async () => {
    const plymouth = await alliance('plymouth', { from: '2019-03-25 09:00' });
    plymouth.at('2019-04-01 10:00');
    const manager = await plymouth.officer('allianceManager');

    const tabled = await plymouth.tables(manager, values);
    expect(tabled.wrote).toEqual(['ProposalTabled', 'RevisionOpened']);
    expect(the('ProposalTabled', tabled.entries).proposingFor).toBeUndefined();

    const refused = await plymouth.does(manager, agree('P-1'));
    expect(refused.reads).toEqual([
      'Nothing was recorded. You are Alliance Manager of the alliance, and an office carries no vote of its own.',
      'Margaret Okafor, Priya Nair, Gareth Pugh, Marcus Bailey or 5 more can vote, each for their member.',
    ]);

    const answers = await everybodyAgrees(plymouth, 'P-1');
    expect(answers.map(({ wrote }) => wrote)).toEqual([
      ...Array.from({ length: 8 }, () => ['PositionRecorded']),
      ['PositionRecorded', 'ProposalAdopted'],
    ]);
    const adopted = the('ProposalAdopted', answers.at(-1)!.entries);
    expect(adopted).toMatchObject({ number: 'PLY-2019-001', shadow: false, tookNoPart: [], removedObjections: [] });
    expect(adopted.agreed).toHaveLength(9);

    const card = await plymouth.card('P-1');
    expect(card.status).toBe('Adopted unanimously, 9 of 9 · Decision PLY-2019-001');
    expect(card.paragraphs).toContain('Tabled by: Naomi Clarke, Alliance Manager');
    expect(card.buttons).toEqual([]);
    expect(Object.keys(card.roll)).toHaveLength(9);
  });

  it('[PL-2] Livewest leaves: the old decision still says nine of nine, new proposals ask eight', async () => {
    const plymouth = await alliance('plymouth', { from: '2019-03-25 09:00' });
    plymouth.at('2019-04-01 10:00');
    const manager = await plymouth.officer('allianceManager');
    await plymouth.tables(manager, values);
    await everybodyAgrees(plymouth, 'P-1');
    const then = await plymouth.card('P-1');

    plymouth.at('2019-06-28 10:00');
    const leavesAt = plymouth.moment('2019-10-01 00:00');
    const notice = await plymouth.does(manager, plainly({ kind: 'giveNotice', member: 'livewest', leavesAt }));
    expect(notice.reads).toContain('Livewest gave notice and leaves on Tue 1 Oct 2019.');
    await plymouth.until('2019-10-01 00:01');

    plymouth.at('2024-03-11 10:00');
    expect((await plymouth.card('P-1')).text).toBe(then.text);
    expect(then.roll['Livewest']).toBe('Agreed (Anjali Patel, representative, 1 Apr, 10:00)');
    expect(then.status).toBe('Adopted unanimously, 9 of 9 · Decision PLY-2019-001');

    const tabled = await plymouth.tables(manager, 'Ask the Council to extend the term');
    expect(the('RevisionOpened', tabled.entries).eligible).toHaveLength(8);
    const card = await plymouth.card('P-2');
    expect(card.paragraphs).toContain(
      'Rule: All 8 members must agree. Silence is not agreement. One objection stops it.',
    );
    expect(card.roll).not.toHaveProperty('Livewest');
    await everybodyAgrees(plymouth, 'P-2');
    expect((await plymouth.card('P-2')).status).toBe('Adopted unanimously, 8 of 8 · Decision PLY-2024-001');
  });

  it('[PL-5] one person for Shekinah and Hamoaze chooses each time: two positions, and everybody can see it', async () => {
    const plymouth = await alliance('plymouth');
    await plymouth.tables('Harbour', values);

    const asked = await plymouth.does('Joseph Mensah', agree('P-1'));
    expect(asked.why).toBe('chooseCapacity');
    expect(asked.reads).toEqual([
      'Nothing was recorded yet. You speak for Shekinah and Hamoaze, and each has a vote of its own.',
      'Choose for which of them you are speaking now.',
    ]);
    expect(asked.buttons).toEqual(['Vote for Shekinah', 'Vote for Hamoaze']);

    const mensah = await plymouth.person('Joseph Mensah');
    const shekinah = await plymouth.does({ person: mensah, member: 'shekinah' }, agree('P-1'));
    const hamoaze = await plymouth.does({ person: mensah, member: 'hamoaze' }, agree('P-1'));
    expect(the('PositionRecorded', shekinah.entries)).toMatchObject({ member: 'shekinah', as: 'representative' });
    expect(the('PositionRecorded', hamoaze.entries)).toMatchObject({ member: 'hamoaze', as: 'deputy' });
    expect(hamoaze.reads).toContain(`Hamoaze agrees to P-1 “${values}”, revision 1. You spoke as its deputy.`);

    const { roll, status, paragraphs } = await plymouth.card('P-1');
    expect(roll['Shekinah']).toBe('Agreed (Joseph Mensah, representative, 1 Apr, 09:00)');
    expect(roll['Hamoaze']).toBe('Agreed (Joseph Mensah, deputy, 1 Apr, 09:00)');
    expect(status).toMatch(/^2 of 9 agreed/);
    expect(paragraphs).toContain('Joseph Mensah spoke for Shekinah and Hamoaze: 2 members, one person.');
  });
});
