import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import type { Fact } from '../../src/alliance/events.js';
import type { PositionKind, TextRef } from '../../src/alliance/names.js';
import type { SaltedText } from '../../src/clerk/ports.js';
import { textRef } from '../../src/alliance/texts.js';
import { openStore } from '../../db/store.js';
import { batchOf, bookOf, due, fact, keep, ledgerColumns as columns } from './books.js';
import { temporaryPath } from './stores.js';

/** The file as somebody with SQL tools has it, with the settings of a plain SQLite rather than ours. */
const asAnyProgram = (path: string): Database.Database => {
  const client = new Database(path);
  client.pragma('recursive_triggers = OFF');
  return client;
};

const written = async (): Promise<{ readonly path: string; readonly seqs: number }> => {
  const path = temporaryPath();
  const store = openStore(path);
  await keep(store, (await bookOf()).write({ names: ['Rowan Tregear', 'Morwenna Pascoe'], cause: 'click' }));
  await store.close();
  return { path, seqs: 3 };
};

const refused = /never updated|ever deleted|must follow the last one|stands in the ledger already|generated column/u;

describe('the ledger as any program finds it', () => {
  const attempts: readonly (readonly [string, string])[] = [
    ['an UPDATE of a body', "UPDATE ledger SET event = '{}' WHERE seq = 2"],
    ['an UPDATE that changes nothing', 'UPDATE ledger SET seq = seq'],
    ['a DELETE of the newest', 'DELETE FROM ledger WHERE seq = 3'],
    ['a DELETE of all', 'DELETE FROM ledger'],
    [
      'an INSERT OR REPLACE over an entry',
      `INSERT OR REPLACE INTO ledger (${columns}) SELECT alliance, seq, 'f', prev, subject, kind, cause, part, at, event FROM ledger WHERE seq = 3`,
    ],
    [
      'an INSERT OR REPLACE that removes another by its cause',
      `INSERT OR REPLACE INTO ledger (${columns}) SELECT alliance, 4, 'f', hash, subject, kind, cause, part, at, event FROM ledger WHERE seq = 3`,
    ],
    [
      'a REPLACE that removes another by its place in the chain',
      `REPLACE INTO ledger (${columns}) SELECT alliance, 4, 'f', prev, subject, kind, 'new', 0, at, event FROM ledger WHERE seq = 3`,
    ],
    ...['rowid', 'oid', '_rowid_'].flatMap((name): [string, string][] => [
      [
        `an INSERT OR REPLACE that removes another by its ${name}`,
        `INSERT OR REPLACE INTO ledger (${name}, ${columns}) SELECT 1, alliance, 4, 'f', hash, subject, kind, 'new', 0, at, event FROM ledger WHERE seq = 3`,
      ],
      [`an UPDATE OR REPLACE of its ${name}`, `UPDATE OR REPLACE ledger SET ${name} = 1 WHERE seq = 2`],
    ]),
    [
      'an upsert',
      `INSERT INTO ledger (${columns}) SELECT ${columns} FROM ledger WHERE seq = 3 ON CONFLICT DO UPDATE SET event = '{}'`,
    ],
    [
      'an entry that leaves a gap',
      `INSERT INTO ledger (${columns}) SELECT alliance, 5, 'f', hash, subject, kind, 'new', 0, at, event FROM ledger WHERE seq = 3`,
    ],
    [
      'a second first entry',
      `INSERT INTO ledger (${columns}) SELECT alliance, 1, 'f', prev, subject, kind, 'new', 0, at, event FROM ledger WHERE seq = 1`,
    ],
    [
      'an entry that follows an older one',
      `INSERT INTO ledger (${columns}) SELECT alliance, 4, 'f', prev, subject, kind, 'new', 0, at, event FROM ledger WHERE seq = 2`,
    ],
  ];
  it.each(attempts)('refuses %s', async (_, statement) => {
    const { path } = await written();
    const client = asAnyProgram(path);
    const before = client.prepare('SELECT * FROM ledger').all();
    expect(() => client.exec(statement)).toThrow(refused);
    expect(client.prepare('SELECT * FROM ledger').all()).toEqual(before);
    client.close();
  });

  const either = (one: string, other: string): string => `CASE WHEN random() % 2 THEN ${one} ELSE ${other} END`;
  it.each([
    ['seq', `${either('4', '2')}, 'new'`],
    ['cause', `4, ${either("'click'", "'new'")}`],
  ])('keeps every entry where what stands for its %s differs each time that it is asked for', async (_, values) => {
    const { path } = await written();
    const client = asAnyProgram(path);
    const hashes = client.prepare<[], string>('SELECT hash FROM ledger ORDER BY seq').pluck();
    const kept = hashes.all();
    const insert = client.prepare(
      `INSERT OR REPLACE INTO ledger (alliance, seq, cause, hash, prev, subject, kind, part, at, event)
       VALUES ('PLY', ${values}, 'f', '${kept.at(-1)}', '', '', 0, '', '')`,
    );
    for (let time = 0; time < 100; time += 1) {
      client.exec('BEGIN');
      try {
        insert.run();
      } catch (thrown) {
        expect(String(thrown)).toMatch(refused);
      }
      expect(hashes.all().slice(0, kept.length)).toEqual(kept);
      client.exec('ROLLBACK');
    }
    client.close();
  });
});

const at = (day: number): string => `2026-04-${String(day).padStart(2, '0')}T09:00:00.000Z`;

const texts = new Map<TextRef, SaltedText>();

