import type { Proposal } from './alliance.js';
import type { CommandOf } from './commands.js';
import { deadlineFor, isInstant, whyNotEnd } from './deadlines.js';
import { openOn, openOnRevision, proposalOn, writeOn } from './desk.js';
import type { Desk } from './desk.js';
import type { Instant } from './instant.js';
import { textRefusal } from './limits.js';
import { carryInterests } from './meetings/carriedInterests.js';
import { isPerson } from './names.js';
import type { PersonId } from './names.js';
import type { Refusal } from './refusals.js';
import { holdersOf, holdersOfPower, officesWith, proposers, voiceOf } from './speaking.js';
import { refer } from './settle.js';
import { asksAgain } from './amending.js';
import { openRevision } from './tabling.js';
import { charterOf, whyBarred, whyNotEligible } from './tally.js';

/** The proposer takes it back before closing, with a reason; whoever sponsors it where the proposer has left (E43, E45). */
export const withdrawProposal = (desk: Desk, command: CommandOf<'withdrawProposal'>): Refusal | null => {
  const proposal = proposalOn(desk, command.proposal);
  if (proposal === null) return { why: 'noSuchProposal', proposal: command.proposal };
  if (proposal.status !== 'tabled' && proposal.status !== 'referred') {
    const open = openOn(desk, command.proposal);
    if ('refusal' in open) return open.refusal;
  }
  const { by, at } = desk.context;
  const people = proposers(desk.alliance, proposal, at);
  if (!isPerson(by) || !people.includes(by)) return { why: 'mayNot', act: 'withdraw', people, offices: [] };
  const refusal = textRefusal('reason', command.reason);
  if (refusal !== null) return refusal;
  writeOn(desk, proposal.id, 'ProposalWithdrawn', {
    proposal: proposal.id,
    revision: proposal.current?.number ?? 0,
    person: by,
    personName: desk.alliance.people.get(by)?.name ?? 'text:',
    reason: desk.sealer.seal(command.reason),
  });
  return null;
};

/** More time, asked for before the deadline passes, with a reason; 28 days a revision and 56 in all (rulings 1.11). */
export const extendDeadline = (desk: Desk, command: CommandOf<'extendDeadline'>): Refusal | null => {
  const open = openOn(desk, command.proposal);
  if ('refusal' in open) return open.refusal;
  const { proposal, revision } = open;
  const { alliance, context } = desk;
  const people = extenders(desk, proposers(alliance, proposal, context.at));
  if (!isPerson(context.by) || !people.includes(context.by)) {
    return { why: 'mayNot', act: 'extend', people, offices: officesWith(alliance, 'extendDeadline') };
  }
  const charter = charterOf(alliance, revision.rule);
  const decisionClass = charter.classes.find(({ id }) => id === proposal.class);
  if (decisionClass === undefined) return { why: 'unknownClass', class: proposal.class, offered: [] };
  const windowFrom = proposal.windowFrom ?? revision.openedAt;
  const opening = { charter, decisionClass, opensAt: revision.openedAt, windowFrom };
  const refusal =
    textRefusal('reason', command.reason) ??
    (isInstant(command.deadline) && command.deadline <= revision.deadline
      ? { why: 'deadlineNotLater' as const, given: command.deadline, present: revision.deadline }
      : whyNotEnd(opening, command.deadline));
  if (refusal !== null) return refusal;
  writeOn(desk, proposal.id, 'DeadlineExtended', {
    proposal: proposal.id,
    revision: revision.number,
    from: revision.deadline,
    to: command.deadline,
    reason: desk.sealer.seal(command.reason),
  });
  return null;
};

/** Any one eligible member may require discussion at a meeting, with a reason that is printed (B21, rulings 1.10). */
export const callMeeting = (desk: Desk, command: CommandOf<'callMeeting'>): Refusal | null => {
  const voice = voiceOf(desk.alliance, desk.context.by, command.member, desk.context.at);
  if ('refusal' in voice) return voice.refusal;
  const open = openOnRevision(desk, command);
  if ('refusal' in open) return open.refusal;
  const refusal =
    whyNotEligible(desk.alliance, open.proposal, voice.member) ??
    whyBarred(desk, open.proposal, voice) ??
    textRefusal('reason', command.reason);
  if (refusal !== null) return refusal;
  const reason = desk.sealer.seal(command.reason);
  refer(desk, open.proposal, { because: 'calledByMember', member: voice.member, reason });
  return null;
};

/** After the meeting: a new revision with the same text, on which everyone is asked again (rulings 1.10). */
export const reopenProposal = (desk: Desk, command: CommandOf<'reopenProposal'>): Refusal | null => {
  const proposal = proposalOn(desk, command.proposal);
  if (proposal === null) return { why: 'noSuchProposal', proposal: command.proposal };
  const { current: revision } = proposal;
  if (proposal.outcome !== null) return { why: 'closed', proposal: proposal.id };
  if (proposal.status !== 'referred' || revision === null) return { why: 'notReferred', proposal: proposal.id };
  const { alliance, context } = desk;
  const { by, at } = context;
  const people = extenders(desk, proposers(alliance, proposal, at));
  if (!isPerson(by) || !people.includes(by)) {
    return { why: 'mayNot', act: 'reopen', people, offices: officesWith(alliance, 'extendDeadline') };
  }
  return reopen(desk, proposal, command.deadline);
};

/** Opens a referred proposal again, with the same text, for whoever may; refused where its class or time forbids it. */
export const reopen = (desk: Desk, proposal: Proposal, deadline?: Instant): Refusal | null => {
  const { by, at } = desk.context;
  const { current: revision } = proposal;
  if (!isPerson(by) || revision === null) return { why: 'notReferred', proposal: proposal.id };
  const charter = charterOf(desk.alliance, revision.rule);
  const decisionClass = charter.classes.find(({ id }) => id === proposal.class);
  if (decisionClass === undefined) return { why: 'unknownClass', class: proposal.class, offered: [] };
  const chosen = deadlineFor({ charter, decisionClass, opensAt: at, windowFrom: at }, deadline);
  if ('refusal' in chosen) return chosen.refusal;
  const { title, text, bestForPeople } = revision;
  openRevision(desk, proposal, {
    revision: revision.number + 1,
    title,
    text,
    bestForPeople,
    deadline: chosen.deadline,
    reopened: { by, asksAgain: asksAgain(revision) },
  });
  carryInterests(desk, proposal.id);
  return null;
};

const extenders = ({ alliance, context }: Desk, own: readonly PersonId[]): readonly PersonId[] => [
  ...new Set([
    ...own,
    ...holdersOfPower(alliance, 'extendDeadline', context.at),
    ...holdersOf(alliance, 'chair', context.at),
  ]),
];
