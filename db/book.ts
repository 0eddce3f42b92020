import type Database from 'better-sqlite3';
import type { Attempt } from '../src/clerk/ports.js';
import { emptyHead } from '../src/ledger/entry.js';
import type { Statements } from './statements.js';
import type { Tables } from './tables.js';

/** Reading the books, the schedule and the notes of refused attempts. Every answer is plain data. */
export const bookOf = (client: Database.Database, statements: Statements): Pick<Tables, BookPort> => {
  const note = client.transaction((attempt: Attempt) => {
    statements.addAttempt.run({
      alliance: cut(attempt.alliance),
      at: attempt.at,
      who: cut(attempt.who),
      what: cut(attempt.what),
      why: cut(attempt.why),
    });
    statements.forgetOldAttempts.run({ alliance: cut(attempt.alliance), kept: attemptsKept });
    statements.forgetOldestAttempts.run({ kept: attemptsKeptInAll });
  });
  const replace = client.transaction<Tables['replaceSchedule']>((alliance, asOf, dues) => {
    const { seq, hash } = statements.lastEntry.get({ alliance }) ?? emptyHead;
    if (seq !== asOf.seq || hash !== asOf.hash) return false;
    statements.removeDues.run({ alliance });
    for (const due of dues) statements.addDue.run({ alliance, ...due });
    return true;
  });
  return {
    read: (alliance, afterSeq, most) => statements.entriesAfter.all({ alliance, afterSeq, most }),
    readSubject: (alliance, subject) => statements.entriesOfSubject.all({ alliance, subject }),
    readCause: (alliance, cause) => statements.entriesOfCause.all({ alliance, cause }),
    head: (alliance) => statements.lastEntry.get({ alliance }) ?? emptyHead,
    alliances: () =>
      statements.allAlliances.all().map(({ alliance, name, practice, seq, hash }) => ({
        code: alliance,
        name,
        practice: practice === 1,
        head: { seq, hash },
      })),
    signedHead: (alliance) => statements.signedHead.get({ alliance }) ?? null,
    due: (at, most) => statements.duesUntil.all({ at, most }),
    scheduled: (alliance) => statements.duesOf.all({ alliance }),
    replaceSchedule: (alliance, asOf, dues) => replace.immediate(alliance, asOf, dues),
    noteAttempt: (attempt) => note.immediate(attempt),
    attempts: (alliance, most) => statements.attemptsOf.all({ alliance, most }),
  };
};

type BookPort =
  | 'read'
  | 'readSubject'
  | 'readCause'
  | 'head'
  | 'alliances'
  | 'signedHead'
  | 'due'
  | 'scheduled'
  | 'replaceSchedule'
  | 'noteAttempt'
  | 'attempts';

/** The newest attempts kept of one alliance, and of all together: strangers can name alliances that do not exist. */
export const attemptsKept = 1_000;
export const attemptsKeptInAll = 100_000;

const attemptLength = 500;

const cut = (words: string): string => words.slice(0, attemptLength);
