import type { Alliance } from '../alliance/alliance.js';
import { evolve, unfounded, unreadableAt } from '../alliance/evolve.js';
import type { Instant } from '../alliance/instant.js';
import type { AllianceCode } from '../alliance/names.js';
import { emptyHead, readEntry } from '../ledger/entry.js';
import type { Entry, Head, SealedEntry } from '../ledger/entry.js';
import type { Ledger } from './ports.js';

/** A book as read so far: the alliance, and the entry up to which it was read. */
export interface Book {
  readonly alliance: Alliance;
  readonly head: Head;
  /** Time of the newest entry; null in an empty book. */
  readonly latest: Instant | null;
  /** The last entries that were written here, without a gap up to the head; whoever follows the book reads these first. */
  readonly recent: readonly Entry[];
}

/** Entries that are kept beside a book. */
export const recentMost = 64;

/** The entries after a place of the book, from what is kept beside it; null where that does not reach back so far. */
export const recentAfter = (
  book: Book | undefined,
  { afterSeq, most }: { readonly afterSeq: number; readonly most: number },
): readonly Entry[] | null => {
  if (book === undefined) return null;
  const { head, recent } = book;
  const from = afterSeq - (head.seq - recent.length);
  return from < 0 ? null : recent.slice(from, from + most);
};

/** Books read into memory; the least recently used are dropped. Only what is durable is kept here. */
export interface Books {
  /** The book up to the store's last entry when it was first read, or as kept since. */
  open(code: AllianceCode): Promise<Book>;
  /** The book if it is in memory. */
  kept(code: AllianceCode): Book | undefined;
  /** Those in memory in which something waits for a clock that can be trusted again, whatever is due. */
  held(): readonly AllianceCode[];
  /** Takes the place of what was kept, once it is durable. */
  keep(code: AllianceCode, book: Book): void;
  /** Forgets what was kept; it is read anew when next asked for. */
  drop(code: AllianceCode): void;
}

/** A book of which nothing was read yet. */
export const unread = (code: AllianceCode): Book => ({
  alliance: unfounded(code),
  head: emptyHead,
  latest: null,
  recent: [],
});

export const booksOn = (ledger: Ledger, most = 1_000): Books => {
  const kept = new Map<AllianceCode, Book>();
  const reading = new Map<AllianceCode, Promise<Book>>();
  const held = new Set<AllianceCode>();
  const drop = (code: AllianceCode): void => {
    kept.delete(code);
    held.delete(code);
  };
  const touch = (code: AllianceCode, book: Book): void => {
    drop(code);
    kept.set(code, book);
    if (book.alliance.held.size > 0) held.add(code);
    const [oldest] = kept.keys();
    if (kept.size > most && oldest !== undefined) drop(oldest);
  };
  const read = async (code: AllianceCode): Promise<Book> => {
    try {
      const book = await readOn(ledger, code, unread(code));
      if (book.head.seq > 0) touch(code, book);
      return book;
    } finally {
      reading.delete(code);
    }
  };
  return {
    open: (code) => {
      const book = kept.get(code);
      if (book !== undefined) {
        touch(code, book);
        return Promise.resolve(book);
      }
      const underWay = reading.get(code) ?? read(code);
      reading.set(code, underWay);
      return underWay;
    },
    kept: (code) => kept.get(code),
    held: () => [...held],
    keep: touch,
    drop,
  };
};

/** Entries that are read in one go. */
export const pageEntries = 2_000;

const readOn = async (ledger: Ledger, code: AllianceCode, from: Book): Promise<Book> => {
  let book = from;
  for (;;) {
    const page = await ledger.read(code, book.head.seq, pageEntries);
    book = extended(book, page);
    if (page.length < pageEntries) return book;
  }
};

/** The book with these entries read; stops understanding at the first one that is not known here (rulings 4.1). */
export const extended = (book: Book, entries: readonly SealedEntry[]): Book => {
  const last = entries.at(-1);
  if (last === undefined) return book;
  const { known, unknown } = readAll(entries);
  const alliance = evolve(book.alliance, known);
  return {
    alliance: unknown === null || alliance.unreadable !== null ? alliance : unreadableAt(alliance, unknown),
    head: { seq: last.seq, hash: last.hash },
    latest: last.at,
    recent: [],
  };
};

/** Entries up to the first that is not known here. */
export const readAll = (
  entries: readonly SealedEntry[],
): { readonly known: readonly Entry[]; readonly unknown: { seq: number; kind: string; v: number } | null } => {
  const known: Entry[] = [];
  for (const { event } of entries) {
    const entry = readEntry(event);
    if ('unknown' in entry) {
      const { seq, kind, v } = entry.unknown;
      return { known, unknown: { seq, kind, v } };
    }
    known.push(entry);
  }
  return { known, unknown: null };
};
