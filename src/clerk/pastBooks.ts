import type { AllianceCode } from '../alliance/names.js';
import { type Book, extended, pageEntries, unread } from './books.js';
import type { Ledger } from './ports.js';

/**
 * The book as it stood with this entry, for what is drawn as it was then. The last few that were asked for are kept: what
 * is behind an entry never changes, and no word that may be removed is in it (rulings 4.2). Rejects where there is no such
 * entry.
 */
export const bookAt = (ledger: Pick<Ledger, 'read'>, code: AllianceCode, seq: number): Promise<Book> => {
  const books = kept.get(ledger) ?? new Map<string, Promise<Book>>();
  kept.set(ledger, books);
  const name = `${code} ${seq}`;
  const book = books.get(name) ?? readUpTo(ledger, code, seq);
  books.delete(name);
  books.set(name, book);
  book.catch(() => books.delete(name));
  const [oldest] = books.keys();
  if (books.size > keptMost && oldest !== undefined) books.delete(oldest);
  return book;
};

const kept = new WeakMap<object, Map<string, Promise<Book>>>();

/** Books as they stood that are kept in memory: the pages of a few meetings that are being opened just now. */
const keptMost = 8;

const readUpTo = async (ledger: Pick<Ledger, 'read'>, code: AllianceCode, seq: number): Promise<Book> => {
  let book = unread(code);
  while (book.head.seq < seq) {
    const page = await ledger.read(code, book.head.seq, Math.min(pageEntries, seq - book.head.seq));
    if (page.length === 0) throw new Error(`entry ${seq} of ${code} is not there`);
    book = extended(book, page);
  }
  return book;
};
