import { describe, expect, it } from 'vitest';
import { settingsOf } from '../../../src/alliance/charter.js';
import {
  agree,
  alliance,
  amend,
  everybodyAgrees,
  object,
  onRevision,
  plainly,
  propose,
  suggest,
  the,
} from '../../cast.js';
import { withdraw } from '../../cast.js';
import type { Scene } from '../../cast.js';

const title = 'Share one front door';

/** Plymouth with a proposal of PATH open since 1 April 2026, 09:00. */
const opened = async (): Promise<Scene> => {
  const plymouth = await alliance('plymouth');
  await plymouth.tables('PATH', title, { text: 'We share one front door. It is in Union Street.' });
  await plymouth.news();
  return plymouth;
};

describe('a change of the text', () => {
  it('[E39] asks every member again; earlier positions are void and visible; an old card’s button records nothing', async () => {
    const plymouth = await opened();
    await plymouth.says('Harbour', agree('P-1'));
    await plymouth.says('BCHA', object('P-1', 'It is too far away.'));
    plymouth.at('2026-04-02 10:00');
    const text = 'We share one front door. It is in Union Street or nearby.';
    const amended = await plymouth.says('PATH', amend('P-1', { text }, 'BCHA is right.'));
    expect(amended.wrote).toEqual(['RevisionOpened']);
    expect(the('RevisionOpened', amended.entries)).toMatchObject({
      revision: 2,
      deadline: plymouth.moment('2026-04-13 17:00'),
      amended: { asksAgain: ['harbour', 'bcha'] },
    });
    const card = await plymouth.card('P-1');
    expect(card.status).toBe('0 of 9 agreed, waiting for all 9 members');
    expect(card.text).toContain('{+ or nearby+}');
    expect(card.paragraphs).toContain(
      'Revision 2, changed by Moira Sinclair: “BCHA is right.” Asked again: Harbour and BCHA.',
    );
    const letters = await plymouth.whispered(amended.entries);
    expect(letters.map(({ to }) => to)).toEqual(['Rowan Ellis', 'Marcus Bailey']);
    expect(letters[0]!.reads).toContain(
      `P-1 “${title}” was changed. Harbour had recorded a position on the earlier revision, which no longer counts.`,
    );

    const old = await plymouth.says('Harbour', onRevision(1, agree('P-1')));
    expect(old.reads).toEqual([
      'Nothing was recorded. You pressed a button on revision 1 of P-1.',
      'The text has changed since: revision 2 is what is being decided.',
      'Read revision 2 and use the buttons on its card.',
    ]);
    const history = (await plymouth.clerk().history('PLY', 'P-1')).filter(({ kind }) => kind === 'PositionRecorded');
    expect(history.map((entry) => entry.for)).toEqual(['harbour', 'bcha']);
    const last = (await everybodyAgrees(plymouth, 'P-1')).at(-1)!;
    expect(
      the(
        'ProposalAdopted',
        last.entries.filter(({ kind }) => kind === 'ProposalAdopted'),
      ),
    ).toMatchObject({
      revision: 2,
    });
  });

  it('[E39] is the proposer’s to make: a suggestion changes nothing until it is accepted', async () => {
    const plymouth = await opened();
    await plymouth.says('Harbour', agree('P-1'));
    const refused = await plymouth.says('BCHA', amend('P-1', { text: 'We share two.' }));
    expect(refused.reads).toEqual([
      'Nothing was recorded. Only the proposer changes the text of a proposal.',
      'Moira Sinclair or Daniel Osei can do this.',
    ]);
    const suggested = await plymouth.says('BCHA', suggest('P-1', 'We share two front doors.'));
    expect(suggested.wrote).toEqual(['AmendmentSuggested']);
    expect((await plymouth.card('P-1')).status).toMatch(/^1 of 9 agreed/);
    const accepted = await plymouth.says('PATH', amend('P-1', { suggestion: 1 }));
    expect(the('RevisionOpened', accepted.entries).amended).toMatchObject({ suggestion: 1, asksAgain: ['harbour'] });
    expect((await plymouth.card('P-1')).text).toContain('> We share two front doors.');
    expect((await plymouth.says('PATH', amend('P-1', { suggestion: 1 }))).why).toBe('noSuchSuggestion');
  });
});

