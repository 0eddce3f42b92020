import type Database from 'better-sqlite3';
import type { Installation, Installations } from '../src/clerk/installations.js';
import type { LinkCodes } from '../src/clerk/linkCodes.js';
import type { Statements } from './statements.js';
import type { Tables } from './tables.js';

/** The workspaces that installed us, sealed by the adapter, and codes that confirm an account once. */
export const installationsOf = (
  client: Database.Database,
  statements: Statements,
): Pick<Tables, keyof Installations | keyof LinkCodes> => {
  const take = client.transaction<Tables['takeLinkCode']>(({ alliance, link, hash }, now) => {
    const kept = statements.linkCodeOf.get({ alliance, link });
    if (kept === undefined) return 'gone';
    const right = kept.hash === hash && kept.expires >= now;
    if (right || kept.expires < now || kept.tries + 1 >= triesMost) statements.removeLinkCode.run({ alliance, link });
    else statements.countTry.run({ alliance, link });
    if (kept.expires < now) return 'gone';
    return right ? 'taken' : 'wrong';
  });
  return {
    keepInstallation: ({ platform, tenant, sealed }) => {
      statements.setInstallation.run({ platform, tenant, sealed });
    },
    findInstallation: (platform, tenant) =>
      (statements.installationOf.get({ platform, tenant }) ?? null) as Installation | null,
    installations: (platform) => statements.installationsOn.all({ platform }) as readonly Installation[],
    forgetInstallation: (platform, tenant) => {
      statements.removeInstallation.run({ platform, tenant });
    },
    keepLinkCode: ({ alliance, link, hash, expires }) => {
      statements.setLinkCode.run({ alliance, link, hash, expires });
    },
    takeLinkCode: (code, now) => take.immediate(code, now),
  };
};

/** Wrong codes until a code is worth nothing: it must not be found by trying. */
const triesMost = 5;
