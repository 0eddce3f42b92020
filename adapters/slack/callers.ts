import type { webApi } from '@slack/bolt';
import type { Account } from '../../src/alliance/directory.js';
import type { Caller } from './office.js';
import type { CommandPayload } from './shapes.js';

interface Origin {
  readonly user: { readonly id: string; readonly team_id?: string | null };
  readonly team?: { readonly id: string } | null;
  readonly enterprise?: { readonly id: string } | null;
}

/**
 * Whose click it was: the user's OWN team and id. In a shared channel `team` is the workspace of the bot and
 * `user.team_id` that of the person; the organisation of an Enterprise Grid is taken for people of it only.
 */
export const callerOf = (origin: Origin, client: webApi.WebClient): Caller | null => {
  const { user, team, enterprise } = origin;
  const own = user.team_id ?? team?.id ?? enterprise?.id;
  const tenant = team?.id ?? enterprise?.id ?? own;
  if (own === undefined || tenant === undefined) return null;
  const ofGrid = enterprise != null && (own === team?.id || own === enterprise.id) ? enterprise.id : null;
  return { user: user.id, accounts: accountsOf(user.id, own, ofGrid), tenant, client };
};

/** A command is typed in a workspace of the person's own. */
export const callerOfCommand = (command: CommandPayload, client: webApi.WebClient): Caller => ({
  user: command.user_id,
  accounts: accountsOf(command.user_id, command.team_id, command.enterprise_id ?? null),
  tenant: command.team_id,
  client,
});

/** Somebody of whom an event of this workspace tells. */
export const callerOfEvent = (user: string, tenant: string, client: webApi.WebClient): Caller => ({
  user,
  accounts: accountsOf(user, tenant, null),
  tenant,
  client,
});

const accountsOf = (user: string, team: string, enterprise: string | null): readonly Account[] =>
  [...new Set([...(enterprise === null ? [] : [enterprise]), team])].map((tenant) => ({
    platform: 'slack',
    tenant,
    user,
  }));
