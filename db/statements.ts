import { and, asc, desc, eq, gt, inArray, lte, sql, type Placeholder } from 'drizzle-orm';
import { drizzle, type BetterSQLite3Database } from 'drizzle-orm/better-sqlite3';
import type Database from 'better-sqlite3';
import { attemptStatements } from './attemptStatements.js';
import { conversationStatements, greetingStatements } from './conversationStatements.js';
import { installationStatements } from './installationStatements.js';
import { paperStatements } from './paperStatements.js';
import { postStatements } from './postStatements.js';
import { preferenceStatements } from './preferenceStatements.js';
import { alliances, heads, ledger, links, marks, people, rooms, schedule, texts } from './schema.js';

/** Every statement of the store, prepared once a connection: building them per call was measured four times slower. */
export const prepareStatements = (client: Database.Database) => {
  const db = drizzle(client);
  return {
    ...bookStatements(db),
    ...besideStatements(db),
    ...scheduleStatements(db),
    ...attemptStatements(db),
    ...directoryStatements(db),
    ...preferenceStatements(db),
    ...roomStatements(db),
    ...postStatements(db),
    ...conversationStatements(db),
    ...greetingStatements(db),
    ...installationStatements(db),
    ...paperStatements(db),
  };
};

export type Statements = ReturnType<typeof prepareStatements>;

const alliance = sql.placeholder('alliance');
const most = sql.placeholder('most');
const identity = sql`(SELECT ${marks.value} FROM ${marks} WHERE ${marks.name} = 'identity')`;
/** Up to when everybody was told of what was due; the empty text where that was never noted. */
const told = sql`COALESCE((SELECT ${marks.value} FROM ${marks} WHERE ${marks.name} = 'told'), '')`;
const excluded = (column: string) => sql.raw(`excluded.${column}`);

/** The books: only ever added to. */
const bookStatements = (db: BetterSQLite3Database) => ({
  addEntry: db.insert(ledger).values(placeholders(ledgerColumns)).prepare(),
  lastEntry: db
    .select({ seq: ledger.seq, hash: ledger.hash })
    .from(ledger)
    // Not ordered and limited to one: SQLite plans anew for every limit that it is given as a value.
    .where(
      and(
        eq(ledger.alliance, alliance),
        eq(ledger.seq, sql`(SELECT MAX(${ledger.seq}) FROM ${ledger} WHERE ${ledger.alliance} = ${alliance})`),
      ),
    )
    .prepare(),
  entriesAfter: db
    .select()
    .from(ledger)
    .where(and(eq(ledger.alliance, alliance), gt(ledger.seq, sql.placeholder('afterSeq'))))
    .orderBy(asc(ledger.seq))
    .limit(most)
    .prepare(),
  entriesOfSubject: db
    .select()
    .from(ledger)
    .where(and(eq(ledger.alliance, alliance), eq(ledger.subject, sql.placeholder('subject'))))
    .orderBy(asc(ledger.seq))
    .prepare(),
  entriesOfCause: db
    .select()
    .from(ledger)
    .where(and(eq(ledger.alliance, alliance), eq(ledger.cause, sql.placeholder('cause'))))
    // The parts of a cause stand in sequence, and this order is the index's own.
    .orderBy(asc(ledger.part))
    .prepare(),
  allAlliances: db.select().from(alliances).orderBy(asc(alliances.alliance)).prepare(),
});

/** What stands beside the book: signed heads and texts. */
const besideStatements = (db: BetterSQLite3Database) => ({
  setHead: db
    .insert(heads)
    .values({ ...placeholders(['alliance', 'seq', 'hash', 'at', 'signature']), identity })
    .onConflictDoUpdate({
      target: heads.alliance,
      set: {
        seq: excluded('seq'),
        hash: excluded('hash'),
        at: excluded('at'),
        signature: excluded('signature'),
        identity: excluded('identity'),
      },
    })
    .prepare(),
  signedHead: db
    .select({ alliance: heads.alliance, seq: heads.seq, hash: heads.hash, at: heads.at, signature: heads.signature })
    .from(heads)
    .where(eq(heads.alliance, alliance))
    .prepare(),
  addText: db
    .insert(texts)
    .values(placeholders(['alliance', 'ref', 'text', 'salt']))
    .onConflictDoNothing()
    .prepare(),
  textsOf: db
    .select({ ref: texts.ref, text: texts.text, salt: texts.salt })
    .from(texts)
    .where(
      and(
        eq(texts.alliance, alliance),
        inArray(texts.ref, sql`(SELECT value FROM json_each(${sql.placeholder('refs')}))`),
      ),
    )
    .prepare(),
  removeText: db
    .delete(texts)
    .where(and(eq(texts.alliance, alliance), eq(texts.ref, sql.placeholder('ref'))))
    .prepare(),
});

