import type { Evolvers } from './evolve.js';
import { withCurrent, withProposal } from './evolveProposals.js';

type DeadlineEvent = 'DeadlineExtended' | 'DowntimeMadeGood' | 'MembersNudged';

/** What happens to the time of an open proposal. */
export const deadlineEvolvers: Evolvers<DeadlineEvent> = {
  DeadlineExtended: (draft, body, { at }) => {
    withCurrent(draft, body.proposal, (revision) => ({
      ...revision,
      deadline: body.to,
      extensions: revision.extensions + 1,
      extendedAt: at,
    }));
  },

  DowntimeMadeGood: (draft, body, { at }) => {
    withCurrent(draft, body.proposal, (revision) => ({
      ...revision,
      deadline: body.to,
      extensions: revision.extensions + 1,
      extendedAt: at,
      madeGood: true,
    }));
  },

  MembersNudged: (draft, body, { at }) => {
    withProposal(draft, body.proposal, (proposal) => ({ ...proposal, nudgedAt: at }));
  },
};
