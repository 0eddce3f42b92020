import type { Alliance, Proposal, Revision } from './alliance.js';
import { graceMs } from './desk.js';
import { type Instant, plusMs } from './instant.js';
import type { MemberId, ProposalId } from './names.js';
import { recountEnds } from './passing.js';
import { remindersOf } from './reminders.js';
import { charterOf, isAgreedByAll, tally } from './tally.js';

/** A moment that matters to one subject: a deadline, a reminder step, a departure … */
export interface Due {
  readonly subject: string;
  /**
   * "opens", "considered", "deadline", "declare", "recount", "meeting", "leaves", or "reminder:" and the step of the
   * charter, as in "reminder:oneWorkingDay".
   */
  readonly kind: string;
  /**
   * Whom it concerns: "clerk", or for a reminder "representatives", "representativesAndDeputies" or
   * "representativesDeputiesAndAllianceManager".
   */
  readonly to: string;
  readonly dueAt: Instant;
  /** Unique within the alliance; the same due always has the same key. An extended deadline makes new dues. */
  readonly key: string;
}

/**
 * Every moment that one subject waits for as things stand, earliest first; what is past and still unmade is among them.
 * "clerk" dues are moments at which `LetTimePass` changes something or views change their words. A closed subject, and
 * one that is not known, waits for nothing.
 */
export const duesOf = (alliance: Alliance, subject: string): readonly Due[] => {
  const proposal = alliance.proposals.get(subject as ProposalId);
  if (proposal !== undefined) return inOrder(ofProposal(alliance, proposal));
  return subject.startsWith(memberPrefix) ? ofMember(alliance, subject.slice(memberPrefix.length)) : [];
};

/** Every due of the alliance, earliest first. Equal to what the schedule of its book holds. */
export const dues = (alliance: Alliance): readonly Due[] =>
  inOrder([
    ...[...alliance.live].flatMap((id) => duesOf(alliance, id)),
    ...[...alliance.members.keys()].flatMap((id) => ofMember(alliance, id)),
  ]);

/**
 * The dues, as they now are, of those subjects whose dues differ between two states of an alliance: what a schedule must
 * take in. Most positions move no due.
 */
export const movedDues = (
  before: Alliance,
  after: Alliance,
  subjects: Iterable<string>,
): ReadonlyMap<string, readonly Due[]> => {
  const moved = new Map<string, readonly Due[]>();
  for (const subject of subjects) {
    const now = duesOf(after, subject);
    if (!isSame(duesOf(before, subject), now)) moved.set(subject, now);
  }
  return moved;
};

/** When the clock next matters to this alliance, strictly after an instant; null when it does not. */
export const nextDue = (alliance: Alliance, after: Instant): Instant | null =>
  dues(alliance).find(({ dueAt }) => dueAt > after)?.dueAt ?? null;

/** The key names everything about a due but its moment. */
const isSame = (some: readonly Due[], others: readonly Due[]): boolean =>
  some.length === others.length &&
  others.every(({ key, dueAt }, place) => some[place]?.key === key && some[place].dueAt === dueAt);

const memberPrefix = 'member:';

const ofMember = (alliance: Alliance, id: MemberId): readonly Due[] => {
  const member = alliance.members.get(id);
  if (member === undefined || member.noticeOf === null || member.leftAt !== null) return [];
  const subject = `${memberPrefix}${id}`;
  return [{ subject, kind: 'leaves', to: 'clerk', dueAt: member.noticeOf, key: `${subject}/leaves` }];
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

/** Reminders under the charter that the revision opened under (domain.md E72). */
const remindersDue = (alliance: Alliance, { id }: Proposal, revision: Revision): readonly Due[] => {
  const charter = charterOf(alliance, revision.rule);
  return remindersOf(charter, revision.openedAt, revision.deadline).map(({ step, to, at }) => ({
    ...ofClerk(id, revision, `reminder:${step}`, at),
    to,
  }));
};

const ofClerk = (id: ProposalId, revision: Revision | null, kind: string, dueAt: Instant): Due => {
  const extended = revision !== null && revision.extensions > 0 ? `+${revision.extensions}` : '';
  return { subject: id, kind, to: 'clerk', dueAt, key: `${id}/r${revision?.number ?? 0}${extended}/${kind}` };
};

const inOrder = (all: readonly Due[]): readonly Due[] =>
  [...all].sort((a, b) => (a.dueAt === b.dueAt ? (a.key < b.key ? -1 : 1) : a.dueAt < b.dueAt ? -1 : 1));
