import { and, eq, gte, lt, sql } from 'drizzle-orm';
import type { BetterSQLite3Database } from 'drizzle-orm/better-sqlite3';
import { heartbeats, links, preferences } from './schema.js';

/** What people want to be spared, where they were last, and when surfaces were up. */
export const preferenceStatements = (db: BetterSQLite3Database) => ({
  preferencesOf: db.select().from(preferences).where(ofPerson).prepare(),
  setPreferences: db
    .insert(preferences)
    .values({
      alliance: sql.placeholder('alliance'),
      person: sql.placeholder('person'),
      snoozedUntil: sql.placeholder('snoozedUntil'),
      quietFrom: sql.placeholder('quietFrom'),
      quietTo: sql.placeholder('quietTo'),
    })
    .onConflictDoUpdate({
      target: [preferences.alliance, preferences.person],
      set: {
        snoozedUntil: sql.raw('excluded.snoozed_until'),
        quietFrom: sql.raw('excluded.quiet_from'),
        quietTo: sql.raw('excluded.quiet_to'),
      },
    })
    .prepare(),
  removePreferences: db.delete(preferences).where(ofPerson).prepare(),
  noteUse: db
    .update(links)
    .set({ usedAt: sql`${sql.placeholder('at')}` })
    .where(
      and(
        eq(links.platform, sql.placeholder('platform')),
        eq(links.tenant, sql.placeholder('tenant')),
        eq(links.user, sql.placeholder('user')),
      ),
    )
    .prepare(),
  addHeartbeat: db
    .insert(heartbeats)
    .values({ surface: sql.placeholder('surface'), minute: sql.placeholder('minute') })
    .onConflictDoNothing()
    .prepare(),
  heartbeatsSince: db
    .select()
    .from(heartbeats)
    .where(gte(heartbeats.minute, sql.placeholder('since')))
    .orderBy(heartbeats.surface, heartbeats.minute)
    .prepare(),
  forgetHeartbeats: db
    .delete(heartbeats)
    .where(lt(heartbeats.minute, sql.placeholder('before')))
    .prepare(),
});

const ofPerson = and(
  eq(preferences.alliance, sql.placeholder('alliance')),
  eq(preferences.person, sql.placeholder('person')),
);
