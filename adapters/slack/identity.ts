import type { Account } from '../../src/alliance/directory.js';
import type { AllianceCode } from '../../src/alliance/names.js';
import { slackIdiom, type UnknownAccount } from '../../src/cards/words/visits.js';
import { type Identified, identify as identifyVisitor } from '../../src/clerk/visits/identity.js';
import type { Visitor } from '../../src/clerk/visits/visitor.js';
import type { Caller, SlackOffice } from './office.js';
import { reasonOf } from './private.js';
import { accountShape, type SlackAccount } from './shapes.js';

export { alliancesOf, type Identified } from '../../src/clerk/visits/identity.js';

/** Who acts in this alliance, by the account of a caller. */
export const identify = (
  office: SlackOffice,
  caller: Caller,
  alliance: AllianceCode,
  cause: string,
): Promise<Identified> => identifyVisitor(office, visitorOf(office, caller), alliance, cause);

/** The caller as the clerk sees visitors of every platform; Slack is asked for the address only where it is needed. */
export const visitorOf = (office: Pick<SlackOffice, 'log'>, caller: Caller): Visitor => ({
  platform: 'slack',
  idiom: slackIdiom,
  accounts: caller.accounts,
  tenant: caller.tenant,
  address: async () => {
    const account = await accountOf(office, caller);
    return account === null ? { unknown: 'unreachable' } : addressOf(account, caller);
  },
});

/** What Slack says of the account, or null where it says nothing. */
const accountOf = async (
  { log }: Pick<SlackOffice, 'log'>,
  { client, user }: Pick<Caller, 'client' | 'user'>,
): Promise<SlackAccount | null> => {
  try {
    const read = accountShape.safeParse(await client.users.info({ user }));
    return read.success ? read.data.user : null;
  } catch (thrown) {
    log.warn({ reason: reasonOf(thrown) }, 'Slack did not say whose account it is');
    return null;
  }
};

/** The confirmed address of somebody's full account in the team that the click came from. */
const addressOf = (account: SlackAccount, { accounts }: Caller): string | { readonly unknown: UnknownAccount } => {
  const { team_id: team, enterprise_user: grid, profile } = account;
  if (account.is_bot === true || account.deleted === true) return { unknown: 'bot' };
  if (account.is_restricted === true || account.is_ultra_restricted === true || account.is_stranger === true) {
    return { unknown: 'guest' };
  }
  const claimed = accounts.map(({ tenant }) => tenant);
  const isTheirs = [team, grid?.enterprise_id].some((tenant) => tenant != null && claimed.includes(tenant));
  if (!isTheirs) return { unknown: 'guest' };
  const email = profile?.email ?? '';
  return account.is_email_confirmed === true && /^[^\s@]+@[^\s@]+$/u.test(email)
    ? email.toLowerCase()
    : { unknown: 'unconfirmed' };
};

/** The account that words like "<@U123|sam>" mention, in the team or organisation that is its own. */
export const mentionedIn =
  (office: Pick<SlackOffice, 'log'>, { client }: Caller) =>
  async (words: string, listed: readonly string[]): Promise<Account | null> => {
    const [, user] = /^<@([UW][A-Z0-9]{1,30})(?:\|[^>]*)?>$/u.exec(words) ?? [];
    const said = user === undefined ? null : await accountOf(office, { client, user });
    if (user === undefined || said === null || said.is_bot === true || said.deleted === true) return null;
    const own = [said.enterprise_user?.enterprise_id, said.team_id].filter((each) => each != null);
    const tenant = own.find((each) => listed.includes(each)) ?? own.at(-1);
    return tenant === undefined ? null : { platform: 'slack', tenant, user };
  };
