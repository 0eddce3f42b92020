import type { Outcome, Proposal } from './alliance.js';
import type { Draft, Evolvers } from './evolve.js';
import { noLongerHeld, withProposal } from './evolveProposals.js';
import type { ProposalId } from './names.js';

type OutcomeEvent =
  | 'ProposalAdopted'
  | 'ProposalLapsed'
  | 'ProposalNotAgreed'
  | 'ProposalWithdrawn'
  | 'ProposalReferred'
  | 'ObjectionAfterOutcome';

/** Outcomes are final (rulings 1.2); a referral is not one. */
export const outcomeEvolvers: Evolvers<OutcomeEvent> = {
  ProposalAdopted: (draft, body, { seq, at }) => {
    close(draft, body.proposal, 'adopted', { kind: 'ProposalAdopted', body, seq, at });
    draft.map('decisions').set(body.number, body.proposal);
    const series = seriesOf(body.number);
    draft.map('numbers').set(series, (draft.alliance.numbers.get(series) ?? 0) + 1);
  },

  ProposalLapsed: (draft, body, { seq, at }) => {
    close(draft, body.proposal, 'lapsed', { kind: 'ProposalLapsed', body, seq, at });
  },

  ProposalNotAgreed: (draft, body, { seq, at }) => {
    close(draft, body.proposal, 'notAgreed', { kind: 'ProposalNotAgreed', body, seq, at });
  },

  ProposalWithdrawn: (draft, body, { seq, at }) => {
    close(draft, body.proposal, 'withdrawn', { kind: 'ProposalWithdrawn', body, seq, at });
  },

  ProposalReferred: (draft, body, entry) => {
    withProposal(draft, body.proposal, (proposal) => ({
      ...proposal,
      status: 'referred',
      referral: {
        at: entry.at,
        because: body.because,
        member: body.member ?? null,
        reason: body.reason ?? null,
        lapsesAt: body.lapsesAt,
      },
    }));
  },

  ObjectionAfterOutcome: (draft, body, entry) => {
    const { member, person, personName, reason } = body;
    const objection = { member, person, personName, reason, at: entry.at };
    withProposal(draft, body.proposal, (proposal) => ({
      ...proposal,
      lateObjections: [...proposal.lateObjections, objection],
    }));
  },
};

/** "PLY-2026-014" belongs to the series "PLY-2026". */
export const seriesOf = (number: string): string => number.slice(0, number.lastIndexOf('-'));

const close = (draft: Draft, id: ProposalId, status: Proposal['status'], outcome: Outcome): void => {
  withProposal(draft, id, (proposal) => ({ ...proposal, status, outcome }));
  draft.set('live').delete(id);
  noLongerHeld(draft, id);
};
