import { describe, expect, it } from 'vitest';
import { agree, alliance, everybodyAgrees, object, the } from '../../cast.js';
import type { Scene } from '../../cast.js';

const title = 'Share one front door';

/** Plymouth with a proposal of PATH open since 1 April 2026, 09:00, agreed by all but these. */
const agreedByAllBut = async (...but: readonly string[]): Promise<Scene> => {
  const plymouth = await alliance('plymouth');
  await plymouth.tables('PATH', title);
  await everybodyAgrees(plymouth, 'P-1', { but });
  await plymouth.news();
  return plymouth;
};

const adoptedByNine = 'Adopted unanimously, 9 of 9 · Decision PLY-2026-001';

describe('the same act again', () => {
  it('[E33] [F26] twice: one entry, and the first receipt again', async () => {
    const plymouth = await agreedByAllBut('Harbour', 'Livewest');
    const first = await plymouth.says('Harbour', agree('P-1'), { cause: 'click-7' });
    plymouth.at('2026-04-01 09:05');
    const second = await plymouth.says('Harbour', agree('P-1'), { cause: 'click-7' });
    expect(second.entries).toEqual(first.entries);
    expect(second.repeated).toBe(true);
    expect(second.reads[0]).toBe('Recorded before: this is the same receipt again.');
    expect(await plymouth.newKinds()).toEqual(['PositionRecorded']);
  });

  it('[E33] [F26] 32 times at once: one entry, 32 receipts', async () => {
    const plymouth = await agreedByAllBut('Harbour', 'Livewest');
    const clicks = Array.from({ length: 32 }, () => plymouth.says('Harbour', agree('P-1'), { cause: 'click-7' }));
    const answers = await Promise.all(clicks);
    expect(await plymouth.newKinds()).toEqual(['PositionRecorded']);
    expect(new Set(answers.map(({ entries }) => entries[0]?.seq)).size).toBe(1);
    expect(answers.filter(({ repeated }) => !repeated)).toHaveLength(1);
  });

  it('[E33] after a restart, when its vote had adopted the proposal: the first receipt, not "closed"', async () => {
    const plymouth = await agreedByAllBut('Livewest');
    const first = await plymouth.says('Livewest', agree('P-1'), { cause: 'click-7' });
    await plymouth.restarts();
    const again = await plymouth.says('Livewest', agree('P-1'), { cause: 'click-7' });
    expect(again.entries).toEqual(first.entries);
    expect(again.repeated).toBe(true);
    expect(again.reads).toContain(`Livewest agrees to P-1 “${title}”, revision 1. You spoke as its representative.`);
    expect(await plymouth.newKinds()).toEqual(['PositionRecorded', 'ProposalAdopted']);
  });

  it('[E33] delivered late, after its member had changed its mind: the later word stands', async () => {
    const plymouth = await agreedByAllBut('Harbour', 'Livewest');
    await plymouth.says('Harbour', agree('P-1'), { cause: 'click-7' });
    await plymouth.says('Harbour', object('P-1', 'It leaves out Stonehouse.'));
    await plymouth.restarts();
    const replayed = await plymouth.says('Harbour', agree('P-1'), { cause: 'click-7' });
    expect(replayed.repeated).toBe(true);
    expect((await plymouth.card('P-1')).status).toBe('Blocked by Harbour; 7 of 9 agreed, waiting for Livewest');
  });

  it('[F27] a double click with two causes is one vote; the second is told that it is there already', async () => {
    const plymouth = await agreedByAllBut('Harbour', 'Livewest');
    const [first, second] = await Promise.all([
      plymouth.says('Harbour', agree('P-1'), { cause: 'click-7' }),
      plymouth.says('Harbour', agree('P-1'), { cause: 'click-8' }),
    ]);
    expect(first.wrote).toEqual(['PositionRecorded']);
    expect(second.wrote).toEqual([]);
    expect(second.reads.slice(0, 2)).toEqual([
      'Already recorded.',
      'Nothing new was written: the record says this already. P-1: 8 of 9 agreed, waiting for Livewest.',
    ]);
    expect(await plymouth.newKinds()).toEqual(['PositionRecorded']);
  });
});

