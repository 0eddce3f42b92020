import { openStore } from '../../db/store.js';
import type { Alliance } from '../../src/alliance/alliance.js';
import { type Due, dues } from '../../src/alliance/due.js';
import { evolve, unfounded } from '../../src/alliance/evolve.js';
import type { Instant } from '../../src/alliance/instant.js';
import { voicesOf } from '../../src/alliance/speaking.js';
import type { AllianceCode } from '../../src/alliance/names.js';
import type { Book } from '../../src/ledger/auditor.js';
import { readEntry } from '../../src/ledger/entry.js';
import type { OpenProposal, Seat } from './acts.js';

export interface KeptBook extends Book {
  /** What the store says is due, in the order of time. */
  readonly scheduled: readonly Due[];
}

export type Books = ReadonlyMap<AllianceCode, KeptBook>;

/** Every book of a file, read while the program serves it or after it has ended. */
export const readBooks = async (path: string): Promise<Books> => {
  const store = openStore(path, { reading: true });
  try {
    const lines = await store.alliances();
    return new Map(
      await Promise.all(
        lines.map(async ({ code }): Promise<[AllianceCode, KeptBook]> => {
          const entries = await store.read(code, 0, entriesMost);
          return [code, { entries, signedHead: await store.signedHead(code), scheduled: await store.scheduled(code) }];
        }),
      ),
    );
  } finally {
    await store.close();
  }
};

const entriesMost = 10_000_000;

export const allianceOf = (code: AllianceCode, { entries }: Book): Alliance =>
  evolve(
    unfounded(code),
    entries.map(({ event }) => {
      const entry = readEntry(event);
      if ('unknown' in entry) throw new Error(`${code}: entry ${entry.unknown.seq} is of an unknown kind`);
      return entry;
    }),
  );

/** Where the schedule of a book is not what the book itself says; a sentence each. Of a file at rest only. */
export const scheduleFaults = (books: Books): readonly string[] =>
  [...books].flatMap(([code, book]) => {
    const lines = (all: readonly Due[]): readonly string[] => all.map(({ key, to, dueAt }) => `${dueAt} ${key} ${to}`);
    const expected = lines(dues(allianceOf(code, book)));
    const found = lines(book.scheduled);
    return expected.join('\n') === found.join('\n')
      ? []
      : [`${code}: scheduled is [${found.join(', ')}], the book says [${expected.join(', ')}]`];
  });

/** Everybody who may speak for a member now. */
export const seatsOf = (alliance: Alliance, at: Instant): readonly Seat[] =>
  [...alliance.people.keys()].flatMap((person) =>
    voicesOf(alliance, person, at)
      .filter(({ as }) => as === 'representative')
      .map(({ member }) => ({ alliance: alliance.code, person, member })),
  );

export const openProposalsOf = (alliance: Alliance): readonly OpenProposal[] =>
  [...alliance.live].flatMap((id) => {
    const proposal = alliance.proposals.get(id);
    return proposal?.status === 'open' && proposal.current !== null
      ? [{ alliance: alliance.code, proposal: id, revision: proposal.current.number }]
      : [];
  });
