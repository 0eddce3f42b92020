import type { Alliance, Proposal, Revision } from '../alliance.js';
import { graceMs } from '../desk.js';
import type { Due, DuesOfNoun } from '../due.js';
import { type Instant, plusMs } from '../instant.js';
import type { ProposalId } from '../names.js';
import { recountEnds } from '../passing.js';
import { remindersOf } from '../reminders.js';
import { charterOf, isAgreedByAll, tally } from '../tally.js';

/** Openings, reminders, deadlines and what follows on them; closed proposals wait for nothing. */
export const duesOfProposals: DuesOfNoun = {
  subjects: ({ live }) => live,
  duesOf: (alliance, subject) => {
    const proposal = alliance.proposals.get(subject as ProposalId);
    return proposal === undefined ? null : ofProposal(alliance, proposal);
  },
};

const ofProposal = (alliance: Alliance, proposal: Proposal): readonly Due[] => {
  const { id, status, current, referral } = proposal;
  switch (status) {
    case 'tabled':
      return [{ subject: id, kind: 'opens', to: 'clerk', dueAt: proposal.opensAt, key: `${id}/opens` }];
    case 'open':
      return current === null ? [] : ofRevision(alliance, proposal, current);
    case 'referred':
      return referral === null ? [] : [ofClerk(id, current, 'meeting', referral.lapsesAt)];
    case 'adopted':
    case 'lapsed':
    case 'notAgreed':
    case 'withdrawn':
      return [];
  }
};

const ofRevision = (alliance: Alliance, proposal: Proposal, revision: Revision): readonly Due[] => {
  const standing = tally(proposal, revision);
  const agreed = isAgreedByAll(standing);
  const { considerUntil } = revision.rule;
  const { deadline, recount } = revision;
  const clerk = (kind: string, dueAt: Instant): Due => ofClerk(proposal.id, revision, kind, dueAt);
  return [
    clerk('deadline', deadline),
    // Agreed but for a recount: the outcome waits for it. Otherwise the clerk declares after the time of grace.
    agreed && recount !== null
      ? clerk('recount', recountEnds(alliance, revision))
      : clerk('declare', plusMs(deadline, graceMs)),
    // The end of the time for consideration matters only when it would adopt (domain.md B23).
    ...(agreed && considerUntil !== undefined && considerUntil <= deadline ? [clerk('considered', considerUntil)] : []),
    ...(standing.waiting.length === 0 ? [] : remindersDue(alliance, proposal, revision)),
  ];
};

/** Reminders under the charter that the revision opened under (domain.md E72); an extension plans them anew (D1). */
const remindersDue = (alliance: Alliance, { id }: Proposal, revision: Revision): readonly Due[] => {
  const charter = charterOf(alliance, revision.rule);
  const { openedAt, deadline, extendedAt } = revision;
  return remindersOf(charter, openedAt, deadline)
    .filter(({ at }) => extendedAt === null || extendedAt < at)
    .map(({ step, to, at }) => ({ ...ofClerk(id, revision, `reminder:${step}`, at), to }));
};

const ofClerk = (id: ProposalId, revision: Revision | null, kind: string, dueAt: Instant): Due => {
  const extended = revision !== null && revision.extensions > 0 ? `+${revision.extensions}` : '';
  return { subject: id, kind, to: 'clerk', dueAt, key: `${id}/r${revision?.number ?? 0}${extended}/${kind}` };
};
