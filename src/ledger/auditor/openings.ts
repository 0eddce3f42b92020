import { createHash } from 'node:crypto';
import type { CharterSettings } from '../../alliance/charter.js';
import { daysMs, between, localDate, weekdaysAfter } from './days.js';
import type { Checks, Note } from './findings.js';
import { checkAmendment, checkReopening } from './amendments.js';
import type { Of, Reading } from './reading.js';
import { lastOf, ofKind, pagesOf, sameNames } from './reading.js';
import { holdsAnyOffice, nameOf, seatOf, speaksFor, votingMembers } from './seats.js';
import type { Standing } from './standing.js';
import { standingOf } from './standing.js';

/** Tabling, and the opening of each revision with its record date. */
export const openingChecks: Checks<'ProposalTabled' | 'OpeningMoved' | 'RevisionOpened'> = {
  ProposalTabled: (entry, reading, note) => {
    const { proposal, proposer, proposingFor, proposerName, retables, deadline, opensAt } = entry.body;
    const number = reading.proposals.size + 1;
    if (proposal !== `P-${number}`) note('counted', `${proposal} is tabled where P-${number} comes next`);
    if (entry.by !== proposer) note('actor', `${entry.by} tabled this, recorded as ${proposer}`);
    const may =
      proposingFor === undefined
        ? holdsAnyOffice(reading, proposer, entry.at)
        : speaksFor(reading, proposer, proposingFor, entry.at);
    if (!may) note('tabling', `${proposer} may not table for ${proposingFor ?? 'the alliance'}`);
    if (proposerName !== nameOf(reading, proposer)) note('truth', `the name recorded for ${proposer} is not of record`);
    if (between(opensAt, deadline) > daysMs(28)) note('extension', `${proposal} is to be open for more than 28 days`);
    if (retables !== undefined && standingOf(reading, retables).status !== 'closed') {
      note('truth', `${retables} has no outcome and cannot be tabled again`);
    }
  },

  OpeningMoved: (entry, reading, note) => {
    const { proposal, from, to } = entry.body;
    const { status, opensAt } = standingOf(reading, proposal);
    if (status !== 'tabled') note('opening', `${proposal} is ${status}, so its opening cannot move`);
    if (from !== opensAt) note('truth', `${proposal} was to open at ${opensAt}, not ${from}`);
    if (to < entry.at) note('opening', `${proposal} cannot open at ${to}, which is past`);
    if (!isForMeeting(reading, proposal)) note('opening', `${proposal} was not tabled for a meeting`);
  },

  RevisionOpened: (entry, reading, note) => {
    const standing = standingOf(reading, entry.body.proposal);
    checkWords(entry, standing, note);
    checkWindow(entry, reading, standing, note);
    checkRule(entry, reading, standing, note);
    const voting = votingMembers(reading, entry.at);
    if (!sameNames(entry.body.eligible, voting)) {
      note('snapshot', `in office with a vote: ${voting.join(', ')}; recorded: ${entry.body.eligible.join(', ')}`);
    }
    if (entry.body.amended !== undefined) checkAmendment(entry, reading, standing, note);
    else if (entry.body.reopened !== undefined) checkReopening(entry, reading, standing, note);
    else if (standing.status !== 'tabled') note('amendment', 'this revision says neither why nor by whom');
  },
};

type Opened = Of<'RevisionOpened'>;

const checkWords = ({ at, body }: Opened, { tabled, opened, opensAt }: Standing, note: Note): void => {
  const { proposal, revision, title, text, bestForPeople, digest } = body;
  const next = (opened?.body.revision ?? 0) + 1;
  if (revision !== next) note('counted', `revision ${revision} of ${proposal} opened where ${next} comes next`);
  const words = `roundtable/revision/1\n${title}\n${text}\n${bestForPeople}`;
  if (createHash('sha256').update(words).digest('hex') !== digest) note('truth', 'the digest is not of these words');
  if (body.amended === undefined && wordsOf(opened?.body ?? tabled?.body) !== wordsOf(body)) {
    note('amendment', `the words of ${proposal} changed without an amendment`);
  }
  if (opened === null && tabled !== null && at < opensAt) note('time', `${proposal} opened too early`);
};

