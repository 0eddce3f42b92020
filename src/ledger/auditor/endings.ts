import type { MemberId } from '../../alliance/names.js';
import { orderedObjection } from './adoptions.js';
import { between, localDate, weekdaysAfter } from './days.js';
import type { Checks, Note } from './findings.js';
import { charterAt } from './openings.js';
import { countedAt } from './positions.js';
import type { Of, Reading } from './reading.js';
import { lastOf, ofKind, pagesOf, sameNames } from './reading.js';
import { nameOf, seatName, speaksFor } from './seats.js';
import { maySponsor } from './sponsors.js';
import type { Standing } from './standing.js';
import { isTooFew, isUnanimous, objecting, printedObjection, standingOf, waiting } from './standing.js';

/** The ends that are no adoption, and the referral, which is no end (domain.md D1, rulings 1.10). */
export const endingChecks: Checks<'ProposalLapsed' | 'ProposalNotAgreed' | 'ProposalWithdrawn' | 'ProposalReferred'> = {
  ProposalLapsed: (entry, reading, note) => {
    const standing = standingOf(reading, entry.body.proposal);
    checkRevision(entry, standing, note);
    lapses[entry.body.because](entry, reading, standing, note);
  },

  ProposalNotAgreed: (entry, reading, note) => {
    const { proposal, because, objections } = entry.body;
    const leaver = because === 'membershipChanged' ? leaverBehind(entry, reading) : null;
    // With a leaver, what counts is what stood before it left: its objection is not erased (domain.md E3).
    const standing = standingOf(reading, proposal, leaver?.seq);
    checkRevision(entry, standing, note);
    checkOpen(entry, standing, note);
    if (because === 'deadline') checkGrace(entry, standing, note);
    else if (leaver === null) note('outcome', `nobody who objected to ${proposal} has left`);
    const wanted = objecting(standing).flatMap((member) => {
      const position = standing.positions.get(member);
      return position === undefined ? [] : [JSON.stringify(orderedObjection(printedObjection(reading, position)))];
    });
    const told = objections.map((line) => JSON.stringify(orderedObjection(line)));
    if (wanted.length === 0) note('outcome', `no objection to ${proposal} stands`);
    if (!sameNames(told, wanted)) note('truth', `the objections to ${proposal} are not told as the book has them`);
  },

  ProposalWithdrawn: (entry, reading, note) => {
    const { proposal, person, personName } = entry.body;
    const standing = standingOf(reading, proposal);
    checkRevision(entry, standing, note);
    if (standing.status === 'closed' || standing.status === 'untabled')
      note('final', `${proposal} is ${standing.status}`);
    if (standing.status === 'open' && countedAt(entry) > standing.deadline) {
      note('deadline', `${proposal} closed at ${standing.deadline}`);
    }
    if (entry.by !== person) note('actor', `${entry.by} withdrew this, recorded as ${person}`);
    if (!maySponsor(reading, proposal, person, entry.at)) note('withdrawal', `${person} may not withdraw ${proposal}`);
    if (personName !== nameOf(reading, person)) note('truth', `the name recorded for ${person} is not of record`);
  },

  ProposalReferred: (entry, reading, note) => {
    const { proposal, because, member, reason, lapsesAt } = entry.body;
    const standing = standingOf(reading, proposal);
    checkRevision(entry, standing, note);
    checkOpen(entry, standing, note);
    if (because === 'belowMinimum') {
      if (!isTooFew(reading, standing)) note('referral', `enough members are left to decide ${proposal}`);
    } else {
      checkCall(entry, member, reading, standing, note);
      if (reason === undefined) note('reason', `a meeting on ${proposal} was called without a reason`);
    }
    const calendar = lastOf(reading.register, 'CharterAdopted')?.body.charter.calendar;
    if (calendar !== undefined && localDate(calendar, lapsesAt) < weekdaysAfter(calendar, entry.at, 40)) {
      note('referral', `a meeting has 40 working days to deal with ${proposal}`);
    }
  },
};

type Ending = Of<'ProposalLapsed' | 'ProposalNotAgreed' | 'ProposalWithdrawn' | 'ProposalReferred'>;
type Lapse = (entry: Of<'ProposalLapsed'>, reading: Reading, standing: Standing, note: Note) => void;

