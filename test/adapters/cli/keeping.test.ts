import Database from 'better-sqlite3';
import { createHash } from 'node:crypto';
import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { keysBeside } from '../../../db/keyring.js';
import { asCsv } from '../../../adapters/cli/csv.js';
import { canonical } from '../../../src/ledger/canonical.js';
import { forgeAdoption } from './forging.js';
import { proposed, withClerk, workplace } from './desk.js';

const place = workplace();
const { run, folder, record } = place;
const fileCalled = (name: string): string => join(folder, name);

beforeAll(async () => {
  const charter = readFileSync(fileCalled('examples/plymouth.charter.yaml'), 'utf8');
  writeFileSync(fileCalled('ours.yaml'), charter.replace('name: Livewest, capacity', 'name: "=Livewest", capacity'));
  await run('found', 'ours.yaml');
  await withClerk(record, async (clerk) => {
    await proposed(clerk, 'Move the Thursday session', 9);
    await proposed(clerk, 'Open on Saturdays', 8);
  });
  await run('found', 'examples/lwn.charter.yaml', '--practice');
});

describe('verifying', () => {
  it('proves the record and the practice books, naming both files, and ends with a clear sentence', async () => {
    const { code, out } = await run('verify');
    expect(code).toBe(0);
    expect(out).toContain('PLY  Plymouth Alliance: ');
    expect(out).toContain('LWN  Living Well Network Alliance (PRACTICE): ');
    expect(out).toMatch(
      /\nVERIFIED\. 2 books in \.\/data\/roundtable\.db and \.\/data\/playground\.db, \d+ entries: nothing was changed, every head is signed, and the one adoption was earned\.\n$/,
    );
  });

  it('[F11] exits 1 and names the entry whose words were changed', async () => {
    const { code, out, err } = await altered(
      "UPDATE ledger SET event = replace(event, 'agree', 'objec') WHERE seq = 70",
    );
    expect(code).toBe(1);
    expect(out).toContain('entry 70 was altered after it was written');
    expect(out).not.toContain('VERIFIED.');
    expect(err).toMatch(
      /^NOT VERIFIED\. The first bad entry of PLY in altered-\d\.db is 70: .* Keep the file as it is/,
    );
  });

  it('[F12] exits 1 when the newest entry was taken away', async () => {
    const { code, err } = await altered('DELETE FROM ledger WHERE seq = (SELECT max(seq) FROM ledger)');
    expect(code).toBe(1);
    expect(err).toMatch(/^NOT VERIFIED\. /);
  });

  it('[F11] exits 1 when the words behind a commitment were changed', async () => {
    const { code, out, err } = await altered(
      "UPDATE texts SET text = 'Open on Sundays' WHERE text = 'Open on Saturdays'",
    );
    expect(code).toBe(1);
    expect(out).toMatch(/PLY: the text text:[0-9a-f]{64} was altered/);
    expect(err).toMatch(/^NOT VERIFIED\. In altered-\d\.db, PLY: the text/);
  });

  it('exits 1 when words were taken away and no entry says so', async () => {
    const { code, err } = await altered("DELETE FROM texts WHERE text = 'Open on Saturdays'");
    expect(code).toBe(1);
    expect(err).toMatch(/PLY: 1 text behind its entries is gone, and no entry says why\./);
  });

  it('exits 1 for an adoption that was not earned, though the host signed it with the key of the book', async () => {
    const forged = fileCalled('data/forged.db');
    await run('backup', forged);
    mkdirSync(keysBeside(forged)!, { recursive: true });
    copyFileSync(join(keysBeside(record)!, 'PLY.key'), join(keysBeside(forged)!, 'PLY.key'));
    await forgeAdoption(forged);
    const { code, out, err } = await run('verify', 'PLY', '--database', forged);
    expect(code).toBe(1);
    expect(out).toContain('Adopted only when every eligible member has agreed');
    expect(err).toMatch(/^NOT VERIFIED\. The first bad entry of PLY in \S+forged\.db is \d+: /);
  });
});

