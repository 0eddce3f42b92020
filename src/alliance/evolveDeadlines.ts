import type { Evolvers } from './evolve.js';
import { withCurrent, withProposal } from './evolveProposals.js';

type DeadlineEvent = 'OpeningMoved' | 'DeadlineExtended' | 'DowntimeMadeGood' | 'MembersNudged';

/** What happens to the time of a proposal. */
export const deadlineEvolvers: Evolvers<DeadlineEvent> = {
  OpeningMoved: (draft, { proposal, to }) => {
    withProposal(draft, proposal, (present) => ({ ...present, opensAt: to }));
  },

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
