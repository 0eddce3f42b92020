import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { isSafeSqlite, openDatabase } from '../../db/open.js';
import { openStore } from '../../db/store.js';
import { flawsOf } from '../../db/verify.js';
import { bookOf, keep, ledgerColumns } from './books.js';
import { readMigrations } from '../../db/migrate.js';
import { beforeEachStatement, laterMigrations } from './laterRelease.js';
import { temporaryFolder } from './stores.js';

const migrations = laterMigrations();
const version = readMigrations().length;

/** A folder with a record of this release in it, and what the record holds. */
const recorded = async (): Promise<{ readonly folder: string; readonly entries: readonly unknown[] }> => {
  const folder = temporaryFolder();
  const [store, book] = [openStore(join(folder, 'roundtable.db')), await bookOf()];
  await keep(store, book.write(), book.write(), book.write());
  const entries = await store.read('PLY', 0, 100);
  await store.close();
  return { folder, entries };
};

const schemaOf = (client: Database.Database): readonly unknown[] =>
  client.prepare('SELECT type, name, sql FROM sqlite_schema ORDER BY name').all();

const wholeSchema = (): readonly unknown[] => {
  const client = openDatabase(':memory:', { migrations });
  const schema = schemaOf(client);
  client.close();
  return schema;
};

/** Opens what a dead process left behind, and looks at everything. */
const expectWhole = async (folder: string, entries: readonly unknown[]): Promise<void> => {
  const client = openDatabase(join(folder, 'roundtable.db'), { migrations });
  expect(schemaOf(client)).toEqual(wholeSchema());
  expect(client.pragma('user_version', { simple: true })).toBe(migrations.length);
  expect(client.prepare(`SELECT ${ledgerColumns} FROM ledger ORDER BY alliance, seq`).all()).toEqual(entries);
  expect(await flawsOf(client)).toEqual([]);
  client.close();
};

/** The folder as it is before each statement: exactly what is left when the process is killed there. */
const momentsOf = (folder: string): readonly string[] => {
  const moments = temporaryFolder();
  const taken: string[] = [];
  const stop = beforeEachStatement(() => {
    const moment = join(moments, String(taken.length));
    cpSync(folder, moment, { recursive: true });
    taken.push(moment);
  });
  try {
    openDatabase(join(folder, 'roundtable.db'), { migrations }).close();
  } finally {
    stop();
  }
  return taken;
};

describe('a start that is killed', () => {
  it('[F5] before any statement of the first migration leaves a file that the next start makes whole', async () => {
    const moments = momentsOf(temporaryFolder());
    expect(moments.length).toBeGreaterThan(30);
    for (const moment of moments) await expectWhole(moment, []);
  });

  it('[F5] before any statement of an update leaves the older record, which the next start brings up to date', async () => {
    const { folder, entries } = await recorded();
    const moments = momentsOf(folder);
    expect(moments.length).toBeGreaterThan(5);
    for (const moment of moments) await expectWhole(moment, entries);
  });

  it('[F5] before any statement that lays an older ledger out anew leaves it whole', async () => {
    const folder = temporaryFolder();
    const path = join(folder, 'roundtable.db');
    cpSync(fileURLToPath(new URL('old-5.db', import.meta.url)), path);
    const older = new Database(path, { readonly: true });
    const entries = older.prepare(`SELECT ${ledgerColumns} FROM ledger ORDER BY alliance, seq`).all();
    older.close();
    const moments = momentsOf(folder);
    expect(moments.length).toBeGreaterThan(10);
    for (const moment of moments) await expectWhole(moment, entries);
  });

  it.each([1, 5, 20, 35])('[F5] by SIGKILL at statement %i of a new file is made good', async (fatal) => {
    const folder = temporaryFolder();
    expect(killedAt(join(folder, 'roundtable.db'), fatal)).toBe('SIGKILL');
    expect(existsSync(join(folder, 'roundtable.db'))).toBe(false);
    await expectWhole(folder, []);
  });

  it.each([1, 3, 5, 6])('[F5] by SIGKILL at statement %i of an update is made good', async (fatal) => {
    const { folder, entries } = await recorded();
    expect(killedAt(join(folder, 'roundtable.db'), fatal)).toBe('SIGKILL');
    await expectWhole(folder, entries);
  });
});

