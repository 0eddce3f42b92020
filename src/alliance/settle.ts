import type { Proposal, Revision } from './alliance.js';
import { localYearOf, plusWorkingDays } from './calendar.js';
import type { Desk } from './desk.js';
import { proposalOn, writeOn } from './desk.js';
import type { AdoptedPosition, NamedMember, TookNoPart } from './events.js';
import type { Instant } from './instant.js';
import type { DecisionNumber, MemberId, ProposalId } from './names.js';
import { isShadow } from './phases.js';
import { isAgreedByAll, isBelowMinimum, tally } from './tally.js';
import type { Tally } from './tally.js';

/**
 * The facts that follow from facts, for every proposal that was touched: the last vote, a recusal and a confirmed
 * recount can each complete an agreement, and none of the three needs to know it.
 */
export const settle = (desk: Desk): void => {
  for (const id of desk.touched) settleProposal(desk, id);
  desk.touched.clear();
};

/** Refers a proposal that too few can decide; adopts one the moment that it is agreed by all (domain.md B23, E27). */
export const settleProposal = (desk: Desk, id: ProposalId, occurredAt?: Instant): void => {
  const proposal = proposalOn(desk, id);
  if (proposal?.status !== 'open' || proposal.current === null) return;
  const revision = proposal.current;
  const standing = tally(proposal, revision);
  if (isBelowMinimum(desk.alliance, revision, standing)) {
    refer(desk, proposal, { because: 'belowMinimum' });
  } else if (isAgreedByAll(standing) && revision.recount === null && isConsidered(revision, desk.context.at)) {
    if (desk.context.clockTrusted) adopt(desk, proposal, revision, standing, occurredAt);
    else hold(desk, proposal, revision);
  }
};

/** Not before the minimum time for consideration, however many agree (domain.md B23). */
const isConsidered = ({ rule }: Revision, at: Instant): boolean =>
  rule.considerUntil === undefined || rule.considerUntil <= at;

/** A clock that cannot be trusted holds closing, not voting; said once (domain.md E90). */
export const hold = (desk: Desk, { id }: Proposal, revision: Revision): void => {
  if (revision.held === null) {
    writeOn(desk, id, 'OutcomeHeld', { proposal: id, revision: revision.number, why: 'clock' });
  }
};

/** Days in which a meeting must have dealt with what was referred to it (rulings 1.10). */
const referralWorkingDays = 40;

export const refer = (
  desk: Desk,
  proposal: Proposal,
  why:
    | { readonly because: 'belowMinimum' }
    | { readonly because: 'calledByMember'; readonly member: MemberId; readonly reason: `text:${string}` },
): void => {
  writeOn(
    desk,
    proposal.id,
    'ProposalReferred',
    {
      proposal: proposal.id,
      revision: proposal.current?.number ?? 0,
      lapsesAt: plusWorkingDays(desk.alliance.charter.calendar, desk.context.at, referralWorkingDays),
      ...why,
    },
    why.because === 'calledByMember' ? { for: why.member } : {},
  );
};

const adopt = (desk: Desk, proposal: Proposal, revision: Revision, standing: Tally, occurredAt?: Instant): void => {
  const { alliance, context } = desk;
  const shadow = isShadow(alliance.charter, context.at);
  writeOn(
    desk,
    proposal.id,
    'ProposalAdopted',
    {
      proposal: proposal.id,
      revision: revision.number,
      number: nextNumber(desk, shadow),
      shadow,
      digest: revision.digest,
      agreed: standing.agreed.flatMap((member) => adoptedPosition(desk, revision, member)),
      tookNoPart: [
        ...standing.noPart.map((member): TookNoPart => ({ ...named(desk, member), why: 'interestDeclared' })),
        ...standing.left.map((member): TookNoPart => ({ ...named(desk, member), why: 'memberLeft' })),
      ],
      removedObjections: revision.removedObjections,
    },
    occurredAt === undefined ? {} : { occurredAt },
  );
};

const adoptedPosition = (desk: Desk, revision: Revision, member: MemberId): readonly AdoptedPosition[] => {
  const position = revision.positions.get(member);
  if (position === undefined || position.position === 'object') return [];
  return [
    {
      ...named(desk, member),
      position: position.position,
      person: position.person,
      personName: position.personName,
      as: position.as,
      at: position.at,
      ...(position.reason === null ? {} : { reason: position.reason }),
    },
  ];
};

/** Gap-free per alliance and local year; shadow decisions have their own series (rulings 1.16). */
const nextNumber = ({ alliance, context }: Desk, shadow: boolean): DecisionNumber => {
  const year = localYearOf(alliance.charter.calendar, context.at);
  const series = shadow ? `${alliance.code}-S-${year}` : `${alliance.code}-${year}`;
  const next = (alliance.numbers.get(series) ?? 0) + 1;
  return `${series}-${String(next).padStart(3, '0')}`;
};

/** The member with its name of today, so that the record reads the same later. */
export const named = ({ alliance }: Desk, member: MemberId): NamedMember => ({
  member,
  name: alliance.members.get(member)?.name ?? member,
});
