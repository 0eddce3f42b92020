import type { Alliance, Member, Proposal, Revision } from './alliance.js';
import { plusWorkingDays } from './calendar.js';
import { graceMs, proposalOn, writeOn } from './desk.js';
import type { Desk } from './desk.js';
import { depart } from './departures.js';
import { extendForDowntime } from './downtime.js';
import type { Instant } from './instant.js';
import { plusMs } from './instant.js';
import { pendingOfMeetings } from './meetings/passingOfMeetings.js';
import type { ProposalId } from './names.js';
import { standingObjections } from './objections.js';
import { hold, named, settle, settleProposal } from './settle.js';
import { openFirst } from './tabling.js';
import { charterOf, isAgreedByAll, tally } from './tally.js';

/**
 * Makes true what time makes true, in the order in which it fell due: openings, departures, the end of a time for
 * consideration, outcomes at or after deadline + 120 s (rulings 1.3). Idempotent: what was made true is not due again.
 */
export const letPass = (desk: Desk): void => {
  if (!desk.context.clockTrusted) {
    holdWhatIsDue(desk);
    return;
  }
  const released = releaseHolds(desk);
  extendForDowntime(desk);
  for (let step = 0; step < stepsMost; step += 1) {
    const next = earliest(desk.alliance, desk.context.at);
    if (next === null) break;
    next.make(desk, next.dueAt);
    settle(desk);
  }
  // What was held comes last: a departure that fell due meanwhile changes who is eligible (rulings 1.5).
  for (const id of released) settleProposal(desk, id);
};

/** More things than an alliance can have waiting; a bound on a loop, not on people. */
const stepsMost = 10_000;

/** Something that time will make true. */
interface Pending {
  readonly dueAt: Instant;
  readonly make: (desk: Desk, dueAt: Instant) => void;
}

/** What was due first by this moment; null where nothing is. */
const earliest = (alliance: Alliance, at: Instant): Pending | null => {
  let first: Pending | null = null;
  const look = (each: Pending): void => {
    if (each.dueAt <= at && (first === null || each.dueAt < first.dueAt)) first = each;
  };
  for (const member of alliance.members.values()) {
    if (member.noticeOf !== null && member.leftAt === null) look(leaving(member, member.noticeOf));
  }
  for (const id of alliance.live) {
    const proposal = alliance.proposals.get(id);
    if (proposal === undefined || !mayWait(proposal, at)) continue;
    for (const each of pendingOn(alliance, proposal)) look(each);
  }
  for (const each of pendingOfMeetings(alliance, at)) look(each);
  return first;
};

/** Each order asks this of every live proposal, so it is cheap: nothing happens to one before its first moment. */
const mayWait = ({ status, current }: Proposal, at: Instant): boolean =>
  status !== 'open' ||
  current === null ||
  current.deadline <= at ||
  (current.rule.considerUntil !== undefined && current.rule.considerUntil <= at);

const pendingOn = function* (alliance: Alliance, proposal: Proposal): Generator<Pending> {
  const { id, status, current } = proposal;
  if (status === 'tabled') {
    yield { dueAt: proposal.opensAt, make: (desk, dueAt) => openFirst(desk, id, dueAt) };
  } else if (status === 'referred' && proposal.referral !== null) {
    yield { dueAt: proposal.referral.lapsesAt, make: (desk, dueAt) => lapse(desk, id, 'meetingNotHeld', dueAt) };
  } else if (status === 'open' && current !== null) {
    const agreed = isAgreedByAll(tally(proposal, current));
    const considered = current.rule.considerUntil;
    if (agreed && current.recount === null && considered !== undefined && considered <= current.deadline) {
      yield { dueAt: considered, make: (desk, dueAt) => settleProposal(desk, id, dueAt) };
    }
    yield agreed && current.recount !== null
      ? {
          dueAt: recountEnds(alliance, current),
          make: (desk, dueAt) => lapse(desk, id, 'recountNotConfirmed', dueAt),
        }
      : { dueAt: plusMs(current.deadline, graceMs), make: (desk) => declare(desk, id) };
  }
};

const leaving = ({ id }: Member, dueAt: Instant): Pending => ({
  dueAt,
  make: (desk) => depart(desk, id, dueAt),
});

/** One working day after the deadline an unconfirmed recount lapses (rulings 1.5). */
export const recountEnds = (alliance: Alliance, { deadline, rule }: Revision): Instant =>
  plusWorkingDays(charterOf(alliance, rule).calendar, deadline, 1);

/** The outcome of a deadline: an objection stands, or somebody has not spoken (domain.md D1, E47, E53). */
const declare = (desk: Desk, id: ProposalId): void => {
  const proposal = proposalOn(desk, id);
  if (proposal?.current == null) return;
  const { number: revision, deadline } = proposal.current;
  const { objected, waiting } = tally(proposal, proposal.current);
  if (objected.length > 0) {
    const objections = standingObjections(desk, proposal);
    writeOn(
      desk,
      id,
      'ProposalNotAgreed',
      { proposal: id, revision, because: 'deadline', objections },
      { occurredAt: deadline },
    );
  } else if (waiting.length > 0) {
    lapse(desk, id, 'noPosition', deadline);
  } else {
    settleProposal(desk, id, deadline);
  }
};

const lapse = (
  desk: Desk,
  id: ProposalId,
  because: 'noPosition' | 'recountNotConfirmed' | 'meetingNotHeld',
  occurredAt: Instant,
): void => {
  const proposal = proposalOn(desk, id);
  if (proposal?.current == null) return;
  const waiting = because === 'noPosition' ? tally(proposal, proposal.current).waiting : [];
  const missing = waiting.map((member) => named(desk, member));
  const revision = proposal.current.number;
  writeOn(desk, id, 'ProposalLapsed', { proposal: id, revision, because, missing }, { occurredAt });
};

/** With a clock that cannot be trusted nothing is declared; what would have been is shown as held (domain.md E90). */
const holdWhatIsDue = (desk: Desk): void => {
  for (const id of desk.alliance.live) {
    const proposal = proposalOn(desk, id);
    if (proposal?.status !== 'open' || proposal.current === null) continue;
    if (isToBeDeclared(proposal, proposal.current, desk.context.at)) hold(desk, proposal, proposal.current);
  }
};

/** Its deadline is over, or its time for consideration is and everybody has agreed. */
const isToBeDeclared = (proposal: Proposal, revision: Revision, at: Instant): boolean => {
  const { considerUntil } = revision.rule;
  const agreed = revision.recount === null && isAgreedByAll(tally(proposal, revision));
  return plusMs(revision.deadline, graceMs) <= at || (agreed && considerUntil !== undefined && considerUntil <= at);
};

const releaseHolds = (desk: Desk): readonly ProposalId[] => {
  const released = [...desk.alliance.held];
  for (const id of released) {
    const revision = proposalOn(desk, id)?.current?.number ?? 0;
    writeOn(desk, id, 'HoldReleased', { proposal: id, revision, why: 'clock' });
  }
  desk.touched.clear();
  return released;
};
