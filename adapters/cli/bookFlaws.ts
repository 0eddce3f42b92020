import type { AllianceCode, TextRef } from '../../src/alliance/names.js';
import { textRefsIn } from '../../src/cards/view.js';
import { counted } from '../../src/cards/words/general.js';
import { isScheduleOf } from '../../src/clerk/schedules.js';
import type { SealedEntry } from '../../src/ledger/entry.js';
import type { Books, FileFlaw } from './desk.js';

/** What is wrong beside a book although its entries are in order: its key is another one, or words are gone unsaid. */
export const flawsBeside = async (
  books: Books,
  alliance: AllianceCode,
  entries: readonly SealedEntry[],
): Promise<readonly FileFlaw[]> => {
  const { keysAt, ledger } = books;
  const said = entries.map(({ event }) => parsed(event));
  const gone = await unexplained(ledger, alliance, said);
  return [
    ...(books.holdsKey(alliance, keysNamed(said)) === false ? [{ alliance, what: strangeKey(keysAt) }] : []),
    ...(gone === 0
      ? []
      : [
          {
            alliance,
            what: `${counted(gone, 'text')} behind its entries ${gone === 1 ? 'is' : 'are'} gone, and no entry says why`,
          },
        ]),
  ];
};

/** Books of which a key is kept and nothing else: deleted whole, even the head by which the file would miss them. */
export const booksGone = async (books: Books): Promise<readonly FileFlaw[]> => {
  const present = new Set((await books.ledger.alliances()).map(({ code }) => code));
  const gone = books.alliancesWithKeys().filter((alliance) => !present.has(alliance));
  return gone.map((alliance) => ({
    alliance,
    what: `its key is in ${books.keysAt ?? ''}, but the file holds no book of it: the book was taken away with its head, or its founding was interrupted ("roundtable found" then goes on with that key)`,
  }));
};

/** Whether the schedule differs from what the book says. While a server writes in the book, that server keeps it right. */
export const isScheduleWrong = async ({ clerk, ledger }: Books, alliance: AllianceCode): Promise<boolean> => {
  const view = await clerk.view(alliance);
  const scheduled = await ledger.scheduled(alliance);
  const [read, now] = [await clerk.head(alliance), await ledger.signedHead(alliance)];
  return view !== null && read.seq === now?.seq && !isScheduleOf(view, scheduled);
};

interface Said {
  readonly kind?: unknown;
  readonly body?: { readonly publicKey?: unknown };
}

/** Of an entry that was spoilt the auditor tells; here it says nothing. */
const parsed = (event: string): Said => {
  try {
    return (JSON.parse(event) as Said | null) ?? {};
  } catch {
    return {};
  }
};

const keysNamed = (said: readonly Said[]): readonly string[] =>
  said
    .filter(({ kind }) => kind === 'AllianceFounded' || kind === 'KeyRotated')
    .flatMap(({ body }) => (typeof body?.publicKey === 'string' ? [body.publicKey] : []));

/** Somebody without the key can write a whole book anew under a key of their own; the key kept here tells. */
const strangeKey = (keysAt: string | null): string =>
  `the book names no key that is kept for it${keysAt === null ? '' : ` in ${keysAt}`}: it may have been written anew from its first entry`;

/** Texts may be removed, but never without an entry that says so (rulings 4.2). */
const unexplained = async (ledger: Books['ledger'], alliance: AllianceCode, said: readonly Said[]): Promise<number> => {
  const removed = textRefsIn(said.filter(({ kind }) => kind === 'TextsRedacted'));
  const wanted = [...textRefsIn(said)].filter((ref) => commitment.test(ref) && !removed.has(ref));
  const kept = new Set<TextRef>((await ledger.saltedTexts(alliance, wanted)).map(({ ref }) => ref));
  return wanted.filter((ref) => !kept.has(ref)).length;
};

const commitment = /^text:[0-9a-f]{64}$/u;
