import type { Alliance } from '../../alliance/alliance.js';
import type { Account } from '../../alliance/directory.js';
import type { AllianceCode, PersonId } from '../../alliance/names.js';
import type { UnknownAccount } from '../../cards/words/visits.js';
import type { Identified } from './identity.js';
import type { Counter, Visitor } from './visitor.js';

/**
 * Links an account by itself where the rules allow it: the platform vouches for its address, and the address is that of
 * exactly one person on record. Whether the workspace and the mail domain may speak for the person's organisation is
 * decided by the clerk (rulings 3.1).
 */
export const linkByAddress = async (
  { clerk, directory }: Counter,
  visitor: Visitor,
  alliance: AllianceCode,
  cause: string,
): Promise<Identified> => {
  const known = await clerk.view(alliance);
  if (known === null) return { unknown: 'unknown' };
  const email = await visitor.address();
  if (typeof email !== 'string') return email;
  const person = await personWith(directory, alliance, email);
  if (typeof person !== 'string') return person;
  const account = accountMeant(known, visitor);
  if (account === undefined) return { unknown: 'unknown' };
  const mailDomain = email.slice(email.lastIndexOf('@') + 1);
  const reply = await clerk.serve({
    alliance,
    command: { kind: 'linkAccount', account, mailDomain },
    by: person,
    cause: `${cause}:link`,
    via: visitor.platform,
  });
  if (reply.kind === 'done') return { person };
  return reply.refusal.why === 'accountNotListed' ? { unknown: 'elsewhere' } : { refusal: reply.refusal, person };
};

/** The account in a workspace or tenant that the charter names, else in its own. */
export const accountMeant = (
  alliance: Alliance,
  { accounts, platform }: Pick<Visitor, 'accounts' | 'platform'>,
): Account | undefined => {
  const listed = tenantsIn(alliance, platform);
  return accounts.find(({ tenant }) => listed.includes(tenant)) ?? accounts.at(-1);
};

/** The workspaces or tenants from which the charter lets accounts speak. */
export const tenantsIn = ({ charter }: Alliance, platform: Visitor['platform']): readonly string[] =>
  charter.organisations.flatMap(({ slackTeams, entraTenants }) => (platform === 'slack' ? slackTeams : entraTenants));

const personWith = async (
  directory: Counter['directory'],
  alliance: AllianceCode,
  email: string,
): Promise<PersonId | { readonly unknown: UnknownAccount }> => {
  const people = (await directory.people(alliance)).filter((line) => line.email?.toLowerCase() === email);
  const [only] = people;
  if (only === undefined) return { unknown: 'unknown' };
  return people.length === 1 ? only.person : { unknown: 'severalPeople' };
};
