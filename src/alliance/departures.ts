import { proposalOn, write, writeOn } from './desk.js';
import type { Desk } from './desk.js';
import type { Instant } from './instant.js';
import type { MemberId, ProposalId } from './names.js';
import { standingObjections } from './objections.js';
import { requireRecount } from './recounts.js';
import { tally } from './tally.js';

/**
 * A member leaves. Decisions made stand as they are; an open revision on which it was eligible loses its position and
 * waits for a recount (domain.md E2, E4; rulings 1.5); one on which it objected is not agreed: its objection is not
 * erased by its leaving (E3).
 */
export const depart = (desk: Desk, member: MemberId, leftAt: Instant): void => {
  const affected = [...desk.alliance.live].filter((id) => countsOn(desk, id, member));
  const objected = affected.filter((id) => positionOn(desk, id, member)?.position === 'object');
  const objections = new Map(
    objected.map((id) => {
      const proposal = proposalOn(desk, id);
      return [id, proposal === null ? [] : standingObjections(desk, proposal)] as const;
    }),
  );
  write(desk, 'MemberLeft', { member, leftAt }, { subject: `member:${member}`, for: member, occurredAt: leftAt });
  for (const id of affected) {
    const standing = objections.get(id);
    if (standing === undefined) loseMember(desk, id, member, leftAt);
    else closeNotAgreed(desk, id, standing, leftAt);
  }
};

const countsOn = (desk: Desk, id: ProposalId, member: MemberId): boolean => {
  const proposal = proposalOn(desk, id);
  return (
    proposal?.status === 'open' &&
    proposal.current !== null &&
    tally(proposal, proposal.current).eligible.includes(member)
  );
};

const positionOn = (desk: Desk, id: ProposalId, member: MemberId) =>
  proposalOn(desk, id)?.current?.positions.get(member);

const loseMember = (desk: Desk, id: ProposalId, member: MemberId, occurredAt: Instant): void => {
  const revision = proposalOn(desk, id)?.current?.number ?? 0;
  if (positionOn(desk, id, member) !== undefined) {
    const body = { proposal: id, revision, member, because: 'memberLeft' } as const;
    writeOn(desk, id, 'PositionVoided', body, { for: member, occurredAt });
  }
  requireRecount(desk, id, { kind: 'memberLeft', member }, occurredAt);
};

const closeNotAgreed = (
  desk: Desk,
  id: ProposalId,
  objections: ReturnType<typeof standingObjections>,
  occurredAt: Instant,
): void => {
  const revision = proposalOn(desk, id)?.current?.number ?? 0;
  const body = { proposal: id, revision, because: 'membershipChanged', objections } as const;
  writeOn(desk, id, 'ProposalNotAgreed', body, { occurredAt });
};
