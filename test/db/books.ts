import { randomBytes } from 'node:crypto';
import type { Fact } from '../../src/alliance/events.js';
import { instantOf, msOf } from '../../src/alliance/instant.js';
import type { PersonId } from '../../src/alliance/names.js';
import { saltBytes, textSealer } from '../../src/alliance/texts.js';
import type { AppendResult, Batch, Due, Keyring, Ledger } from '../../src/clerk/ports.js';
import { emptyHead, seal, type Head } from '../../src/ledger/entry.js';
import { openKeyring } from '../../db/keyring.js';

export interface Page {
  readonly cause?: string;
  /** Names of record that the page adds, one entry each; one invented person unless given. */
  readonly names?: readonly string[];
  readonly schedule?: readonly (readonly [string, readonly Due[]])[];
}

export interface Book {
  readonly alliance: string;
  readonly head: () => Head;
  /** The next batch of this book; the book goes on from there. */
  readonly write: (page?: Page) => Batch;
}

const opening = '2026-04-02T09:00:00.000Z';

/** A book that somebody writes in: each batch follows the last, the first founds the alliance. The store signs for real. */
export const bookOf = async (alliance = 'PLY', keyring: Keyring = openKeyring({ folder: null })): Promise<Book> => {
  const publicKey = await keyring.create(alliance);
  let head: Head = emptyHead;
  let written = 0;
  const write = ({ cause, names = ['Rowan Tregear'], schedule = [] }: Page = {}): Batch => {
    written += 1;
    const at = instantOf(msOf(opening) + written * 1_000);
    const sealer = textSealer(randomBytes(saltBytes * names.length));
    const facts: Fact[] = names.map((name, index): Fact => {
      const person: PersonId = `person:${written * 100 + index}`;
      return fact('PersonNamed', person, at, { person, name: sealer.seal(name) });
    });
    if (head.seq === 0) {
      const founded = { code: alliance, name: `${alliance} Alliance`, practice: true, publicKey };
      facts.unshift(fact('AllianceFounded', 'alliance', at, founded));
    }
    const entries = seal(alliance, head, facts, { via: 'cli', cause: cause ?? `${alliance}-${written}` });
    const after = head;
    const last = entries.at(-1);
    if (last === undefined) throw new Error('a page holds at least one entry');
    head = { seq: last.seq, hash: last.hash };
    return {
      alliance,
      after,
      entries,
      texts: sealer.texts(),
      papers: [],
      directory: [],
      schedule: new Map(schedule),
      head: { alliance, ...head, at, key: keyring.keyOf(alliance, publicKey) },
    };
  };
  return { alliance, head: () => head, write };
};

/** Seals facts of any kind into one batch after `after`, for tests that need more than names. */
export const batchOf = (alliance: string, after: Head, facts: readonly Fact[], cause: string): Batch => {
  const entries = seal(alliance, after, facts, { via: 'web', cause });
  const last = entries.at(-1);
  if (last === undefined) throw new Error('a batch holds at least one entry');
  const head = { alliance, seq: last.seq, hash: last.hash, at: last.at, signature: 'unsigned' };
  return { alliance, after, entries, texts: [], papers: [], directory: [], schedule: new Map(), head };
};

export const fact = <K extends Fact['kind']>(
  kind: K,
  subject: string,
  at: string,
  body: Extract<Fact, { readonly kind: K }>['body'],
): Fact => ({ kind, subject, at, occurredAt: at, by: 'operator', body }) as Fact;

/** Appends what must be appended. */
export const keep = async (ledger: Ledger, ...batches: readonly Batch[]): Promise<void> => {
  const results: readonly AppendResult[] = await ledger.append(batches);
  const refused = results.find((result) => result.kind !== 'appended');
  if (refused !== undefined) throw new Error(`not appended: ${JSON.stringify(refused)}`);
};

export const due = (key: string, dueAt: string, subject = 'P-1'): Due => ({
  subject,
  kind: 'reminder:oneWorkingDay',
  to: 'harbour',
  dueAt,
  key,
});

/** What an entry is in the ledger's table; beside these it has names that keep hidden numbers of rows from being named. */
export const ledgerColumns = 'alliance, seq, hash, prev, subject, kind, cause, part, at, event';
