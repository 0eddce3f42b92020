import type { NamedMember } from '../../alliance/events.js';
import type { Entry } from '../entry.js';
import { between } from './days.js';
import type { Checks, Note } from './findings.js';
import { checkRunner, checkState, itemsOf } from './meetings.js';
import { checkMinutedInterests } from './minutedInterests.js';
import type { Of, Reading } from './reading.js';
import { lastOf, ofKind, sameNames } from './reading.js';
import { chairOf, hasInterest, isThere, mayRun, meetingPages, quorumOf, rulesOf } from './represented.js';
import { appointedAs, holds, nameOf, seatName, speaksFor } from './seats.js';
import { standingOf } from './standing.js';

type SessionEvent =
  | 'MeetingStarted'
  | 'MeetingEnded'
  | 'AttendanceRecorded'
  | 'AttendanceEnded'
  | 'ChairTaken'
  | 'QuorumReached'
  | 'QuorumLost'
  | 'MeetingInquorate'
  | 'DecisionPut'
  | 'NoteTaken'
  | 'LineCorrected'
  | 'InterestMinuted'
  | 'PositionEntered'
  | 'EnteredPositionAnswered'
  | 'EnteredPositionExpired';

/** A meeting in session: who is there, who presides, whether it can decide, and what is taken down. */
export const sessionChecks: Checks<SessionEvent> = {
  MeetingStarted: (entry, reading, note) => {
    const pages = checkState(entry, reading, ['called'], note);
    checkRunner(entry, reading, note);
    const starts = (lastOf(pages, 'MeetingMoved') ?? lastOf(pages, 'MeetingCalled'))?.body.startsAt ?? '';
    if (between(entry.at, starts) > 3_600_000) note('meeting', `${entry.body.meeting} began more than an hour early`);
  },

  MeetingEnded: (entry, reading, note) => {
    const pages = checkState(entry, reading, ['inSession'], note);
    checkConductor(entry, pages, reading, undefined, note);
  },

  AttendanceRecorded: (entry, reading, note) => {
    const pages = checkState(entry, reading, ['inSession'], note);
    const { person, personName, as, member } = entry.body;
    if (personName !== nameOf(reading, person)) note('truth', `the name recorded for ${person} is not of record`);
    if (entry.by !== person) checkRunner(entry, reading, note);
    if (member === undefined) {
      if (as !== 'officer' && as !== 'observer') note('attendance', `${person} is ${as} of no member`);
      return;
    }
    if (member.name !== seatName(reading, member.member))
      note('truth', `${member.member} is not called ${member.name}`);
    if (!speaksFor(reading, person, member.member, entry.at))
      note('attendance', `${person} does not speak for ${member.member}`);
    const kinds = appointedAs(reading, person, member.member, entry.at);
    if (as === 'officer' || as === 'observer' || !kinds.includes(as)) note('attendance', `${person} was not ${as}`);
    const doubled = isThere(pages, person) && entriesOf(pages, person).includes(member.member);
    if (doubled) note('attendance', `${person} is there for ${member.member} already`);
  },

  AttendanceEnded: (entry, reading, note) => {
    const pages = checkState(entry, reading, ['inSession'], note);
    const { person } = entry.body;
    if (!isThere(pages, person)) note('attendance', `${person} was not there to leave`);
    if (entry.by !== person) checkRunner(entry, reading, note);
  },

  ChairTaken: (entry, reading, note) => checkChair(entry, reading, note),

  QuorumReached: (entry, reading, note) => {
    const pages = checkState(entry, reading, ['inSession'], note);
    const { quorate, represented } = quorumOf(reading, pages, entry.at, null);
    if (!quorate) note('quorum', `${entry.body.meeting} has no quorum`);
    checkNamed(entry.body.represented, represented, reading, note);
  },

  QuorumLost: (entry, reading, note) => {
    const pages = checkState(entry, reading, ['inSession'], note);
    const { quorate, absent } = quorumOf(reading, pages, entry.at, null);
    if (quorate) note('quorum', `${entry.body.meeting} has its quorum`);
    if (lastOf(pages, 'QuorumReached') === null) note('quorum', 'a quorum that was never reached cannot be lost');
    checkNamed(entry.body.absent, absent, reading, note);
  },

  MeetingInquorate: (entry, reading, note) => {
    const pages = checkState(entry, reading, ['inSession'], note);
    const { quorate, absent } = quorumOf(reading, pages, entry.at, null);
    if (quorate) note('quorum', `${entry.body.meeting} has its quorum`);
    checkNamed(entry.body.absent, absent, reading, note);
    if (entry.by !== 'clock') {
      checkConductor(entry, pages, reading, undefined, note);
      return;
    }
    const minutes = rulesOf(reading, pages)?.meetings?.inquorateMinutes ?? 30;
    const began = lastOf(pages, 'MeetingStarted')?.at ?? '';
    if (between(began, entry.at) < minutes * 60_000) note('quorum', `it waits ${minutes} minutes for its quorum`);
  },

  DecisionPut: (entry, reading, note) => checkPut(entry, reading, note),

  NoteTaken: (entry, reading, note) => {
    const pages = checkState(entry, reading, ['inSession'], note);
    checkLine(entry, pages, note);
    checkConductor(entry, pages, reading, undefined, note);
  },

  LineCorrected: (entry, reading, note) => {
    const pages = checkState(entry, reading, ['inSession'], note);
    const known = ofKind(pages, 'NoteTaken').some(({ body }) => body.line === entry.body.line);
    if (!known) note('minutes', `there is no line ${entry.body.line}`);
    checkConductor(entry, pages, reading, undefined, note);
  },

  InterestMinuted: (entry, reading, note) => {
    const pages = checkState(entry, reading, ['inSession'], note);
    checkLine(entry, pages, note);
    const { person, member } = entry.body;
    if (entry.by !== person) note('actor', `${entry.by} declared an interest of ${person}`);
    if (member !== undefined && !speaksFor(reading, person, member.member, entry.at)) {
      note('appointment', `${person} does not speak for ${member.member}`);
    }
    if (!isThere(pages, person)) note('attendance', `${person} was not there`);
  },

  PositionEntered: (entry, reading, note) => {
    const pages = checkState(entry, reading, ['inSession'], note);
    const { entered, item, about, reason, position } = entry.body;
    const next = ofKind(pages, 'PositionEntered').length + 1;
    if (entered !== next) note('counted', `entered position ${entered} stands where ${next} comes next`);
    checkRunner(entry, reading, note);
    const put = ofKind(pages, 'DecisionPut').some(({ body }) => body.item === item && body.about === about);
    if (!put || standingOf(reading, about).status !== 'open') note('entered', `${about} was not put to the meeting`);
    if (position !== 'agree' && reason === undefined) note('reason', `"${position}" was entered without words`);
  },

  EnteredPositionAnswered: (entry, reading, note) => {
    const pages = meetingPages(reading, entry.body.meeting);
    const { entered, member, person, answer } = entry.body;
    const asked = waitingEntry(pages, entered, note);
    if (asked === null) return;
    if (asked.body.member !== member || entry.by !== person || !speaksFor(reading, person, member, entry.at)) {
      note('entered', `${person} cannot answer for ${asked.body.member}`);
    }
    const standing = standingOf(reading, asked.body.about).positions.get(member);
    if (answer === 'confirmed' && standing?.body.position !== asked.body.position) {
      note('entered', `${member} confirmed a position that it does not have`);
    }
  },

  EnteredPositionExpired: (entry, reading, note) => {
    const pages = meetingPages(reading, entry.body.meeting);
    const asked = waitingEntry(pages, entry.body.entered, note);
    if (asked !== null && entry.at < asked.body.confirmBy) note('entered', 'the member still had time to confirm it');
  },
};

