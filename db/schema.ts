import { sql } from 'drizzle-orm';
import { blob, index, integer, primaryKey, sqliteTable, sqliteView, text, uniqueIndex } from 'drizzle-orm/sqlite-core';

/**
 * The minute books. Rows are only ever added: triggers refuse everything else (db/migrations). `event` is the canonical
 * JSON that is hashed; the other columns repeat it for finding and are compared with it by `firstBreak`. Rows stand one
 * after another as they came: with a tree of whole rows in its place a commit wrote nearly twice as much.
 */
export const ledger = sqliteTable(
  'ledger',
  {
    alliance: text('alliance').notNull(),
    seq: integer('seq').notNull(),
    hash: text('hash').notNull(),
    prev: text('prev').notNull(),
    subject: text('subject').notNull(),
    kind: text('kind').notNull(),
    cause: text('cause').notNull(),
    part: integer('part').notNull(),
    at: text('at').notNull(),
    event: text('event').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.alliance, table.seq] }),
    uniqueIndex('ledger_cause').on(table.alliance, table.cause, table.part),
    index('ledger_subject').on(table.alliance, table.subject, table.seq),
  ],
);

/** Texts that can be redacted; the book holds only their commitments (rulings 4.2). */
export const texts = sqliteTable(
  'texts',
  {
    alliance: text('alliance').notNull(),
    ref: text('ref').notNull(),
    text: text('text').notNull(),
    salt: text('salt').notNull(),
  },
  (table) => [primaryKey({ columns: [table.alliance, table.ref] })],
);

/** Papers of meetings by the SHA-256 of their bytes: as they came, for good. A trigger refuses every change. */
export const papers = sqliteTable(
  'papers',
  {
    alliance: text('alliance').notNull(),
    sha256: text('sha256').notNull(),
    bytes: blob('bytes', { mode: 'buffer' }).notNull(),
  },
  (table) => [primaryKey({ columns: [table.alliance, table.sha256] })],
);

/** Who follows a calendar: a word that gives out the address again only together with the book's key, and the hash of it. */
export const feeds = sqliteTable(
  'feeds',
  {
    alliance: text('alliance').notNull(),
    person: text('person').notNull(),
    word: text('word').notNull(),
    tokenHash: text('token_hash').notNull(),
    at: text('at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.alliance, table.person] }), uniqueIndex('feeds_token').on(table.tokenHash)],
);

/** The signed head of each book, by which a lost tail is noticed (rulings 4.4). */
export const heads = sqliteTable('heads', {
  alliance: text('alliance').primaryKey(),
  seq: integer('seq').notNull(),
  hash: text('hash').notNull(),
  at: text('at').notNull(),
  signature: text('signature').notNull(),
  /** The file's identity again, since this table is in every commit: a foreign write-ahead log brings another one. */
  identity: text('identity').notNull(),
});

/** Every future moment that matters, as a row; always equal to what the book itself says. */
export const schedule = sqliteTable(
  'schedule',
  {
    alliance: text('alliance').notNull(),
    key: text('key').notNull(),
    subject: text('subject').notNull(),
    kind: text('kind').notNull(),
    to: text('to').notNull(),
    dueAt: text('due_at').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.alliance, table.key] }),
    index('schedule_due').on(table.dueAt),
    // What the clerk has to do stays until it is done; a beat must not walk past the reminders of weeks to find it.
    index('schedule_clerk')
      .on(table.dueAt)
      .where(sql`"to" = 'clerk'`),
    index('schedule_subject').on(table.alliance, table.subject),
  ],
);

/** How a person is reached and recognised. Erasable, and never in the book (rulings 4.2). */
export const people = sqliteTable(
  'people',
  {
    alliance: text('alliance').notNull(),
    person: text('person').notNull(),
    email: text('email'),
  },
  (table) => [primaryKey({ columns: [table.alliance, table.person] }), index('people_email').on(table.email)],
);

/** What a person wants to be spared. Erasable with the person, and never in the book (rulings 4.2). */
export const preferences = sqliteTable(
  'preferences',
  {
    alliance: text('alliance').notNull(),
    person: text('person').notNull(),
    /** No reminders before this moment. */
    snoozedUntil: text('snoozed_until'),
    /** Local times "HH:MM" between which nothing unasked is sent; both or neither. */
    quietFrom: text('quiet_from'),
    quietTo: text('quiet_to'),
  },
  (table) => [primaryKey({ columns: [table.alliance, table.person] })],
);

/** One row a surface a minute in which it was up (rulings 1.4). */
export const heartbeats = sqliteTable(
  'heartbeats',
  { surface: text('surface').notNull(), minute: text('minute').notNull() },
  (table) => [primaryKey({ columns: [table.surface, table.minute] })],
);

