import { describe, expect, it } from 'vitest';
import type { CharterDocument } from '../../../src/alliance/charter.js';
import {
  agree,
  alliance,
  amend,
  confirmRecount,
  everybodyAgrees,
  object,
  plainly,
  propose,
  suggest,
  the,
} from '../../cast.js';
import type { Scene } from '../../cast.js';

const title = 'Share one front door';

const departs = async (plymouth: Scene, member: string) =>
  plymouth.does(await plymouth.officer('allianceManager'), plainly({ kind: 'recordDeparture', member }));

/** LH Alliances takes a tenth seat, represented by Owen Fairweather. */
const joins = async (plymouth: Scene) => {
  const manager = await plymouth.officer('allianceManager');
  const seat = { member: 'lh', organisation: 'lh-alliances', name: 'LH', capacity: 'other', voting: true } as const;
  const joined = await plymouth.does(manager, plainly({ kind: 'joinMember', ...seat }));
  const person = await plymouth.person('Owen Fairweather');
  await plymouth.does(manager, plainly({ kind: 'appoint', person, member: 'lh', as: 'representative' }));
  return joined;
};

describe('members who join', () => {
  it('[E1] has no vote on what was open before, is told so, and has one on the next revision', async () => {
    const plymouth = await alliance('plymouth');
    await plymouth.tables('Harbour', title);
    plymouth.at('2026-04-01 11:00');
    const joined = await joins(plymouth);
    expect(joined.wrote).toEqual(['MemberJoined']);
    expect(joined.reads).toContain('It votes on revisions that open from now on. Next, appoint its representative.');

    const early = await plymouth.says('LH', agree('P-1'));
    expect(early.reads).toEqual([
      'Nothing was recorded. LH joined after this revision opened, so it has no vote on it.',
      'It will have a vote if the text is changed and a new revision opens; until then its view can be sent as a suggestion.',
    ]);
    expect((await plymouth.says('LH', suggest('P-1', 'Share two front doors.'))).wrote).toEqual(['AmendmentSuggested']);
    expect((await plymouth.card('P-1')).roll).not.toHaveProperty('LH');

    await plymouth.says('Harbour', amend('P-1', { text: 'We share one front door, in Union Street.' }));
    expect((await plymouth.says('LH', agree('P-1'))).wrote).toEqual(['PositionRecorded']);
    expect((await plymouth.card('P-1')).roll['LH']).toBe('Agreed (Owen Fairweather, representative, 1 Apr, 11:00)');
    expect((await plymouth.card('P-1')).status).toMatch(/^1 of 10 agreed/);
  });
});

