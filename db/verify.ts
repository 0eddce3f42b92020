import type Database from 'better-sqlite3';
import { setImmediate as pause } from 'node:timers/promises';
import type { AllianceCode } from '../src/alliance/names.js';
import { textRef } from '../src/alliance/texts.js';
import { sha256Of } from '../src/clerk/sha256.js';
import { emptyHead, firstBreak, type Head, type SealedEntry } from '../src/ledger/entry.js';
import { openDatabase } from './open.js';

/** One thing that is not as it should be; the earliest entry of a book that it concerns, where it concerns one. */
export interface Flaw {
  readonly alliance?: AllianceCode;
  readonly seq?: number;
  readonly what: string;
}

/**
 * Whether the file at this path is whole: its pages and indexes (SQLite's own check), the chain of every book, the head
 * that was written down with its last entry, every kept text against its commitment, and every paper against its hash.
 * No flaws: an empty answer. Reads only, in pages, and lets other work go on in between; a server may be running. Throws
 * `StoreRefused` when the file cannot even be opened. Signatures and the rules are for the auditor, which asks no store.
 */
export const integrityCheck = async (path: string): Promise<readonly Flaw[]> => {
  const client = openDatabase(path, { reading: true });
  try {
    // One state of the file for the whole look, or a server that writes meanwhile would seem to have lost its end.
    client.exec('BEGIN');
    return await flawsOf(client);
  } finally {
    client.close();
  }
};

/** The same over an open database. */
export const flawsOf = async (client: Database.Database): Promise<readonly Flaw[]> => {
  const flaws: Flaw[] = fileFlaws(client);
  try {
    for (const alliance of booksIn(client)) {
      const flaw = await bookFlaw(client, alliance);
      if (flaw !== null) flaws.push({ alliance, ...flaw });
      flaws.push(...textFlaws(client, alliance), ...paperFlaws(client, alliance));
    }
  } catch (thrown) {
    flaws.push(unreadable(thrown));
  }
  return flaws;
};

/** Where each book stands, as its last entry says. */
export const headsIn = (client: Database.Database): readonly ({ readonly alliance: AllianceCode } & Head)[] =>
  booksIn(client).flatMap((alliance) => {
    const last = client
      .prepare<[string], Head>('SELECT seq, hash FROM ledger WHERE alliance = ? ORDER BY seq DESC LIMIT 1')
      .get(alliance);
    return last === undefined ? [] : [{ alliance, ...last }];
  });

const pageLength = 1_000;

const fileFlaws = (client: Database.Database): Flaw[] => {
  try {
    const lines = client.pragma('integrity_check(20)') as readonly { readonly integrity_check: string }[];
    return lines
      .map((line) => line.integrity_check)
      .filter((line) => line !== 'ok')
      .map((line) => ({ what: `the file is damaged: ${line}` }));
  } catch (thrown) {
    return [unreadable(thrown)];
  }
};

const unreadable = (thrown: unknown): Flaw => ({
  what: `the file is damaged: ${thrown instanceof Error ? thrown.message : String(thrown)}`,
});

/** Books by ledger and by heads: one that is lost whole is still in the second. */
const booksIn = (client: Database.Database): readonly AllianceCode[] =>
  client.prepare<[], string>('SELECT alliance FROM ledger UNION SELECT alliance FROM heads ORDER BY 1').pluck().all();

const bookFlaw = async (client: Database.Database, alliance: AllianceCode): Promise<Omit<Flaw, 'alliance'> | null> => {
  const after = client.prepare<[string, number, number], SealedEntry>(
    `SELECT alliance, seq, hash, prev, subject, kind, cause, part, at, event
     FROM ledger WHERE alliance = ? AND seq > ? ORDER BY seq LIMIT ?`,
  );
  let head = emptyHead;
  for (;;) {
    try {
      const page = after.all(alliance, head.seq, pageLength);
      const broken = firstBreak(page, head);
      if (broken !== null) return broken;
      head = page.at(-1) ?? head;
      if (page.length < pageLength) return headFlaw(client, alliance, head);
    } catch (thrown) {
      return { seq: head.seq + 1, what: `entries from ${head.seq + 1} on cannot be read (${String(thrown)})` };
    }
    await pause();
  }
};

const headFlaw = (client: Database.Database, alliance: AllianceCode, last: Head): Omit<Flaw, 'alliance'> | null => {
  const noted = client.prepare<[string], Head>('SELECT seq, hash FROM heads WHERE alliance = ?').get(alliance);
  if (noted === undefined) return { seq: last.seq, what: `the signed head of the book is missing` };
  if (noted.seq > last.seq) {
    const lost = noted.seq - last.seq === 1 ? `entry ${noted.seq} is` : `entries ${last.seq + 1} to ${noted.seq} are`;
    return { seq: last.seq + 1, what: `${lost} missing at the end of the book` };
  }
  if (noted.seq < last.seq)
    return { seq: noted.seq + 1, what: `entry ${noted.seq + 1} was added without a signed head` };
  return noted.hash === last.hash ? null : { seq: last.seq, what: `entry ${last.seq} is not the one that was signed` };
};

const textFlaws = (client: Database.Database, alliance: AllianceCode): readonly Flaw[] => {
  const kept = client
    .prepare<[string], { ref: string; text: string; salt: string }>(
      'SELECT ref, text, salt FROM texts WHERE alliance = ?',
    )
    .iterate(alliance);
  const flaws: Flaw[] = [];
  for (const { ref, text, salt } of kept) {
    if (textRef(Buffer.from(salt, 'hex'), text) !== ref) flaws.push({ alliance, what: `the text ${ref} was altered` });
  }
  return flaws;
};

/** Papers that the book names: each is here, and its bytes still have the hash that the book gives them. */
const paperFlaws = (client: Database.Database, alliance: AllianceCode): readonly Flaw[] => {
  // A copy that is kept before it is brought up to date has no papers yet.
  if (client.prepare("SELECT 1 FROM sqlite_master WHERE name = 'papers'").get() === undefined) return [];
  const named = client
    .prepare<[string], { seq: number; sha256: string; bytes: Buffer | null }>(
      `SELECT MIN(seq) AS seq, json_extract(book.body, '$.sha256') AS sha256, papers.bytes AS bytes
       FROM book LEFT JOIN papers ON papers.alliance = book.alliance AND papers.sha256 = json_extract(book.body, '$.sha256')
       WHERE book.alliance = ? AND book.kind = 'PaperAdded' GROUP BY json_extract(book.body, '$.sha256')`,
    )
    .iterate(alliance);
  const flaws: Flaw[] = [];
  for (const { seq, sha256, bytes } of named) {
    if (bytes === null) flaws.push({ alliance, seq, what: `the paper ${sha256} is missing` });
    else if (sha256Of(bytes) !== sha256) flaws.push({ alliance, seq, what: `the paper ${sha256} was altered` });
  }
  return flaws;
};
