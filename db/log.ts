import Database from 'better-sqlite3';
import { statSync } from 'node:fs';
import { storeRefused } from './refused.js';

/**
 * Looks at a write-ahead log that a dead process left behind before anything of it is carried into the database.
 * Refuses one that belongs to another file (F13): SQLite itself cannot tell, since a log does not name its database.
 */
export const inspectLog = (file: string): void => {
  if ((statSync(`${file}-wal`, { throwIfNoEntry: false })?.size ?? 0) === 0) return;
  // A connection that only reads sees the log's pages and never writes them back, not even when it closes.
  const client = new Database(file, { readonly: true, fileMustExist: true });
  try {
    if (client.prepare("SELECT 1 FROM sqlite_schema WHERE name = 'marks'").get() === undefined) return;
    const foreign = client
      .prepare("SELECT 1 FROM heads WHERE identity <> (SELECT value FROM marks WHERE name = 'identity') LIMIT 1")
      .get();
    if (foreign !== undefined || client.pragma('quick_check(1)', { simple: true }) !== 'ok') throw notItsLog(file);
  } catch (thrown) {
    if (thrown instanceof Database.SqliteError && thrown.code.startsWith('SQLITE_CORRUPT')) throw notItsLog(file);
    throw thrown;
  } finally {
    client.close();
  }
};

const notItsLog = (file: string): Error =>
  storeRefused(
    `${file} and its write-ahead log ${file}-wal do not belong together, or one of them is damaged; nothing was changed: put the right log back, or restore a backup.`,
  );

/**
 * Carries what the log holds into the database, as far as nobody reads it. Nothing that was acknowledged depends on it: when
 * it fails, SQLite tries again by itself later.
 */
export const carryLog = (client: Database.Database): void => {
  try {
    client.pragma('wal_checkpoint(PASSIVE)');
  } catch {
    // The entries stay in the log, where they are durable.
  }
};