/** Accounts that may act for a person, by the number of the link in the book; proposed ones wait for confirmation. */
export const links = sqliteTable(
  'links',
  {
    alliance: text('alliance').notNull(),
    link: integer('link').notNull(),
    person: text('person').notNull(),
    platform: text('platform').notNull(),
    tenant: text('tenant').notNull(),
    user: text('user').notNull(),
    confirmed: integer('confirmed', { mode: 'boolean' }).notNull(),
    /** When the person last acted through it; null as long as that is not known. */
    usedAt: text('used_at'),
  },
  (table) => [
    primaryKey({ columns: [table.alliance, table.link] }),
    index('links_account').on(table.platform, table.tenant, table.user),
    index('links_person').on(table.alliance, table.person),
  ],
);

/** Where the rooms of an alliance are, by the number of the room in the book. */
export const rooms = sqliteTable(
  'rooms',
  {
    alliance: text('alliance').notNull(),
    room: integer('room').notNull(),
    body: text('body').notNull(),
    platform: text('platform').notNull(),
    tenant: text('tenant').notNull(),
    place: text('place').notNull(),
    /** As people called it when it was bound; null where the platform did not tell. */
    name: text('name'),
  },
  (table) => [
    primaryKey({ columns: [table.alliance, table.room] }),
    index('rooms_place').on(table.platform, table.tenant, table.place),
  ],
);

/** Our messages on platforms: what is shown where, what is still to be sent, what may not have arrived (rulings 5). */
export const posts = sqliteTable(
  'posts',
  {
    alliance: text('alliance').notNull(),
    /** "room:3" or "person:7". */
    to: text('to').notNull(),
    key: text('key').notNull(),
    kind: text('kind').notNull(),
    seq: integer('seq').notNull(),
    state: text('state').notNull(),
    reference: text('reference'),
    digest: text('digest'),
    reason: text('reason'),
    tries: integer('tries').notNull(),
    final: integer('final', { mode: 'boolean' }).notNull(),
    at: text('at').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.alliance, table.to, table.key] }),
    index('posts_open')
      .on(table.alliance)
      .where(sql`final = 0`),
    index('posts_undelivered')
      .on(table.alliance)
      .where(sql`state NOT IN ('shown', 'dropped')`),
    index('posts_reference').on(table.reference),
    index('posts_key').on(table.alliance, table.key),
  ],
);

/** Up to which entry of a book it was worked out which messages it asks for. */
export const cursors = sqliteTable('cursors', {
  alliance: text('alliance').primaryKey(),
  seq: integer('seq').notNull(),
});

/** Workspaces that installed us. The store never sees a token: it was encrypted before it came here. */
export const installations = sqliteTable(
  'installations',
  {
    platform: text('platform').notNull(),
    tenant: text('tenant').notNull(),
    sealed: text('sealed').notNull(),
    at: text('at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.platform, table.tenant] })],
);

/** Through what a room or a person is reached where a platform has several addresses. */
export const conversations = sqliteTable(
  'conversations',
  {
    platform: text('platform').notNull(),
    tenant: text('tenant').notNull(),
    place: text('place').notNull(),
    app: text('app').notNull(),
    service: text('service').notNull(),
    conversation: text('conversation').notNull(),
    /** What became of the greeting there: "sending", "shown" or why not; null where none was asked for. */
    greeting: text('greeting'),
  },
  (table) => [primaryKey({ columns: [table.platform, table.tenant, table.place] })],
);

/** The newest refused attempts of each alliance; older ones make room. */
export const attempts = sqliteTable(
  'attempts',
  {
    id: integer('id').primaryKey({ autoIncrement: true }),
    alliance: text('alliance').notNull(),
    at: text('at').notNull(),
    who: text('who').notNull(),
    what: text('what').notNull(),
    why: text('why').notNull(),
  },
  (table) => [index('attempts_alliance').on(table.alliance, table.id)],
);

/**
 * Facts about the file itself: "identity", with which `heads.identity` must agree, and "told", the moment up to which
 * everybody was told of what was due.
 */
export const marks = sqliteTable('marks', { name: text('name').primaryKey(), value: text('value').notNull() });

/** View, for the list of alliances. */
export const alliances = sqliteView('alliances', {
  alliance: text('alliance').notNull(),
  name: text('name').notNull(),
  practice: integer('practice').notNull(),
  foundedAt: text('founded_at').notNull(),
  seq: integer('seq').notNull(),
  hash: text('hash').notNull(),
}).existing();
