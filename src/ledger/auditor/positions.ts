import type { Checks, Note } from './findings.js';
import { between } from './days.js';
import { checkOwnInterest } from './minutedInterests.js';
import type { Of, Reading } from './reading.js';
import { ofKind, pagesOf } from './reading.js';
import { appointedAs, inOffice, isCovering, nameOf } from './seats.js';
import type { Standing } from './standing.js';
import { isBarred, standingOf } from './standing.js';

/** Positions: who spoke, for whom, on what, when, and whether they were the one to say it. */
export const positionChecks: Checks<'PositionRecorded' | 'ObjectionWithdrawn' | 'ObjectionAfterOutcome'> = {
  PositionRecorded: (entry, reading, note) => {
    const { proposal, member, person, position, reason } = entry.body;
    const standing = standingOf(reading, proposal);
    checkVoice(entry, reading, note);
    checkTaker(entry, standing, reading, note);
    checkRevision(entry, standing, note);
    checkDeputy(entry, standing, reading, note);
    checkOwnInterest(entry, reading, note);
    if (position !== 'agree' && reason === undefined) {
      note('reason', `${member} recorded "${position}" on ${proposal} without words`);
    }
    if (entry.body.personName !== nameOf(reading, person)) {
      note('truth', `the name recorded for ${person} is not the name of record`);
    }
  },

  ObjectionWithdrawn: (entry, reading, note) => {
    const { proposal, member } = entry.body;
    const standing = standingOf(reading, proposal);
    const present = standing.positions.get(member);
    checkVoice(entry, reading, note);
    checkTaker(entry, standing, reading, note);
    checkOpen(entry, standing, note);
    if (present?.body.position !== 'object') note('truth', `${member} had no objection to ${proposal} to withdraw`);
    const representative = speaksAs(entry, reading).includes('representative');
    if (!representative && !mayReplace(entry, present, reading)) {
      note('deputy', `a deputy withdrew an objection to ${proposal} that was not theirs`);
    }
  },

  ObjectionAfterOutcome: (entry, reading, note) => {
    const { proposal, member } = entry.body;
    const pages = pagesOf(reading, proposal);
    checkVoice(entry, reading, note);
    if (ofKind(pages, 'ProposalAdopted').length === 0) note('final', `${proposal} has no adoption to object to`);
    if (ofKind(pages, 'ObjectionAfterOutcome').some((late) => late.body.member === member)) {
      note('once', `${member} objected to ${proposal} after its adoption before`);
    }
  },
};

type Spoken = Of<'PositionRecorded' | 'ObjectionWithdrawn' | 'ObjectionAfterOutcome'>;

/** Platform time within 120 seconds before receipt, else receipt (rulings 1.3). */
export const countedAt = ({ at, occurredAt }: { readonly at: string; readonly occurredAt: string }): string => {
  const before = between(occurredAt, at);
  return before >= 0 && before <= 120_000 ? occurredAt : at;
};

/** Speaking needs a live appointment, for a member in office, by the person who acted. */
const checkVoice = (entry: Spoken, reading: Reading, note: Note): void => {
  const { person, member } = entry.body;
  if (entry.by !== person || entry.for !== member) {
    note('actor', `${entry.by} acted for ${entry.for ?? 'nobody'}, recorded as ${person} for ${member}`);
  }
  if (!inOffice(reading, member, entry.at)) note('appointment', `${member} was not in office`);
  const as = speaksAs(entry, reading);
  if (as.length === 0) note('appointment', `${person} had no live appointment for ${member}`);
  else if (entry.kind === 'PositionRecorded' && !as.includes(entry.body.as)) {
    note('appointment', `${person} was not ${entry.body.as} of ${member}`);
  }
};

const speaksAs = ({ body, at }: Spoken, reading: Reading): readonly string[] =>
  appointedAs(reading, body.person, body.member, at).filter((as) => as === 'representative' || as === 'deputy');

const checkTaker = (entry: Spoken, standing: Standing, reading: Reading, note: Note): void => {
  const { proposal, member, person } = entry.body;
  if (standing.recused.includes(member)) note('interest', `${member} takes no part in ${proposal}`);
  else if (!standing.eligible.includes(member)) note('eligibility', `${member} is not eligible on ${proposal}`);
  if (isBarred(reading, proposal, person)) note('interest', `${person} declared a personal interest in ${proposal}`);
};

const checkOpen = (entry: Spoken, { status, opened, deadline }: Standing, note: Note): void => {
  const { proposal, revision } = entry.body;
  if (status !== 'open') note('final', `${proposal} is ${status}`);
  if (opened?.body.revision !== revision) {
    note('revision', `revision ${revision} of ${proposal} is not the one in force, ${opened?.body.revision ?? 0}`);
  }
  if (countedAt(entry) > deadline)
    note('deadline', `${proposal} closed at ${deadline}, this counts at ${countedAt(entry)}`);
};

const checkRevision = (entry: Of<'PositionRecorded'>, standing: Standing, note: Note): void => {
  checkOpen(entry, standing, note);
  const { proposal, digest, edition } = entry.body;
  if (digest !== standing.opened?.body.digest || edition !== 1) {
    note('revision', `this is not to the words in force of ${proposal}`);
  }
};

const checkDeputy = (entry: Of<'PositionRecorded'>, standing: Standing, reading: Reading, note: Note): void => {
  const { proposal, member, person, as, covering } = entry.body;
  const covers = as === 'deputy' && isCovering(reading, person, member, entry.at);
  if (covering !== covers)
    note('deputy', `${person} is said ${covering ? '' : 'not '}to cover an absence at ${member}`);
  if (as === 'deputy' && !mayReplace(entry, standing.positions.get(member), reading)) {
    note('deputy', `deputy ${person} changed a position of ${member} on ${proposal} that was not theirs to change`);
  }
};

/** A deputy speaks where nobody has, changes their own word, or covers an absence (domain.md E8 to E12). */
const mayReplace = (
  { body: { person, member }, at }: Spoken,
  present: Of<'PositionRecorded'> | undefined,
  reading: Reading,
): boolean => present === undefined || present.body.person === person || isCovering(reading, person, member, at);