describe('members who leave', () => {
  it('[E2] without a position, when the rest agreed: a recount is announced, and its confirmation adopts', async () => {
    const plymouth = await alliance('plymouth');
    await plymouth.tables('Harbour', title);
    await everybodyAgrees(plymouth, 'P-1', { but: ['Livewest'] });
    plymouth.at('2026-04-01 12:00');

    const left = await departs(plymouth, 'livewest');
    expect(left.wrote).toEqual(['MemberLeft', 'RecountRequired']);
    expect(the('RecountRequired', left.entries)).toMatchObject({
      because: [{ kind: 'memberLeft', member: 'livewest' }],
    });
    const waiting = await plymouth.card('P-1');
    expect(waiting.status).toBe('8 of 8 agreed, waiting for the recount to be confirmed');
    expect(waiting.roll['Livewest']).toBe('Left (left the alliance and no longer counts)');
    expect(waiting.buttons).toContain('Confirm the recount');
    const notice =
      'Recount needed: Livewest left the alliance. Naomi Clarke (Alliance Manager) can confirm who is eligible now, until Mon 13 Apr 2026, 17:00 BST.';
    expect(waiting.paragraphs).toContain(notice);
    expect(await plymouth.announced(left.entries)).toContainEqual([`Recount needed: P-1 “${title}”`, notice]);
    expect((await plymouth.whispered(left.entries)).map(({ to }) => to)).toEqual(['Naomi Clarke']);

    const refused = await plymouth.does('Rowan Ellis', confirmRecount('P-1'));
    expect(refused.reads).toEqual([
      'Nothing was recorded. A recount is confirmed by the Alliance Manager, else the chair, else the convenor.',
      'Naomi Clarke can do this.',
    ]);
    const confirmed = await plymouth.does('Naomi Clarke', confirmRecount('P-1'));
    expect(confirmed.wrote).toEqual(['RecountConfirmed', 'ProposalAdopted']);
    expect(the('ProposalAdopted', confirmed.entries).tookNoPart).toEqual([
      { member: 'livewest', name: 'Livewest', why: 'memberLeft' },
    ]);
    const card = await plymouth.card('P-1');
    expect(card.status).toBe(
      'Adopted by all 8 eligible members; Livewest took no part (left the alliance) · Decision PLY-2026-001',
    );
    expect(card.paragraphs).toContain('Recount confirmed by the Alliance Manager.');
  });

  it('[E2] and nobody confirms the recount within a working day after the deadline: lapsed', async () => {
    const plymouth = await alliance('plymouth');
    await plymouth.tables('Harbour', title);
    await everybodyAgrees(plymouth, 'P-1', { but: ['Livewest'] });
    await departs(plymouth, 'livewest');
    await plymouth.news();
    await plymouth.until('2026-04-13 16:59');
    expect(await plymouth.newKinds()).toEqual([]);
    expect((await plymouth.card('P-1')).buttons).toEqual(['Confirm the recount']);
    await plymouth.until('2026-04-13 17:00');
    expect(the('ProposalLapsed', await plymouth.news())).toMatchObject({ because: 'recountNotConfirmed', missing: [] });
    expect((await plymouth.card('P-1')).status).toBe('Lapsed, no decision: recount not confirmed');
  });

  it('[E3] having objected: the objection is not erased, and the proposal is not agreed', async () => {
    const plymouth = await alliance('plymouth');
    await plymouth.tables('Harbour', title);
    await plymouth.says('Livewest', object('P-1', 'It closes the Stonehouse office.'));
    await everybodyAgrees(plymouth, 'P-1', { but: ['Livewest', 'PATH'] });

    const left = await departs(plymouth, 'livewest');
    expect(left.wrote).toEqual(['MemberLeft', 'ProposalNotAgreed']);
    expect(the('ProposalNotAgreed', left.entries)).toMatchObject({
      because: 'membershipChanged',
      objections: [{ member: 'livewest', name: 'Livewest' }],
    });
    const card = await plymouth.card('P-1');
    expect(card.status).toBe('Not agreed: objection by Livewest stands');
    expect(card.paragraphs).toContain(
      'Livewest left the alliance having objected. Leaving does not erase an objection.',
    );
    expect(card.paragraphs).toContain('Objection, Livewest (Anjali Patel): “It closes the Stonehouse office.”');
    expect((await plymouth.says('PATH', agree('P-1'))).reads).toEqual([
      'Nothing was recorded. P-1 is closed (Not agreed: objection by Livewest stands), and outcomes are final.',
      'To change what was decided, or to decide it after all, table a new proposal.',
    ]);
    const again = await plymouth.does(await plymouth.representativeOf('Harbour'), propose(title, { retables: 'P-1' }));
    expect(again.wrote).toEqual(['ProposalTabled', 'RevisionOpened']);
    expect((await plymouth.card('P-2')).paragraphs).toContain('Tabled again after P-1.');
  });

  it('[E4] after agreeing, when others are pending: its agreement no longer counts and the others are still needed', async () => {
    const plymouth = await alliance('plymouth');
    await plymouth.tables('Harbour', title);
    await plymouth.says('Livewest', agree('P-1'));
    await plymouth.says('Harbour', agree('P-1'));
    expect((await plymouth.card('P-1')).status).toMatch(/^2 of 9 agreed/);

    const left = await departs(plymouth, 'livewest');
    expect(left.wrote).toEqual(['MemberLeft', 'PositionVoided', 'RecountRequired']);
    const card = await plymouth.card('P-1');
    expect(card.status).toMatch(/^1 of 8 agreed, waiting for Plymouth City Council/);
    expect(card.roll['Livewest']).toBe('Left (left the alliance and no longer counts)');

    await plymouth.does('Naomi Clarke', confirmRecount('P-1'));
    const last = await everybodyAgrees(plymouth, 'P-1', { but: ['Harbour'] });
    expect(last.at(-1)!.wrote).toEqual(['PositionRecorded', 'ProposalAdopted']);
    expect(the('ProposalAdopted', last.at(-1)!.entries).agreed.map(({ member }) => member)).not.toContain('livewest');
  });

  it('[E5] after the adoption: the decision stands with the members of its day', async () => {
    const plymouth = await alliance('plymouth');
    await plymouth.tables('Harbour', title);
    await everybodyAgrees(plymouth, 'P-1');
    const before = await plymouth.card('P-1');
    const left = await departs(plymouth, 'livewest');
    expect(left.wrote).toEqual(['MemberLeft']);
    plymouth.at('2030-01-07 10:00');
    expect(await plymouth.card('P-1')).toEqual(before);
    expect(before.status).toBe('Adopted unanimously, 9 of 9 · Decision PLY-2026-001');
    expect(before.roll['Livewest']).toBe('Agreed (Anjali Patel, representative, 1 Apr, 09:00)');
    const speech = await plymouth.does('Anjali Patel', agree('P-1'));
    expect(speech.reads[0]).toBe('Nothing was recorded. Livewest has left the alliance.');
  });

  it('[E45] the member that tabled it leaves: the officer who stands in may withdraw or amend it, and nobody else', async () => {
    const plymouth = await alliance('plymouth');
    await plymouth.tables('Harbour', title);
    await plymouth.says('PATH', agree('P-1'));
    await departs(plymouth, 'harbour');
    const gone = await plymouth.does('Rowan Ellis', amend('P-1', { text: 'We share two.' }));
    expect(gone.reads).toEqual([
      'Nothing was recorded. Only the proposer changes the text of a proposal.',
      'Naomi Clarke can do this.',
    ]);
    const taken = await plymouth.does('Naomi Clarke', amend('P-1', { text: 'We share two front doors.' }));
    expect(taken.wrote).toEqual(['RevisionOpened']);
    const withdrawn = await plymouth.does(
      'Naomi Clarke',
      plainly({ kind: 'withdrawProposal', proposal: 'P-1', reason: 'Harbour has left.' }),
    );
    expect(withdrawn.wrote).toEqual(['ProposalWithdrawn']);
    expect((await plymouth.card('P-1')).status).toBe('Withdrawn by Naomi Clarke');
  });

  it('[E45] where there is a chair, it is the chair', async () => {
    const ipsa = await alliance('ipsa', { from: '2015-06-01 09:00' });
    await ipsa.tables('Charity A', title);
    await ipsa.does('Abigail Wren', plainly({ kind: 'recordDeparture', member: 'charity-a' }));
    const wren = await ipsa.does(
      'Abigail Wren',
      plainly({ kind: 'withdrawProposal', proposal: 'P-1', reason: 'Gone.' }),
    );
    expect(wren.reads).toEqual([
      'Nothing was recorded. Only the proposer withdraws a proposal.',
      'Bernard Castell can do this.',
    ]);
    const chair = await ipsa.does(
      'Bernard Castell',
      plainly({ kind: 'withdrawProposal', proposal: 'P-1', reason: 'Gone.' }),
    );
    expect(chair.wrote).toEqual(['ProposalWithdrawn']);
    expect((await ipsa.card('P-1')).paragraphs).toContain('Reason: “Gone.”');
  });
});