/** Everything that will be due. */
const scheduleStatements = (db: BetterSQLite3Database) => ({
  addDue: db
    .insert(schedule)
    .values(placeholders(['alliance', 'key', 'subject', 'kind', 'to', 'dueAt']))
    .onConflictDoUpdate({
      target: [schedule.alliance, schedule.key],
      set: {
        subject: excluded('subject'),
        kind: excluded('kind'),
        to: excluded('"to"'),
        dueAt: excluded('due_at'),
      },
    })
    .prepare(),
  removeDuesOfSubject: db
    .delete(schedule)
    .where(and(eq(schedule.alliance, alliance), eq(schedule.subject, sql.placeholder('subject'))))
    .prepare(),
  removeDues: db.delete(schedule).where(eq(schedule.alliance, alliance)).prepare(),
  duesUntil: db
    .select()
    .from(schedule)
    // Two ranges, each with an index of its own; the literal lets SQLite use the one of what the clerk has to do.
    .where(and(sql`${schedule.to} = 'clerk'`, lte(schedule.dueAt, sql.placeholder('at'))))
    .unionAll(
      db
        .select()
        .from(schedule)
        .where(
          and(sql`${schedule.to} <> 'clerk'`, lte(schedule.dueAt, sql.placeholder('at')), gt(schedule.dueAt, told)),
        ),
    )
    .orderBy(asc(schedule.dueAt), asc(schedule.alliance), asc(schedule.key))
    .limit(most)
    .prepare(),
  duesOf: db
    .select({
      subject: schedule.subject,
      kind: schedule.kind,
      to: schedule.to,
      dueAt: schedule.dueAt,
      key: schedule.key,
    })
    .from(schedule)
    .where(eq(schedule.alliance, alliance))
    .orderBy(asc(schedule.dueAt), asc(schedule.key))
    .prepare(),
});

/** How people are reached and recognised. */
const directoryStatements = (db: BetterSQLite3Database) => ({
  setPerson: db
    .insert(people)
    .values(placeholders(['alliance', 'person', 'email']))
    .onConflictDoUpdate({ target: [people.alliance, people.person], set: { email: excluded('email') } })
    .prepare(),
  removePerson: db
    .delete(people)
    .where(and(eq(people.alliance, alliance), eq(people.person, sql.placeholder('person'))))
    .prepare(),
  peopleOf: db.select().from(people).where(eq(people.alliance, alliance)).orderBy(asc(people.person)).prepare(),
  setLink: db
    .insert(links)
    .values(placeholders(['alliance', 'link', 'person', 'platform', 'tenant', 'user', 'confirmed']))
    .onConflictDoUpdate({
      target: [links.alliance, links.link],
      set: {
        person: excluded('person'),
        platform: excluded('platform'),
        tenant: excluded('tenant'),
        user: excluded('user'),
        confirmed: excluded('confirmed'),
      },
    })
    .prepare(),
  confirmLink: db
    .update(links)
    .set({ confirmed: true })
    .where(and(eq(links.alliance, alliance), eq(links.link, sql.placeholder('link'))))
    .prepare(),
  removeLink: db
    .delete(links)
    .where(and(eq(links.alliance, alliance), eq(links.link, sql.placeholder('link'))))
    .prepare(),
  removeLinksOf: db
    .delete(links)
    .where(and(eq(links.alliance, alliance), eq(links.person, sql.placeholder('person'))))
    .prepare(),
  linksOf: db
    .select()
    .from(links)
    .where(and(eq(links.alliance, alliance), eq(links.confirmed, true)))
    // The one last used first; SQLite puts what was never used last.
    .orderBy(desc(links.usedAt), asc(links.link))
    .prepare(),
  everyLinkOf: db.select().from(links).where(eq(links.alliance, alliance)).orderBy(asc(links.link)).prepare(),
  personsOfAccount: db
    .selectDistinct({ alliance: links.alliance, person: links.person })
    .from(links)
    .where(
      and(
        eq(links.platform, sql.placeholder('platform')),
        eq(links.tenant, sql.placeholder('tenant')),
        eq(links.user, sql.placeholder('user')),
        eq(links.confirmed, true),
      ),
    )
    .orderBy(asc(links.alliance), asc(links.person))
    .prepare(),
});

/** Where rooms are. */
const roomStatements = (db: BetterSQLite3Database) => ({
  setRoom: db
    .insert(rooms)
    .values(placeholders(['alliance', 'room', 'body', 'platform', 'tenant', 'place', 'name']))
    .onConflictDoUpdate({
      target: [rooms.alliance, rooms.room],
      set: {
        body: excluded('body'),
        platform: excluded('platform'),
        tenant: excluded('tenant'),
        place: excluded('place'),
        name: excluded('name'),
      },
    })
    .prepare(),
  removeRoom: db
    .delete(rooms)
    .where(and(eq(rooms.alliance, alliance), eq(rooms.room, sql.placeholder('room'))))
    .prepare(),
  roomsOf: db.select().from(rooms).where(eq(rooms.alliance, alliance)).orderBy(asc(rooms.room)).prepare(),
  roomsAt: db
    .select()
    .from(rooms)
    .where(
      and(
        eq(rooms.platform, sql.placeholder('platform')),
        eq(rooms.tenant, sql.placeholder('tenant')),
        eq(rooms.place, sql.placeholder('place')),
      ),
    )
    .orderBy(asc(rooms.alliance), asc(rooms.room))
    .prepare(),
});

const ledgerColumns = ['alliance', 'seq', 'hash', 'prev', 'subject', 'kind', 'cause', 'part', 'at', 'event'] as const;

const placeholders = <K extends string>(names: readonly K[]): Record<K, Placeholder> =>
  Object.fromEntries(names.map((name): [string, Placeholder] => [name, sql.placeholder(name)])) as Record<
    K,
    Placeholder
  >;
