import { describe, expect, it } from 'vitest';
import type { CharterDocument } from '../../../src/alliance/charter.js';
import type { CommandOf } from '../../../src/alliance/commands.js';
import { agree, alliance, object, plainly, the } from '../../cast.js';
import type { Scene } from '../../cast.js';

const title = 'Share one front door';

/** Plymouth with a proposal of PATH open since 1 April 2026, 09:00. */
const opened = async (charter?: (charter: CharterDocument) => CharterDocument): Promise<Scene> => {
  const plymouth = await alliance('plymouth', { charter });
  await plymouth.tables('PATH', title);
  await plymouth.news();
  return plymouth;
};

const appoints = async (plymouth: Scene, order: Omit<CommandOf<'appoint'>, 'kind' | 'member'>) =>
  plymouth.does('Ian Prowse', plainly({ kind: 'appoint', member: 'harbour', ...order }));

describe('a representative and a deputy', () => {
  it('[E8] saying the same are one position, and the second is acknowledged', async () => {
    const plymouth = await opened();
    await plymouth.says('Harbour', agree('P-1'));
    const deputy = await plymouth.does(await plymouth.deputyOf('Harbour'), agree('P-1'));
    expect(deputy.kind).toBe('done');
    expect(deputy.wrote).toEqual([]);
    expect(deputy.reads.slice(0, 2)).toEqual([
      'Already recorded.',
      'Nothing new was written: the record says this already. P-1: 1 of 9 agreed, waiting for Plymouth City Council, Livewell Southwest, Hamoaze, BCHA, Shekinah, The Zone, PATH, Livewest.',
    ]);
    expect(await plymouth.newKinds()).toEqual(['PositionRecorded']);
    expect((await plymouth.card('P-1')).roll['Harbour']).toBe('Agreed (Rowan Ellis, representative, 1 Apr, 09:00)');
  });

  it('[E9] differing: the representative’s objection takes the place of the deputy’s agreement, and both are kept', async () => {
    const plymouth = await opened();
    await plymouth.does(await plymouth.deputyOf('Harbour'), agree('P-1'));
    expect((await plymouth.card('P-1')).roll['Harbour']).toBe('Agreed (Sunita Rao, deputy, 1 Apr, 09:00)');
    const representative = await plymouth.says('Harbour', object('P-1', 'It leaves out Stonehouse.'));
    expect(representative.wrote).toEqual(['PositionRecorded']);
    expect(representative.reads[1]).toBe(
      `Harbour objects to P-1 “${title}”, revision 1. You spoke as its representative.`,
    );
    const card = await plymouth.card('P-1');
    expect(card.status).toMatch(/^Blocked by Harbour; 0 of 9 agreed/);
    expect(card.roll['Harbour']).toBe(
      'Objected (Rowan Ellis, representative, 1 Apr, 09:00): It leaves out Stonehouse.',
    );
    expect(await plymouth.newKinds()).toEqual(['PositionRecorded', 'PositionRecorded']);
  });

  it('[E10] a deputy does not overrule the representative, unless covering a recorded absence', async () => {
    const plymouth = await opened();
    const deputy = await plymouth.deputyOf('Harbour');
    await plymouth.says('Harbour', agree('P-1'));
    const refused = await plymouth.does(deputy, object('P-1', 'It leaves out Stonehouse.'));
    expect(refused.reads).toEqual([
      'Nothing was recorded. Rowan Ellis has already spoken for Harbour, and a deputy does not overrule the representative.',
      'Ask Rowan Ellis to change the position, or to record an absence that you cover.',
    ]);
    expect(await plymouth.newKinds()).toEqual(['PositionRecorded']);

    const away = { from: plymouth.moment('2026-04-01 09:00'), to: plymouth.moment('2026-04-20 09:00') };
    const absence = await plymouth.says('Harbour', plainly({ kind: 'recordAbsence', ...away, cover: deputy.person }));
    expect(absence.wrote).toEqual(['AbsenceRecorded']);
    expect((await plymouth.whispered(absence.entries)).map(({ to }) => to)).toEqual(['Sunita Rao']);
    const covering = await plymouth.does(deputy, object('P-1', 'It leaves out Stonehouse.'));
    expect(the('PositionRecorded', covering.entries)).toMatchObject({
      as: 'deputy',
      covering: true,
      position: 'object',
    });
    expect((await plymouth.card('P-1')).roll['Harbour']).toBe(
      'Objected (Sunita Rao, deputy, covering, 1 Apr, 09:00): It leaves out Stonehouse.',
    );
  });

  it('[E10] the representative’s own click ends the absence, also when it says what was said', async () => {
    const plymouth = await opened();
    const deputy = await plymouth.deputyOf('Harbour');
    await plymouth.says('Harbour', agree('P-1'));
    const away = { from: plymouth.moment('2026-04-01 09:00'), to: plymouth.moment('2026-04-20 09:00') };
    await plymouth.says('Harbour', plainly({ kind: 'recordAbsence', ...away, cover: deputy.person }));
    const back = await plymouth.says('Harbour', agree('P-1'));
    expect(back.wrote).toEqual(['AbsenceEnded']);
    expect(back.reads).toContain('Rowan Ellis is back for Harbour.');
    expect((await plymouth.does(deputy, object('P-1', 'It leaves out Stonehouse.'))).why).toBe(
      'representativeHasSpoken',
    );
  });

  it('[E10] covering a fellow deputy is no reason to overrule the representative', async () => {
    const plymouth = await opened();
    const second = await appoints(plymouth, { person: { name: 'Jess Quiller' }, as: 'deputy' });
    expect(second.wrote).toEqual(['PersonNamed', 'Appointed']);
    await plymouth.says('Harbour', agree('P-1'));
    const cover = await plymouth.person('Jess Quiller');
    const away = { from: plymouth.moment('2026-04-01 09:00'), to: plymouth.moment('2026-04-20 09:00') };
    await plymouth.does(await plymouth.deputyOf('Harbour'), plainly({ kind: 'recordAbsence', ...away, cover }));
    expect((await plymouth.does('Jess Quiller', object('P-1', 'It leaves out Stonehouse.'))).why).toBe(
      'representativeHasSpoken',
    );
  });

  it('[E11] a deputy’s objection stands when the representative never comes back', async () => {
    const plymouth = await opened();
    await plymouth.does(await plymouth.deputyOf('Harbour'), object('P-1', 'It leaves out Stonehouse.'));
    await plymouth.allSay(agree('P-1'), { but: ['Harbour'] });
    await plymouth.until('2026-04-10 17:02');
    const ended = the(
      'ProposalNotAgreed',
      (await plymouth.news()).filter(({ kind }) => kind === 'ProposalNotAgreed'),
    );
    expect(ended.objections).toMatchObject([{ member: 'harbour', person: await plymouth.person('Sunita Rao') }]);
    const card = await plymouth.card('P-1');
    expect(card.status).toBe('Not agreed: objection by Harbour stands');
    expect(card.roll['Harbour']).toMatch(/^Objected \(Sunita Rao, deputy.*: It leaves out Stonehouse\.$/);
  });

  it('[E12] of two deputies the first stands, until the representative changes it', async () => {
    const plymouth = await opened();
    await appoints(plymouth, { person: { name: 'Jess Quiller' }, as: 'deputy' });
    await plymouth.does('Sunita Rao', agree('P-1'));
    const second = await plymouth.does('Jess Quiller', object('P-1', 'It leaves out Stonehouse.'));
    expect(second.reads).toEqual([
      'Nothing was recorded. Sunita Rao has already spoken for Harbour, as its deputy.',
      'Sunita Rao can still change it, and so can Rowan Ellis, its representative.',
    ]);
    expect((await plymouth.card('P-1')).roll['Harbour']).toBe('Agreed (Sunita Rao, deputy, 1 Apr, 09:00)');
    const changed = await plymouth.says('Harbour', object('P-1', 'It leaves out Stonehouse.'));
    expect(changed.wrote).toEqual(['PositionRecorded']);
    expect((await plymouth.does('Jess Quiller', agree('P-1'))).why).toBe('representativeHasSpoken');
  });
});

describe('appointments that change', () => {
  it('[E13] a replaced representative’s agreement stands until the new one says otherwise', async () => {
    const plymouth = await opened();
    await plymouth.says('Harbour', agree('P-1'));
    plymouth.at('2026-04-02 10:00');
    const replaces = await plymouth.person('Rowan Ellis');
    const appointed = await appoints(plymouth, { person: { name: 'Tamsin Kerr' }, as: 'representative', replaces });
    expect(appointed.wrote).toEqual(['PersonNamed', 'AppointmentEnded', 'Appointed']);
    expect(appointed.reads).toContain(
      'Tamsin Kerr was appointed representative of Harbour, from Thu 2 Apr 2026, 10:00 BST.',
    );
    expect((await plymouth.card('P-1')).roll['Harbour']).toBe('Agreed (Rowan Ellis, representative, 1 Apr, 09:00)');

    const gone = await plymouth.does('Rowan Ellis', object('P-1', 'I have thought again.'));
    expect(gone.reads).toEqual([
      'Nothing was recorded. Your appointment as representative of Harbour ended on Thu 2 Apr 2026, 10:00 BST.',
      'Tamsin Kerr or Sunita Rao can vote for Harbour.',
    ]);
    await plymouth.news();
    const changed = await plymouth.does('Tamsin Kerr', object('P-1', 'It leaves out Stonehouse.'));
    expect(changed.wrote).toEqual(['PositionRecorded']);
    const people = (await plymouth.clerk().history('PLY', 'P-1'))
      .filter(({ kind }) => kind === 'PositionRecorded')
      .map(({ by }) => by);
    expect(people).toEqual([replaces, await plymouth.person('Tamsin Kerr')]);
  });

  it('[E14] who starts tomorrow or ended yesterday is refused, with the names of those who can', async () => {
    const plymouth = await opened();
    await appoints(plymouth, {
      person: { name: 'Jess Quiller' },
      as: 'deputy',
      from: plymouth.moment('2026-04-02 00:00'),
    });
    const early = await plymouth.does('Jess Quiller', agree('P-1'));
    expect(early.reads).toEqual([
      'Nothing was recorded. Your appointment as deputy of Harbour begins on Thu 2 Apr 2026, 00:00 BST.',
      'Rowan Ellis or Sunita Rao can vote for Harbour.',
    ]);
    const person = await plymouth.person('Jess Quiller');
    await plymouth.until('2026-04-02 00:00');
    expect((await plymouth.does('Jess Quiller', agree('P-1'))).wrote).toEqual(['PositionRecorded']);

    plymouth.at('2026-04-02 10:00');
    await plymouth.does('Ian Prowse', plainly({ kind: 'endAppointment', person, member: 'harbour', as: 'deputy' }));
    plymouth.at('2026-04-07 10:00');
    const late = await plymouth.does('Jess Quiller', object('P-1', 'I have thought again.'));
    expect(late.reads).toEqual([
      'Nothing was recorded. Your appointment as deputy of Harbour ended on Thu 2 Apr 2026, 10:00 BST.',
      'Rowan Ellis or Sunita Rao can vote for Harbour.',
    ]);
    expect((await plymouth.card('P-1')).roll['Harbour']).toBe('Agreed (Jess Quiller, deputy, 2 Apr, 00:00)');
  });

  it('[E15] a back-dated appointment counts from its entry; the earlier date shows in the history only', async () => {
    const plymouth = await opened();
    const before = await plymouth.does('Ian Prowse', agree('P-1'));
    expect(before.reads).toEqual([
      'Nothing was recorded. You are not appointed to speak for a member of the alliance.',
      'Rowan Ellis or Sunita Rao can vote for Harbour.',
    ]);
    plymouth.at('2026-04-02 10:00');
    const from = plymouth.moment('2026-03-02 00:00');
    const appointed = await appoints(plymouth, { person: await plymouth.person('Ian Prowse'), as: 'deputy', from });
    expect(the('Appointed', appointed.entries).from).toBe(from);
    expect(appointed.reads).toContain(
      'Ian Prowse was appointed deputy of Harbour, from Mon 2 Mar 2026. That date is past: it stands in the history, and the appointment counts from now on. Votes before now stay as they are.',
    );
    expect((await plymouth.now()).appointments.at(-1)?.effectiveFrom).toBe(plymouth.moment('2026-04-02 10:00'));
    expect(await plymouth.newKinds()).toEqual(['Appointed']);

    expect((await plymouth.does('Ian Prowse', agree('P-1'))).wrote).toEqual(['PositionRecorded']);
    expect((await plymouth.card('P-1')).roll['Harbour']).toBe('Agreed (Ian Prowse, deputy, 2 Apr, 10:00)');
  });

  it('[E15] a back-dated ending undoes nothing that was said meanwhile, and never makes an appointment longer', async () => {
    const plymouth = await opened();
    const to = plymouth.moment('2026-04-08 00:00');
    await appoints(plymouth, { person: { name: 'Jess Quiller' }, as: 'deputy', to });
    await plymouth.does('Jess Quiller', agree('P-1'));
    const person = await plymouth.person('Jess Quiller');
    const at = plymouth.moment('2026-05-01 00:00');
    await plymouth.does('Ian Prowse', plainly({ kind: 'endAppointment', person, member: 'harbour', as: 'deputy', at }));
    plymouth.at('2026-04-08 09:00');
    expect((await plymouth.does('Jess Quiller', object('P-1', 'I have thought again.'))).reads[0]).toBe(
      'Nothing was recorded. Your appointment as deputy of Harbour ended on Wed 8 Apr 2026, 00:00 BST.',
    );
    const rowan = await plymouth.person('Rowan Ellis');
    const back = plymouth.moment('2026-03-01 00:00');
    const end = { kind: 'endAppointment', person: rowan, member: 'harbour', as: 'representative', at: back } as const;
    await plymouth.does('Ian Prowse', plainly(end));
    expect((await plymouth.card('P-1')).roll['Harbour']).toBe('Agreed (Jess Quiller, deputy, 1 Apr, 09:00)');
  });

  it('[E16] one person for two members: asked each time, two positions, one person, said to all', async () => {
    const plymouth = await opened();
    const asked = await plymouth.does('Joseph Mensah', object('P-1', 'It leaves out Stonehouse.'));
    expect(asked.reads[0]).toBe(
      'Nothing was recorded yet. You speak for Shekinah and Hamoaze, and each has a vote of its own.',
    );
    expect(asked.buttons).toEqual(['Vote for Shekinah', 'Vote for Hamoaze']);
    expect(await plymouth.newKinds()).toEqual([]);
    const person = await plymouth.person('Joseph Mensah');
    await plymouth.does({ person, member: 'shekinah' }, agree('P-1'));
    expect((await plymouth.does('Joseph Mensah', agree('P-1'))).why).toBe('chooseCapacity');
    await plymouth.does({ person, member: 'hamoaze' }, object('P-1', 'It leaves out Stonehouse.'));
    const card = await plymouth.card('P-1');
    expect(card.status).toMatch(/^Blocked by Hamoaze; 1 of 9 agreed/);
    expect(card.paragraphs).toContain('Joseph Mensah spoke for Shekinah and Hamoaze: 2 members, one person.');
    const other = await plymouth.does({ person, member: 'harbour' }, agree('P-1'));
    expect(other.reads).toEqual([
      'Nothing was recorded. You do not speak for Harbour.',
      'Rowan Ellis or Sunita Rao can vote for Harbour.',
    ]);
  });

  it('[E89] nobody edits what a member said: not the Alliance Manager, not the operator; only the member says anew', async () => {
    const plymouth = await opened();
    await plymouth.says('Harbour', agree('P-1'));
    await plymouth.news();
    const manager = await plymouth.officer('allianceManager');
    const edit = object('P-1', 'It leaves out Stonehouse.');
    const byManager = await plymouth.does({ ...manager, member: 'harbour' }, edit);
    expect(byManager.reads).toEqual([
      'Nothing was recorded. You are Alliance Manager of the alliance, and an office carries no vote of its own.',
      'Rowan Ellis or Sunita Rao can vote for Harbour.',
    ]);
    const command = {
      kind: 'recordPosition',
      proposal: 'P-1',
      revision: 1,
      position: 'object',
      member: 'harbour',
    } as const;
    const byOperator = await plymouth.clerk().serve({
      alliance: 'PLY',
      command: { ...command, reason: 'As asked.' },
      by: 'operator',
      cause: 'cli-1',
      via: 'cli',
    });
    expect(byOperator).toMatchObject({ kind: 'refused', refusal: { why: 'notByOperator' } });
    expect(await plymouth.newKinds()).toEqual([]);

    const corrected = await plymouth.says('Harbour', edit);
    expect(corrected.wrote).toEqual(['PositionRecorded']);
    const said = (await plymouth.clerk().history('PLY', 'P-1')).filter(({ kind }) => kind === 'PositionRecorded');
    expect(said.map(({ body }) => 'position' in body && body.position)).toEqual(['agree', 'object']);
    expect((await plymouth.card('P-1')).roll['Harbour']).toMatch(/^Objected \(Rowan Ellis/);
  });
});
