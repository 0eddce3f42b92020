import type { Alliance, Declaration, Proposal, Revision } from './alliance.js';
import type { CharterSettings } from './charter.js';
import type { RuleInForce } from './events.js';
import type { Desk } from './desk.js';
import { isInOffice, speakersFor } from './speaking.js';
import type { Instant } from './instant.js';
import type { MemberId, PersonId } from './names.js';
import type { Refusal } from './refusals.js';

/** How the members of a revision stand. Every member of the record-date snapshot is in exactly one of the lists. */
export interface Tally {
  /** Snapshot less those who left or take no part: the denominator (domain.md 0.4). */
  readonly eligible: readonly MemberId[];
  readonly agreed: readonly MemberId[];
  readonly objected: readonly MemberId[];
  readonly waiting: readonly MemberId[];
  readonly noPart: readonly MemberId[];
  readonly left: readonly MemberId[];
}

export const tally = (proposal: Proposal, revision: Revision): Tally => {
  const noPart: MemberId[] = [];
  const left: MemberId[] = [];
  const eligible: MemberId[] = [];
  const agreed: MemberId[] = [];
  const objected: MemberId[] = [];
  const waiting: MemberId[] = [];
  for (const member of revision.eligible) {
    if (revision.left.includes(member)) left.push(member);
    else if (recusalOf(proposal, member) !== null) noPart.push(member);
    else {
      eligible.push(member);
      const position = revision.positions.get(member)?.position;
      (position === undefined ? waiting : position === 'object' ? objected : agreed).push(member);
    }
  }
  return { eligible, agreed, objected, waiting, noPart, left };
};

/** Every eligible member has positively agreed, and there is somebody to agree (domain.md 0.2). */
export const isAgreedByAll = ({ eligible, agreed }: Tally): boolean =>
  eligible.length > 0 && agreed.length === eligible.length;

/** Too few are left to decide, or no commissioner where one votes (domain.md D1, rulings 1.9). */
export const isBelowMinimum = (alliance: Alliance, { rule }: Revision, { eligible }: Tally): boolean =>
  eligible.length < rule.minEligible ||
  (rule.needsCommissioner && !eligible.some((member) => isCommissioner(alliance, member)));

/** The declaration that takes the member's seat out of the vote, or null (domain.md B32, E25). */
export const recusalOf = (proposal: Proposal, member: MemberId): Declaration | null =>
  proposal.declarations.find(
    (declaration) => declaration.member === member && declaration.scope === 'organisation' && takesNoPart(declaration),
  ) ?? null;

/** The declaration that bars this person, while a deputy may still act for the member (domain.md E24). */
export const personalBar = (proposal: Proposal, person: PersonId): Declaration | null =>
  proposal.declarations.find(
    (declaration) => declaration.person === person && declaration.scope === 'personal' && takesNoPart(declaration),
  ) ?? null;

/** A person with a personal interest is barred; another speaker may act for the member (domain.md E24). */
export const whyBarred = (
  { alliance, context }: Desk,
  proposal: Proposal,
  { person, member }: { readonly person: PersonId; readonly member: MemberId },
): Refusal | null => {
  if (personalBar(proposal, person) === null) return null;
  const others = speakersFor(alliance, member, context.at).filter((other) => personalBar(proposal, other) === null);
  return { why: 'personTookNoPart', member, others };
};

/** "Speak only" and "recuse" both leave the vote; only "recuse" also loses the papers (rulings 1.9). */
const takesNoPart = ({ withdrawn, level }: Declaration): boolean => !withdrawn && level !== 'note';

/** Voting members in office at this instant: the snapshot of a record date (domain.md C). */
export const votingMembersAt = (alliance: Alliance, at: Instant): readonly MemberId[] =>
  [...alliance.members.values()].filter((member) => member.voting && isInOffice(member, at)).map(({ id }) => id);

/** The charter under which a revision opened, whatever was adopted since (domain.md E72). */
export const charterOf = (alliance: Alliance, { charterRevision }: RuleInForce): CharterSettings =>
  alliance.charters.get(charterRevision) ?? alliance.charter;

export const isCommissioner = (alliance: Alliance, member: MemberId): boolean =>
  alliance.members.get(member)?.capacity === 'commissioner';

/** Why a member has no vote on this revision, or null when it has one. */
export const whyNotEligible = (alliance: Alliance, proposal: Proposal, member: MemberId): Refusal | null => {
  const revision = proposal.current;
  if (alliance.members.get(member)?.voting === false) {
    return { why: 'memberNotEligible', member, because: 'nonVoting' };
  }
  if (revision !== null && !revision.eligible.includes(member)) {
    return { why: 'memberNotEligible', member, because: 'joinedLater' };
  }
  if (revision?.left.includes(member) === true) return { why: 'memberNotEligible', member, because: 'left' };
  return recusalOf(proposal, member) === null
    ? null
    : { why: 'memberNotEligible', member, because: 'interestDeclared' };
};
