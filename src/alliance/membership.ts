import type { CommandOf } from './commands.js';
import type { Power } from './charter.js';
import { isInstant } from './deadlines.js';
import { depart } from './departures.js';
import { write } from './desk.js';
import type { Desk } from './desk.js';
import { textRefusal } from './limits.js';
import { isPerson } from './names.js';
import type { Refusal } from './refusals.js';
import type { GuardedAct } from './refusals.js';
import { holdersOfPower, officesWith } from './speaking.js';

/** A seat is taken. It has no vote on what was open before: the record date is the opening (domain.md E1). */
export const joinMember = (desk: Desk, command: CommandOf<'joinMember'>): Refusal | null => {
  const { alliance, context } = desk;
  const { member, organisation, name, capacity, voting, from } = command;
  const refusal =
    whyNotOfficer(desk, 'changeMembers', 'changeMembers') ??
    (alliance.members.has(member) ? { why: 'memberExists' as const, member } : null) ??
    (/^[a-z][a-z0-9-]{0,39}$/.test(member) ? null : { why: 'badName' as const, name: member }) ??
    (alliance.charter.organisations.some(({ id }) => id === organisation)
      ? null
      : { why: 'noSuchOrganisation' as const, organisation }) ??
    textRefusal('name', name) ??
    (from === undefined || isInstant(from) ? null : { why: 'notAnInstant' as const, field: 'from' as const }) ??
    (alliance.members.size >= membersMost ? { why: 'tooManyMembers' as const, most: membersMost } : null);
  if (refusal !== null) return refusal;
  const body = { member, organisation, name, capacity, voting, from: from ?? context.at };
  write(desk, 'MemberJoined', body, { subject: `member:${member}`, for: member });
  return null;
};

/** Notice to leave on a date: the member votes until then (domain.md B9). */
export const giveNotice = (desk: Desk, command: CommandOf<'giveNotice'>): Refusal | null => {
  const { member, leavesAt } = command;
  const refusal = whyNotOfficer(desk, 'changeMembers', 'changeMembers') ?? whyNotSeated(desk, member);
  if (refusal !== null) return refusal;
  if (!isInstant(leavesAt)) return { why: 'notAnInstant', field: 'leavesAt' };
  if (leavesAt <= desk.context.at) return { why: 'inThePast', field: 'leavesAt' };
  write(desk, 'NoticeGiven', { member, leavesAt }, { subject: `member:${member}`, for: member });
  return null;
};

/** A member leaves now. */
export const recordDeparture = (desk: Desk, { member }: CommandOf<'recordDeparture'>): Refusal | null => {
  const refusal = whyNotOfficer(desk, 'changeMembers', 'changeMembers') ?? whyNotSeated(desk, member);
  if (refusal !== null) return refusal;
  depart(desk, member, desk.context.at);
  return null;
};

/** Null for a holder of the power; else a refusal that names who holds it. */
export const whyNotOfficer = ({ alliance, context }: Desk, power: Power, act: GuardedAct): Refusal | null => {
  const people = holdersOfPower(alliance, power, context.at);
  return isPerson(context.by) && people.includes(context.by)
    ? null
    : { why: 'mayNot', act, people, offices: officesWith(alliance, power) };
};

export const whyNotSeated = ({ alliance }: Desk, member: string): Refusal | null => {
  const seat = alliance.members.get(member);
  if (seat === undefined) return { why: 'noSuchMember', member };
  return seat.leftAt === null ? null : { why: 'memberHasLeft', member };
};

const membersMost = 200;
