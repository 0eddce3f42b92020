import { join } from 'node:path';
import { openDatabase } from '../db/open.js';
import type { Batch, SignedHead } from '../src/clerk/ports.js';

/** A batch as it was written, its head signed. */
export type Written = Batch & { readonly head: SignedHead };

/** What the clerk path is measured against: the same rows in the same tables, and nothing else. */
export interface BareStore {
  /** Inserts the rows of these batches in one durable transaction. */
  readonly insert: (batches: readonly Written[]) => void;
  readonly close: () => void;
}

/**
 * A database of the same schema, opened in the same durable way, with prepared statements of the driver itself: no
 * rules, no hashes, no signatures, no checks, no thread.
 */
export const openBareStore = (folder: string): BareStore => {
  const client = openDatabase(join(folder, 'theirs.db'));
  const identity = client.prepare("SELECT value FROM marks WHERE name = 'identity'").pluck().get();
  const entry = client.prepare(
    `INSERT INTO ledger (alliance, seq, hash, prev, subject, kind, cause, part, at, event)
     VALUES (@alliance, @seq, @hash, @prev, @subject, @kind, @cause, @part, @at, @event)`,
  );
  const text = client.prepare('INSERT INTO texts (alliance, ref, text, salt) VALUES (?, ?, ?, ?)');
  const due = client.prepare(
    'INSERT OR REPLACE INTO schedule (alliance, key, subject, kind, "to", due_at) VALUES (?, ?, ?, ?, ?, ?)',
  );
  const head = client.prepare(
    'INSERT OR REPLACE INTO heads (alliance, seq, hash, at, signature, identity) VALUES (?, ?, ?, ?, ?, ?)',
  );
  const one = (batch: Written): void => {
    const { alliance } = batch;
    for (const each of batch.entries) entry.run(each);
    for (const { ref, text: words, salt } of batch.texts) text.run(alliance, ref, words, salt);
    for (const dues of batch.schedule.values()) {
      for (const { key, subject, kind, to, dueAt } of dues) due.run(alliance, key, subject, kind, to, dueAt);
    }
    head.run(alliance, batch.head.seq, batch.head.hash, batch.head.at, batch.head.signature, identity);
  };
  const all = client.transaction((batches: readonly Written[]) => batches.forEach(one));
  return { insert: (batches) => all.immediate(batches), close: () => client.close() };
};
