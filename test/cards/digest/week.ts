import type { PersonId } from '../../../src/alliance/names.js';
import { latestDigest } from '../../../src/alliance/weeks.js';
import type { DigestView } from '../../../src/cards/digest/digest.js';
import type { UndeliveredMessage } from '../../../src/cards/digest/undelivered.js';
import type { Example } from '../../alliance/charters.js';
import { object, openBook, proposal } from '../book.js';
import type { Book } from '../book.js';

/** What the digest is drawn from at this moment of a book. */
export const weekOf = (
  book: Book,
  { undelivered = [], reader = null }: { undelivered?: readonly UndeliveredMessage[]; reader?: PersonId | null } = {},
): DigestView => {
  const view = book.view();
  const week = latestDigest(view.alliance.charter.calendar, view.now);
  const entries = book.entries();
  const head = { seq: entries.length, hash: 'c0ffee'.repeat(11).slice(0, 64) };
  return { ...view, week, entries: entries.filter(({ at }) => at > week.since), head, undelivered, reader };
};

/** The voting members of a book, in the order of its register. */
export const votersOf = (book: Book): readonly string[] =>
  [...book.alliance().members.values()].filter(({ voting }) => voting).map(({ id }) => id);

/** A book after a week in which one thing was agreed, one is objected to, and one has just begun; Monday 09:00. */
export const busyWeek = (example: Example): Book => {
  const book = openBook(example);
  const voters = votersOf(book);
  const [first = '', second = '', ...others] = voters;
  const last = others.at(-1) ?? second;
  book.at('2026-03-23 10:00');
  book.says(first, proposal({ title: 'Move the Thursday session', text: 'From 1 June it is at the other house.' }));
  book.agree(...voters);
  book.at('2026-03-25 14:00');
  book.says(second, proposal({ title: 'Adopt the winter plan' }));
  book.agree(first, second);
  book.says(last, { ...object('It has no beds for women on their own.'), proposal: 'P-2' });
  book.at('2026-03-27 09:30');
  book.says(first, proposal({ title: 'Appoint an evaluator', discreet: true }));
  book.agree(first);
  book.at('2026-03-30 09:00');
  book.pass();
  return book;
};