const entriesOf = (pages: readonly Entry[], person: string): readonly string[] => {
  const ended = ofKind(pages, 'AttendanceEnded').findLast(({ body }) => body.person === person)?.seq ?? 0;
  return ofKind(pages, 'AttendanceRecorded')
    .filter(({ seq, body }) => body.person === person && seq > ended)
    .flatMap(({ body }) => (body.member === undefined ? [] : [body.member.member]));
};

/** The chair first; the deputy chair where the chair cannot; else somebody whom those present choose (domain.md E59). */
const checkChair = (entry: Of<'ChairTaken'>, reading: Reading, note: Note): void => {
  const pages = checkState(entry, reading, ['inSession'], note);
  const { person, item, how } = entry.body;
  const about = item === undefined ? undefined : aboutOf(pages, item);
  const matter = item === undefined || about === undefined ? null : { item, about };
  const isAble = (each: string): boolean =>
    isThere(pages, each) && (matter === null || !hasInterest(reading, pages, matter, each as typeof person, entry.at));
  if (!isAble(person)) note('chair', `${person} is not there, or has an interest`);
  const able = (office: 'chair' | 'deputyChair'): boolean =>
    ofKind(pages, 'AttendanceRecorded').some(
      ({ body }) => holds(reading, body.person, office, entry.at) && isAble(body.person),
    );
  const right =
    how === 'chair'
      ? holds(reading, person, 'chair', entry.at)
      : how === 'deputyChair'
        ? holds(reading, person, 'deputyChair', entry.at) && !able('chair')
        : !able('chair') && !able('deputyChair');
  if (!right) note('chair', `${person} cannot take the chair as ${how}`);
};

