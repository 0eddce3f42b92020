import type Database from 'better-sqlite3';
import { existsSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { fsyncFolderOf, fsyncPath } from './disk.js';
import { codeOf, storeRefused } from './refused.js';

/** One step of the schema: the statements of one file of db/migrations, in order. */
export type Migration = readonly string[];

/**
 * Brings the file to the newest schema. Each migration is one transaction that ends by writing its number into the file,
 * so a process that dies at any statement leaves a whole older schema, and the next start goes on from there. A file
 * that holds something is copied to `<file>.before-<its version>` first and the copy checked. Throws `StoreRefused` for
 * a schema newer than this release, or when the copy cannot be made.
 */
export const migrate = (client: Database.Database, path: string, migrations: readonly Migration[]): void => {
  refuseNewer(client, path, migrations);
  const version = schemaVersion(client);
  if (version === migrations.length) return;
  if (version > 0) keepCopy(client, path, version);
  migrations.slice(version).forEach((statements, offset) => step(client, version + offset, statements));
};

export const schemaVersion = (client: Database.Database): number =>
  client.pragma('user_version', { simple: true }) as number;

/** Refuses what a newer release wrote: this one cannot know what it means. */
export const refuseNewer = (client: Database.Database, path: string, migrations: readonly Migration[]): void => {
  const version = schemaVersion(client);
  if (version <= migrations.length) return;
  throw storeRefused(
    `${path} was written by a newer release of Roundtable (its schema is version ${version}, this release knows ${migrations.length}): install that release again, or restore the copy that was kept before it migrated.`,
  );
};

/** The migrations of this release, oldest first. */
export const readMigrations = (): readonly Migration[] => {
  // Compiled files lie one folder deeper than the sources, and SQL is not copied into dist.
  const beside = new URL('./migrations/', import.meta.url);
  const folder = existsSync(fileURLToPath(beside)) ? beside : new URL('../../db/migrations/', import.meta.url);
  const journal = JSON.parse(readFileSync(new URL('meta/_journal.json', folder), 'utf8')) as {
    readonly entries: readonly { readonly tag: string }[];
  };
  return journal.entries.map(({ tag }) =>
    readFileSync(new URL(`${tag}.sql`, folder), 'utf8').split('--> statement-breakpoint'),
  );
};

const step = (client: Database.Database, from: number, statements: Migration): void => {
  client
    .transaction(() => {
      // Another process may have migrated while this one waited for the write lock.
      if (schemaVersion(client) !== from) return;
      for (const statement of statements) client.exec(statement);
      client.pragma(`user_version = ${from + 1}`);
    })
    .immediate();
};

const keepCopy = (client: Database.Database, path: string, version: number): void => {
  if (client.memory) return;
  const kept = `${path}.before-${version}`;
  // One that an interrupted update left may be older than the file: it is replaced.
  const unfinished = `${kept}.unfinished`;
  try {
    rmSync(unfinished, { force: true });
    client.prepare('VACUUM INTO ?').run(unfinished);
    checkCopy(client, unfinished);
    fsyncPath(unfinished);
    renameSync(unfinished, kept);
    fsyncFolderOf(kept);
  } catch (thrown) {
    throw storeRefused(
      `${path} must be brought up to date, but the copy to keep beforehand could not be written to ${kept} (${codeOf(thrown) || String(thrown)}); nothing was changed.`,
      thrown,
    );
  }
};

const checkCopy = (client: Database.Database, copy: string): void => {
  client.prepare('ATTACH ? AS kept').run(copy);
  try {
    const findings = client.pragma('kept.integrity_check(1)', { simple: true });
    if (findings !== 'ok') throw new Error(`the copy is damaged: ${String(findings)}`);
    const rows = 'SELECT COUNT(*) FROM';
    const [here, there] = ['main', 'kept'].map((name) => client.prepare(`${rows} ${name}.ledger`).pluck().get());
    if (here !== there) throw new Error(`the copy holds ${String(there)} entries, not ${String(here)}`);
  } finally {
    client.exec('DETACH kept');
  }
};
