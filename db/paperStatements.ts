import { and, eq, sql } from 'drizzle-orm';
import type { BetterSQLite3Database } from 'drizzle-orm/better-sqlite3';
import { feeds, papers } from './schema.js';

/** Papers of meetings, and addresses of calendars. */
export const paperStatements = (db: BetterSQLite3Database) => ({
  addPaper: db
    .insert(papers)
    .values({ alliance, sha256, bytes: sql.placeholder('bytes') })
    .onConflictDoNothing()
    .prepare(),
  paperOf: db
    .select({ bytes: papers.bytes })
    .from(papers)
    .where(and(eq(papers.alliance, alliance), eq(papers.sha256, sha256)))
    .prepare(),
  setFeed: db
    .insert(feeds)
    .values({ alliance, person, word: sql.placeholder('word'), tokenHash, at: sql.placeholder('at') })
    .onConflictDoUpdate({
      target: [feeds.alliance, feeds.person],
      set: { word: sql.raw('excluded.word'), tokenHash: sql.raw('excluded.token_hash'), at: sql.raw('excluded.at') },
    })
    .prepare(),
  feedOfPerson: db
    .select({ word: feeds.word, tokenHash: feeds.tokenHash, at: feeds.at })
    .from(feeds)
    .where(and(eq(feeds.alliance, alliance), eq(feeds.person, person)))
    .prepare(),
  feedByToken: db
    .select({ alliance: feeds.alliance, person: feeds.person })
    .from(feeds)
    .where(eq(feeds.tokenHash, tokenHash))
    .prepare(),
  removeFeed: db
    .delete(feeds)
    .where(and(eq(feeds.alliance, alliance), eq(feeds.person, person)))
    .prepare(),
});

const alliance = sql.placeholder('alliance');
const sha256 = sql.placeholder('sha256');
const person = sql.placeholder('person');
const tokenHash = sql.placeholder('tokenHash');
