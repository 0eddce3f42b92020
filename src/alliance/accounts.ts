import type { Alliance, Link } from './alliance.js';
import type { CommandOf } from './commands.js';
import type { Desk } from './desk.js';
import { write } from './desk.js';
import type { Account } from './directory.js';
import { whyNotOfficer } from './membership.js';
import { isPerson } from './names.js';
import type { PersonId } from './names.js';
import type { Refusal } from './refusals.js';
import { holdersOfPower, officesWith } from './speaking.js';

/**
 * A person's own account is linked at once where the charter says that accounts of this workspace and mail domain speak
 * for their organisation (rulings 3.1). The surface vouches that the platform confirmed the address, that it is the one
 * on record for this person, and that the account is no guest.
 */
export const linkAccount = (desk: Desk, command: CommandOf<'linkAccount'>): Refusal | null => {
  const { alliance, context } = desk;
  const { by } = context;
  if (!isPerson(by) || !alliance.people.has(by)) return { why: 'stranger' };
  if (liveLinks(alliance, by).length >= linksMost) return { why: 'tooManyLinks', most: linksMost };
  if (!isListed(alliance, by, command.account, command.mailDomain)) {
    return { why: 'accountNotListed', people: holdersOfPower(alliance, 'changePeople', context.at) };
  }
  const link = alliance.links.length + 1;
  const { account } = command;
  write(desk, 'AccountLinked', { link, person: by, platform: account.platform, how: 'register' }, { subject: by });
  desk.directory.push({ kind: 'link', link, person: by, account });
  return null;
};

/** An officer, or the operator, says whose account this is. The person confirms it; nobody proposes their own (rulings 3.1). */
export const proposeLink = (desk: Desk, { person, account }: CommandOf<'proposeLink'>): Refusal | null => {
  const { alliance, context } = desk;
  const refusal = context.by === 'operator' ? null : whyNotOfficer(desk, 'changePeople', 'proposeLink');
  if (refusal !== null) return refusal;
  if (!alliance.people.has(person)) return { why: 'noSuchPerson' };
  if (person === context.by) return { why: 'ownLink', people: othersWith(alliance, person, context.at) };
  const link = alliance.links.length + 1;
  write(desk, 'LinkProposed', { link, person, platform: account.platform }, { subject: person });
  desk.directory.push({ kind: 'proposeLink', link, person, account });
  return null;
};

/** The person confirms, through an address that was on record before; the surface vouches for that. */
export const confirmLink = (desk: Desk, { link: number }: CommandOf<'confirmLink'>): Refusal | null => {
  const { alliance, context } = desk;
  const link = alliance.links.find((each) => each.number === number && each.state === 'proposed');
  if (link === undefined || link.person !== context.by) return { why: 'noSuchLink', link: number };
  const { person, platform } = link;
  write(desk, 'AccountLinked', { link: number, person, platform, how: 'confirmed' }, { subject: person });
  desk.directory.push({ kind: 'confirmLink', link: number });
  return null;
};

/** By the person, by an officer, or by the clock when the account is gone from its workspace (domain.md E82). */
export const unlinkAccount = (desk: Desk, { link: number, because }: CommandOf<'unlinkAccount'>): Refusal | null => {
  const { alliance, context } = desk;
  const link = alliance.links.find((each) => each.number === number && each.state !== 'ended');
  if (link === undefined) return { why: 'noSuchLink', link: number };
  const own = context.by === link.person || context.by === 'clock';
  const refusal = own ? null : whyNotOfficer(desk, 'changePeople', 'proposeLink');
  if (refusal !== null) return refusal;
  write(desk, 'AccountUnlinked', { link: number, person: link.person, because }, { subject: link.person });
  desk.directory.push({ kind: 'unlink', link: number });
  return null;
};

export const liveLinks = ({ links }: Alliance, person: PersonId): readonly Link[] =>
  links.filter((link) => link.person === person && link.state === 'linked');

/** Workspace and mail domain both stand in the charter's list for the person's organisation. */
const isListed = (alliance: Alliance, person: PersonId, { platform, tenant }: Account, mailDomain: string): boolean => {
  const own = alliance.people.get(person)?.organisation;
  const organisation = alliance.charter.organisations.find(({ id }) => id === own);
  if (organisation === undefined) return false;
  const tenants = platform === 'slack' ? organisation.slackTeams : organisation.entraTenants;
  return tenants.includes(tenant) && organisation.mailDomains.includes(mailDomain.toLowerCase());
};

const othersWith = (alliance: Alliance, person: PersonId, at: string): readonly PersonId[] =>
  officesWith(alliance, 'changePeople').length === 0
    ? []
    : holdersOfPower(alliance, 'changePeople', at).filter((other) => other !== person);

const linksMost = 10;
