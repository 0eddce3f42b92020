import type { Alliance, Proposal } from '../../src/alliance/alliance.js';
import type { Instant } from '../../src/alliance/instant.js';
import type { MemberId, PersonId } from '../../src/alliance/names.js';

/** Who can be asked to play a part. Reads the state without the rules, and need not be right: wrong people are wanted too. */

export const people = (alliance: Alliance): readonly PersonId[] => [...alliance.people.keys()];

export const speakersOf = (
  alliance: Alliance,
  member: MemberId,
  as: 'representative' | 'deputy',
  at: Instant,
): readonly PersonId[] =>
  alliance.appointments
    .filter((each) => each.member === member && each.as === as && each.effectiveFrom <= at && (each.to ?? '9') > at)
    .map(({ person }) => person);

export const officers = (alliance: Alliance, at: Instant): readonly PersonId[] =>
  alliance.officers.filter(({ to }) => (to ?? '9') > at).map(({ person }) => person);

export const holders = (alliance: Alliance, office: string): readonly PersonId[] =>
  alliance.officers.filter((each) => each.office === office && each.to === null).map(({ person }) => person);

export const nominators = (alliance: Alliance, member: MemberId): readonly PersonId[] =>
  alliance.appointments
    .filter((each) => each.member === member && each.as === 'nominatingOfficer')
    .map(({ person }) => person);

/** Members in the snapshot of the revision in force. */
export const onRevision = ({ current }: Proposal): readonly MemberId[] =>
  current === null ? [] : current.eligible.filter((member) => !current.left.includes(member));

/** Of those, who has not spoken and has declared nothing. */
export const unheard = (proposal: Proposal): readonly MemberId[] =>
  onRevision(proposal).filter(
    (member) =>
      proposal.current?.positions.has(member) !== true &&
      !proposal.declarations.some((each) => each.member === member && !each.withdrawn && each.level !== 'note'),
  );

export const liveProposals = (alliance: Alliance): readonly Proposal[] =>
  [...alliance.live].map((id) => alliance.proposals.get(id)).filter((proposal) => proposal !== undefined);

export const allProposals = (alliance: Alliance): readonly Proposal[] => [...alliance.proposals.values()];
