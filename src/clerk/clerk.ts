import type { Alliance } from '../alliance/alliance.js';
import { evolve, unfounded } from '../alliance/evolve.js';
import { plusMs } from '../alliance/instant.js';
import { foundingFacts, saltsNeeded } from '../alliance/founding.js';
import type { CommandOf } from '../alliance/commands.js';
import type { AllianceCode } from '../alliance/names.js';
import type { Refusal } from '../alliance/refusals.js';
import { emptyHead } from '../ledger/entry.js';
import type { Head } from '../ledger/entry.js';
import { type Book, booksOn, readAll, recentAfter } from './books.js';
import { watchClock } from './clockwatch.js';
import { committer } from './committer.js';
import { pooled } from './entropy.js';
import { keepFeed } from './feeds.js';
import type { Clerk, Order, Reply } from './orders.js';
import type { ClerkPorts, RoomLine } from './ports.js';
import { keepPreferences } from './preferences.js';
import { rotate } from './rotation.js';
import { sheetOn } from './sheet.js';
import { uptimeOn } from './uptime.js';

/**
 * The clerk of all the books of one store: reads, decides by the alliance's own rules, writes, and only then answers.
 * Recorded exactly once, acknowledged only when durable.
 */
export const openClerk = (office: ClerkPorts): Clerk => {
  const { ledger, clock } = office;
  const books = booksOn(ledger);
  const uptime = uptimeOn(office.heartbeats);
  const watch = watchClock(clock, office.report);
  const watched: typeof watch = {
    read: (latest) => {
      const reading = watch.read(latest);
      return { ...reading, outages: uptime.outages(reading.at) };
    },
  };
  const listeners = new Set<(alliance: AllianceCode, head: Head) => void>();
  const commits = committer({ ...office, randomness: pooled(office.randomness) }, books, watched, (alliance, head) => {
    for (const listener of listeners) listener(alliance, head);
  });
  const view = async (code: AllianceCode): Promise<Alliance | null> => {
    const { alliance, head } = await books.open(code);
    return head.seq === 0 ? null : alliance;
  };
  return {
    serve: async (order) => {
      const { command } = order;
      if (command.kind !== 'setPreferences' && command.kind !== 'setFeed') return commits.serve(order);
      return besideBook(office, await books.open(order.alliance), { ...order, command }, watch.read(null).at);
    },
    found: (charter, options) => found(office, charter, options, watch.read(null).at),
    rotateKey: async (code) => {
      // What time has made true is written first: the handover holds for the place right after it.
      await commits.serve(timePasses(code, watch.read(null).at));
      return rotate(office, await books.open(code), commits);
    },
    view,
    head: async (code) => (await books.open(code)).head,
    texts: (code, refs) => (refs.length === 0 ? Promise.resolve(new Map()) : ledger.texts(code, refs)),
    roomNames: async (code) => namesOf(await office.directory.rooms(code)),
    history: async (code, subject) => readAll(await ledger.readSubject(code, subject)).known,
    entries: async (code, afterSeq, most) =>
      recentAfter(books.kept(code), { afterSeq, most }) ?? readAll(await ledger.read(code, afterSeq, most)).known,
    tick: async () => {
      const { at } = watch.read(null);
      await uptime.read(at);
      const dues = await ledger.due(at, duesMost);
      const closing = uptime.isBack(at) ? await ledger.due(plusMs(at, closingSoonMs), duesMost) : [];
      const codes = new Set([
        ...dues.filter(({ to }) => to === 'clerk').map(({ alliance }) => alliance),
        // An outage is made good as soon as it is over, not only when the deadline comes (rulings 1.4).
        ...closing.filter(({ kind }) => kind === 'deadline').map(({ alliance }) => alliance),
        ...books.held(),
      ]);
      const orders = [...codes].map((alliance) => timePasses(alliance, at));
      await Promise.all(orders.map((order) => commits.serve(order)));
      return { at, dues: dues.filter(({ to }) => to !== 'clerk'), alliances: [...codes] };
    },
    beat: (surfaces) => uptime.beat(surfaces, watch.read(null).at),
    watch: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    now: () => watch.read(null).at,
    close: () => commits.close(),
  };
};

const namesOf = (rooms: readonly RoomLine[]): ReadonlyMap<number, string> =>
  new Map(rooms.flatMap(({ room, name }) => (name === null ? [] : [[room, name] as const])));

/** What is kept in the erasable directory and never in a book. */
const besideBook = async (
  office: ClerkPorts,
  book: Book,
  order: Order & { readonly command: CommandOf<'setPreferences' | 'setFeed'> },
  at: string,
): Promise<Reply> => {
  const { command } = order;
  if (command.kind === 'setPreferences') return keepPreferences(office.directory, book, { ...order, command }, at);
  const { feeds } = office;
  return feeds === undefined
    ? { kind: 'refused', alliance: book.alliance, refusal: { why: 'notRecordedTryAgain' } }
    : keepFeed({ ...office, feeds }, book, { ...order, command }, at);
};

/** Four working hours before a deadline lie within these days, over the longest holidays. */
const closingSoonMs = 6 * 86_400_000;

/** More dues than one tick looks at; the next tick goes on. */
const duesMost = 100_000;

const timePasses = (alliance: AllianceCode, at: string): Order => ({
  alliance,
  command: { kind: 'letTimePass' },
  by: 'clock',
  cause: `tick:${at}`,
  via: 'clock',
});

/** The first entries of a book. The key is kept before the book that it signs. */
const found = async (
  { ledger, keyring, directory, randomness }: ClerkPorts,
  charter: Parameters<Clerk['found']>[0],
  { practice, via }: Parameters<Clerk['found']>[1],
  at: string,
): Promise<Reply> => {
  const { code } = charter;
  const taken: Refusal = { why: 'codeTaken', code };
  const head = await ledger.head(code);
  if (head.seq > 0) return { kind: 'refused', alliance: null, refusal: taken };
  const publicKey = await keyring.create(code);
  const entropy = randomness.bytes(32 * saltsNeeded(charter));
  const founding = foundingFacts(charter, { practice, publicKey, at, entropy });
  const facts = founding.facts.map((fact, index) => ({ ...fact, seq: index + 1 }));
  const alliance = evolve(unfounded(code), facts);
  const sheet = sheetOn({ alliance, head: emptyHead, latest: null, recent: [] }, randomness);
  const entries = sheet.add(founding.facts, founding.texts, { via, cause: `founding:${code}` });
  const [result] = await ledger.append([sheet.batch(keyring)]);
  if (result?.kind !== 'appended') return { kind: 'refused', alliance: null, refusal: taken };
  await directory.keepPeople(
    code,
    founding.directory.map(({ person, email }) => ({ person, email: email ?? null, accounts: [] })),
  );
  return { kind: 'done', alliance, entries, repeated: false };
};
