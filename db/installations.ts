import type { Installation, Installations } from '../src/clerk/installations.js';
import type { Statements } from './statements.js';
import type { Tables } from './tables.js';

/** The workspaces that installed us, sealed by the adapter. */
export const installationsOf = (statements: Statements): Pick<Tables, keyof Installations> => ({
  keepInstallation: ({ platform, tenant, sealed }) => {
    statements.setInstallation.run({ platform, tenant, sealed });
  },
  findInstallation: (platform, tenant) =>
    (statements.installationOf.get({ platform, tenant }) ?? null) as Installation | null,
  installations: (platform) => statements.installationsOn.all({ platform }) as readonly Installation[],
  forgetInstallation: (platform, tenant) => {
    statements.removeInstallation.run({ platform, tenant });
  },
});