const lapses: Readonly<Record<Of<'ProposalLapsed'>['body']['because'], Lapse>> = {
  noPosition: (entry, reading, standing, note) => {
    const { proposal, missing } = entry.body;
    checkOpen(entry, standing, note);
    checkGrace(entry, standing, note);
    if (objecting(standing).length > 0) note('outcome', `an objection to ${proposal} stands: it did not lapse`);
    if (isUnanimous(standing)) note('outcome', `${proposal} was agreed by all: it did not lapse`);
    const wanted = waiting(standing).map((member) => `${member} ${seatName(reading, member)}`);
    const told = missing.map(({ member, name }) => `${member} ${name}`);
    if (!sameNames(told, wanted)) note('truth', `who said nothing on ${proposal} is not told as the book has it`);
  },

  recountNotConfirmed: (entry, reading, standing, note) => {
    const { proposal } = entry.body;
    checkOpen(entry, standing, note);
    const calendar = charterAt(reading, standing.opened?.body.rule.charterRevision ?? 0)?.calendar;
    if (calendar !== undefined && localDate(calendar, entry.at) < weekdaysAfter(calendar, standing.deadline, 1)) {
      note('grace', `the recount of ${proposal} could be confirmed for one working day after the deadline`);
    }
    if (!standing.recountAnnounced && !standing.recountOwed) note('outcome', `no recount of ${proposal} was waiting`);
    if (!isUnanimous(standing)) note('outcome', `${proposal} was not waiting for a recount alone`);
  },

  meetingNotHeld: (entry, reading, standing, note) => {
    const { proposal } = entry.body;
    const referred = lastOf(pagesOf(reading, proposal), 'ProposalReferred');
    if (standing.status !== 'referred') note('outcome', `${proposal} is ${standing.status}, not referred to a meeting`);
    if (referred !== null && entry.at < referred.body.lapsesAt)
      note('grace', `the meeting on ${proposal} had more time`);
  },
};

const checkRevision = (entry: Ending, { opened }: Standing, note: Note): void => {
  const { proposal, revision } = entry.body;
  if (revision !== (opened?.body.revision ?? 0))
    note('revision', `revision ${revision} of ${proposal} is not in force`);
};

const checkOpen = (entry: Ending, { status, held }: Standing, note: Note): void => {
  const { proposal } = entry.body;
  if (status !== 'open') note('final', `${proposal} is ${status}`);
  if (held && entry.kind !== 'ProposalReferred') note('hold', `declaring the outcome of ${proposal} was held`);
};

/** Nothing is declared before the deadline and 120 seconds, for what is still on its way (rulings 1.3). */
const checkGrace = ({ at, body }: Ending, { deadline }: Standing, note: Note): void => {
  if (between(deadline, at) < 120_000) note('grace', `${body.proposal} was open until ${deadline} and 120 seconds`);
};

/** The departure, written by the same order, of a member that objected. */
const leaverBehind = (
  { cause, body: { proposal } }: Of<'ProposalNotAgreed'>,
  reading: Reading,
): Of<'MemberLeft'> | null => {
  const left = ofKind(reading.register, 'MemberLeft').filter((entry) => entry.cause === cause);
  return left.find((entry) => objecting(standingOf(reading, proposal, entry.seq)).includes(entry.body.member)) ?? null;
};

const checkCall = (
  entry: Of<'ProposalReferred'>,
  member: MemberId | undefined,
  reading: Reading,
  standing: Standing,
  note: Note,
): void => {
  const { proposal } = entry.body;
  const { by } = entry;
  if (countedAt(entry) > standing.deadline) note('deadline', `${proposal} closed at ${standing.deadline}`);
  const may = by !== 'clock' && by !== 'operator' && member !== undefined && speaksFor(reading, by, member, entry.at);
  if (!may || entry.for !== member) note('referral', `${by} does not speak for ${member ?? 'a member'}`);
  if (member === undefined || !standing.eligible.includes(member)) {
    note('referral', `${member ?? 'nobody'} is not eligible on ${proposal} and cannot call a meeting`);
  }
};
