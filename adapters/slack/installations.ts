import type { Installation, InstallationQuery, InstallationStore } from '@slack/bolt';
import { z } from 'zod';
import type { Installations } from '../../src/clerk/installations.js';
import type { Sealing } from './sealing.js';

/** Who the bot is in one workspace or organisation. */
export interface Bot {
  readonly token: string;
  readonly userId: string | null;
}

/** Installations as Bolt keeps and fetches them, sealed at rest; those of a whole organisation under its own id. */
export const installationStore = (
  installations: Installations,
  sealing: Sealing,
  installed: (tenant: string) => void,
): InstallationStore => ({
  storeInstallation: async (installation) => {
    const tenant =
      installation.isEnterpriseInstall === true ? installation.enterprise?.id : (installation.team?.id ?? undefined);
    if (tenant === undefined) throw new Error('an installation names neither a team nor an organisation');
    const sealed = sealing.seal(JSON.stringify(installation), boundTo(tenant));
    await installations.keepInstallation({ platform: 'slack', tenant, sealed });
    installed(tenant);
  },
  fetchInstallation: async (query) => {
    const found = await find(installations, sealing, tenantsOf(query));
    if (found === null) throw new Error('this workspace has not installed the app');
    return found;
  },
  deleteInstallation: async (query) => {
    for (const tenant of tenantsOf(query)) await installations.forgetInstallation('slack', tenant);
  },
});

/** The bot's own token in a workspace, or null where it is not installed any more. */
export const botIn = async (installations: Installations, sealing: Sealing, tenant: string): Promise<Bot | null> => {
  const found = await find(installations, sealing, [tenant]);
  return found?.bot === undefined ? null : { token: found.bot.token, userId: found.bot.userId };
};

/** The workspace first, then the organisation that it belongs to. */
const tenantsOf = ({ isEnterpriseInstall, teamId, enterpriseId }: InstallationQuery<boolean>): readonly string[] =>
  [isEnterpriseInstall ? undefined : teamId, enterpriseId].filter((each) => each !== undefined);

const find = async (
  installations: Installations,
  sealing: Sealing,
  tenants: readonly string[],
): Promise<Installation | null> => {
  for (const tenant of tenants) {
    const kept = await installations.findInstallation('slack', tenant);
    const text = kept === null ? null : sealing.open(kept.sealed, boundTo(tenant));
    if (text === null) continue;
    const read = installationShape.safeParse(JSON.parse(text));
    if (read.success) return read.data as unknown as Installation;
  }
  return null;
};

/** What was sealed for one workspace opens for no other (F42). */
export const boundTo = (tenant: string): string => `slack installation ${tenant}`;

const installationShape = z.looseObject({
  bot: z.looseObject({ token: z.string().min(1), userId: z.string() }).optional(),
});
