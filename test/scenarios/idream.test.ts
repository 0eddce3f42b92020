import { describe, expect, it } from 'vitest';
import type { CharterDocument } from '../../src/alliance/charter.js';
import { agree, alliance, amend, everybodyAgrees, object, suggest, the } from '../cast.js';

const session = 'Move the Thursday session from Alford House to SE1 United from 1 June';
const open = { from: '2015-05-11 10:00' };

const withCouncilUnvoting = (charter: CharterDocument): CharterDocument => ({
  ...charter,
  members: charter.members.map((seat) => (seat.id === 'council' ? { ...seat, voting: false } : seat)),
});

describe('the iDream Alliance', () => {
  it('[ID-1] moves a session: adopted as IDR-2015-001 on the seventh agreement', async () => {
    const idream = await alliance('idream', open);
    await idream.tables('Alford House', session);
    const answers = await everybodyAgrees(idream, 'P-1');

    expect(answers.map(({ wrote }) => wrote.at(-1))).toEqual([
      ...Array.from({ length: 6 }, () => 'PositionRecorded'),
      'ProposalAdopted',
    ]);
    const adopted = the('ProposalAdopted', answers.at(-1)!.entries);
    expect(adopted.number).toBe('IDR-2015-001');
    expect(adopted.revision).toBe(1);
    expect(adopted.agreed.map(({ name, as, at }) => [name, as, at])).toEqual(
      [
        'Lambeth Council',
        '198 Contemporary Arts & Learning',
        'Photofusion',
        'Raw Material',
        'Alford House',
        'SE1 United',
        'Streatham Youth Club Trust',
      ].map((name) => [name, 'representative', idream.moment('2015-05-11 10:00')]),
    );
    const card = await idream.card('P-1');
    expect(card.status).toBe('Adopted unanimously, 7 of 7 · Decision IDR-2015-001');
    expect(card.roll['Alford House']).toBe('Agreed (Colette Martin, representative, 11 May, 10:00)');
    expect(answers.at(-1)!.reads).toContain('Decision IDR-2015-001: Adopted unanimously, 7 of 7.');
  });

  it('[ID-2] six agree and Streatham is silent: lapsed, which is neither a yes nor a no, and can be tabled again', async () => {
    const idream = await alliance('idream', open);
    await idream.tables('Alford House', session);
    await everybodyAgrees(idream, 'P-1', { but: ['Streatham Youth Club Trust'] });
    await idream.news();

    await idream.until('2015-05-18 17:01');
    expect(await idream.newKinds()).toEqual([]);
    expect((await idream.card('P-1')).status).toBe('Closed, the outcome is being declared. 6 of 7 agreed');
    await idream.until('2015-05-18 17:02');

    const ended = await idream.news();
    expect(the('ProposalLapsed', ended)).toMatchObject({
      because: 'noPosition',
      missing: [{ member: 'streatham', name: 'Streatham Youth Club Trust' }],
    });
    const card = await idream.card('P-1');
    expect(card.status).toBe('Lapsed, no decision: no position from Streatham Youth Club Trust');
    expect(card.paragraphs).toContain(
      'Nothing was decided: this is neither a yes nor a no. The proposal can be tabled again.',
    );
    expect(card.buttons).toEqual([]);
    expect(await idream.whispered(ended)).toEqual([
      {
        to: 'Colette Martin',
        reads: [
          `P-1 “${session}”`,
          `Your proposal P-1 “${session}” has ended: Lapsed, no decision: no position from Streatham Youth Club Trust.`,
          'You can table it again, changed or as it was.',
        ],
      },
    ]);
  });

  it('[ID-3] a Council without a vote comments, and six of six providers adopt', async () => {
    const idream = await alliance('idream', { ...open, charter: withCouncilUnvoting });
    await idream.tables('Alford House', session);

    const refused = await idream.says('Lambeth Council', agree('P-1'));
    expect(refused.reads).toEqual([
      'Nothing was recorded. Lambeth Council is a member without a vote.',
      'Its view can be sent as a suggestion under More.',
    ]);
    const comment = await idream.says('Lambeth Council', suggest('P-1', 'From 8 June, after half term.'));
    expect(comment.wrote).toEqual(['AmendmentSuggested']);

    const answers = await everybodyAgrees(idream, 'P-1');
    const adopted = the('ProposalAdopted', answers.at(-1)!.entries);
    expect(adopted.agreed).toHaveLength(6);
    expect(adopted.agreed.map(({ member }) => member)).not.toContain('council');
    expect((await idream.card('P-1')).status).toBe('Adopted unanimously, 6 of 6 · Decision IDR-2015-001');
    expect((await idream.proposal('P-1')).suggestions).toHaveLength(1);
  });

  it('[ID-5] the evaluator who clicks Agree is refused privately, which is noted beside the book', async () => {
    const idream = await alliance('idream', open);
    await idream.tables('Alford House', session);
    const before = await idream.card('P-1');
    await idream.news();

    const refused = await idream.does('Fiona Marsh', agree('P-1'));
    expect(refused.reads).toEqual([
      'Nothing was recorded. You are an evaluator for University of Brighton, and evaluators have no vote.',
      'Femi Lawal, Leon Baptiste, Sofia Marques, Tariq Mahmood or 3 more can vote, each for their member.',
    ]);
    expect(await idream.news()).toEqual([]);
    expect(await idream.card('P-1')).toEqual(before);
    expect(await idream.store.attempts('IDR', 10)).toEqual([
      {
        alliance: 'IDR',
        at: idream.moment('2015-05-11 10:00'),
        who: await idream.person('Fiona Marsh'),
        what: 'recordPosition P-1',
        why: 'noVoice',
      },
    ]);
  });

  it('[ID-6] an objection leads to a second text: five agreements are void and every member is asked again', async () => {
    const idream = await alliance('idream', open);
    await idream.tables('Alford House', 'Adopt values statement v2');
    await everybodyAgrees(idream, 'P-1', { but: ['Raw Material', 'Lambeth Council'] });
    const objection = await idream.says('Raw Material', object('P-1', 'It conflicts with co-produced outcome 3.'));
    expect(objection.wrote).toEqual(['PositionRecorded']);
    expect((await idream.card('P-1')).status).toBe(
      'Blocked by Raw Material; 5 of 7 agreed, waiting for Lambeth Council',
    );
    await idream.news();

    const amended = await idream.says('Alford House', amend('P-1', { text: 'The values statement, with outcome 3.' }));
    const opened = the('RevisionOpened', amended.entries);
    expect(opened).toMatchObject({ revision: 2 });
    expect(opened.amended?.asksAgain).toHaveLength(6);
    expect(opened.eligible).toHaveLength(7);

    const card = await idream.card('P-1');
    expect(card.status).toMatch(/^0 of 7 agreed, waiting for all 7 members$/);
    expect(Object.values(card.roll)).toEqual(Array.from({ length: 7 }, () => 'Waiting'));
    const letters = await idream.whispered(amended.entries);
    expect(letters.map(({ to }) => to).sort()).toEqual([
      'Arthur Quaye',
      'Colette Martin',
      'Leon Baptiste',
      'Sofia Marques',
      'Tariq Mahmood',
      'Yemi Balogun',
    ]);
    const history = await idream.clerk().history('IDR', 'P-1');
    expect(history.filter(({ kind }) => kind === 'PositionRecorded')).toHaveLength(6);
  });
});