/** Whether it stands on the agenda of a meeting. */
const isForMeeting = (reading: Reading, proposal: Opened['body']['proposal']): boolean =>
  [...reading.meetings.values()].some((pages) =>
    ofKind(pages, 'AgendaItemAdded').some((item) => item.body.about === proposal),
  );

const wordsOf = (said: Pick<Opened['body'], 'title' | 'text' | 'bestForPeople'> | undefined): string =>
  [said?.title, said?.text, said?.bestForPeople].join(' ');

/** 28 days a revision; 56 for all since the first opening, or since the meeting that sent it back (rulings 1.11). */
const checkWindow = ({ at, body }: Opened, reading: Reading, standing: Standing, note: Note): void => {
  const first = standing.opened === null || body.reopened !== undefined;
  const since = first ? at : windowFrom(reading, body.proposal);
  if (between(at, body.deadline) > daysMs(28)) note('extension', 'this revision is open for more than 28 days');
  if (between(since, body.deadline) > daysMs(56)) note('extension', 'all revisions take more than 56 days');
};

/** When the 56 days of a proposal began. */
export const windowFrom = (reading: Reading, proposal: Opened['body']['proposal']): string => {
  const revisions = ofKind(pagesOf(reading, proposal), 'RevisionOpened');
  const from = revisions.findLast((entry) => entry.body.reopened !== undefined) ?? revisions[0];
  return from?.at ?? '';
};

const checkRule = (entry: Opened, reading: Reading, { opened, tabled }: Standing, note: Note): void => {
  const { rule } = entry.body;
  const inForce = opened?.body.rule.charterRevision ?? lastOf(reading.register, 'CharterAdopted')?.body.revision;
  if (rule.charterRevision !== inForce)
    note('charter', `charter ${rule.charterRevision} is not the one it opened under`);
  if (rule.class !== tabled?.body.class) note('charter', `it was tabled as ${tabled?.body.class ?? 'nothing'}`);
  const charter = charterAt(reading, rule.charterRevision);
  const known = charter?.classes.find(({ id }) => id === rule.class);
  if (charter === null || known?.rule !== 'unanimous') {
    note('charter', `class ${rule.class} is not decided by unanimity in that charter`);
    return;
  }
  checkMinimum(entry, reading, known.minEligible, note);
  const days = known.considerationWorkingDays;
  if (days > 0 && isTooShort(entry, charter, days)) {
    note('consideration', `the charter asks for ${days} working days of consideration`);
  }
};

const isTooShort = ({ at, body }: Opened, { calendar }: CharterSettings, days: number): boolean => {
  const until = body.rule.considerUntil;
  return until === undefined || localDate(calendar, until) < weekdaysAfter(calendar, at, days);
};

/** More than half of those with a vote and at least two; a commissioner where one votes (domain.md D1, rulings 1.9). */
const checkMinimum = ({ at, body }: Opened, reading: Reading, charters: number | undefined, note: Note): void => {
  const { minEligible, needsCommissioner } = body.rule;
  const voting = votingMembers(reading, at);
  const least = Math.max(2, charters ?? Math.floor(voting.length / 2) + 1);
  const commissioner = voting.some((member) => seatOf(reading, member)?.capacity === 'commissioner');
  if (minEligible !== least) note('minimum', `the charter asks for ${least} eligible members, not ${minEligible}`);
  if (needsCommissioner !== commissioner) note('minimum', 'whether a commissioner is needed is wrong');
};

/** The charter of a revision number. */
export const charterAt = (reading: Reading, revision: number): CharterSettings | null =>
  ofKind(reading.register, 'CharterAdopted').find((entry) => entry.body.revision === revision)?.body.charter ?? null;