describe('the proposer', () => {
  it('[E43] withdraws after all but one agreed, with a reason; another member may table it as its own', async () => {
    const plymouth = await opened();
    await everybodyAgrees(plymouth, 'P-1', { but: ['Livewest'] });
    const blank = await plymouth.says('PATH', withdraw('P-1', ' '));
    expect(blank.reads).toEqual(['Nothing was recorded. It needs a reason.', 'Write it and send it again.']);
    const other = await plymouth.says('Harbour', withdraw('P-1'));
    expect(other.reads).toEqual([
      'Nothing was recorded. Only the proposer withdraws a proposal.',
      'Moira Sinclair or Daniel Osei can do this.',
    ]);
    const withdrawn = await plymouth.says('PATH', withdraw('P-1', 'The house was sold.'));
    expect(withdrawn.wrote).toEqual(['ProposalWithdrawn']);
    const card = await plymouth.card('P-1');
    expect(card.status).toBe('Withdrawn by Moira Sinclair');
    expect(card.paragraphs).toContain('Reason: “The house was sold.”');
    expect((await plymouth.says('Livewest', agree('P-1'))).reads[0]).toBe(
      'Nothing was recorded. P-1 is closed (Withdrawn by Moira Sinclair), and outcomes are final.',
    );
    const own = await plymouth.says('Harbour', propose(title, { retables: 'P-1' }));
    expect(
      the(
        'ProposalTabled',
        own.entries.filter(({ kind }) => kind === 'ProposalTabled'),
      ),
    ).toMatchObject({
      proposal: 'P-2',
      proposingFor: 'harbour',
      retables: 'P-1',
    });
  });

  it('[E43] the deputy of the member that tabled it acts as proposer: it belongs to the member', async () => {
    const plymouth = await opened();
    expect((await plymouth.does(await plymouth.deputyOf('PATH'), withdraw('P-1'))).wrote).toEqual([
      'ProposalWithdrawn',
    ]);
    expect((await plymouth.card('P-1')).status).toBe('Withdrawn by Daniel Osei');
  });

  it('[E44] has not voted by tabling: its member is waited for like every other', async () => {
    const plymouth = await opened();
    expect((await plymouth.card('P-1')).roll['PATH']).toBe('Waiting');
    await everybodyAgrees(plymouth, 'P-1', { but: ['PATH'] });
    expect((await plymouth.card('P-1')).status).toBe('8 of 9 agreed, waiting for PATH');
    await plymouth.news();
    await plymouth.until('2026-04-10 17:02');
    expect(the('ProposalLapsed', await plymouth.news()).missing).toEqual([{ member: 'path', name: 'PATH' }]);
    expect((await plymouth.card('P-1')).status).toBe('Lapsed, no decision: no position from PATH');
  });
});

describe('a change of the charter', () => {
  it('[E72] leaves open proposals under the rules that they opened under, and binds those that open after it', async () => {
    const plymouth = await opened();
    const manager = await plymouth.officer('allianceManager');
    await plymouth.tables('Harbour', 'Change our charter: longer windows, fuller reasons', { class: 'agreement' });
    await everybodyAgrees(plymouth, 'P-2');
    const settings = settingsOf(plymouth.charter);
    const charter = {
      ...settings,
      classes: settings.classes.map((each) =>
        each.id === 'routine' ? { ...each, windowWorkingDays: 10, considerationWorkingDays: 1, minEligible: 9 } : each,
      ),
      limits: { ...settings.limits, objectionReasonLeast: 60 },
    };
    const unknown = await plymouth.does(manager, plainly({ kind: 'adoptCharter', charter, under: 'PLY-2026-009' }));
    expect(unknown.why).toBe('noSuchDecision');
    const adopted = await plymouth.does(manager, plainly({ kind: 'adoptCharter', charter, under: 'PLY-2026-001' }));
    expect(adopted.wrote).toEqual(['CharterAdopted']);
    expect(adopted.reads).toContain('Charter revision 2 took effect under decision PLY-2026-001.');
    const twice = await plymouth.does(manager, plainly({ kind: 'adoptCharter', charter, under: 'PLY-2026-001' }));
    expect(twice.why).toBe('notAChangeOfCharter');

    // P-1 opened before: short reasons will do, its window stays, and it is adopted on the last agreement.
    expect((await plymouth.says('BCHA', object('P-1', 'Too far away.'))).wrote).toEqual(['PositionRecorded']);
    const amended = await plymouth.says('PATH', amend('P-1', { text: 'We share one front door nearby.' }));
    expect(the('RevisionOpened', amended.entries)).toMatchObject({
      deadline: plymouth.moment('2026-04-10 17:00'),
      rule: { charterRevision: 1, minEligible: 5 },
    });
    const last = (await everybodyAgrees(plymouth, 'P-1')).at(-1)!;
    expect(last.wrote).toEqual(['PositionRecorded', 'ProposalAdopted']);

    // P-3 opens under the new ones.
    const tabled = await plymouth.says('PATH', propose('Paint the front door'));
    expect(
      the(
        'RevisionOpened',
        tabled.entries.filter(({ kind }) => kind === 'RevisionOpened'),
      ),
    ).toMatchObject({
      deadline: plymouth.moment('2026-04-17 17:00'),
      rule: { charterRevision: 2, minEligible: 9 },
    });
    const short = await plymouth.says('BCHA', object('P-3', 'Too far away.'));
    expect(short.reads[1]).toBe('Write at least 60 characters and send it again.');
    const all = (await everybodyAgrees(plymouth, 'P-3')).at(-1)!;
    expect(all.wrote).toEqual(['PositionRecorded']);
    expect((await plymouth.card('P-3')).status).toBe(
      '9 of 9 agreed; time for consideration runs until Thu 2 Apr 2026, 17:00 BST',
    );
    await plymouth.until('2026-04-02 17:00');
    expect((await plymouth.card('P-3')).status).toBe('Adopted unanimously, 9 of 9 · Decision PLY-2026-003');
  });
});