describe('verifying a book that was written anew from its first entry', () => {
  it('exits 1 where the key of the book is kept, although chain, signatures and outcomes are in order', async () => {
    const anew = fileCalled('data/anew.db');
    await run('found', 'ours.yaml', '--database', anew);
    expect((await run('verify', '--database', anew)).code).toBe(0);
    copyFileSync(join(keysBeside(record)!, 'PLY.key'), join(keysBeside(anew)!, 'PLY.key'));
    const { code, err } = await run('verify', '--database', anew);
    expect(code).toBe(1);
    expect(err).toMatch(
      /^NOT VERIFIED\. In \S+anew\.db, PLY: the book names no key that is kept for it in \S+anew: it may have been written anew/,
    );
  });
});

describe('rotating a key', () => {
  it('goes on under a new key, proven before and after, and keeps the earlier one', async () => {
    const file = await withKey('rotated.db');
    const first = await run('rotate-key', 'PLY', '--database', file);
    expect(first).toMatchObject({ code: 0, err: '' });
    expect(first.out).toMatch(
      /^Plymouth Alliance \(PLY\) has a new signing key, named in entry \d+ of its book\.\n\nIt is in \S+rotated, beside the earlier one\. Copy that folder/,
    );
    expect((await run('rotate-key', 'PLY', '--database', file)).code).toBe(0);
    await withClerk(file, (clerk) => proposed(clerk, 'After the rotation', 9));
    expect(readdirSync(keysBeside(file)!)).toHaveLength(3);
    expect(await run('verify', '--database', file)).toMatchObject({ code: 0, err: '' });
    expect((await run('show', 'PLY', '--database', file)).out).toContain('signed by the key of the book');
  });

  it('is refused while a server runs, for an alliance that is not there, and where the key is not', async () => {
    const file = await withKey('kept.db');
    await withClerk(file, async () => {
      expect((await run('rotate-key', 'PLY', '--database', file)).err).toMatch(/kept\.db is in use by a Roundtable/);
    });
    expect((await run('rotate-key', 'NONE', '--database', file)).err).toMatch(
      /^There is no alliance "NONE" in this file/,
    );
    rmSync(join(keysBeside(file)!, 'PLY.key'));
    const { code, err } = await run('rotate-key', 'PLY', '--database', file);
    expect(code).toBe(2);
    expect(err).toMatch(/^The private key of PLY is not here \(neither .* put it back from the safe copy of the keys/);
    expect((await run('verify', '--database', file)).code).toBe(0);
  });
});

describe('exporting', () => {
  it('writes JSON that proves itself: every hash and commitment can be worked out again', async () => {
    const book = JSON.parse((await run('export', 'PLY')).out) as {
      practice: boolean;
      head: { seq: number; hash: string };
      entries: readonly { hash: string; entry: { seq: number; prev: string } }[];
      texts: readonly { ref: string; text: string; salt: string }[];
    };
    let prev = '0'.repeat(64);
    for (const { hash, entry } of book.entries) {
      expect(entry.prev).toBe(prev);
      expect(
        createHash('sha256')
          .update(`roundtable/entry/1\n${canonical(entry)}`)
          .digest('hex'),
      ).toBe(hash);
      prev = hash;
    }
    expect(book).toMatchObject({ practice: false, head: { seq: book.entries.length, hash: prev } });
    expect(book.texts.map(({ text }) => text)).toContain('Rowan Ellis');
    for (const { ref, text, salt } of book.texts) {
      expect(`text:${createHash('sha256').update(Buffer.from(salt, 'hex')).update(text).digest('hex')}`).toBe(ref);
    }
  });

  it('[F46] writes CSV in which nothing is a formula', async () => {
    const { out } = await run('export', 'PLY', '--format', 'csv');
    expect(out.split('\r\n')[0]).toBe(
      '\uFEFF"alliance","practice","entry","at","subject","kind","by","for","via","says","texts","hash"',
    );
    expect(out).toContain(`,"'=Livewest","web","'=Livewest agreed to revision 1`);
    expect(out).toContain('title: Move the Thursday session');
    expect(out).not.toMatch(/(^|,|\n)"\s*[=+@\t-]/);
  });

  it.each(['=cmd', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', '  =1', '＝1', '\u200B=1'])(
    '[F46] a cell that begins with %j begins with an apostrophe',
    (text) => expect(asCsv([[text]])).toBe(`\uFEFF"'${text}"\r\n`),
  );

  it('says PRACTICE in whatever leaves a practice book', async () => {
    expect((await run('export', 'LWN', '--practice', '-f', 'csv')).out).toContain('"LWN","PRACTICE","1"');
    expect(JSON.parse((await run('export', 'LWN', '--practice')).out)).toMatchObject({
      practice: true,
      notice: 'PRACTICE. Nothing here is a real decision.',
    });
  });

  it('[F46] names its own file in a folder and never replaces one', async () => {
    mkdirSync(fileCalled('out'));
    expect((await run('export', 'PLY', '-f', 'csv', '--out', 'out')).out).toBe('Wrote out/PLY.csv.\n');
    const again = await run('export', 'PLY', '-f', 'csv', '--out', 'out/PLY.csv');
    const says = 'out/PLY.csv is there already, and an export never replaces a file: name another.\n';
    expect(again).toEqual({ code: 2, out: '', err: says });
    expect((await run('export', '../PLY', '--out', 'out')).code).toBe(2);
    expect(readdirSync(fileCalled('out'))).toEqual(['PLY.csv']);
  });
});

describe('backing up and restoring', () => {
  it('puts the backup back, keeps what it replaced, and both verify', async () => {
    const backedUp = await run('backup', 'monday.db');
    expect(backedUp.out).toMatch(
      /^Backed up \S+ to \S+monday\.db: PLY up to entry \d+ \(\d+ KB\)\. The copy was checked/,
    );
    await withClerk(record, (clerk) => proposed(clerk, 'After the backup', 0));
    const restored = await run('restore', 'monday.db');
    expect(restored).toMatchObject({ code: 0, err: '' });
    const kept = /is kept as (\S+)\.\n/.exec(restored.out)?.[1] ?? '';
    expect((await run('proposals', 'PLY')).out).not.toContain('After the backup');
    expect((await run('proposals', 'PLY', '--database', kept)).out).toContain('After the backup');
    expect((await run('verify', '--database', record)).code).toBe(0);
  });

  it('never replaces a file by a backup', async () => {
    await run('backup', 'tuesday.db');
    const before = readFileSync(fileCalled('tuesday.db'));
    const { code, err } = await run('backup', 'tuesday.db');
    expect(code).toBe(2);
    expect(err).toMatch(/tuesday\.db exists already, and a backup never replaces a file: name another one\.\n$/);
    expect(readFileSync(fileCalled('tuesday.db')).equals(before)).toBe(true);
  });

  it('[F13] refuses a damaged backup and leaves the record as it was', async () => {
    writeFileSync(fileCalled('damaged.db'), 'not a database at all');
    const { code, err } = await run('restore', 'damaged.db');
    expect(code).toBe(2);
    expect(err.trim().split('\n')).toHaveLength(1);
    expect((await run('verify', '--database', record)).code).toBe(0);
  });

  it('[F14] while a server runs, reads and backs up, and refuses to found or restore', async () => {
    await withClerk(record, async () => {
      const inUse =
        /data\/roundtable\.db is in use by a Roundtable that is running: stop it first, or use that one\.\n$/;
      for (const words of [
        ['found', 'examples/ipsa.charter.yaml'],
        ['restore', 'monday.db'],
      ]) {
        const { code, err } = await run(...words);
        expect(code).toBe(2);
        expect(err).toMatch(inUse);
      }
      expect((await run('show', 'PLY')).code).toBe(0);
      expect((await run('verify')).code).toBe(0);
      expect((await run('backup', 'busy.db')).code).toBe(0);
    });
    expect(existsSync(fileCalled('busy.db'))).toBe(true);
  });
});

/** A copy of the record with its key beside it, for a test that changes the key. */
const withKey = async (name: string): Promise<string> => {
  const file = fileCalled(`data/${name}`);
  await run('backup', file);
  mkdirSync(keysBeside(file)!, { recursive: true });
  copyFileSync(join(keysBeside(record)!, 'PLY.key'), join(keysBeside(file)!, 'PLY.key'));
  return file;
};

let copies = 0;

/** What `verify` says of a copy of the record after somebody with SQL tools had it, and took the triggers away first. */
const altered = async (sql: string) => {
  const name = `altered-${(copies += 1)}.db`;
  await run('backup', name);
  const client = new Database(fileCalled(name));
  const triggers = client.prepare("SELECT name FROM sqlite_schema WHERE type = 'trigger'").pluck().all() as string[];
  for (const trigger of triggers) client.exec(`DROP TRIGGER "${trigger}"`);
  expect(client.prepare(sql).run().changes).toBe(1);
  client.close();
  return run('verify', '--database', name);
};
