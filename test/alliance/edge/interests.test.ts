import { describe, expect, it } from 'vitest';
import type { CharterDocument } from '../../../src/alliance/charter.js';
import { agree, alliance, confirmRecount, declare, object, onRevision, plainly, propose } from '../../cast.js';
import { recuse, suggest, takeBackInterest, the } from '../../cast.js';
import type { Scene } from '../../cast.js';

const title = 'Rent the house in Union Street';

/** Plymouth with a proposal of PATH open since 1 April 2026, 09:00. */
const opened = async (charter?: (charter: CharterDocument) => CharterDocument): Promise<Scene> => {
  const plymouth = await alliance('plymouth', { charter });
  await plymouth.tables('PATH', title);
  await plymouth.news();
  return plymouth;
};

describe('an interest of the organisation', () => {
  it('[E22] makes void what its member had said, keeps it in the book, and counts again without the member', async () => {
    const plymouth = await opened();
    await plymouth.says('Harbour', agree('P-1'));
    await plymouth.says('PATH', agree('P-1'));
    const declared = await plymouth.says('Harbour', recuse('P-1', 'We own the house.'));
    expect(declared.wrote).toEqual(['InterestDeclared', 'PositionVoided']);
    expect(the('PositionVoided', declared.entries)).toMatchObject({ member: 'harbour', because: 'interestDeclared' });
    expect(declared.reads).toContain(
      'The position of Harbour on revision 1 no longer counts, because it declared an interest.',
    );
    const card = await plymouth.card('P-1');
    expect(card.status).toMatch(/^1 of 8 agreed, waiting for /);
    expect(card.roll['Harbour']).toBe('Taking no part (interest declared)');
    expect(card.paragraphs).toContain('Harbour declared an interest and takes no part: “We own the house.”');

    const last = (await plymouth.allSay(agree('P-1'), { but: ['Harbour'] })).at(-1)!;
    expect(last.wrote).toEqual(['PositionRecorded', 'ProposalAdopted']);
    const ended = await plymouth.card('P-1');
    expect(ended.status).toBe(
      'Adopted by all 8 eligible members; Harbour took no part (interest declared) · Decision PLY-2026-001',
    );
    const kinds = (await plymouth.clerk().history('PLY', 'P-1')).map(({ kind, for: of }) => `${kind} ${of ?? ''}`);
    expect(kinds).toContain('PositionRecorded harbour');
  });

  it('[E25] takes the whole seat out: its deputy cannot act either, and its people lose the papers', async () => {
    const plymouth = await opened();
    await plymouth.says('Harbour', recuse('P-1'));
    const deputy = await plymouth.does(await plymouth.deputyOf('Harbour'), agree('P-1'));
    expect(deputy.reads).toEqual([
      'Nothing was recorded. Harbour declared an interest and takes no part in this proposal.',
      'If it was declared by mistake, Rowan Ellis or Sunita Rao can withdraw the declaration under More while the proposal is open.',
    ]);
    const suggestion = await plymouth.does(await plymouth.deputyOf('Harbour'), suggest('P-1', 'Rent another one.'));
    expect(suggestion.why).toBe('memberNotEligible');
    const again = await plymouth.says('Harbour', recuse('P-1'));
    expect(again.reads[0]).toBe('Nothing was recorded. Harbour has declared an interest in P-1 already.');
  });

  it('[E25] who may only speak has no vote, and is heard', async () => {
    const plymouth = await opened();
    await plymouth.says('Harbour', declare('speakOnly', 'organisation', 'P-1'));
    expect((await plymouth.card('P-1')).roll['Harbour']).toBe(
      'Taking no part (interest declared: may speak, has no vote)',
    );
    expect((await plymouth.says('Harbour', agree('P-1'))).why).toBe('memberNotEligible');
    expect((await plymouth.says('Harbour', suggest('P-1', 'Rent another one.'))).wrote).toEqual(['AmendmentSuggested']);
  });

  it('[E25] a noted interest stays and votes', async () => {
    const plymouth = await opened();
    const noted = await plymouth.says('Harbour', declare('note', 'organisation', 'P-1', 'We use the house.'));
    expect(noted.wrote).toEqual(['InterestDeclared']);
    expect((await plymouth.says('Harbour', agree('P-1'))).wrote).toEqual(['PositionRecorded']);
    expect((await plymouth.card('P-1')).roll['Harbour']).toBe(
      'Agreed (Rowan Ellis, representative, 1 Apr, 09:00; declared an interest and takes part)',
    );
  });

  it('[E22] that removes the only objection waits for a recount, and the objection is printed beside the outcome', async () => {
    const plymouth = await opened();
    await plymouth.says('Harbour', object('P-1', 'The lift is broken.'));
    await plymouth.allSay(agree('P-1'), { but: ['Harbour'] });
    const declared = await plymouth.says('Harbour', recuse('P-1'));
    expect(declared.wrote).toEqual(['InterestDeclared', 'PositionVoided', 'RecountRequired']);
    const waiting = await plymouth.card('P-1');
    expect(waiting.status).toBe('8 of 8 agreed, waiting for the recount to be confirmed');
    expect(waiting.paragraphs).toContain('Removed objection, Harbour (Rowan Ellis): “The lift is broken.”');
    const confirmed = await plymouth.does('Naomi Clarke', confirmRecount('P-1'));
    expect(the('ProposalAdopted', confirmed.entries).removedObjections).toMatchObject([{ member: 'harbour' }]);
    expect((await plymouth.card('P-1')).paragraphs).toContain(
      'Removed objection, Harbour (Rowan Ellis): “The lift is broken.”',
    );
  });

  it('[E22] that completes an agreement waits for a recount too; one that decides nothing does not', async () => {
    const plymouth = await opened();
    await plymouth.allSay(agree('P-1'), { but: ['Harbour', 'Livewest'] });
    expect((await plymouth.says('Livewest', recuse('P-1'))).wrote).toEqual(['InterestDeclared']);
    const completes = await plymouth.says('Harbour', recuse('P-1'));
    expect(completes.wrote).toEqual(['InterestDeclared', 'RecountRequired']);
    expect((await plymouth.does('Naomi Clarke', confirmRecount('P-1'))).wrote).toEqual([
      'RecountConfirmed',
      'ProposalAdopted',
    ]);
    expect((await plymouth.card('P-1')).status).toBe(
      'Adopted by all 7 eligible members; Harbour and Livewest took no part (interest declared) · Decision PLY-2026-001',
    );
  });

  it('[E27] that leaves too few refers it to a meeting, and reopening asks everybody again', async () => {
    const charter = (of: CharterDocument): CharterDocument => ({
      ...of,
      classes: of.classes.map((each) => (each.id === 'routine' ? { ...each, minEligible: 8 } : each)),
    });
    const plymouth = await opened(charter);
    await plymouth.says('PATH', agree('P-1'));
    expect((await plymouth.says('Livewest', recuse('P-1'))).wrote).toEqual(['InterestDeclared']);
    const below = await plymouth.says('Harbour', recuse('P-1'));
    expect(below.wrote).toEqual(['InterestDeclared', 'ProposalReferred']);
    expect(the('ProposalReferred', below.entries)).toMatchObject({ because: 'belowMinimum' });
    const card = await plymouth.card('P-1');
    expect(card.status).toBe('Referred to a meeting: too few members are left to decide it');
    expect(card.paragraphs).toContain('The 1 position recorded so far stand as an indication only.');
    expect(card.buttons).toEqual(['Reopen for decision', 'More']);
    const refused = await plymouth.says('BCHA', agree('P-1'));
    expect(refused.reads).toEqual([
      'Nothing was recorded. P-1 was referred to a meeting, so no positions are taken here now.',
      'Moira Sinclair or Daniel Osei can reopen it after the meeting.',
    ]);

    expect((await plymouth.says('Harbour', takeBackInterest('P-1', 2))).wrote).toEqual(['InterestWithdrawn']);
    const reopened = await plymouth.says('PATH', plainly({ kind: 'reopenProposal', proposal: 'P-1' }));
    expect(reopened.wrote).toEqual(['RevisionOpened']);
    expect((await plymouth.card('P-1')).status).toMatch(/^0 of 8 agreed/);
    expect((await plymouth.says('BCHA', onRevision(1, agree('P-1')))).why).toBe('oldRevision');
  });

  it('[E27] without a commissioner left, where one votes, it is a meeting’s matter as well', async () => {
    const plymouth = await opened();
    const declared = await plymouth.says('Plymouth City Council', recuse('P-1'));
    expect(declared.wrote).toEqual(['InterestDeclared', 'ProposalReferred']);
    expect((await plymouth.card('P-1')).status).toBe('Referred to a meeting: too few members are left to decide it');
    await plymouth.until('2026-06-02 17:00');
    expect((await plymouth.card('P-1')).status).toBe(
      'Lapsed, no decision: the meeting did not deal with it in 40 working days',
    );
  });

  it('[E29] taken back while the proposal is open: the member takes part again and must say its position anew', async () => {
    const plymouth = await opened();
    await plymouth.says('Harbour', agree('P-1'));
    await plymouth.says('Harbour', recuse('P-1'));
    const stranger = await plymouth.does('Moira Sinclair', takeBackInterest('P-1'));
    expect(stranger.reads).toEqual([
      'Nothing was recorded. A declared interest is withdrawn only by those who speak for the member that declared it.',
      'Rowan Ellis or Sunita Rao can do this.',
    ]);
    const back = await plymouth.says('Harbour', takeBackInterest('P-1'));
    expect(back.wrote).toEqual(['InterestWithdrawn']);
    expect(back.reads).toContain('Rowan Ellis withdrew declaration 1 of Harbour, which takes part again.');
    const card = await plymouth.card('P-1');
    expect(card.roll['Harbour']).toBe('Waiting');
    expect(card.status).toMatch(/^0 of 9 agreed/);
    expect((await plymouth.says('Harbour', agree('P-1'))).wrote).toEqual(['PositionRecorded']);
  });

  it('[E29] what the declaration had set going stops, unless another declaration keeps it going', async () => {
    const plymouth = await opened();
    await plymouth.says('Harbour', object('P-1', 'The lift is broken.'));
    await plymouth.allSay(agree('P-1'), { but: ['Harbour'] });
    await plymouth.does(await plymouth.deputyOf('Harbour'), declare('note', 'organisation', 'P-1'));
    await plymouth.says('Harbour', declare('recuse', 'personal', 'P-1', 'My brother owns it.'));
    await plymouth.does(await plymouth.deputyOf('Harbour'), agree('P-1'));
    expect((await plymouth.card('P-1')).status).toBe('9 of 9 agreed, waiting for the recount to be confirmed');

    // Taking back the mere note changes nothing of that.
    const note = await plymouth.does(await plymouth.deputyOf('Harbour'), takeBackInterest('P-1', 1));
    expect(note.wrote).toEqual(['InterestWithdrawn']);
    expect((await plymouth.card('P-1')).status).toBe('9 of 9 agreed, waiting for the recount to be confirmed');
    expect((await plymouth.card('P-1')).paragraphs).toContain(
      'Removed objection, Harbour (Rowan Ellis): “The lift is broken.”',
    );
    const own = await plymouth.says('Harbour', takeBackInterest('P-1', 2));
    expect(own.wrote).toEqual(['InterestWithdrawn', 'ProposalAdopted']);
  });
});