const killedAt = (path: string, statement: number): NodeJS.Signals | null =>
  spawnSync(
    process.execPath,
    ['--import', 'tsx', fileURLToPath(new URL('laterRelease.ts', import.meta.url)), path, String(statement)],
    { cwd: fileURLToPath(new URL('../..', import.meta.url)) },
  ).signal;

describe('an update', () => {
  // The first two always came together: the second one makes the file ours.
  it.each(migrations.map((_, nth) => nth).slice(2))(
    'of a file of schema %i ends in the schema of a new one',
    (from) => {
      const path = join(temporaryFolder(), 'roundtable.db');
      openDatabase(path, { migrations: migrations.slice(0, from) }).close();
      const client = openDatabase(path, { migrations });
      expect(schemaOf(client)).toEqual(wholeSchema());
      client.close();
    },
  );

  it('[F17] keeps every entry and a checked copy of the older file', async () => {
    const { folder, entries } = await recorded();
    await expectWhole(folder, entries);
    const kept = openDatabase(join(folder, `roundtable.db.before-${version}`), { reading: true });
    expect(kept.prepare(`SELECT ${ledgerColumns} FROM ledger ORDER BY seq`).all()).toEqual(entries);
    expect(await flawsOf(kept)).toEqual([]);
    kept.close();
    expect(readdirSync(folder).filter((name) => name.includes('unfinished'))).toEqual([]);
  });

  it('[F17] is refused with a sentence where the newer release wrote, and the file stays as it is', async () => {
    const { folder, entries } = await recorded();
    await expectWhole(folder, entries);
    const path = join(folder, 'roundtable.db');
    expect(() => openStore(path)).toThrow(
      `was written by a newer release of Roundtable (its schema is version ${version + 2}, this release knows ${version}): install that release again`,
    );
    await expectWhole(folder, entries);
  });

  it('[F17] changes nothing when the copy cannot be kept', async () => {
    const { folder } = await recorded();
    const path = join(folder, 'roundtable.db');
    mkdirSync(`${path}.before-${version}.unfinished`);
    writeFileSync(join(`${path}.before-${version}.unfinished`, 'in the way'), '');
    expect(() => openDatabase(path, { migrations })).toThrow(/the copy to keep beforehand could not be written/);
    await openStore(path).close();
  });

  it('[F17] is not made by somebody who only reads', async () => {
    const { folder } = await recorded();
    const path = join(folder, 'roundtable.db');
    expect(() => openDatabase(path, { reading: true, migrations })).toThrow(
      `has schema version ${version} and this release reads version ${version + 2}: start the server`,
    );
  });
});

it('the table of link codes, which nothing used, goes from older files, and nothing else does', async () => {
  const path = join(temporaryFolder(), 'roundtable.db');
  cpSync(fileURLToPath(new URL('old-2.db', import.meta.url)), path);
  const tables = (): readonly string[] => {
    const client = new Database(path, { readonly: true });
    const names = client.prepare<[], string>("SELECT name FROM sqlite_schema WHERE type = 'table'").pluck().all();
    client.close();
    return names.sort();
  };
  const before = tables();
  const later = openStore(path);
  expect((await later.head('PLY')).seq).toBeGreaterThan(0);
  await later.close();
  expect(before.filter((name) => !tables().includes(name))).toEqual(['link_codes']);
});

it('needs a SQLite whose write-ahead log is safe', () => {
  expect(['3.51.2', '3.7.0', '2.99.99'].map(isSafeSqlite)).toEqual([false, false, false]);
  expect(['3.51.3', '3.53.2', '4.0.0'].map(isSafeSqlite)).toEqual([true, true, true]);
});