describe('acts at the same instant', () => {
  it('[E34] [F29] the last two agreements: one adoption, one number, one announcement', async () => {
    const plymouth = await agreedByAllBut('Harbour', 'Livewest');
    const [one, two] = await Promise.all([
      plymouth.says('Harbour', agree('P-1')),
      plymouth.says('Livewest', agree('P-1')),
    ]);
    expect([...one.wrote, ...two.wrote]).toEqual(['PositionRecorded', 'PositionRecorded', 'ProposalAdopted']);
    const news = await plymouth.news();
    expect(news.map(({ kind }) => kind)).toEqual(['PositionRecorded', 'PositionRecorded', 'ProposalAdopted']);
    expect(
      the(
        'ProposalAdopted',
        two.entries.filter(({ kind }) => kind === 'ProposalAdopted'),
      ).number,
    ).toBe('PLY-2026-001');
    expect(await plymouth.announced(news)).toEqual([
      [`Decided: P-1 “${title}”`, 'Adopted unanimously, 9 of 9. Decision PLY-2026-001.'],
    ]);
    expect((await plymouth.card('P-1')).status).toBe(adoptedByNine);
  });

  it('[E34] first positions of different members commute: all nine at once, in any order, adopt', async () => {
    const names = ['Plymouth City Council', 'Livewell Southwest', 'Hamoaze', 'BCHA', 'Harbour'];
    const others = ['Shekinah', 'The Zone', 'PATH', 'Livewest'];
    for (const order of [[...names, ...others], [...others, ...names].reverse()]) {
      const plymouth = await agreedByAllBut(...order);
      await Promise.all(order.map((name) => plymouth.says(name, agree('P-1'))));
      const kinds = await plymouth.newKinds();
      expect(kinds).toEqual([...Array.from({ length: 9 }, () => 'PositionRecorded'), 'ProposalAdopted']);
      expect((await plymouth.card('P-1')).status).toBe(adoptedByNine);
    }
  });

  it.each([
    ['the agreement first', false],
    ['the objection first', true],
  ])(
    '[E35] [F29] an objection and the last agreement in one batch, %s: the objection blocks',
    async (_how, swapped) => {
      const plymouth = await agreedByAllBut('Harbour', 'Livewest');
      const agreement = () => plymouth.says('Harbour', agree('P-1'));
      const objection = () => plymouth.says('Livewest', object('P-1', 'It leaves out Stonehouse.'));
      const answers = await Promise.all(swapped ? [objection(), agreement()] : [agreement(), objection()]);
      expect(answers.map(({ wrote }) => wrote)).toEqual([['PositionRecorded'], ['PositionRecorded']]);
      expect((await plymouth.news()).map((entry) => entry.for)).toEqual(['livewest', 'harbour']);
      expect((await plymouth.card('P-1')).status).toBe('Blocked by Livewest; 8 of 9 agreed');
    },
  );

  it('[E35] an objection after the adoption is kept without effect, refused with a sentence, offered as a rescission', async () => {
    const plymouth = await agreedByAllBut('Livewest');
    await plymouth.says('Livewest', agree('P-1'));
    await plymouth.news();
    const late = await plymouth.says('Harbour', object('P-1', 'It leaves out Stonehouse.'), { cause: 'click-7' });
    expect(late.kind).toBe('refused');
    expect(late.reads).toEqual([
      'P-1 was closed before your objection arrived (Adopted unanimously, 9 of 9), and outcomes are final.',
      'Your objection is kept in the record, without effect on the outcome.',
      'You can table a rescission: a new proposal to undo the decision, which all members must agree.',
    ]);
    expect(late.buttons).toEqual(['Table a rescission']);
    expect(await plymouth.newKinds()).toEqual(['ObjectionAfterOutcome']);
    await plymouth.restarts();
    const again = await plymouth.says('Harbour', object('P-1', 'It leaves out Stonehouse.'), { cause: 'click-7' });
    expect(again.reads).toEqual(late.reads);
    expect((await plymouth.says('Harbour', object('P-1', 'It leaves out Stonehouse.'))).why).toBe('closed');
    expect(await plymouth.newKinds()).toEqual([]);
    const card = await plymouth.card('P-1');
    expect(card.status).toBe(adoptedByNine);
    expect(card.paragraphs).toContain(
      'Harbour objected after the outcome, which stands (Rowan Ellis, Wed 1 Apr 2026, 09:00 BST): “It leaves out Stonehouse.”',
    );
  });

  it.each([
    ['agree, then object', 'Blocked by Harbour; 7 of 9 agreed, waiting for Livewest'],
    ['object, then agree', '8 of 9 agreed, waiting for Livewest'],
  ])('[F31] one member at once, %s: both recorded in its own order', async (how, status) => {
    const plymouth = await agreedByAllBut('Harbour', 'Livewest');
    const acts = [agree('P-1'), object('P-1', 'It leaves out Stonehouse.')];
    const inOrder = how.startsWith('agree') ? acts : [...acts].reverse();
    await Promise.all(inOrder.map((act) => plymouth.says('Harbour', act)));
    expect(await plymouth.newKinds()).toEqual(['PositionRecorded', 'PositionRecorded']);
    expect((await plymouth.card('P-1')).status).toBe(status);
  });

  it('[F31] on a closed proposal both are refused with a reason', async () => {
    const plymouth = await agreedByAllBut('Livewest');
    await plymouth.says('Livewest', object('P-1', 'It leaves out Stonehouse.'));
    await plymouth.until('2026-04-10 17:02');
    await plymouth.news();
    const answers = await Promise.all([
      plymouth.says('Harbour', agree('P-1')),
      plymouth.says('Harbour', object('P-1', 'So do I, now.')),
    ]);
    const sentence =
      'Nothing was recorded. P-1 is closed (Not agreed: objection by Livewest stands), and outcomes are final.';
    expect(answers.map(({ reads }) => reads[0])).toEqual([sentence, sentence]);
    expect(await plymouth.newKinds()).toEqual([]);
  });
});
