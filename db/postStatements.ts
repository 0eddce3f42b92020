import { and, asc, count, desc, eq, getTableColumns, gte, lt, sql, type Placeholder } from 'drizzle-orm';
import type { BetterSQLite3Database } from 'drizzle-orm/better-sqlite3';
import { triesMost } from '../src/clerk/postStates.js';
import { cursors, links, marks, posts, rooms } from './schema.js';

/** Our messages on platforms, and up to where each book was worked through for them. */
export const postStatements = (db: BetterSQLite3Database) => ({
  ...writtenPosts(db),
  ...readPosts(db),
  ...cursorStatements(db),
});

const writtenPosts = (db: BetterSQLite3Database) => ({
  addPost: db.insert(posts).values(columns).onConflictDoNothing().prepare(),
  setPost: db
    .insert(posts)
    .values(columns)
    .onConflictDoUpdate({
      target: [posts.alliance, posts.to, posts.key],
      set: Object.fromEntries(changing.map((name) => [name, sql.raw(`excluded.${name}`)])),
    })
    .prepare(),
});

const readPosts = (db: BetterSQLite3Database) => ({
  openPosts: db
    .select()
    .from(posts)
    // A literal, not a parameter, so that SQLite can use the index of open posts.
    .where(and(eq(posts.alliance, alliance), sql`${posts.final} = 0`))
    .orderBy(asc(posts.seq), asc(posts.to), asc(posts.key))
    .prepare(),
  postsWithin: db
    .select()
    .from(posts)
    .where(
      and(
        eq(posts.alliance, alliance),
        gte(posts.key, sql.placeholder('fromKey')),
        lt(posts.key, sql.placeholder('toKey')),
      ),
    )
    .orderBy(asc(posts.seq), asc(posts.to))
    .prepare(),
  undeliveredPosts: db
    .select()
    .from(posts)
    .where(and(eq(posts.alliance, alliance), unsettled, sql`NOT ${pending}`))
    .orderBy(desc(posts.seq), asc(posts.to), asc(posts.key))
    .limit(sql.placeholder('most'))
    .prepare(),
  waitingPosts: db
    .select({ posts: count() })
    .from(posts)
    .where(and(eq(posts.alliance, alliance), unsettled, pending))
    .prepare(),
  postAt: db
    .select(getTableColumns(posts))
    .from(posts)
    .innerJoin(rooms, and(eq(rooms.alliance, posts.alliance), sql`${posts.to} = 'room:' || ${rooms.room}`))
    .where(
      and(
        eq(posts.reference, sql.placeholder('reference')),
        eq(rooms.platform, sql.placeholder('platform')),
        eq(rooms.tenant, sql.placeholder('tenant')),
        eq(rooms.place, sql.placeholder('place')),
      ),
    )
    .limit(1)
    .prepare(),
});

const cursorStatements = (db: BetterSQLite3Database) => ({
  setCursor: db
    .insert(cursors)
    .values({ alliance: alliance, seq: sql.placeholder('seq') })
    .onConflictDoUpdate({ target: cursors.alliance, set: { seq: sql.raw('excluded.seq') } })
    .prepare(),
  setTold: db
    .insert(marks)
    .values({ name: 'told', value: sql.placeholder('at') })
    .onConflictDoUpdate({ target: marks.name, set: { value: sql.raw('excluded.value') } })
    .prepare(),
  told: db.select({ at: marks.value }).from(marks).where(eq(marks.name, 'told')).prepare(),
  cursorOf: db.select({ seq: cursors.seq }).from(cursors).where(eq(cursors.alliance, alliance)).prepare(),
  followedAlliances: db
    .selectDistinct({ alliance: rooms.alliance })
    .from(rooms)
    .union(db.selectDistinct({ alliance: links.alliance }).from(links))
    .union(
      db
        .selectDistinct({ alliance: posts.alliance })
        .from(posts)
        .where(sql`${posts.final} = 0`),
    )
    .prepare(),
});

const alliance = sql.placeholder('alliance');

/** Literals, so that SQLite can use the index of what is not settled. */
const unsettled = sql`${posts.state} NOT IN ('shown', 'dropped')`;

/** As `isPending` has it. */
const pending = sql`(${posts.state} = 'wanted' OR (${posts.kind} = 'living' AND ${posts.state} = 'unknown' AND ${posts.tries} < ${sql.raw(String(triesMost))}))`;

const changing = ['kind', 'seq', 'state', 'reference', 'digest', 'reason', 'tries', 'final', 'at'] as const;

const columns = Object.fromEntries(
  (['alliance', 'to', 'key', ...changing] as const).map((name) => [name, sql.placeholder(name)]),
) as Record<'alliance' | 'to' | 'key' | (typeof changing)[number], Placeholder>;