/** In the room: with its quorum, a chair without an interest, and notice; by circulation: always. */
const checkPut = (entry: Of<'DecisionPut'>, reading: Reading, note: Note): void => {
  const pages = checkState(entry, reading, ['inSession'], note);
  const { item, about, revision, how, represented, absent } = entry.body;
  if (aboutOf(pages, item) !== about) note('meeting', `item ${item} is not about ${about}`);
  if (ofKind(pages, 'DecisionPut').some(({ body }) => body.item === item))
    note('meeting', `item ${item} was put before`);
  const standing = standingOf(reading, about);
  if (standing.status !== 'open' || standing.opened?.body.revision !== revision) {
    note('meeting', `${about} is ${standing.status} at another revision`);
  }
  checkMinutedInterests(reading, about, standing, note);
  checkConductor(entry, pages, reading, item, note);
  const quorum = quorumOf(reading, pages, entry.at, { item, about });
  checkNamed(represented, quorum.represented, reading, note);
  checkNamed(absent, quorum.absent, reading, note);
  if (how === 'circulation') return;
  if (!quorum.quorate) note('quorum', `item ${item} was put in the room without its quorum`);
  if (ofKind(pages, 'MeetingInquorate').length > 0) note('quorum', 'this meeting had given up its quorum');
  const chair = chairOf(pages, item);
  if (chair === null) note('chair', `nobody presides over item ${item}`);
  else if (hasInterest(reading, pages, { item, about }, chair, entry.at))
    note('chair', `${chair} has an interest in it`);
  checkNotice(pages, item, [...quorum.represented, ...quorum.absent], note);
};

const checkNotice = (pages: readonly Entry[], item: number, members: readonly string[], note: Note): void => {
  const moved = lastOf(pages, 'MeetingMoved');
  const short = (moved ?? lastOf(pages, 'MeetingCalled'))?.body.shortNotice === true;
  const added = ofKind(pages, 'AgendaItemAdded').find(({ body }) => body.item === item);
  const late =
    added?.body.late !== undefined ||
    ofKind(pages, 'PaperAdded').some(
      ({ body }) =>
        body.item === item &&
        body.late &&
        !ofKind(pages, 'PaperWithdrawn').some((gone) => gone.body.paper === body.paper),
    );
  const waived = (of: number | undefined): readonly string[] =>
    ofKind(pages, 'NoticeWaived')
      .filter(({ seq, body }) => body.item === of && (of !== undefined || seq > (moved?.seq ?? 0)))
      .map(({ body }) => body.member);
  for (const member of members) {
    if (short && !waived(undefined).includes(member)) note('notice', `${member} had short notice and did not waive it`);
    if (late && !waived(item).includes(member))
      note('notice', `item ${item} came late and ${member} did not waive notice`);
  }
};

/** By those who run meetings, or whoever presides. */
const checkConductor = (
  entry: Of<SessionEvent>,
  pages: readonly Entry[],
  reading: Reading,
  item: number | undefined,
  note: Note,
): void => {
  if (mayRun(reading, entry.by, entry.at) || chairOf(pages, item) === entry.by) return;
  note('meeting', `${entry.by} neither runs nor presides over ${entry.body.meeting}`);
};

const checkLine = (entry: Of<'NoteTaken' | 'InterestMinuted'>, pages: readonly Entry[], note: Note): void => {
  const { line, item } = entry.body;
  const next = ofKind(pages, 'NoteTaken').length + ofKind(pages, 'InterestMinuted').length + 1;
  if (line !== next) note('counted', `line ${line} stands where ${next} comes next`);
  if (item !== undefined && !itemsOf(pages).includes(item)) note('minutes', `there is no item ${item}`);
};

const waitingEntry = (pages: readonly Entry[], entered: number, note: Note): Of<'PositionEntered'> | null => {
  const asked = ofKind(pages, 'PositionEntered').find(({ body }) => body.entered === entered) ?? null;
  const settled =
    ofKind(pages, 'EnteredPositionAnswered').some(({ body }) => body.entered === entered) ||
    ofKind(pages, 'EnteredPositionExpired').some(({ body }) => body.entered === entered);
  if (asked === null || settled) note('entered', `entered position ${entered} does not wait for an answer`);
  return settled ? null : asked;
};

const checkNamed = (told: readonly NamedMember[], wanted: readonly string[], reading: Reading, note: Note): void => {
  const lines = wanted.map((member) => `${member} ${seatName(reading, member)}`);
  if (
    !sameNames(
      told.map(({ member, name }) => `${member} ${name}`),
      lines,
    )
  ) {
    note('truth', `represented or absent are ${lines.join(', ')}`);
  }
};

const aboutOf = (pages: readonly Entry[], item: number) =>
  ofKind(pages, 'AgendaItemAdded').find(({ body }) => body.item === item)?.body.about;
