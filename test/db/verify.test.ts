import { closeSync, openSync, readFileSync, writeSync } from 'node:fs';
import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { openStore } from '../../db/store.js';
import { integrityCheck } from '../../db/verify.js';
import { bookOf, keep } from './books.js';
import { temporaryPath } from './stores.js';

/** A record of two books, carried over into one file. */
const recorded = async (): Promise<string> => {
  const path = temporaryPath();
  const [store, plymouth, ipsa] = [openStore(path), await bookOf('PLY'), await bookOf('IPSA')];
  await keep(store, plymouth.write(), ipsa.write());
  for (let page = 0; page < 4; page += 1)
    await keep(store, plymouth.write({ names: ['Rowan Tregear', 'Jory Hocking'] }));
  await store.close();
  return path;
};

/** What somebody does who takes the triggers away first. */
const tamper = (path: string, ...statements: readonly string[]): void => {
  const client = new Database(path);
  for (const trigger of ['ledger_never_updated', 'ledger_never_deleted', 'ledger_only_continued']) {
    client.exec(`DROP TRIGGER ${trigger}`);
  }
  for (const statement of statements) client.exec(statement);
  client.close();
};

const found = async (path: string): Promise<readonly string[]> =>
  (await integrityCheck(path)).map(({ alliance, what }) => `${alliance ?? 'file'}: ${what}`);

/** Changes the byte `at` places after the first place where the text stands, or the byte at that number. */
const flip = (path: string, place: string | number, at = 0): void => {
  const bytes = readFileSync(path);
  const start = typeof place === 'number' ? place : bytes.indexOf(place);
  if (start < 0) throw new Error(`${place} is not in the file`);
  const file = openSync(path, 'r+');
  writeSync(file, Buffer.from([bytes[start + at]! ^ 0x01]), 0, 1, start + at);
  closeSync(file);
};

/** What a flipped byte leads to: the flaws that are named, or the sentence with which the file is refused. */
const foundAfterFlip = async (place: (path: string) => string | number, at = 0): Promise<string> => {
  const path = await recorded();
  flip(path, place(path), at);
  return found(path).then(
    (flaws) => flaws.join('; '),
    (thrown: unknown) => String(thrown),
  );
};

const ask = (path: string, query: string): unknown => {
  const client = new Database(path, { readonly: true });
  const answer = client.prepare(query).pluck().get();
  client.close();
  return answer;
};

describe('verification', () => {
  it('finds nothing in a whole record, also while a server writes in it', async () => {
    const path = await recorded();
    expect(await integrityCheck(path)).toEqual([]);
    const store = openStore(path);
    await keep(store, (await bookOf('LWN')).write());
    expect(await integrityCheck(path)).toEqual([]);
    await store.close();
  });

  it('[F11] finds one flipped byte in the body of an entry, and says in which', async () => {
    const body = (path: string): string =>
      String(ask(path, "SELECT event FROM ledger WHERE alliance = 'PLY' AND seq = 5"));
    expect(await foundAfterFlip(body, 8)).toContain('PLY: entry 5 was altered after it was written');
  });

  it('[F11] finds one flipped byte in a hash', async () => {
    const hash = (path: string): string =>
      String(ask(path, "SELECT hash FROM ledger WHERE alliance = 'PLY' AND seq = 10"));
    expect(await foundAfterFlip(hash, 63)).toMatch(
      /PLY: entry 10 (was altered after it was written|is not the one that was signed)/,
    );
  });

  it('[F11] finds one flipped byte in a page of an index', async () => {
    const page = (path: string): number =>
      (Number(ask(path, "SELECT rootpage FROM sqlite_schema WHERE name = 'ledger_cause'")) - 1) * 4096;
    // A key of the index, not its free space: the last bytes of the page.
    expect(await foundAfterFlip(page, 4096 - 4)).toMatch(/file: the file is damaged: .*(ledger_cause|row)/);
  });

  it.each([0, 20, 31, 47, 71, 100, 103])('[F11] finds a flipped bit at byte %i of the header', async (byte) => {
    expect(await foundAfterFlip(() => byte)).toMatch(/StoreRefused: |file: the file is damaged/);
  });

  it('finds a text that is not the one that was committed to', async () => {
    const path = await recorded();
    tamper(path, "UPDATE texts SET text = 'Somebody Else' WHERE rowid = 1");
    expect(await found(path)).toEqual([expect.stringMatching(/^PLY: the text text:[0-9a-f]{64} was altered$/)]);
  });

  it.each([
    [
      'the newest entry is deleted',
      "DELETE FROM ledger WHERE alliance = 'PLY' AND seq = 10",
      'entry 10 is missing at the end of the book',
    ],
    [
      'the last three are',
      "DELETE FROM ledger WHERE alliance = 'PLY' AND seq > 7",
      'entries 8 to 10 are missing at the end of the book',
    ],
    ['one in the middle is', "DELETE FROM ledger WHERE alliance = 'PLY' AND seq = 4", 'entry 4 is missing'],
    [
      'a whole book is',
      "DELETE FROM ledger WHERE alliance = 'PLY'",
      'entries 1 to 10 are missing at the end of the book',
    ],
    [
      'a column is changed and the entry is not',
      "UPDATE ledger SET kind = 'X' WHERE alliance = 'PLY' AND seq = 3",
      'entry 3: column kind differs from the entry',
    ],
    ['the signed head is', "DELETE FROM heads WHERE alliance = 'PLY'", 'the signed head of the book is missing'],
    [
      'an entry is added without one',
      "INSERT INTO ledger SELECT alliance, 11, 'f', hash, subject, kind, 'x', 0, at, event FROM ledger WHERE alliance = 'PLY' AND seq = 10",
      'entry 11 was altered after it was written',
    ],
  ])('[F12] says which entry it is when %s by SQL', async (_, statement, sentence) => {
    const path = await recorded();
    tamper(path, statement);
    expect(await found(path)).toEqual([`PLY: ${sentence}`]);
  });

  it('[F12] says which entry it is when two are swapped', async () => {
    const path = await recorded();
    const swap = (from: number, to: number): string =>
      `UPDATE ledger SET seq = ${to} WHERE alliance = 'PLY' AND seq = ${from}`;
    tamper(path, swap(4, 99), swap(6, 4), swap(99, 6));
    expect(await found(path)).toEqual(['PLY: entry 4 does not follow entry 3']);
  });

  it('refuses a file that is not there', async () => {
    await expect(integrityCheck(temporaryPath())).rejects.toThrow(/There is no record at/);
  });
});
