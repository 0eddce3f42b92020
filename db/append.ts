import type Database from 'better-sqlite3';
import type { AppendResult, Batch } from '../src/clerk/ports.js';
import { emptyHead, type Head, type SealedEntry } from '../src/ledger/entry.js';
import { signedHead } from '../src/ledger/signature.js';
import { changeDirectory } from './directory.js';
import { carryLog } from './log.js';
import type { Statements } from './statements.js';

/**
 * Adds batches in one transaction that is durable when this returns. Throws, with nothing added, when it could not be
 * made durable, or when a batch is not one: entries out of sequence, a head that is not its last entry.
 */
export const appendTo = (
  client: Database.Database,
  statements: Statements,
): ((batches: readonly Batch[]) => readonly AppendResult[]) => {
  const commit = client.transaction((batches: readonly Batch[]) =>
    batches.map((batch) => appendOne(statements, batch)),
  );
  return (batches) => {
    if (batches.length === 0) return [];
    batches.forEach(refuseMalformed);
    const results = commit.immediate(batches);
    // A founding goes into the database itself at once, so that a book can never be lost whole with a lost log (F13).
    if (batches.some((batch, index) => batch.after.seq === 0 && results[index]?.kind === 'appended')) carryLog(client);
    return results;
  };
};

const appendOne = (statements: Statements, batch: Batch): AppendResult => {
  const seen = firstSeen(statements, batch);
  if (seen !== null) return seen;
  const head: Head = statements.lastEntry.get({ alliance: batch.alliance }) ?? emptyHead;
  if (head.seq !== batch.after.seq || head.hash !== batch.after.hash) return { kind: 'moved', head };
  for (const entry of batch.entries) statements.addEntry.run({ ...entry });
  for (const text of batch.texts) statements.addText.run({ alliance: batch.alliance, ...text });
  for (const { sha256, bytes } of batch.papers) {
    statements.addPaper.run({ alliance: batch.alliance, sha256, bytes: Buffer.from(bytes) });
  }
  for (const change of batch.directory) changeDirectory(statements, batch.alliance, change);
  for (const [subject, dues] of batch.schedule) {
    statements.removeDuesOfSubject.run({ alliance: batch.alliance, subject });
    for (const due of dues) statements.addDue.run({ alliance: batch.alliance, ...due });
  }
  statements.setHead.run({ ...signedHead(batch.head) });
  return { kind: 'appended' };
};

const firstSeen = (statements: Statements, batch: Batch): AppendResult | null => {
  for (const cause of new Set(batch.entries.map((entry) => entry.cause))) {
    const entries: readonly SealedEntry[] = statements.entriesOfCause.all({ alliance: batch.alliance, cause });
    if (entries.length > 0) return { kind: 'seen', cause, entries };
  }
  return null;
};

const refuseMalformed = (batch: Batch): void => {
  const last = batch.entries.at(-1);
  if (last === undefined) throw new Error('a batch holds at least one entry');
  if (batch.head.alliance !== batch.alliance || batch.head.seq !== last.seq || batch.head.hash !== last.hash) {
    throw new Error(`the signed head of ${batch.alliance} is not the last entry of its batch`);
  }
  if (batch.entries.some((entry) => entry.alliance !== batch.alliance)) {
    throw new Error(`a batch of ${batch.alliance} holds an entry of another alliance`);
  }
};
