import type { Alliance } from '../alliance/alliance.js';
import { decide } from '../alliance/decide.js';
import type { DirectoryChange } from '../alliance/directory.js';
import type { Due } from '../alliance/due.js';
import { alwaysMoved, dues, movedDues } from '../alliance/due.js';
import type { Fact } from '../alliance/events.js';
import type { SaltedText } from '../alliance/texts.js';
import { entryOf, seal } from '../ledger/entry.js';
import type { Entry, Head, SealedEntry } from '../ledger/entry.js';
import { type Book, recentMost } from './books.js';
import type { Outcome } from './causes.js';
import { outcomeOf } from './causes.js';
import type { Reading } from './clockwatch.js';
import type { Order } from './orders.js';
import { papersIn } from './papers.js';
import type { Batch, Keyring, Randomness } from './ports.js';

/**
 * The sheet on which orders of one alliance are worked out one upon another before they are committed together: nine
 * votes on one proposal share a commit (architecture.md 5).
 */
export interface Sheet {
  /** What the order comes to, once the sheet is durable. */
  write(order: Order, reading: Reading): Outcome;
  /** Adds facts that no order made, as at founding. */
  add(facts: readonly Fact[], texts: readonly SaltedText[], order: Pick<Order, 'via' | 'cause'>): readonly Entry[];
  isBlank(): boolean;
  /** The alliance as it will be. */
  readonly alliance: () => Alliance;
  /** Everything on the sheet as one batch for the ledger, with its head and the key that signs it. Only when not blank; throws when the key is not here. */
  batch(keyring: Pick<Keyring, 'keyOf'>): Batch;
  /** The book once the batch is durable. */
  book(): Book;
}

/** What becomes durable with the entries and is not among them. */
interface Beside {
  readonly texts: SaltedText[];
  readonly papers: Batch['papers'][number][];
  readonly directory: DirectoryChange[];
}

export const sheetOn = (book: Book, randomness: Randomness): Sheet => {
  let { alliance, head } = book;
  const entries: SealedEntry[] = [];
  const written: Entry[] = [];
  const beside: Beside = { texts: [], papers: [], directory: [] };
  const add = (facts: readonly Fact[], order: Pick<Order, 'via' | 'cause'>, next: Alliance): readonly Entry[] => {
    const sealed = seal(alliance.code, head, facts, order);
    entries.push(...sealed);
    head = headOf(sealed) ?? head;
    alliance = next;
    const added = sealed.map((each, index) => entryOf(each, facts[index]!, order));
    written.push(...added);
    return added;
  };
  return {
    write: (order, { at, trusted, outages }) => {
      const { command, by, occurredAt } = order;
      const entropy = randomness.bytes(entropyBytes);
      const before = alliance;
      const decision = decide(before, command, { by, at, occurredAt, head, entropy, clockTrusted: trusted, outages });
      if (decision.past.length > 0) add(decision.past, { via: 'clock', cause: `clock:${head.seq}` }, before);
      const made = add(decision.facts, order, decision.alliance);
      if (made.length > 0) {
        beside.texts.push(...decision.texts);
        beside.papers.push(...papersIn(order));
        beside.directory.push(...decision.directory);
      }
      if (decision.refusal === undefined) return { entries: made };
      return made.length > 0 ? outcomeOf(made) : { refusal: decision.refusal };
    },
    add: (facts, sealed, order) => {
      beside.texts.push(...sealed);
      return add(facts, order, alliance);
    },
    isBlank: () => entries.length === 0,
    alliance: () => alliance,
    batch: (keyring) => ({
      alliance: alliance.code,
      after: book.head,
      entries,
      ...beside,
      schedule: scheduleAfter(book.alliance, alliance, entries),
      head: {
        ...head,
        alliance: alliance.code,
        at: entries.at(-1)?.at ?? '',
        key: keyring.keyOf(alliance.code, alliance.publicKey),
      },
    }),
    book: () => ({
      alliance,
      head,
      latest: entries.at(-1)?.at ?? book.latest,
      recent: [...book.recent, ...written].slice(-recentMost),
    }),
  };
};

/** Salts for more texts than any one order can seal. */
const entropyBytes = 32 * 8;

const headOf = (entries: readonly SealedEntry[]): Head | null => {
  const last = entries.at(-1);
  return last === undefined ? null : { seq: last.seq, hash: last.hash };
};

/** The future of every subject for which the entries moved it; all are asked where the rules themselves changed. */
export const scheduleAfter = (
  before: Alliance,
  after: Alliance,
  entries: readonly Pick<SealedEntry, 'subject' | 'kind'>[],
): ReadonlyMap<string, readonly Due[]> => {
  const subjects = new Set([...entries.map(({ subject }) => subject), ...alwaysMoved(after)]);
  if (entries.some(({ kind }) => kind === 'CharterAdopted')) {
    for (const { subject } of dues(after)) subjects.add(subject);
  }
  return movedDues(before, after, subjects);
};
