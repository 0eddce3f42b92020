import { closeSync, fsyncSync, openSync } from 'node:fs';
import { dirname } from 'node:path';

/**
 * Makes a finished file durable. Never for a database that this process has open: closing any handle of a file drops
 * the locks that SQLite holds on it.
 */
export const fsyncPath = (path: string): void => {
  const file = openSync(path, 'r');
  try {
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
};

/** Makes durable that a file was created, renamed or removed. */
export const fsyncFolderOf = (path: string): void => fsyncPath(dirname(path));
