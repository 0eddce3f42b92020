import type { Declaration, Proposal, Revision } from './alliance.js';
import type { CommandOf } from './commands.js';
import { openOnRevision, proposalOn, writeOn } from './desk.js';
import type { Desk } from './desk.js';
import { textRefusal } from './limits.js';
import { isPerson } from './names.js';
import type { MemberId, ProposalId } from './names.js';
import { requireRecount } from './recounts.js';
import type { Refusal } from './refusals.js';
import { isInOffice, speakersFor, voiceOf } from './speaking.js';
import type { Voice } from './speaking.js';
import { isAgreedByAll, personalBar, recusalOf, tally, whyNotEligible } from './tally.js';

/**
 * A declared interest. "Note" stays and votes. The other levels take no part: of the whole seat (domain.md E25), or of
 * the person alone, for whom a deputy may act (E24). What the seat, or the person for any member, had said is voided and kept (E22). A recusal that
 * removes an objection or completes an agreement waits for a recount (rulings 1.5).
 */
export const declareInterest = (desk: Desk, command: CommandOf<'declareInterest'>): Refusal | null => {
  const voice = voiceOf(desk.alliance, desk.context.by, command.member, desk.context.at);
  if ('refusal' in voice) return voice.refusal;
  const open = openOnRevision(desk, command);
  if ('refusal' in open) return open.refusal;
  const { proposal, revision } = open;
  const refusal = whyNotDeclared(desk, proposal, revision, command, voice) ?? textRefusal('nature', command.nature);
  if (refusal !== null) return refusal;
  const { member, person } = voice;
  const { level, scope } = command;
  enter(desk, proposal, revision, { member, person, level, scope, nature: desk.sealer.seal(command.nature) });
  return null;
};

export type Interest = Pick<Declaration, 'member' | 'person' | 'level' | 'scope' | 'nature'>;

/**
 * An interest that was minuted before the proposal was open counts on it from its opening on, with the words of the
 * minutes. False where it cannot, because the member is not eligible or the same stands already.
 */
export const carryInterest = (desk: Desk, id: ProposalId, interest: Interest): boolean => {
  const proposal = proposalOn(desk, id);
  if (proposal?.current == null) return false;
  if (whyNotDeclared(desk, proposal, proposal.current, interest, interest) !== null) return false;
  enter(desk, proposal, proposal.current, interest);
  return true;
};

const enter = (desk: Desk, proposal: Proposal, revision: Revision, interest: Interest): void => {
  const { id } = proposal;
  const wasComplete = isAgreedByAll(tally(proposal, revision));
  const declaration = proposal.declarations.length + 1;
  const body = { proposal: id, revision: revision.number, declaration, ...interest };
  writeOn(desk, id, 'InterestDeclared', body, { for: interest.member });
  if (interest.level !== 'note') takeNoPart(desk, id, interest, wasComplete);
};

/** A declaration made by mistake is taken back while the proposal lives; the member must vote again (domain.md E29). */
export const withdrawInterest = (desk: Desk, command: CommandOf<'withdrawInterest'>): Refusal | null => {
  const proposal = proposalOn(desk, command.proposal);
  if (proposal === null) return { why: 'noSuchProposal', proposal: command.proposal };
  if (proposal.status !== 'referred') {
    const open = openOnRevision(desk, command);
    if ('refusal' in open) return open.refusal;
  }
  const declaration = proposal.declarations.find(({ number }) => number === command.declaration);
  if (declaration === undefined || declaration.withdrawn) return { why: 'noSuchDeclaration', proposal: proposal.id };
  const { alliance, context } = desk;
  const { by, at } = context;
  const seated = isInOffice(alliance.members.get(declaration.member), at);
  const people = mayWithdraw(declaration, seated ? speakersFor(alliance, declaration.member, at) : []);
  if (!isPerson(by) || !people.includes(by)) return { why: 'mayNot', act: 'withdrawInterest', people, offices: [] };
  const { member } = declaration;
  const body = { proposal: proposal.id, declaration: declaration.number, member, person: by };
  writeOn(desk, proposal.id, 'InterestWithdrawn', body, { for: member });
  return null;
};

/** A personal interest is the person's own to take back; the seat's is its speakers'. */
const mayWithdraw = ({ scope, person }: Declaration, speakers: readonly Declaration['person'][]) =>
  scope === 'personal' ? [person] : speakers;

const takeNoPart = (desk: Desk, id: ProposalId, { scope, member, person }: Interest, wasComplete: boolean): void => {
  const revision = proposalOn(desk, id)?.current;
  if (revision == null) return;
  const fallen = [...revision.positions.values()].filter((position) =>
    scope === 'organisation' ? position.member === member : position.person === person,
  );
  for (const { member: of } of fallen) {
    const body = { proposal: id, revision: revision.number, member: of, because: 'interestDeclared' } as const;
    writeOn(desk, id, 'PositionVoided', body, { for: of });
  }
  const objections = fallen.filter(({ position }) => position === 'object');
  for (const { member: of } of objections) requireRecount(desk, id, { kind: 'interestDeclared', member: of });
  if (objections.length === 0 && completes(desk, id, member, wasComplete)) {
    requireRecount(desk, id, { kind: 'interestDeclared', member });
  }
};

/** With this member out of the denominator everybody left has agreed, which was not so before. */
const completes = (desk: Desk, id: ProposalId, member: MemberId, wasComplete: boolean): boolean => {
  const proposal = proposalOn(desk, id);
  if (wasComplete || proposal?.current == null || !proposal.current.eligible.includes(member)) return false;
  return isAgreedByAll(tally(proposal, proposal.current));
};

const whyNotDeclared = (
  { alliance }: Desk,
  proposal: Proposal,
  revision: Revision,
  { level, scope }: Pick<Interest, 'level' | 'scope'>,
  { member, person }: Pick<Voice, 'member' | 'person'>,
): Refusal | null => {
  if (!revision.eligible.includes(member)) return whyNotEligible(alliance, proposal, member);
  if (revision.left.includes(member)) return { why: 'memberNotEligible', member, because: 'left' };
  const stands =
    recusalOf(proposal, member) ??
    (scope === 'personal' ? personalBar(proposal, person) : null) ??
    proposal.declarations.find(
      (each) =>
        !each.withdrawn &&
        each.member === member &&
        each.scope === scope &&
        each.level === level &&
        each.person === person,
    );
  return stands == null ? null : { why: 'alreadyDeclared', proposal: proposal.id, member };
};
