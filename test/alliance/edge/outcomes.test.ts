import { describe, expect, it } from 'vitest';
import { agree, agreeWithReservation, alliance, everybodyAgrees, object, the, withdrawObjection } from '../../cast.js';
import type { Scene } from '../../cast.js';

const title = 'Share one front door';

/** Plymouth with a proposal of PATH open since 1 April 2026, 09:00, until Friday 10 April, 17:00. */
const opened = async (): Promise<Scene> => {
  const plymouth = await alliance('plymouth');
  await plymouth.tables('PATH', title);
  await plymouth.news();
  return plymouth;
};

describe('objections', () => {
  it.each([
    ['nothing', ''],
    ['blanks', '          \n          '],
    ['invisible characters', '\u200b'.repeat(20)],
    ['too little', 'No.'],
  ])('[E46] without a reason (%s) it is not accepted and changes nothing', async (_what, reason) => {
    const plymouth = await opened();
    const before = await plymouth.card('P-1');
    const refused = await plymouth.says('Harbour', object('P-1', reason));
    expect(refused.reads).toEqual([
      'Nothing was recorded. An objection needs a reason, so that the others can understand it and resolve it.',
      'Write at least 10 characters and send it again.',
    ]);
    expect(await plymouth.news()).toEqual([]);
    expect(await plymouth.card('P-1')).toEqual(before);
  });

  it('[E47] stands to the deadline although the objector says nothing more: not agreed', async () => {
    const plymouth = await opened();
    await plymouth.says('Harbour', object('P-1', 'It leaves out Stonehouse.', 'A second door there.'));
    await everybodyAgrees(plymouth, 'P-1', { but: ['Harbour'] });
    const blocked = await plymouth.card('P-1');
    expect(blocked.status).toBe('Blocked by Harbour; 8 of 9 agreed');
    expect(blocked.roll['Harbour']).toBe(
      'Objected (Rowan Ellis, representative, 1 Apr, 09:00): It leaves out Stonehouse.\nWhat would change it: “A second door there.”',
    );
    await plymouth.news();
    await plymouth.until('2026-04-10 17:02');
    const news = await plymouth.news();
    expect(news.map(({ kind, by }) => `${kind} by ${by}`)).toEqual(['ProposalNotAgreed by clock']);
    expect(the('ProposalNotAgreed', news)).toMatchObject({ because: 'deadline', objections: [{ member: 'harbour' }] });
    const card = await plymouth.card('P-1');
    expect(card.status).toBe('Not agreed: objection by Harbour stands');
    expect(card.paragraphs).toContain('Things stay as they were. The proposal can be changed and tabled again.');
    expect(await plymouth.announced(news)).toEqual([
      [
        `Not agreed: P-1 “${title}”`,
        'Not agreed: objection by Harbour stands.',
        'Objection, Harbour (Rowan Ellis): “It leaves out Stonehouse.”',
        'Things stay as they were. The proposal can be changed and tabled again.',
      ],
    ]);
  });

  it('[E47] taken back by its member alone, who is then waited for', async () => {
    const plymouth = await opened();
    await plymouth.says('Harbour', object('P-1', 'It leaves out Stonehouse.'));
    await everybodyAgrees(plymouth, 'P-1', { but: ['Harbour'] });
    expect((await plymouth.says('BCHA', withdrawObjection('P-1'))).why).toBe('nothingToWithdraw');
    const back = await plymouth.says('Harbour', withdrawObjection('P-1'));
    expect(back.wrote).toEqual(['ObjectionWithdrawn']);
    expect((await plymouth.card('P-1')).status).toBe('8 of 9 agreed, waiting for Harbour');
    expect((await plymouth.says('Harbour', agree('P-1'))).wrote).toEqual(['PositionRecorded', 'ProposalAdopted']);
  });
});

describe('reservations', () => {
  it('[E50] everybody agrees with reservations: adopted unanimously, and each reservation is printed', async () => {
    const plymouth = await opened();
    const answers = await plymouth.allSay(agreeWithReservation('P-1', 'We review it in a year.'));
    expect(answers.at(-1)!.wrote).toEqual(['PositionRecorded', 'ProposalAdopted']);
    const adopted = the('ProposalAdopted', answers.at(-1)!.entries);
    expect(new Set(adopted.agreed.map(({ position }) => position))).toEqual(new Set(['agreeWithReservation']));
    const card = await plymouth.card('P-1');
    expect(card.status).toBe('Adopted unanimously, 9 of 9 · Decision PLY-2026-001');
    expect(card.paragraphs.filter((line) => line.startsWith('Reservation, '))).toHaveLength(9);
    expect(card.paragraphs).toContain('Reservation, Harbour (Rowan Ellis): “We review it in a year.”');
    expect(card.roll['Harbour']).toBe(
      'Agreed with reservation (Rowan Ellis, representative, 1 Apr, 09:00): We review it in a year.',
    );
  });

  it('[E50] a reservation without words is none', async () => {
    const plymouth = await opened();
    const refused = await plymouth.says('Harbour', agreeWithReservation('P-1', ' '));
    expect(refused.reads).toEqual([
      'Nothing was recorded. A reservation needs its words.',
      'Write it and send it again.',
    ]);
  });
});

describe('silence', () => {
  it('[E53] one missing at the deadline: lapsed, not rejected; a late agreement is refused and told why', async () => {
    const plymouth = await opened();
    await everybodyAgrees(plymouth, 'P-1', { but: ['Livewest'] });
    await plymouth.news();
    plymouth.at('2026-04-10 17:01');
    const closing = await plymouth.says('Livewest', agree('P-1'));
    expect(closing.reads).toEqual([
      'Nothing was recorded. The deadline of P-1 was Fri 10 Apr 2026, 17:00 BST; it is closed, the outcome is being declared.',
      'If nothing is decided, the proposal can be tabled again.',
    ]);
    expect(await plymouth.newKinds()).toEqual([]);

    // Nobody's minute came: the late order itself makes true what time had made true, and is refused.
    plymouth.at('2026-04-13 09:00');
    const late = await plymouth.says('Livewest', agree('P-1'));
    expect(late.reads).toEqual([
      'Nothing was recorded. P-1 is closed (Lapsed, no decision: no position from Livewest), and outcomes are final.',
      'To change what was decided, or to decide it after all, table a new proposal.',
    ]);
    expect(late.buttons).toEqual(['Table it again', 'Show P-1']);
    const news = await plymouth.news();
    expect(news.map(({ kind, by }) => `${kind} by ${by}`)).toEqual(['ProposalLapsed by clock']);
    expect(news[0]?.occurredAt).toBe(plymouth.moment('2026-04-10 17:00'));
    const card = await plymouth.card('P-1');
    expect(card.status).toBe('Lapsed, no decision: no position from Livewest');
    expect(card.text).not.toMatch(/reject/i);
    await plymouth.until('2026-04-13 09:01');
    expect(await plymouth.newKinds()).toEqual([]);
  });
});
