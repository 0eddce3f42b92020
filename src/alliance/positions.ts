import type { Position, Revision } from './alliance.js';
import type { CommandOf } from './commands.js';
import type { Desk } from './desk.js';
import { openOnRevision, proposalOn, write, writeOn } from './desk.js';
import { textRefusal } from './limits.js';
import type { TextRef } from './names.js';
import type { Refusal } from './refusals.js';
import { isAway, voiceOf } from './speaking.js';
import type { Voice } from './speaking.js';
import { charterOf, whyBarred, whyNotEligible } from './tally.js';

/**
 * A member's position on the revision in force. The voter is the member (domain.md 0.1); the representative's position
 * prevails while open (B6); the same position again changes nothing; an objection needs a reason (B19). `said` is a reason
 * that stands in the book already, where a member confirms what was entered for it (E52).
 */
export const recordPosition = (desk: Desk, command: CommandOf<'recordPosition'>, said?: TextRef): Refusal | null => {
  const voice = voiceOf(desk.alliance, desk.context.by, command.member, desk.context.at);
  if ('refusal' in voice) {
    return proposalOn(desk, command.proposal) === null
      ? { why: 'noSuchProposal', proposal: command.proposal }
      : voice.refusal;
  }
  const open = openOnRevision(desk, command);
  if ('refusal' in open) return objectAfterOutcome(desk, command, voice, open.refusal);
  const { proposal, revision } = open;
  const standing = revision.positions.get(voice.member);
  const barred = whyNotEligible(desk.alliance, proposal, voice.member) ?? whyBarred(desk, proposal, voice);
  if (barred !== null) return barred;
  const same = isSame(standing, command, voice);
  const refusal = same
    ? null
    : (whoHasSpoken(voice, standing) ?? (said === undefined ? textsOf(desk, command, revision) : null));
  if (refusal !== null) return refusal;
  returnFromAbsence(desk, voice);
  if (!same) record(desk, command, voice, revision, said);
  return null;
};

/** Only the member whose objection it is takes it back; it then has no position and is waited for again. */
export const withdrawObjection = (desk: Desk, command: CommandOf<'withdrawObjection'>): Refusal | null => {
  const voice = voiceOf(desk.alliance, desk.context.by, command.member, desk.context.at);
  if ('refusal' in voice) return voice.refusal;
  const open = openOnRevision(desk, command);
  if ('refusal' in open) return open.refusal;
  const standing = open.revision.positions.get(voice.member);
  if (standing?.position !== 'object') return { why: 'nothingToWithdraw', proposal: command.proposal };
  const refusal = whyBarred(desk, open.proposal, voice) ?? whoHasSpoken(voice, standing);
  if (refusal !== null) return refusal;
  returnFromAbsence(desk, voice);
  const { proposal, revision } = command;
  const body = { proposal, revision, member: voice.member, person: voice.person };
  writeOn(desk, proposal, 'ObjectionWithdrawn', body, { for: voice.member });
  return null;
};

const record = (
  desk: Desk,
  command: CommandOf<'recordPosition'>,
  voice: Voice,
  revision: Revision,
  said: TextRef | undefined,
): void => {
  const { proposal, position } = command;
  const says = position === 'agree' ? undefined : command.reason;
  const asks = position === 'object' ? command.wouldChange : undefined;
  writeOn(
    desk,
    proposal,
    'PositionRecorded',
    {
      proposal,
      revision: revision.number,
      edition: revision.edition,
      digest: revision.digest,
      member: voice.member,
      position,
      person: voice.person,
      personName: desk.alliance.people.get(voice.person)?.name ?? 'text:',
      as: voice.as,
      covering: voice.covering,
      ...(said !== undefined ? { reason: said } : says === undefined ? {} : { reason: desk.sealer.seal(says) }),
      ...(asks === undefined || asks.trim() === '' ? {} : { wouldChange: desk.sealer.seal(asks) }),
    },
    { for: voice.member },
  );
};

/**
 * The representative may always change the member's position. A deputy may where nobody has spoken, where it was the
 * same deputy, and while covering an absence (domain.md E8–E12, rulings 1.14).
 */
const whoHasSpoken = (voice: Voice, standing: Position | undefined): Refusal | null => {
  if (standing === undefined || voice.as === 'representative' || voice.covering || standing.person === voice.person) {
    return null;
  }
  const { member } = voice;
  return standing.as === 'representative' || standing.covering
    ? { why: 'representativeHasSpoken', member, person: standing.person }
    : { why: 'deputyHasSpoken', member, person: standing.person };
};

/** The words that a position needs, under the charter that the revision opened under (domain.md E72). */
const textsOf = (
  { alliance }: Desk,
  { position, reason, wouldChange }: CommandOf<'recordPosition'>,
  { rule }: Revision,
): Refusal | null => {
  switch (position) {
    case 'agree':
      return null;
    case 'agreeWithReservation':
      return textRefusal('reservation', reason ?? '');
    case 'object': {
      const least = charterOf(alliance, rule).limits.objectionReasonLeast;
      const asks = wouldChange ?? '';
      return (
        textRefusal('objection', reason ?? '', least) ?? (asks === '' ? null : textRefusal('wouldChange', asks, 0))
      );
    }
  }
};

/** A plain agreement that stands already; words that come with a position may differ, so those are recorded anew. */
const isSame = (standing: Position | undefined, command: CommandOf<'recordPosition'>, voice: Voice): boolean =>
  standing?.position === 'agree' &&
  command.position === 'agree' &&
  (voice.as === 'deputy' || standing.as === 'representative');

/** The representative's own act ends the absence (rulings 1.14). */
const returnFromAbsence = (desk: Desk, { as, person, member }: Voice): void => {
  if (as !== 'representative' || !isAway(desk.alliance, person, desk.context.at, member)) return;
  write(desk, 'AbsenceEnded', { person, member }, { subject: person, for: member });
};

/** An objection after the adoption stays in the record without effect, once a member (rulings 1.2). */
const objectAfterOutcome = (
  desk: Desk,
  { proposal: id, position, reason }: CommandOf<'recordPosition'>,
  { member, person }: Voice,
  refusal: Refusal,
): Refusal => {
  const proposal = proposalOn(desk, id);
  if (refusal.why !== 'closed' || position !== 'object' || proposal?.outcome?.kind !== 'ProposalAdopted') {
    return refusal;
  }
  // Only those whose objection would have counted: an outsider's is not kept as one.
  if (whyNotEligible(desk.alliance, proposal, member) !== null) return refusal;
  const objected = proposal.lateObjections.some((late) => late.member === member);
  const least = desk.alliance.charter.limits.objectionReasonLeast;
  if (objected || textRefusal('objection', reason ?? '', least) !== null) return refusal;
  writeOn(
    desk,
    id,
    'ObjectionAfterOutcome',
    {
      proposal: id,
      revision: proposal.outcome.body.revision,
      member,
      person,
      personName: desk.alliance.people.get(person)?.name ?? 'text:',
      reason: desk.sealer.seal(reason ?? ''),
    },
    { for: member },
  );
  return { why: 'objectionAfterOutcome', proposal: id };
};
