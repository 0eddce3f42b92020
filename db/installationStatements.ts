import { and, asc, eq, sql } from 'drizzle-orm';
import type { BetterSQLite3Database } from 'drizzle-orm/better-sqlite3';
import { installations } from './schema.js';

/** Workspaces that installed us. */
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
});

const platform = sql.placeholder('platform');
const tenant = sql.placeholder('tenant');

/** Only for people who look into the table; nothing depends on it. */
const machineTime = sql`(strftime('%Y-%m-%dT%H:%M:%fZ', 'now'))`;
