import type { AllianceCode, PersonId } from '../../src/alliance/names.js';
import type { UnknownAccount } from '../../src/cards/words/slack.js';
import type { Identified } from './identity.js';
import type { Caller, SlackOffice } from './office.js';
import { reasonOf } from './private.js';
import { accountShape, type SlackAccount } from './shapes.js';

/**
 * Links an account by itself where the rules allow it: Slack has confirmed its address, the address is that of exactly
 * one person on record, and the account is no guest's. Whether the workspace and the mail domain may speak for the
 * person's organisation is decided by the clerk (rulings 3.1).
 */
export const linkByAddress = async (
  office: SlackOffice,
  caller: Caller,
  alliance: AllianceCode,
  cause: string,
): Promise<Identified> => {
  const known = await office.clerk.view(alliance);
  if (known === null) return { unknown: 'unknown' };
  const account = await accountOf(office, caller);
  if (account === null) return { unknown: 'unreachable' };
  const email = addressOf(account, caller);
  if (typeof email !== 'string') return email;
  const person = await personWith(office, alliance, email);
  if (typeof person !== 'string') return person;
  const tenants = new Set(known.charter.organisations.flatMap(({ slackTeams }) => slackTeams));
  const own = caller.accounts.find(({ tenant }) => tenants.has(tenant)) ?? caller.accounts.at(-1);
  if (own === undefined) return { unknown: 'unknown' };
  const mailDomain = email.slice(email.lastIndexOf('@') + 1);
  const reply = await office.clerk.serve({
    alliance,
    command: { kind: 'linkAccount', account: own, mailDomain },
    by: person,
    cause: `${cause}:link`,
    via: 'slack',
  });
  if (reply.kind === 'done') return { person };
  return reply.refusal.why === 'accountNotListed' ? { unknown: 'elsewhere' } : { refusal: reply.refusal, person };
};

/** What Slack says of the account, or null where it says nothing. */
export const accountOf = async (
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

const personWith = async (
  { directory }: SlackOffice,
  alliance: AllianceCode,
  email: string,
): Promise<PersonId | { readonly unknown: UnknownAccount }> => {
  const people = (await directory.people(alliance)).filter((line) => line.email?.toLowerCase() === email);
  const [only] = people;
  if (only === undefined) return { unknown: 'unknown' };
  return people.length === 1 ? only.person : { unknown: 'severalPeople' };
};