const said = (text: string): TextRef => {
  const salt = Buffer.alloc(32, texts.size + 1);
  const ref = textRef(salt, text);
  texts.set(ref, { ref, text, salt: salt.toString('hex') });
  return ref;
};

const revision = (number: number, title: string, day: number): Fact =>
  fact('RevisionOpened', 'P-1', at(day), {
    proposal: 'P-1',
    revision: number,
    title: said(title),
    text: said(`${title}: the text`),
    bestForPeople: said('People get to the drop-in without changing buses.'),
    digest: 'd'.repeat(64),
    deadline: at(day + 7),
    eligible: ['harbour', 'path'],
    rule: { rule: 'unanimous', charterRevision: 1, class: 'routine', minEligible: 2, needsCommissioner: false },
  });

const position = (number: number, member: string, given: PositionKind, day: number): Fact =>
  fact('PositionRecorded', 'P-1', at(day), {
    proposal: 'P-1',
    revision: number,
    edition: 1,
    digest: 'd'.repeat(64),
    member,
    position: given,
    person: 'person:1',
    personName: said('Rowan Tregear'),
    as: 'representative',
    covering: false,
    ...(given === 'object' ? { reason: said('The room has no step-free entrance.') } : {}),
  });

const story: readonly Fact[] = [
  fact('MemberJoined', 'member:harbour', at(1), {
    member: 'harbour',
    organisation: 'harbour',
    name: 'Harbour',
    capacity: 'provider',
    voting: true,
    from: at(1),
  }),
  fact('MemberJoined', 'member:path', at(1), {
    member: 'path',
    organisation: 'path',
    name: 'PATH',
    capacity: 'provider',
    voting: true,
    from: at(1),
  }),
  fact('MemberLeft', 'member:path', at(20), { member: 'path', leftAt: at(20) }),
  fact('ProposalTabled', 'P-1', at(2), {
    proposal: 'P-1',
    class: 'routine',
    proposer: 'person:1',
    proposingFor: 'harbour',
    proposerName: said('Rowan Tregear'),
    title: said('Move the drop-in'),
    text: said('Move the drop-in: the text'),
    bestForPeople: said('People get to the drop-in without changing buses.'),
    opensAt: at(2),
    deadline: at(9),
    discreet: false,
  }),
  revision(1, 'Move the drop-in', 2),
  position(1, 'harbour', 'object', 3),
  revision(2, 'Move the drop-in to the library', 4),
  position(2, 'harbour', 'object', 5),
  position(2, 'harbour', 'agree', 6),
  position(2, 'path', 'agree', 7),
  fact('ProposalAdopted', 'P-1', at(7), {
    proposal: 'P-1',
    revision: 2,
    number: 'PLY-2026-001',
    shadow: false,
    digest: 'd'.repeat(64),
    agreed: ['harbour', 'path'].map((member) => ({
      member,
      name: member,
      position: 'agree' as const,
      person: 'person:1' as const,
      personName: said('Rowan Tregear'),
      as: 'representative' as const,
      at: at(7),
    })),
    tookNoPart: [],
    removedObjections: [],
  }),
];

describe('the views for people with SQL tools', () => {
  const told = async (): Promise<Database.Database> => {
    const path = temporaryPath();
    const store = openStore(path);
    const book = await bookOf();
    await keep(store, book.write());
    const batch = batchOf('PLY', book.head(), story, 'story');
    await keep(store, {
      ...batch,
      texts: [...texts.values()],
      schedule: new Map([['P-2', [due('P-2/r1/reminder', at(15), 'P-2')]]]),
    });
    await store.close();
    return new Database(path, { readonly: true });
  };
  const rows = (client: Database.Database, query: string): unknown => client.prepare(query).raw().all();

  it('say who is a member, what was tabled and how it ended', async () => {
    const client = await told();
    expect(rows(client, 'SELECT alliance, name, practice, seq FROM alliances')).toEqual([
      ['PLY', 'PLY Alliance', 1, 13],
    ]);
    expect(rows(client, 'SELECT member, name, voting, left_at FROM members')).toEqual([
      ['harbour', 'Harbour', 1, null],
      ['path', 'PATH', 1, at(20)],
    ]);
    expect(
      rows(client, 'SELECT proposal, revision, title, proposing_for, deadline, state, ended_at, number FROM proposals'),
    ).toEqual([['P-1', 2, 'Move the drop-in to the library', 'harbour', at(11), 'adopted', at(7), 'PLY-2026-001']]);
    expect(rows(client, 'SELECT number, title, text, decided_at, shadow, agreed, took_no_part FROM decisions')).toEqual(
      [
        [
          'PLY-2026-001',
          'Move the drop-in to the library',
          'Move the drop-in to the library: the text',
          at(7),
          0,
          2,
          0,
        ],
      ],
    );
    client.close();
  });

  it('say how everybody voted, and which of it still stands', async () => {
    const client = await told();
    expect(
      rows(client, 'SELECT revision, member, position, person_name, reason, stands FROM votes ORDER BY seq'),
    ).toEqual([
      [1, 'harbour', 'object', 'Rowan Tregear', 'The room has no step-free entrance.', 0],
      [2, 'harbour', 'object', 'Rowan Tregear', 'The room has no step-free entrance.', 0],
      [2, 'harbour', 'agree', 'Rowan Tregear', null, 1],
      [2, 'path', 'agree', 'Rowan Tregear', null, 1],
    ]);
    expect(rows(client, 'SELECT proposal, step, audience, state, at FROM reminders')).toEqual([
      ['P-2', 'oneWorkingDay', 'harbour', 'planned', at(15)],
    ]);
    client.close();
  });
});
