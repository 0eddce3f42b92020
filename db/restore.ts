import { existsSync, renameSync, rmSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import Database from 'better-sqlite3';
import { copyChecked, type Copy } from './backup.js';
import { fsyncFolderOf, fsyncPath } from './disk.js';
import { keysBeside } from './keyring.js';
import { lockFile } from './lock.js';
import { explained, storeRefused } from './refused.js';

export interface Restored extends Copy {
  /** Where the replaced file (and its log) was put; null when there was none. */
  readonly kept: string | null;
}

/**
 * Puts a backup in the place of the record at `toPath`. The backup is checked whole before anything is touched; the file
 * that it replaces is kept beside it as `keptName` (a name with the date, given by the caller), its log as
 * `<keptName>-wal`. Throws `StoreRefused` while a server holds the file, or when the backup is damaged or newer than
 * this release. If it is interrupted, no server starts on a half-restored record: run it again.
 */
export const restore = async (backupPath: string, toPath: string, keptName: string): Promise<Restored> => {
  const to = resolve(toPath);
  const kept = resolve(dirname(to), keptName);
  if (resolve(backupPath) === to) throw storeRefused(`${to} cannot be restored from itself: name the backup.`);
  const lock = lockFile(to);
  try {
    if (existsSync(kept) && existsSync(to))
      throw storeRefused(`${kept} exists already: name another file for the one that is replaced.`);
    const unchecked = `${to}.restore-copy`;
    const { bytes, books } = await copyChecked(resolve(backupPath), unchecked);
    distrustRooms(unchecked);
    const replaced = exchange(unchecked, to, kept);
    return { path: to, bytes, books, keysAt: keysBeside(to), kept: replaced ? kept : null };
  } catch (thrown) {
    throw explained(to, thrown);
  } finally {
    lock.release();
  }
};

/**
 * The rooms may show what was recorded after the backup. So every card that is not final is drawn anew at the next
 * start, and of a once-message that was still to be sent nobody knows whether it was (rulings 5, F16).
 */
const distrustRooms = (path: string): void => {
  const client = new Database(path, { fileMustExist: true });
  try {
    const posts = client.prepare("SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = 'posts'").get();
    // A backup of an older release knows of no rooms.
    if (posts === undefined) return;
    client.exec(`
      UPDATE posts SET digest = NULL WHERE kind = 'living' AND final = 0;
      UPDATE posts SET state = 'unknown' WHERE kind = 'once' AND state IN ('wanted', 'sending');
    `);
  } finally {
    client.close();
  }
  fsyncPath(path);
};

/** While a file `<to>.restoring` is there, db/open.ts refuses to open: so the order of these steps cannot be seen. */
const exchange = (checked: string, to: string, kept: string): boolean => {
  const restoring = `${to}.restoring`;
  renameSync(checked, restoring);
  fsyncFolderOf(to);
  const replaced = existsSync(to);
  if (replaced) renameSync(to, kept);
  if (existsSync(`${to}-wal`)) renameSync(`${to}-wal`, `${kept}-wal`);
  rmSync(`${to}-shm`, { force: true });
  fsyncFolderOf(to);
  renameSync(restoring, to);
  fsyncFolderOf(to);
  return replaced;
};
