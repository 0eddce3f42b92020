import type { Declaration, EarlierRevision, Proposal, Revision, Suggestion } from './alliance.js';
import type { EventBodies } from './events.js';
import type { Draft, Evolvers, Recorded } from './evolve.js';
import type { MemberId, PersonId, ProposalId, TextRef } from './names.js';
import { personalBar, recusalOf } from './tally.js';

type ProposalEvent =
  | 'ProposalTabled'
  | 'RevisionOpened'
  | 'PositionRecorded'
  | 'ObjectionWithdrawn'
  | 'PositionVoided'
  | 'InterestDeclared'
  | 'InterestWithdrawn'
  | 'AmendmentSuggested'
  | 'SuggestionDeclined'
  | 'ChairMayAmend'
  | 'RecountRequired'
  | 'RecountConfirmed'
  | 'OutcomeHeld'
  | 'HoldReleased';

/** A proposal from tabling to the moment before its outcome (domain.md D1). */
export const proposalEvolvers: Evolvers<ProposalEvent> = {
  ProposalTabled: (draft, body, entry) => {
    draft.map('proposals').set(body.proposal, tabled(body, entry));
    draft.set('live').add(body.proposal);
  },

  RevisionOpened: (draft, body, entry) => {
    const by = body.amended?.by ?? body.reopened?.by;
    const changedBy = by === undefined ? null : nameOfTheDay(draft, by);
    withProposal(draft, body.proposal, (proposal) => opened(proposal, body, entry, changedBy));
    noLongerHeld(draft, body.proposal);
  },

  PositionRecorded: (draft, body, entry) => {
    withCurrent(draft, body.proposal, (revision) => {
      const positions = new Map(revision.positions);
      positions.set(body.member, {
        member: body.member,
        position: body.position,
        person: body.person,
        personName: body.personName,
        as: body.as,
        covering: body.covering,
        reason: body.reason ?? null,
        wouldChange: body.wouldChange ?? null,
        at: entry.at,
        seq: entry.seq,
      });
      return { ...revision, positions };
    });
  },

  ObjectionWithdrawn: (draft, body) => {
    withCurrent(draft, body.proposal, (revision) => withoutPosition(revision, body.member));
  },

  PositionVoided: (draft, body) => {
    withCurrent(draft, body.proposal, (revision) => {
      const position = revision.positions.get(body.member);
      const voided = withoutPosition(revision, body.member);
      if (position?.position !== 'object' || position.reason === null) return voided;
      // An objection that a recusal took away is printed beside the outcome (rulings 1.5).
      const removed = {
        member: body.member,
        name: draft.alliance.members.get(body.member)?.name ?? body.member,
        person: position.person,
        personName: position.personName,
        reason: position.reason,
      };
      return { ...voided, removedObjections: [...revision.removedObjections, removed] };
    });
  },

  InterestDeclared: (draft, body, entry) => {
    const declaration: Declaration = {
      number: body.declaration,
      revision: body.revision,
      member: body.member,
      person: body.person,
      personName: nameOfTheDay(draft, body.person),
      level: body.level,
      scope: body.scope,
      nature: body.nature,
      at: entry.at,
      withdrawn: false,
    };
    withProposal(draft, body.proposal, (proposal) => ({
      ...proposal,
      declarations: [...proposal.declarations, declaration],
    }));
  },

  InterestWithdrawn: (draft, body) => {
    withProposal(draft, body.proposal, (proposal) => {
      const declarations = proposal.declarations.map((declaration) =>
        declaration.number === body.declaration ? { ...declaration, withdrawn: true } : declaration,
      );
      const after = { ...proposal, declarations };
      return { ...after, current: after.current && withoutInterest(after, after.current, body.member) };
    });
  },

  AmendmentSuggested: (draft, body, entry) => {
    const suggestion: Suggestion = {
      number: body.suggestion,
      revision: body.revision,
      person: body.person,
      personName: nameOfTheDay(draft, body.person),
      member: body.member ?? null,
      text: body.text,
      why: body.why,
      at: entry.at,
      answer: null,
    };
    withProposal(draft, body.proposal, (proposal) => ({
      ...proposal,
      suggestions: [...proposal.suggestions, suggestion],
    }));
  },

  SuggestionDeclined: (draft, body) => {
    answer(draft, body.proposal, body.suggestion, { kind: 'declined', reason: body.reason });
  },

  ChairMayAmend: (draft, body) => {
    withProposal(draft, body.proposal, (proposal) => ({ ...proposal, chairMayAmend: true }));
  },

  RecountRequired: (draft, body, entry) => {
    withCurrent(draft, body.proposal, (revision) => ({
      ...revision,
      recount: { because: [...(revision.recount?.because ?? []), ...body.because], at: entry.at },
    }));
  },

  RecountConfirmed: (draft, body) => {
    withCurrent(draft, body.proposal, (revision) => ({
      ...revision,
      recount: null,
      confirmed: { office: body.office, nobodyElse: body.nobodyElse },
    }));
  },

  OutcomeHeld: (draft, body) => {
    withCurrent(draft, body.proposal, (revision) => ({ ...revision, held: body.why }));
    draft.set('held').add(body.proposal);
  },

  HoldReleased: (draft, body) => {
    withCurrent(draft, body.proposal, (revision) => ({ ...revision, held: null }));
    noLongerHeld(draft, body.proposal);
  },
};

