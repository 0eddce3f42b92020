import type { EventBodies } from '../../alliance/events.js';
import { localDate } from './days.js';
import type { Checks, Note } from './findings.js';
import { checkMinutedInterests } from './minutedInterests.js';
import type { Of, Reading } from './reading.js';
import { lastOf, ofKind, sameNames } from './reading.js';
import { inOffice, seatName } from './seats.js';
import type { Standing } from './standing.js';
import { agreed, isTooFew, printedObjection, standingOf } from './standing.js';

/** An adoption: earned by every eligible member, declared when it may be, numbered, and told truly. */
export const adoptionChecks: Checks<'ProposalAdopted'> = {
  ProposalAdopted: (entry, reading, note) => {
    const standing = standingOf(reading, entry.body.proposal);
    checkEarned(entry, reading, standing, note);
    checkMinutedInterests(reading, entry.body.proposal, standing, note);
    checkMayBeDeclared(entry, reading, standing, note);
    checkNumber(entry, reading, note);
    checkTold(entry, reading, standing, note);
  },
};

type Adopted = Of<'ProposalAdopted'>;

const checkEarned = ({ body, occurredAt }: Adopted, reading: Reading, standing: Standing, note: Note): void => {
  const { proposal, revision, digest } = body;
  const agreeing = agreed(standing);
  for (const member of standing.eligible) {
    if (!agreeing.includes(member)) note('unanimity', `${member} has not agreed to ${proposal} as it stands`);
    if (!inOffice(reading, member, occurredAt)) note('unanimity', `${member} was no longer in office`);
  }
  if (standing.eligible.length === 0) note('unanimity', `nobody is eligible on ${proposal}`);
  if (isTooFew(reading, standing)) note('minimum', `too few members are left to decide ${proposal}`);
  const opened = standing.opened?.body;
  if (opened?.revision !== revision || opened.digest !== digest) {
    note('revision', `revision ${revision} is not the one in force of ${proposal}, or not its words`);
  }
};

const checkMayBeDeclared = (entry: Adopted, reading: Reading, standing: Standing, note: Note): void => {
  const { proposal } = entry.body;
  const until = standing.opened?.body.rule.considerUntil;
  if (standing.status !== 'open') note('final', `${proposal} is ${standing.status}`);
  if (until !== undefined && entry.at < until) note('consideration', `${proposal} is to be considered until ${until}`);
  if (standing.recountOwed || standing.recountAnnounced) {
    note('recount', `the change of who is eligible on ${proposal} was not confirmed`);
  }
  if (standing.held) note('hold', `declaring the outcome of ${proposal} was held`);
};

/** One series an alliance and local year, another for shadow decisions (rulings 1.16, domain.md B47). */
const checkNumber = ({ alliance, at, body }: Adopted, reading: Reading, note: Note): void => {
  const charter = lastOf(reading.register, 'CharterAdopted')?.body.charter;
  if (charter === undefined) return;
  const today = localDate(charter.calendar, at);
  const { live, shadowFrom } = charter.phases;
  const shadow =
    live.actual === undefined ? live.planned !== undefined || shadowFrom !== undefined : today < live.actual;
  if (shadow !== body.shadow)
    note('truth', `${body.number} is said ${body.shadow ? '' : 'not '}to be a shadow decision`);
  const series = `${alliance}${shadow ? '-S' : ''}-${today.slice(0, 4)}-`;
  const given = [...reading.proposals.values()]
    .flatMap((pages) => ofKind(pages, 'ProposalAdopted'))
    .map((entry) => entry.body.number);
  const next = given.filter((number) => number.startsWith(series)).length + 1;
  const expected = `${series}${String(next).padStart(3, '0')}`;
  if (given.includes(body.number)) note('number', `${body.number} was given before`);
  if (body.number !== expected) note('number', `${body.number} stands where ${expected} comes next`);
};

const checkTold = ({ body }: Adopted, reading: Reading, standing: Standing, note: Note): void => {
  const wanted = standing.eligible.flatMap((member) => {
    const position = standing.positions.get(member);
    return position === undefined ? [] : [JSON.stringify(printed(reading, position))];
  });
  const said = body.agreed.map((line) => JSON.stringify(ordered(line)));
  if (!sameNames(said, wanted)) note('truth', `who agreed to ${body.proposal} is not told as the book has it`);
  const noPart = [
    ...standing.left.map((member) => `${member} ${seatName(reading, member)} memberLeft`),
    ...standing.recused.map((member) => `${member} ${seatName(reading, member)} interestDeclared`),
  ];
  const told = body.tookNoPart.map(({ member, name, why }) => `${member} ${name} ${why}`);
  if (!sameNames(told, noPart)) note('truth', `who took no part in ${body.proposal} is not told as the book has it`);
  const removed = standing.removed.map((entry) => JSON.stringify(orderedObjection(printedObjection(reading, entry))));
  const shown = body.removedObjections.map((line) => JSON.stringify(orderedObjection(line)));
  if (!sameNames(shown, removed))
    note('truth', `the objections that ${body.proposal} lost are not told as the book has it`);
};

type AgreedLine = EventBodies['ProposalAdopted']['agreed'][number];

const printed = (reading: Reading, { at, body }: Of<'PositionRecorded'>): unknown =>
  ordered({
    member: body.member,
    name: seatName(reading, body.member),
    position: body.position === 'object' ? 'agree' : body.position,
    person: body.person,
    personName: body.personName,
    as: body.as,
    at,
    reason: body.reason,
  });

const ordered = ({ member, name, position, person, personName, as, at, reason }: AgreedLine): unknown => [
  [member, name, position, person],
  [personName, as, at, reason ?? null],
];

/** One objection as a line to compare by. */
export const orderedObjection = ({
  member,
  name,
  person,
  personName,
  reason,
}: EventBodies['ProposalAdopted']['removedObjections'][number]): unknown => [member, name, person, personName, reason];
