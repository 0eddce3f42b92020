import { and, desc, eq, lte, sql } from 'drizzle-orm';
import type { BetterSQLite3Database } from 'drizzle-orm/better-sqlite3';
import { attempts } from './schema.js';

/** Refused strangers. */
export const attemptStatements = (db: BetterSQLite3Database) => ({
  addAttempt: db
    .insert(attempts)
    .values({
      alliance,
      at: sql.placeholder('at'),
      who: sql.placeholder('who'),
      what: sql.placeholder('what'),
      why: sql.placeholder('why'),
    })
    .prepare(),
  forgetOldAttempts: db
    .delete(attempts)
    .where(
      and(
        eq(attempts.alliance, alliance),
        lte(
          attempts.id,
          sql`(SELECT ${attempts.id} FROM ${attempts} WHERE ${attempts.alliance} = ${alliance} ORDER BY ${attempts.id} DESC LIMIT 1 OFFSET ${sql.placeholder('kept')})`,
        ),
      ),
    )
    .prepare(),
  forgetOldestAttempts: db
    .delete(attempts)
    .where(lte(attempts.id, sql`(SELECT MAX(${attempts.id}) FROM ${attempts}) - ${sql.placeholder('kept')}`))
    .prepare(),
  attemptsOf: db
    .select({
      alliance: attempts.alliance,
      at: attempts.at,
      who: attempts.who,
      what: attempts.what,
      why: attempts.why,
    })
    .from(attempts)
    .where(eq(attempts.alliance, alliance))
    .orderBy(desc(attempts.id))
    .limit(sql.placeholder('most'))
    .prepare(),
});

const alliance = sql.placeholder('alliance');