describe('an interest of the person alone', () => {
  it('[E24] the deputy acts, the member stays eligible, and the person takes no part', async () => {
    const plymouth = await opened();
    await plymouth.says('Harbour', agree('P-1'));
    const declared = await plymouth.says('Harbour', declare('recuse', 'personal', 'P-1', 'My brother owns it.'));
    expect(declared.wrote).toEqual(['InterestDeclared', 'PositionVoided']);
    const card = await plymouth.card('P-1');
    expect(card.status).toMatch(/^0 of 9 agreed/);
    expect(card.roll['Harbour']).toBe('Waiting (Rowan Ellis declared a personal interest; a deputy may act)');

    const barred = await plymouth.says('Harbour', agree('P-1'));
    expect(barred.reads).toEqual([
      'Nothing was recorded. You declared a personal interest in this proposal, so you take no part in it.',
      'Sunita Rao can vote for Harbour.',
    ]);
    const deputy = await plymouth.does(await plymouth.deputyOf('Harbour'), agree('P-1'));
    expect(the('PositionRecorded', deputy.entries)).toMatchObject({ as: 'deputy', member: 'harbour' });
    expect((await plymouth.card('P-1')).roll['Harbour']).toBe('Agreed (Sunita Rao, deputy, 1 Apr, 09:00)');
  });

  it('[E24] counts for both members of one who speaks for two', async () => {
    const plymouth = await opened();
    const person = await plymouth.person('Joseph Mensah');
    await plymouth.does({ person, member: 'hamoaze' }, agree('P-1'));
    await plymouth.does({ person, member: 'shekinah' }, agree('P-1'));
    const declared = await plymouth.does({ person, member: 'shekinah' }, declare('recuse', 'personal', 'P-1'));
    expect(declared.wrote).toEqual(['InterestDeclared', 'PositionVoided', 'PositionVoided']);
    expect((await plymouth.card('P-1')).status).toMatch(/^0 of 9 agreed/);
    expect((await plymouth.does({ person, member: 'hamoaze' }, agree('P-1'))).why).toBe('personTookNoPart');
  });

  it('[E24] whoever takes no part calls no meeting about it either', async () => {
    const plymouth = await opened();
    await plymouth.says('Harbour', declare('recuse', 'personal', 'P-1'));
    const call = { kind: 'callMeeting', proposal: 'P-1', revision: 1, reason: 'To talk it through.' } as const;
    expect((await plymouth.says('Harbour', plainly(call))).why).toBe('personTookNoPart');
    expect((await plymouth.says('Harbour', suggest('P-1', 'Buy it.'))).why).toBe('personTookNoPart');
    expect((await plymouth.says('Harbour', propose('Buy the house'))).wrote).toEqual([
      'ProposalTabled',
      'RevisionOpened',
    ]);
  });
});
