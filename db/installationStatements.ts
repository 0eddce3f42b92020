import { and, asc, eq, sql } from 'drizzle-orm';
import type { BetterSQLite3Database } from 'drizzle-orm/better-sqlite3';
import { installations, linkCodes } from './schema.js';

/** Workspaces that installed us, and the codes with which accounts are confirmed. */
export const installationStatements = (db: BetterSQLite3Database) => ({
  setInstallation: db
    .insert(installations)
    .values({ platform, tenant, sealed: sql.placeholder('sealed'), at: machineTime })
    .onConflictDoUpdate({
      target: [installations.platform, installations.tenant],
      set: { sealed: sql.raw('excluded.sealed'), at: machineTime },
    })
    .prepare(),
  installationOf: db
    .select({ platform: installations.platform, tenant: installations.tenant, sealed: installations.sealed })
    .from(installations)
    .where(and(eq(installations.platform, platform), eq(installations.tenant, tenant)))
    .prepare(),
  installationsOn: db
    .select({ platform: installations.platform, tenant: installations.tenant, sealed: installations.sealed })
    .from(installations)
    .where(eq(installations.platform, platform))
    .orderBy(asc(installations.tenant))
    .prepare(),
  removeInstallation: db
    .delete(installations)
    .where(and(eq(installations.platform, platform), eq(installations.tenant, tenant)))
    .prepare(),
  setLinkCode: db
    .insert(linkCodes)
    .values({ alliance, link, hash: sql.placeholder('hash'), expires: sql.placeholder('expires'), tries: 0 })
    .onConflictDoUpdate({
      target: [linkCodes.alliance, linkCodes.link],
      set: { hash: sql.raw('excluded.hash'), expires: sql.raw('excluded.expires'), tries: 0 },
    })
    .prepare(),
  linkCodeOf: db.select().from(linkCodes).where(ofLink).prepare(),
  countTry: db
    .update(linkCodes)
    .set({ tries: sql`${linkCodes.tries} + 1` })
    .where(ofLink)
    .prepare(),
  removeLinkCode: db.delete(linkCodes).where(ofLink).prepare(),
});

const platform = sql.placeholder('platform');
const tenant = sql.placeholder('tenant');
const alliance = sql.placeholder('alliance');
const link = sql.placeholder('link');
const ofLink = and(eq(linkCodes.alliance, alliance), eq(linkCodes.link, link));

/** Only for people who look into the table; nothing depends on it. */
const machineTime = sql`(strftime('%Y-%m-%dT%H:%M:%fZ', 'now'))`;
