import { copyFileSync, existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { backup } from '../../db/backup.js';
import { openDatabase } from '../../db/open.js';
import { restore } from '../../db/restore.js';
import { openStore } from '../../db/store.js';
import { integrityCheck } from '../../db/verify.js';
import { bookOf, keep } from './books.js';
import { laterMigrations } from './laterRelease.js';
import { temporaryFolder, temporaryPath, temporaryThreadStore } from './stores.js';

const recorded = async (code = 'PLY', pages = 3): Promise<string> => {
  const path = temporaryPath();
  const [store, book] = [openStore(path), await bookOf(code)];
  for (let page = 0; page < pages; page += 1) await keep(store, book.write());
  await store.close();
  return path;
};

const codesIn = async (path: string): Promise<readonly string[]> => {
  const store = openStore(path);
  const codes = (await store.alliances()).map(({ code }) => code);
  await store.close();
  return codes;
};

describe('a backup', () => {
  it('[F15] taken while a thousand appends go on is whole and has all that was acknowledged before it', async () => {
    const path = temporaryPath();
    const [store, book] = [await temporaryThreadStore(path), await bookOf()];
    const target = join(temporaryFolder(), 'backup.db');
    // Long enough that the copy takes several steps, between which the store commits.
    const long = Array.from({ length: 1_000 }, (_, index) => `Person ${index} ${'x'.repeat(2_000)}`);
    for (let page = 0; page < 6; page += 1) await keep(store, book.write({ names: long }));
    let [began, taken]: [number, Promise<unknown>] = [0, Promise.resolve()];
    for (let round = 0; round < 1_000; round += 1) {
      if (round === 300) {
        began = book.head().seq;
        taken = backup(path, target);
      }
      await keep(store, book.write());
    }
    await taken;
    expect(await integrityCheck(target)).toEqual([]);
    const copy = openDatabase(target, { reading: true });
    const last = copy.prepare('SELECT MAX(seq) FROM ledger').pluck().get() as number;
    copy.close();
    expect(last).toBeGreaterThanOrEqual(began);
  });

  it('says what it holds, that the keys are elsewhere, and is one file without traces beside it', async () => {
    const path = await recorded();
    const folder = temporaryFolder();
    const made = await backup(path, join(folder, 'backup.db'));
    expect(made.books).toEqual([expect.objectContaining({ alliance: 'PLY', seq: 4 })]);
    expect(made.keysAt).toBe(join(dirname(path), 'keys', 'roundtable'));
    expect(made.bytes).toBe(readFileSync(made.path).length);
    expect(readdirSync(folder)).toEqual(['backup.db']);
  });

  it('never takes the place of a file', async () => {
    const [path, there] = [await recorded(), temporaryPath()];
    writeFileSync(there, 'minutes');
    await expect(backup(path, there)).rejects.toThrow(/exists already, and a backup never replaces a file/);
    expect(readFileSync(there, 'utf8')).toBe('minutes');
    expect(readdirSync(dirname(there))).toEqual(['roundtable.db']);
  });

  it('of a record that is not whole is not kept, and names what is wrong', async () => {
    const [path, target] = [await recorded(), temporaryPath()];
    const client = new Database(path);
    client.exec('DROP TRIGGER ledger_never_deleted; DELETE FROM ledger WHERE seq = 4');
    client.close();
    await expect(backup(path, target)).rejects.toThrow(/not kept, .*: PLY: entry 4 is missing at the end of the book/);
    expect(readdirSync(dirname(target))).toEqual([]);
  });
});

describe('a restore', () => {
  it('puts the backup in place and keeps what it replaces, with its log', async () => {
    const [saved, path] = [temporaryPath(), await recorded('PLY')];
    await backup(path, saved);
    const [store, book] = [openStore(path), await bookOf('LWN')];
    await keep(store, book.write(), book.write());
    const killed = join(temporaryFolder(), 'roundtable.db');
    for (const suffix of ['', '-wal', '-shm']) copyFileSync(`${path}${suffix}`, `${killed}${suffix}`);
    await store.close();
    const done = await restore(saved, killed, 'roundtable.replaced-2026-04-02.db');
    expect(done.kept).toBe(join(dirname(killed), 'roundtable.replaced-2026-04-02.db'));
    expect(done.books).toEqual([expect.objectContaining({ alliance: 'PLY', seq: 4 })]);
    expect(await codesIn(killed)).toEqual(['PLY']);
    expect(await integrityCheck(killed)).toEqual([]);
    expect(await codesIn(done.kept ?? '')).toEqual(['LWN', 'PLY']);
  });

  it('puts a backup where nothing is, and can be done again after it was interrupted', async () => {
    const [path, place] = [await recorded('IPSA'), temporaryPath()];
    expect((await restore(path, place, 'kept.db')).kept).toBeNull();
    // As a crash leaves it between setting the old file aside and putting the new one in its place.
    copyFileSync(place, `${place}.restoring`);
    copyFileSync(place, join(dirname(place), 'kept.db'));
    for (const suffix of ['', '-wal']) if (existsSync(`${place}${suffix}`)) writeFileSync(`${place}${suffix}`, '');
    expect(() => openStore(place)).toThrow(/was interrupted/);
    await restore(path, place, 'kept-2.db');
    expect(await codesIn(place)).toEqual(['IPSA']);
  });

  it('is refused while a server runs, over a kept file, and from itself', async () => {
    const [saved, path] = [await recorded(), await recorded('LWN')];
    const store = openStore(path);
    await expect(restore(saved, path, 'kept.db')).rejects.toThrow(/is in use by a Roundtable that is running/);
    await store.close();
    writeFileSync(join(dirname(path), 'kept.db'), 'an older record');
    await expect(restore(saved, path, 'kept.db')).rejects.toThrow(/exists already: name another file/);
    await expect(restore(path, path, 'other.db')).rejects.toThrow(/cannot be restored from itself/);
    expect(await codesIn(path)).toEqual(['LWN']);
  });

  it('checks the backup first, and touches nothing when that is damaged, missing or newer', async () => {
    const [saved, path] = [await recorded(), await recorded('LWN')];
    const bytes = readFileSync(saved);
    const damaged = temporaryPath();
    writeFileSync(damaged, bytes.subarray(0, bytes.length - 3 * 4096));
    await expect(restore(damaged, path, 'kept.db')).rejects.toThrow(/damaged/);
    await expect(restore(temporaryPath(), path, 'kept.db')).rejects.toThrow(/There is no record at/);
    openDatabase(saved, { migrations: laterMigrations() }).close();
    await expect(restore(saved, path, 'kept.db')).rejects.toThrow(/newer release/);
    expect(readdirSync(dirname(path)).filter((name) => name.includes('restor'))).toEqual([]);
    expect(await codesIn(path)).toEqual(['LWN']);
  });
});