describe('who confirms a recount', () => {
  const managerSpeaksForLivewell = (charter: CharterDocument): CharterDocument => ({
    ...charter,
    officers: [{ office: 'allianceManager', person: 'priya-nair' }],
  });

  it('[E2] is somebody who also speaks for a member only where there is nobody else, which the card then says', async () => {
    const plymouth = await alliance('plymouth', { charter: managerSpeaksForLivewell });
    await plymouth.tables('Harbour', title);
    await everybodyAgrees(plymouth, 'P-1', { but: ['Livewest'] });
    await plymouth.does(
      await plymouth.officer('allianceManager'),
      plainly({ kind: 'recordDeparture', member: 'livewest' }),
    );
    expect((await plymouth.card('P-1')).paragraphs).toContain(
      'Recount needed: Livewest left the alliance. Priya Nair (Alliance Manager, who also speaks for a member, since there is nobody else) can confirm who is eligible now, until Mon 13 Apr 2026, 17:00 BST.',
    );
    const confirmed = await plymouth.does('Priya Nair', confirmRecount('P-1'));
    expect(the('RecountConfirmed', confirmed.entries).nobodyElse).toBe(true);
    expect((await plymouth.card('P-1')).paragraphs).toContain(
      'Recount confirmed by the Alliance Manager, who also speaks for a member; there was nobody else.',
    );
  });
});
