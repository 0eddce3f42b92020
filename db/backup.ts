import Database from 'better-sqlite3';
import { existsSync, linkSync, renameSync, rmSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import type { AllianceCode } from '../src/alliance/names.js';
import type { Head } from '../src/ledger/entry.js';
import { fsyncFolderOf, fsyncPath } from './disk.js';
import { keysBeside } from './keyring.js';
import { lookInto } from './open.js';
import { codeOf, explained, storeRefused } from './refused.js';
import { flawsOf, headsIn } from './verify.js';

/** What a backup (or a restored file) holds. */
export interface Copy {
  readonly path: string;
  readonly bytes: number;
  readonly books: readonly ({ readonly alliance: AllianceCode } & Head)[];
  /** The private keys are never in it: the folder that must be kept safe separately. */
  readonly keysAt: string | null;
}

/**
 * Copies the record while the server goes on, checks the copy whole (pages, chains, heads, texts) and only then gives
 * it its name; the copy is durable when this answers, and holds everything acknowledged before it began. Throws
 * `StoreRefused`, leaving nothing behind, when the source or the copy is damaged or when `toPath` exists already.
 */
export const backup = async (fromPath: string, toPath: string): Promise<Copy> => {
  const from = resolve(fromPath);
  const to = resolve(toPath);
  if (existsSync(to)) throw storeRefused(`${to} exists already, and a backup never replaces a file: name another one.`);
  const unfinished = `${to}.unfinished`;
  const { bytes, books } = await copyChecked(from, unfinished);
  try {
    appearUnder(unfinished, to);
    return { path: to, bytes, books, keysAt: keysBeside(from) };
  } finally {
    rmSync(unfinished, { force: true });
  }
};

/** A checked, durable copy at `to`, replacing what an interrupted copy left there. */
export const copyChecked = async (from: string, to: string): Promise<Pick<Copy, 'bytes' | 'books'>> => {
  remove(to);
  try {
    await copy(from, to);
    const client = new Database(to, { fileMustExist: true });
    try {
      // One file, without a log beside it, that any place can hold.
      client.pragma('journal_mode = DELETE');
      const [flaw] = await flawsOf(client);
      if (flaw !== undefined) throw storeRefused(flawed(from, flaw.alliance, flaw.what));
      const books = headsIn(client);
      client.close();
      fsyncPath(to);
      return { bytes: statSync(to).size, books };
    } finally {
      client.close();
    }
  } catch (thrown) {
    remove(to);
    throw explained(from, thrown);
  }
};

const pagesAtOnce = 1_000;
const restartsBorne = 3;

const copy = async (from: string, to: string): Promise<void> => {
  const source = lookInto(from);
  let restarts = 0;
  let before = Infinity;
  try {
    await source.backup(to, {
      progress: ({ remainingPages }) => {
        // SQLite begins again when the server commits in between; after a few times the rest is taken in one go.
        if (remainingPages > before) restarts += 1;
        before = remainingPages;
        return restarts < restartsBorne ? pagesAtOnce : 0x7fffffff;
      },
    });
  } finally {
    source.close();
  }
};

const flawed = (from: string, alliance: AllianceCode | undefined, what: string): string =>
  `The copy of ${from} was not kept, because the record is not whole: ${alliance === undefined ? '' : `${alliance}: `}${what}.`;

const remove = (path: string): void => {
  for (const suffix of ['', '-journal', '-wal', '-shm']) rmSync(`${path}${suffix}`, { force: true });
};

/** Gives a finished file its name, never taking the place of another. */
const appearUnder = (unfinished: string, to: string): void => {
  try {
    linkSync(unfinished, to);
  } catch (thrown) {
    // Some file systems have no links; there the look and the renaming are two steps.
    if (codeOf(thrown) === 'EEXIST' || existsSync(to)) {
      throw storeRefused(`${to} exists already, and a backup never replaces a file: name another one.`, thrown);
    }
    renameSync(unfinished, to);
  }
  fsyncFolderOf(to);
};
