import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { alliance } from '../cast.js';
import type { Scene } from '../cast.js';
import { convene, order } from '../cast/meetingActs.js';
import { temporaryPath } from './stores.js';

const manager = 'Naomi Clarke';

/** What somebody with SQL tools reads in the file. */
const rows = (path: string, query: string): unknown => {
  const client = new Database(path, { readonly: true });
  const found = client.prepare(query).raw().all();
  client.close();
  return found;
};

const inFile = async (): Promise<{ readonly path: string; readonly plymouth: Scene }> => {
  const path = temporaryPath();
  return { path, plymouth: await alliance('plymouth', { file: path }) };
};

describe('the views of meetings, minutes and actions for people with SQL tools', () => {
  it('say when and where a meeting is, as it was moved, and how it stands', async () => {
    const { path, plymouth } = await inFile();
    const place = 'Council House, room 3';
    const plan = {
      rule: 'FREQ=MONTHLY;BYDAY=2TH;COUNT=2',
      from: '2026-04-02',
      startsAt: '10:00',
      endsAt: '12:00',
      place,
    };
    await plymouth.does(manager, order({ kind: 'conveneSeries', ...plan }));
    const [startsAt, endsAt] = [plymouth.moment('2026-05-21 14:00'), plymouth.moment('2026-05-21 16:00')];
    const moved = { startsAt, endsAt, place: 'The Guildhall', why: 'The room is taken.' };
    await plymouth.does(manager, order({ kind: 'moveMeeting', meeting: 'M-2', ...moved }));
    await plymouth.does(manager, convene(plymouth, '2026-04-30 10:00', '2026-04-30 12:00'));
    await plymouth.does(manager, order({ kind: 'cancelMeeting', meeting: 'M-3', why: 'Nothing to decide.' }));
    plymouth.at('2026-04-09 10:00');
    await plymouth.does(manager, order({ kind: 'startMeeting', meeting: 'M-1' }));
    const started = plymouth.moment('2026-04-09 10:00');
    expect(rows(path, 'SELECT meeting, series, starts_at, place, state, started_at, ended_at FROM meetings')).toEqual([
      ['M-1', 'S-1', started, place, 'in session', started, null],
      ['M-2', 'S-1', startsAt, 'The Guildhall', 'called', null, null],
      ['M-3', null, plymouth.moment('2026-04-30 10:00'), null, 'cancelled', null, null],
    ]);
  });

  it('say which versions of minutes went round, who of how many accepted them, and what became of them', async () => {
    const { path, plymouth } = await inFile();
    await plymouth.does(manager, convene(plymouth, '2026-04-30 10:00', '2026-04-30 12:00'));
    plymouth.at('2026-04-30 10:00');
    await plymouth.does(manager, order({ kind: 'startMeeting', meeting: 'M-1' }));
    for (const name of ['Harbour', 'PATH']) {
      const { person } = await plymouth.representativeOf(name);
      await plymouth.does({ person }, order({ kind: 'recordAttendance', meeting: 'M-1', mode: 'room' }));
    }
    await plymouth.does(manager, order({ kind: 'takeNote', meeting: 'M-1', as: 'note', text: 'The roof leaks.' }));
    await plymouth.does(manager, order({ kind: 'endMeeting', meeting: 'M-1' }));
    expect(rows(path, 'SELECT * FROM minutes')).toEqual([]);
    const circulate = order({ kind: 'circulateMinutes', meeting: 'M-1' });
    await plymouth.does(manager, circulate);
    const ask = {
      kind: 'requestCorrection',
      meeting: 'M-1',
      version: 1,
      line: 1,
      text: 'The roof leaks again.',
    } as const;
    await plymouth.says('PATH', order(ask));
    await plymouth.does(
      manager,
      order({ kind: 'answerCorrection', meeting: 'M-1', correction: 1, answer: 'accepted' }),
    );
    await plymouth.does(manager, circulate);
    await plymouth.says('PATH', order({ kind: 'acceptMinutes', meeting: 'M-1', version: 2 }));
    const read = 'SELECT version, asked, accepted, state FROM minutes ORDER BY version';
    expect(rows(path, read)).toEqual([
      [1, 2, 0, 'replaced'],
      [2, 2, 1, 'out for acceptance'],
    ]);
    await plymouth.says('Harbour', order({ kind: 'acceptMinutes', meeting: 'M-1', version: 2 }));
    expect(rows(path, `${read} LIMIT 1 OFFSET 1`)).toEqual([[2, 2, 2, 'agreed, to be confirmed']]);
    await plymouth.does(manager, order({ kind: 'confirmMinutes', meeting: 'M-1', version: 2 }));
    expect(rows(path, `${read} LIMIT 1 OFFSET 1`)).toEqual([[2, 2, 2, 'confirmed']]);
  });

  it('say who owns an action, when it is due and was due first, and how it stands', async () => {
    const { path, plymouth } = await inFile();
    const rowan = await plymouth.person('Rowan Ellis');
    const kieran = await plymouth.person('Kieran Doyle');
    const record = { kind: 'recordAction', text: 'Ask for three offers', owner: rowan, due: '2026-04-24' } as const;
    await plymouth.does(manager, order(record));
    await plymouth.does(manager, order({ ...record, text: 'Book the room' }));
    await plymouth.does('Rowan Ellis', order({ kind: 'acceptAction', action: 'A-2' }));
    await plymouth.does(
      'Rowan Ellis',
      order({ kind: 'updateAction', action: 'A-2', state: 'blocked', note: 'No key.' }),
    );
    await plymouth.does(
      'Rowan Ellis',
      order({ kind: 'putOffAction', action: 'A-2', due: '2026-05-29', reason: 'No key.' }),
    );
    await plymouth.does(
      manager,
      order({ kind: 'transferAction', action: 'A-2', owner: kieran, reason: 'He has the key.' }),
    );
    const read = 'SELECT action, text, owner, due, first_due, slips, state FROM actions';
    expect(rows(path, read)).toEqual([
      ['A-1', 'Ask for three offers', rowan, '2026-04-24', '2026-04-24', 0, 'proposed'],
      ['A-2', 'Book the room', kieran, '2026-05-29', '2026-04-24', 1, 'blocked'],
    ]);
    await plymouth.does('Kieran Doyle', order({ kind: 'claimAction', action: 'A-2', evidence: 'Booked.' }));
    await plymouth.does(manager, order({ kind: 'closeAction', action: 'A-2' }));
    await plymouth.does(manager, order({ kind: 'cancelAction', action: 'A-1', reason: 'One offer will do.' }));
    expect(rows(path, 'SELECT action, state FROM actions')).toEqual([
      ['A-1', 'cancelled'],
      ['A-2', 'closed'],
    ]);
  });
});
