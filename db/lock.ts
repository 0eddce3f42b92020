import Database from 'better-sqlite3';
import { existsSync, mkdirSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { codeOf, explained, storeRefused } from './refused.js';

export interface Lock {
  release(): void;
}

/**
 * Holds the one place of the server of this file. The operating system frees it when the process ends, however it ends,
 * so there is no lease and nothing to clean up. Throws `StoreRefused` when another server (or `restore`) holds it.
 */
export const lockFile = (path: string): Lock => {
  if (path === ':memory:') return { release: () => undefined };
  const side = `${resolve(path)}.lock`;
  try {
    mkdirSync(dirname(side), { recursive: true });
    const client = new Database(side, { timeout: 0 });
    try {
      // An exclusive transaction that is never ended: SQLite's lock on the file is the lock.
      client.exec('BEGIN EXCLUSIVE');
    } catch (thrown) {
      client.close();
      throw thrown;
    }
    held.add(client);
    return {
      release: () => {
        held.delete(client);
        client.close();
      },
    };
  } catch (thrown) {
    if (codeOf(thrown) === 'SQLITE_BUSY') {
      throw storeRefused(
        `${resolve(path)} is in use by a Roundtable that is running: stop it first, or use that one.`,
        thrown,
      );
    }
    throw explained(side, thrown);
  }
};

/** Whether a server, `restore` or a command that writes holds the lock of this file just now. Takes no lock itself. */
export const isHeld = (path: string): boolean => {
  const side = `${resolve(path)}.lock`;
  if (!existsSync(side)) return false;
  const client = new Database(side, { timeout: 0, readonly: true });
  try {
    client.prepare('SELECT count(*) FROM sqlite_master').get();
    return false;
  } catch (thrown) {
    if (codeOf(thrown) === 'SQLITE_BUSY') return true;
    throw explained(side, thrown);
  } finally {
    client.close();
  }
};

/** A connection that nobody names any more is closed when memory is tidied, and its lock with it: these are named here. */
const held = new Set<Database.Database>();
