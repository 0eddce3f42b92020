import type { Desk } from '../desk.js';
import { carryInterest } from '../interests.js';
import type { MemberId, ProposalId } from '../names.js';
import { voicesOf } from '../speaking.js';
import type { MinuteLine } from './meeting.js';

/**
 * Interests that were minuted on an item before its proposal was open count on the proposal from its opening on: a member
 * that takes no part is out of its denominator, however the decision is put (domain.md B32, rulings 1.9).
 */
export const carryInterests = (desk: Desk, id: ProposalId): void => {
  for (const { items, lines } of desk.alliance.meetings.values()) {
    const item = items.find(({ about }) => about === id);
    if (item === undefined) continue;
    for (const line of lines) if (line.item === item.number) carry(desk, id, line);
  }
};

const carry = (desk: Desk, id: ProposalId, { interest, text: nature, at }: MinuteLine): void => {
  if (interest === null || nature === null || wasDeclared(desk, id, interest, nature, at)) return;
  const { person, level } = interest;
  if (interest.member !== null) {
    carryInterest(desk, id, { member: interest.member.member, person, level, scope: 'organisation', nature });
    return;
  }
  const members = voicesOf(desk.alliance, person, desk.context.at).map(({ member }): MemberId => member);
  members.some((member) => carryInterest(desk, id, { member, person, level, scope: 'personal', nature }));
};

/** On the proposal itself in the same moment, or carried over before; what was withdrawn since is not brought back. */
const wasDeclared = (
  { alliance }: Desk,
  id: ProposalId,
  { person }: NonNullable<MinuteLine['interest']>,
  nature: string,
  at: string,
): boolean =>
  alliance.proposals
    .get(id)
    ?.declarations.some((each) => each.person === person && (each.nature === nature || each.at === at)) === true;
