import { describe, expect, it } from 'vitest';
import { isOverdue } from '../../../src/alliance/actions/actionDesk.js';
import type { CommandOf } from '../../../src/alliance/commands.js';
import { alliance, plainly, the } from '../../cast.js';
import type { Scene } from '../../cast.js';
import { order } from '../../cast/meetingActs.js';

const record = (
  scene: Scene,
  owner: `person:${number}`,
  more: Partial<CommandOf<'recordAction'>> = {},
): Promise<Awaited<ReturnType<Scene['does']>>> =>
  scene.does(
    'Naomi Clarke',
    order({ kind: 'recordAction', text: 'Ask for three offers.', owner, due: '2026-04-17', ...more }),
  );

const owned = async (
  setting: Parameters<typeof alliance>[1] = {},
): Promise<{ readonly plymouth: Scene; readonly owner: `person:${number}` }> => {
  const plymouth = await alliance('plymouth', setting);
  const { person: owner } = await plymouth.deputyOf('Harbour');
  await record(plymouth, owner);
  return { plymouth, owner };
};

describe('an action', () => {
  it('is proposed until its owner takes it on, and closed with evidence', async () => {
    const { plymouth, owner } = await owned({ charter: ({ meetings: _own, ...usual }) => usual });
    const status = async () => (await plymouth.now()).actions.get('A-1')!.status;
    expect(await status()).toBe('proposed');
    const other = await plymouth.says('PATH', order({ kind: 'acceptAction', action: 'A-1' }));
    expect(other.reads[0]).toBe('Nothing was recorded. An action is taken on by its owner.');
    await plymouth.does({ person: owner }, order({ kind: 'acceptAction', action: 'A-1' }));
    expect(await status()).toBe('open');
    const done = await plymouth.does(
      { person: owner },
      order({ kind: 'claimAction', action: 'A-1', evidence: 'The offers are in the folder.' }),
    );
    expect(done.wrote).toEqual(['ActionClaimed', 'ActionClosed']);
    expect((await plymouth.does('Naomi Clarke', order({ kind: 'closeAction', action: 'A-1' }))).why).toBe(
      'actionIsOver',
    );
  });

  it('is closed by an officer where the standing orders say so, and can be sent back', async () => {
    const { plymouth, owner } = await owned();
    const claims = order({ kind: 'claimAction', action: 'A-1', evidence: 'The offers are in the folder.' });
    const closes = order({ kind: 'closeAction', action: 'A-1' });
    expect((await plymouth.does({ person: owner }, claims)).wrote).toEqual(['ActionClaimed']);
    expect((await plymouth.does({ person: owner }, closes)).why).toBe('mayNot');
    const reason = 'There are only two offers.';
    const back = await plymouth.does('Naomi Clarke', order({ kind: 'returnAction', action: 'A-1', reason }));
    expect(back.wrote).toEqual(['ActionReturned']);
    await plymouth.does({ person: owner }, claims);
    expect((await plymouth.does('Naomi Clarke', closes)).wrote).toEqual(['ActionClosed']);
  });

  it('that is put off keeps its first date and counts its slips', async () => {
    const { plymouth, owner } = await owned();
    const later = (due: string) => order({ kind: 'putOffAction', action: 'A-1', due, reason: 'Two are away.' });
    expect((await plymouth.does({ person: owner }, later('2026-04-17'))).why).toBe('dueNotLater');
    const off = await plymouth.does({ person: owner }, later('2026-04-24'));
    expect(off.reads).toContain(
      'Sunita Rao put off A-1 from Fri 17 Apr 2026 to Fri 24 Apr 2026, slip 1: “Two are away.”',
    );
    const action = (await plymouth.now()).actions.get('A-1')!;
    expect([action.first.due, action.due, action.slips]).toEqual(['2026-04-17', '2026-04-24', 1]);
  });

  it('[E76] whose owner leaves needs an owner, and falls to the representative of the member', async () => {
    const { plymouth, owner } = await owned();
    const ended = await plymouth.does(
      'Naomi Clarke',
      plainly({ kind: 'endAppointment', person: owner, member: 'harbour', as: 'deputy' }),
    );
    expect(ended.wrote).toEqual(['AppointmentEnded', 'ActionNeedsOwner']);
    expect(ended.reads).toContain(
      'A-1 needs an owner, because its owner acts for the member no more; it falls to Rowan Ellis until then.',
    );
    const given = await plymouth.says(
      'Harbour',
      order({
        kind: 'transferAction',
        action: 'A-1',
        owner: (await plymouth.representativeOf('Harbour')).person,
        reason: 'I take it over.',
      }),
    );
    expect(given.why).toBeNull();
    const gone = await plymouth.does('Naomi Clarke', plainly({ kind: 'recordDeparture', member: 'harbour' }));
    expect(the('ActionNeedsOwner', gone.entries)).toEqual({ action: 'A-1', because: 'memberLeft' });
  });

  it('[E77] due on a bank holiday is not overdue until the next working day ends', async () => {
    const plymouth = await alliance('plymouth');
    const { person } = await plymouth.representativeOf('Harbour');
    await record(plymouth, person, { due: '2026-04-06' });
    const overdue = async (): Promise<boolean> => {
      const view = await plymouth.view();
      return isOverdue(view.alliance, view.alliance.actions.get('A-1')!, view.now);
    };
    plymouth.at('2026-04-06 23:59');
    expect(await overdue()).toBe(false);
    plymouth.at('2026-04-07 17:00');
    expect(await overdue()).toBe(false);
    plymouth.at('2026-04-07 17:01');
    expect(await overdue()).toBe(true);
  });

  it('has an owner who acts for a member or holds an office, and a date to come', async () => {
    const plymouth = await alliance('plymouth');
    const { person } = await plymouth.representativeOf('Harbour');
    expect((await record(plymouth, person, { due: '2026-03-31' })).reads[0]).toBe(
      'Nothing was recorded. The due date lies in the past.',
    );
    expect((await record(plymouth, person, { due: '2026-02-30' })).why).toBe('notAnInstant');
    expect((await record(plymouth, 'person:999')).why).toBe('noSuchPerson');
    expect((await record(plymouth, await plymouth.person('Naomi Clarke'))).wrote).toEqual(['ActionRecorded']);
  });
});
