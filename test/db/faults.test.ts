import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { appendTo } from '../../db/append.js';
import { openDatabase } from '../../db/open.js';
import { prepareStatements, type Statements } from '../../db/statements.js';
import { flawsOf } from '../../db/verify.js';
import { bookOf, due } from './books.js';
import { disksCanFail, onFaultyDisk } from './faultyDisk.js';
import type { Attempted } from './faultyDiskScenarios.js';
import { temporaryPath } from './stores.js';

const rejectedOf = (attempts: readonly Attempted[]) => attempts.filter(({ answer }) => answer !== 'appended');

describe.skipIf(!disksCanFail)('a disk that fails', () => {
  it('[F6] fails the nth write or flush of an append: acknowledged and there, or neither, and the next one works', async () => {
    const { outcome } = await onFaultyDisk('nthCall');
    expect(rejectedOf(outcome.attempts).length).toBeGreaterThan(10);
    expect(outcome.attempts.filter(({ answer, present }) => (answer === 'appended') !== present)).toEqual([]);
    expect(outcome.attempts.at(-1)?.answer).toBe('appended');
    expect(outcome).toMatchObject({ lost: [], invented: [], flaws: [] });
  });

  it('[F6] fails everything from the nth write on: an act that was rejected and is repeated stands once', async () => {
    const { outcome } = await onFaultyDisk('repeatedAct');
    expect(outcome.rounds.map(({ first }) => first)).toEqual(
      outcome.rounds.map(() => expect.stringMatching(/^SQLITE_IOERR_(WRITE|FSYNC)$/) as string),
    );
    expect(outcome.rounds.filter(({ again }) => again !== 'appended' && again !== 'seen')).toEqual([]);
    expect(outcome.rounds.map(({ entries }) => entries)).toEqual(outcome.rounds.map(() => 1));
    expect(outcome.flaws).toEqual([]);
  });

  it('[F7] fails one flush: nothing is acknowledged on a connection whose flush failed', async () => {
    const { outcome, log } = await onFaultyDisk('nthFlush');
    expect(rejectedOf(outcome.attempts).map(({ answer }) => answer)).toContain('SQLITE_IOERR_FSYNC');
    expect(outcome).toMatchObject({ lost: [], invented: [], flaws: [] });
    const failed = log.findIndex((line) => line === 'flush roundtable.db-wal failed');
    expect(failed).toBeGreaterThan(-1);
    const after = log.slice(failed + 1);
    expect(after).toContain('open roundtable.db ');
    // The file is opened again before anything of it is flushed.
    expect(after.indexOf('open roundtable.db ')).toBeLessThan(after.indexOf('flush roundtable.db-wal done'));
  });

  it('[F6] [F7] fails the nth call of an act that is committed in place: the thread goes on, and nothing is lost', async () => {
    const { outcome } = await onFaultyDisk('nthCallInABurst');
    expect(rejectedOf(outcome.attempts).length).toBeGreaterThan(10);
    expect(outcome.attempts.filter(({ answer, present }) => (answer === 'appended') !== present)).toEqual([]);
    expect(outcome).toMatchObject({ lost: [], invented: [], flaws: [] });
  });

  it('[F8] has no more room from the nth write on: nothing is acknowledged, and later the same store goes on', async () => {
    const { outcome } = await onFaultyDisk('noSpace');
    expect(new Set(rejectedOf(outcome.attempts).map(({ answer }) => answer))).toEqual(new Set(['SQLITE_FULL']));
    expect(rejectedOf(outcome.attempts).filter(({ present }) => present)).toEqual([]);
    expect(outcome).toMatchObject({ lost: [], invented: [], flaws: [] });
  });

  it('[F20] does not answer a flush: others read meanwhile, and the act and its repetition are one', async () => {
    const { outcome } = await onFaultyDisk('heldFlush');
    expect(outcome).toEqual([
      'read 2 entries',
      'alliances 1',
      'released',
      'first appended',
      'again seen',
      'read 3 entries',
    ]);
  });
});

/** The same statements, of which the nth to run fails. */
const failing = (
  statements: Statements,
  nth: number,
): { readonly statements: Statements; readonly met: () => boolean } => {
  let ran = 0;
  const counted = Object.fromEntries(
    Object.entries(statements).map(([name, statement]) => [
      name,
      new Proxy(statement, {
        get: (target, property) => {
          const member: unknown = Reflect.get(target, property);
          if (typeof member !== 'function') return member;
          return (...given: unknown[]): unknown => {
            ran += 1;
            if (ran === nth) throw new Database.SqliteError('database or disk is full', 'SQLITE_FULL');
            return Reflect.apply(member, target, given);
          };
        },
      }),
    ]),
  ) as unknown as Statements;
  return { statements: counted, met: () => ran >= nth };
};

describe('a transaction of which a statement fails', () => {
  it('[F6] leaves nothing behind, whichever statement it is, and the same batches can be appended then', async () => {
    const client = openDatabase(temporaryPath());
    const statements = prepareStatements(client);
    const [plymouth, ipsa] = [await bookOf('PLY'), await bookOf('IPSA')];
    const batches = [
      { ...plymouth.write({ schedule: [['P-1', [due('a', '2026-04-09T16:00:00.000Z')]]] }) },
      ipsa.write({ names: ['Morwenna Pascoe', 'Jory Hocking'] }),
    ];
    const rows = (): readonly unknown[] =>
      ['ledger', 'texts', 'heads', 'schedule'].map((table) =>
        client.prepare(`SELECT COUNT(*) FROM ${table}`).pluck().get(),
      );
    let failures = 0;
    for (let nth = 1; ; nth += 1) {
      const { statements: some, met } = failing(statements, nth);
      if (nth > 1_000) throw new Error('no end of statements');
      try {
        appendTo(client, some)(batches);
        expect(met()).toBe(false);
        break;
      } catch (thrown) {
        expect(thrown).toMatchObject({ code: 'SQLITE_FULL' });
        expect(rows()).toEqual([0, 0, 0, 0]);
        failures += 1;
      }
    }
    expect(failures).toBeGreaterThan(15);
    expect(rows()).toEqual([5, 3, 2, 1]);
    expect(await flawsOf(client)).toEqual([]);
    client.close();
  });

  it('[F8] says that the file may not grow, keeps answering reads, and goes on when it may', async () => {
    const client = openDatabase(temporaryPath());
    const append = appendTo(client, prepareStatements(client));
    const book = await bookOf();
    append([book.write()]);
    const pages = client.pragma('page_count', { simple: true }) as number;
    client.pragma(`max_page_count = ${pages + 2}`);
    const long = book.write({ names: Array.from({ length: 200 }, (_, index) => `Person ${index}`) });
    expect(() => append([long])).toThrow(expect.objectContaining({ code: 'SQLITE_FULL' }) as Error);
    expect(client.prepare('SELECT MAX(seq) FROM ledger').pluck().get()).toBe(2);
    client.pragma('max_page_count = 100000');
    expect(append([long])).toEqual([{ kind: 'appended' }]);
    expect(await flawsOf(client)).toEqual([]);
    client.close();
  });
});
