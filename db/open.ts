import Database from 'better-sqlite3';
import { accessSync, constants, existsSync, linkSync, mkdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { fsyncFolderOf, fsyncPath } from './disk.js';
import { inspectLog } from './log.js';
import { migrate, readMigrations, refuseNewer, schemaVersion, type Migration } from './migrate.js';
import { codeOf, explained, storeRefused } from './refused.js';

export interface Opening {
  /** Only look: nothing is created, migrated or written, and the server may go on meanwhile. */
  readonly reading?: boolean;
  /** The schema; that of this release unless given. */
  readonly migrations?: readonly Migration[];
}

/**
 * Opens a database of Roundtable, creating or migrating it where needed. Every connection commits durably
 * (`synchronous=FULL`, read back). Throws `StoreRefused` with one sentence for a file that is not ours, damaged,
 * empty, unreadable, read-only or newer than this release; an empty record is never begun in place of a damaged one.
 */
export const openDatabase = (path: string, opening: Opening = {}): Database.Database => {
  const migrations = opening.migrations ?? readMigrations();
  refuseOldSqlite();
  if (path === ':memory:') return prepared(path, opening, migrations);
  const file = resolve(path);
  try {
    if (!isThere(file, opening)) create(file, migrations);
    if (opening.reading !== true) inspectLog(file);
    return prepared(file, opening, migrations);
  } catch (thrown) {
    throw explained(file, thrown);
  }
};

/** A connection that only reads a file of Roundtable, of this or an older schema, wherever it lies. Throws as above. */
export const lookInto = (path: string): Database.Database => {
  const file = resolve(path);
  try {
    isThere(file, { reading: true });
    const client = new Database(file, { readonly: true, fileMustExist: true, timeout: busyTimeoutMs });
    try {
      refuseForeign(client, file);
      refuseNewer(client, file, readMigrations());
      return client;
    } catch (thrown) {
      client.close();
      throw thrown;
    }
  } catch (thrown) {
    throw explained(file, thrown);
  }
};

/** Ours, as the four letters RNDT in the header of the file. */
export const applicationId = 0x524e4454;

/**
 * At this length the write-ahead log is carried into the database and begun again (F10). Busy pages are rewritten in each
 * commit, so eight times SQLite's own default carries each of them over less often; before that, a pause does (quiet.ts).
 */
export const logLimitBytes = 32 * 1024 * 1024;

const pageBytes = 4096;

/** At most: each vote changes pages in five trees of a file or more, and with SQLite's 2 MB most of them were read from it anew each time. */
const cacheBytes = 32 * 1024 * 1024;

const busyTimeoutMs = 5_000;

const prepared = (file: string, opening: Opening, migrations: readonly Migration[]): Database.Database => {
  const reading = opening.reading === true;
  const memory = file === ':memory:';
  const client = new Database(file, { readonly: reading, fileMustExist: !memory, timeout: busyTimeoutMs });
  try {
    if (!memory) refuseForeign(client, file);
    configure(client, reading);
    if (!reading) migrate(client, file, migrations);
    else if (schemaVersion(client) !== migrations.length) {
      throw storeRefused(
        `${file} has schema version ${schemaVersion(client)} and this release reads version ${migrations.length}: start the server of the same release on it first.`,
      );
    }
    return client;
  } catch (thrown) {
    client.close();
    throw thrown;
  }
};

const configure = (client: Database.Database, reading: boolean): void => {
  if (!reading) {
    const mode = client.pragma('journal_mode = WAL', { simple: true });
    if (mode !== 'wal' && !client.memory) throw storeRefused(`${client.name} cannot keep a write-ahead log here.`);
  }
  client.pragma('synchronous = FULL');
  // better-sqlite3 is compiled to use NORMAL, with which a power cut may take back an acknowledged vote.
  if (client.pragma('synchronous', { simple: true }) !== 2) {
    throw storeRefused(`${client.name} could not be set to wait for the disk at each commit.`);
  }
  client.pragma('foreign_keys = ON');
  client.pragma('secure_delete = ON');
  client.pragma('cell_size_check = ON');
  client.pragma(`cache_size = -${cacheBytes / 1024}`);
  client.pragma(`wal_autocheckpoint = ${logLimitBytes / pageBytes}`);
  client.pragma(`journal_size_limit = ${logLimitBytes}`);
};

const refuseForeign = (client: Database.Database, file: string): void => {
  if (client.pragma('application_id', { simple: true }) !== applicationId) {
    throw storeRefused(`${file} is a database of another program, not of Roundtable: name another file.`);
  }
};

/** True when there is a file to open; refuses what stands in its place. Nothing here opens the file itself (disk.ts). */
const isThere = (file: string, opening: Opening): boolean => {
  if (existsSync(`${file}.restoring`)) {
    throw storeRefused(`The restoring of ${file} was interrupted: run "roundtable restore" again to finish it.`);
  }
  const found = statSync(file, { throwIfNoEntry: false });
  if (found === undefined) {
    if ((statSync(`${file}-wal`, { throwIfNoEntry: false })?.size ?? 0) > 0) {
      throw storeRefused(
        `${file} is missing, but its write-ahead log ${file}-wal is there: put the file back, or restore a backup.`,
      );
    }
    if (opening.reading === true) throw storeRefused(`There is no record at ${file}.`);
    return false;
  }
  if (!found.isFile()) throw storeRefused(`${file} is not a file: name the file in which the record is kept.`);
  if (found.size === 0) {
    throw storeRefused(
      `${file} is empty, which a record never is: restore a backup, or remove the empty file if nothing was ever kept in it.`,
    );
  }
  accessSync(file, opening.reading === true ? constants.R_OK : constants.R_OK | constants.W_OK);
  if (opening.reading !== true) accessSync(dirname(file), constants.W_OK);
  return true;
};

/** A new file appears whole under its name or not at all, so an empty or half-made one is always damage. */
const create = (file: string, migrations: readonly Migration[]): void => {
  mkdirSync(dirname(file), { recursive: true });
  const unfinished = `${file}.new`;
  for (const suffix of ['', '-journal', '-wal', '-shm']) rmSync(`${unfinished}${suffix}`, { force: true });
  const client = new Database(unfinished, { timeout: busyTimeoutMs });
  try {
    configure(client, false);
    migrate(client, unfinished, migrations);
  } finally {
    client.close();
  }
  fsyncPath(unfinished);
  appear(unfinished, file);
  fsyncFolderOf(file);
};

const appear = (unfinished: string, file: string): void => {
  try {
    linkSync(unfinished, file);
    rmSync(unfinished);
  } catch (thrown) {
    // Another process made it meanwhile: that one is used.
    if (codeOf(thrown) === 'EEXIST') rmSync(unfinished);
    else if (existsSync(file)) throw thrown;
    else renameSync(unfinished, file);
  }
};

const refuseOldSqlite = (): void => {
  const client = new Database(':memory:');
  const version = client.prepare('SELECT sqlite_version()').pluck().get() as string;
  client.close();
  if (!isSafeSqlite(version)) {
    throw storeRefused(
      `SQLite ${version} may damage a record in use; Roundtable needs 3.51.3 or later: run npm ci again.`,
    );
  }
};

/** Before 3.51.3 the write-ahead log could be reset while it was in use (platforms.md 6). */
export const isSafeSqlite = (version: string): boolean => {
  const [major = 0, minor = 0, patch = 0] = version.split('.').map(Number);
  return major * 1_000_000 + minor * 1_000 + patch >= 3_051_003;
};
