import type { Instant } from '../../alliance/instant.js';
import type { ProposalId } from '../../alliance/names.js';
import { between, daysMs } from './days.js';
import type { Note } from './findings.js';
import type { Reading } from './reading.js';
import { lastOf, pagesOf } from './reading.js';
import { isTooFew, isUnanimous, standingOf } from './standing.js';
import type { Standing } from './standing.js';

/**
 * After each order: nothing that is due is left undeclared, and nothing that fell is left unrecorded. `clockSpoke` says
 * that the clock declared something with it, so that it was trusted; a referral has no hold to show that it was not.
 */
export const checkNothingIsLeft = (reading: Reading, at: Instant, clockSpoke: boolean, note: Note): void => {
  for (const proposal of reading.open) {
    const standing = standingOf(reading, proposal);
    if (standing.status === 'referred' && clockSpoke) checkMeeting(reading, proposal, at, note);
    if (standing.status !== 'open') continue;
    checkFollowed(reading, proposal, standing, note);
    checkDeclared(proposal, standing, at, note);
  }
};

/** What a departure or a declaration sets going stands in the book by the end of the order. */
const checkFollowed = (reading: Reading, proposal: ProposalId, standing: Standing, note: Note): void => {
  if (standing.recountOwed && !standing.recountAnnounced) {
    note('recount', `who is eligible on ${proposal} changed and no recount was asked for`);
  }
  for (const member of standing.unvoided) {
    note('interest', `the position of ${member} on ${proposal} fell and is not recorded as void`);
  }
  for (const member of standing.objectorsLeft) {
    note('outcome', `${member} left with an objection to ${proposal}, which is open as if there had been none`);
  }
  if (isTooFew(reading, standing)) note('liveness', `too few are left on ${proposal} and it was not referred`);
};

const checkDeclared = (proposal: ProposalId, standing: Standing, at: Instant, note: Note): void => {
  if (standing.held) return;
  const recount = standing.recountOwed || standing.recountAnnounced;
  const considered = (standing.opened?.body.rule.considerUntil ?? '') <= at;
  const complete = isUnanimous(standing);
  if (complete && considered && !recount) note('liveness', `${proposal} is agreed by all and was not adopted`);
  const late = between(standing.deadline, at) - 120_000;
  if (late >= (complete && recount ? daysMs(recountDaysMost) : 0)) {
    note('liveness', `${proposal} closed at ${standing.deadline} and no outcome was declared`);
  }
};

const checkMeeting = (reading: Reading, proposal: ProposalId, at: Instant, note: Note): void => {
  const referred = lastOf(pagesOf(reading, proposal), 'ProposalReferred');
  if (referred !== null && referred.body.lapsesAt <= at) {
    note('liveness', `${proposal} was referred until ${referred.body.lapsesAt} and no outcome was declared`);
  }
};

/** One working day, with every bank holiday that can lie between, and to spare. */
const recountDaysMost = 14;