/** Hardly anything ever is held: the set is copied only where something is to be taken out of it. */
export const noLongerHeld = (draft: Draft, id: ProposalId): void => {
  if (draft.alliance.held.has(id)) draft.set('held').delete(id);
};

/** The name of record in force, so that what is shown of an old proposal stays as it was (domain.md 0.9). */
const nameOfTheDay = ({ alliance }: Draft, person: PersonId): TextRef => alliance.people.get(person)?.name ?? 'text:';

/** Puts `change(proposal)` in the proposal's place; nothing happens where there is no such proposal. */
export const withProposal = (draft: Draft, id: ProposalId, change: (proposal: Proposal) => Proposal): void => {
  const proposal = draft.alliance.proposals.get(id);
  if (proposal !== undefined) draft.map('proposals').set(id, change(proposal));
};

/** The same for the revision in force. */
export const withCurrent = (
  draft: Draft,
  id: ProposalId,
  change: (revision: Revision, proposal: Proposal) => Revision,
): void => {
  withProposal(draft, id, (proposal) =>
    proposal.current === null ? proposal : { ...proposal, current: change(proposal.current, proposal) },
  );
};

const tabled = (body: EventBodies['ProposalTabled'], entry: Recorded): Proposal => ({
  id: body.proposal,
  class: body.class,
  proposer: body.proposer,
  proposingFor: body.proposingFor ?? null,
  proposerName: body.proposerName,
  title: body.title,
  text: body.text,
  bestForPeople: body.bestForPeople,
  discreet: body.discreet,
  retables: body.retables ?? null,
  tabledAt: entry.at,
  windowFrom: null,
  opensAt: body.opensAt,
  deadline: body.deadline,
  status: 'tabled',
  chairMayAmend: false,
  current: null,
  earlier: [],
  suggestions: [],
  declarations: [],
  referral: null,
  nudgedAt: null,
  outcome: null,
  lateObjections: [],
});

const opened = (
  proposal: Proposal,
  body: EventBodies['RevisionOpened'],
  entry: Recorded,
  changedBy: TextRef | null,
): Proposal => ({
  ...proposal,
  status: 'open',
  title: body.title,
  text: body.text,
  bestForPeople: body.bestForPeople,
  deadline: body.deadline,
  windowFrom: body.reopened === undefined ? (proposal.windowFrom ?? entry.at) : entry.at,
  referral: null,
  earlier: proposal.current ? [...proposal.earlier, earlierRevision(proposal.current)] : [],
  suggestions:
    body.amended?.suggestion === undefined
      ? proposal.suggestions
      : proposal.suggestions.map((suggestion) =>
          suggestion.number === body.amended?.suggestion
            ? { ...suggestion, answer: { kind: 'accepted', revision: body.revision } }
            : suggestion,
        ),
  current: {
    number: body.revision,
    edition: 1,
    title: body.title,
    text: body.text,
    bestForPeople: body.bestForPeople,
    digest: body.digest,
    openedAt: entry.at,
    deadline: body.deadline,
    rule: body.rule,
    eligible: body.eligible,
    amended: body.amended ?? null,
    reopened: body.reopened ?? null,
    changedBy,
    positions: new Map(),
    left: [],
    recount: null,
    confirmed: null,
    removedObjections: [],
    held: null,
    extensions: 0,
    extendedAt: null,
    madeGood: false,
  },
});

const earlierRevision = ({ number, openedAt, title, text, bestForPeople }: Revision): EarlierRevision => ({
  number,
  openedAt,
  title,
  text,
  bestForPeople,
});

const withoutPosition = (revision: Revision, member: MemberId): Revision => {
  const positions = new Map(revision.positions);
  positions.delete(member);
  return { ...revision, positions };
};

/** What a declaration had set going for this member stops, unless another one that stands keeps it going. */
const withoutInterest = (proposal: Proposal, revision: Revision, member: MemberId): Revision => {
  if (recusalOf(proposal, member) !== null) return revision;
  const removedObjections = revision.removedObjections.filter(
    (objection) => objection.member !== member || personalBar(proposal, objection.person) !== null,
  );
  const keepsOne = removedObjections.some((objection) => objection.member === member);
  const because = (revision.recount?.because ?? []).filter(
    (cause) => cause.kind !== 'interestDeclared' || cause.member !== member || keepsOne,
  );
  return {
    ...revision,
    recount: revision.recount !== null && because.length > 0 ? { ...revision.recount, because } : null,
    removedObjections,
  };
};

const answer = (draft: Draft, id: ProposalId, number: number, given: NonNullable<Suggestion['answer']>): void => {
  withProposal(draft, id, (proposal) => ({
    ...proposal,
    suggestions: proposal.suggestions.map((suggestion) =>
      suggestion.number === number ? { ...suggestion, answer: given } : suggestion,
    ),
  }));
};
