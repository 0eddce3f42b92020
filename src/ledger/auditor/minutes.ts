import type { MinutesEvents } from '../../alliance/minutes/minutesEvents.js';
import type { DecisionNumber, ProposalId } from '../../alliance/names.js';
import type { Entry } from '../entry.js';
import type { Checks, Note } from './findings.js';
import { checkRunner, checkState, itemsOf } from './meetings.js';
import type { Of, Reading } from './reading.js';
import { lastOf, ofKind, pagesOf, sameNames } from './reading.js';
import { chairOf, mayRun, meetingPages, stateOf } from './represented.js';
import { nameOf, speaksFor } from './seats.js';
import { standingOf } from './standing.js';

/** Minutes: what they say of decisions, who accepts them, and how they change (domain.md D3). */
export const minutesChecks: Checks<keyof MinutesEvents> = {
  MinutesLineWritten: (entry, reading, note) => {
    const pages = checkState(entry, reading, ['ended'], note);
    checkRunner(entry, reading, note);
    const { line } = entry.body;
    if (ofKind(pages, 'MinutesCirculated').length > 0) note('minutes', 'the minutes were out already');
    if (line > lines(pages) + 1 || line < 1) note('counted', `line ${line} is not the next one`);
  },

  MinutesCirculated: (entry, reading, note) => {
    const pages = checkState(entry, reading, ['ended'], note);
    const { version, decisions, asked } = entry.body;
    const next = versions(pages).length + 1;
    if (version !== next) note('counted', `version ${version} stands where ${next} comes next`);
    if (version === 1) checkRunner(entry, reading, note);
    else checkNewVersion(pages, note);
    const there = ofKind(pages, 'AttendanceRecorded').flatMap(({ body }) => body.member?.member ?? []);
    if (
      !sameNames(
        asked.map(({ member }) => member),
        [...new Set(there)],
      )
    ) {
      note('minutes', `asked are ${[...new Set(there)].join(', ')}, who were there`);
    }
    const wanted = itemsOf(pages).flatMap((item) => decisionOf(pages, reading, item));
    const told = decisions.map(({ item, about, came }) => {
      const number = came.to === 'adopted' ? ` ${came.number} ${came.digest} ${String(came.inRoom)}` : '';
      return `${item} ${about} ${came.to}${number}`;
    });
    if (!sameNames(told, wanted)) note('minutes', `the register says ${wanted.join('; ')}`);
  },

  MinutesAccepted: (entry, reading, note) => {
    const pages = meetingPages(reading, entry.body.meeting);
    const { version, member, person, personName } = entry.body;
    const out = checkOut(entry, pages, version, note);
    if (entry.by !== person || entry.for !== member) note('actor', `${entry.by} accepted as ${person} for ${member}`);
    if (personName !== nameOf(reading, person)) note('truth', `the name recorded for ${person} is not of record`);
    if (!speaksFor(reading, person, member, entry.at)) note('appointment', `${person} does not speak for ${member}`);
    if (out !== null && !out.body.asked.some((each) => each.member === member)) {
      note('minutes', `${member} was not there and cannot accept`);
    }
    if (accepted(pages, version).includes(member)) note('once', `${member} accepted version ${version} before`);
  },

  CorrectionRequested: (entry, reading, note) => {
    const pages = meetingPages(reading, entry.body.meeting);
    const { version, correction, member, person, absent, line } = entry.body;
    const out = checkOut(entry, pages, version, note);
    const next = ofKind(pages, 'CorrectionRequested').length + 1;
    if (correction !== next) note('counted', `correction ${correction} stands where ${next} comes next`);
    if (entry.by !== person || !speaksFor(reading, person, member, entry.at)) {
      note('appointment', `${person} does not speak for ${member}`);
    }
    if (out !== null && absent === out.body.asked.some((each) => each.member === member)) {
      note('truth', `whether ${member} was there is told wrongly`);
    }
    if (line < 1 || line > lines(pages)) note('minutes', `there is no line ${line}`);
  },

  CorrectionAnswered: (entry, reading, note) => {
    const pages = checkState(entry, reading, ['ended'], note);
    const { correction, answer, reason } = entry.body;
    if (!open(pages).includes(correction)) note('minutes', `correction ${correction} waits for no answer`);
    if (answer === 'declined' && reason === undefined) note('reason', 'a correction was declined without words');
    const presided = ofKind(pages, 'ChairTaken').some(({ body }) => body.person === entry.by);
    if (!presided && !mayRun(reading, entry.by, entry.at)) note('minutes', `${entry.by} may not answer corrections`);
  },

  MinutesAgreed: (entry, reading, note) => {
    const pages = meetingPages(reading, entry.body.meeting);
    const out = checkOut(entry, pages, entry.body.version, note);
    const missing = (out?.body.asked ?? []).filter(
      ({ member }) => !accepted(pages, entry.body.version).includes(member),
    );
    for (const { member } of missing) note('minutes', `${member} has not accepted version ${entry.body.version}`);
  },

  MinutesUnanswered: (entry, reading, note) => {
    const pages = meetingPages(reading, entry.body.meeting);
    const out = checkOut(entry, pages, entry.body.version, note);
    if (out !== null && entry.at < out.body.until) note('minutes', `corrections were open until ${out.body.until}`);
    const silent = (out?.body.asked ?? [])
      .map(({ member }) => member)
      .filter((member) => !accepted(pages, entry.body.version).includes(member));
    if (
      !sameNames(
        entry.body.silent.map(({ member }) => member),
        silent,
      )
    ) {
      note('truth', `nothing was heard of ${silent.join(', ')}`);
    }
  },

  MinutesConfirmed: (entry, reading, note) => checkConfirmed(entry, reading, note),

  MinutesAmended: (entry, reading, note) => {
    const pages = checkState(entry, reading, ['ended'], note);
    const { version, line, text, under } = entry.body;
    if (lastOf(pages, 'MinutesConfirmed') === null)
      note('minutes', 'minutes that are not confirmed are corrected, not amended');
    if (version !== versions(pages).length + 1) note('counted', `version ${version} is out of order`);
    if (line < 1 || line > lines(pages)) note('minutes', `there is no line ${line}`);
    if (decided(reading, under) !== text) note('minutes', `line ${line} is not the text of decision ${under}`);
    const used = [...reading.meetings.values()].flatMap((each) => ofKind(each, 'MinutesAmended'));
    if (used.some(({ body }) => body.under === under)) note('once', `${under} amended minutes before`);
    checkRunner(entry, reading, note);
  },
};

const lines = (pages: readonly Entry[]): number =>
  Math.max(
    0,
    ...ofKind(pages, 'NoteTaken').map(({ body }) => body.line),
    ...ofKind(pages, 'InterestMinuted').map(({ body }) => body.line),
    ...ofKind(pages, 'MinutesLineWritten').map(({ body }) => body.line),
  );

const versions = (pages: readonly Entry[]): readonly Entry[] => [
  ...ofKind(pages, 'MinutesCirculated'),
  ...ofKind(pages, 'MinutesAmended'),
];

/** A new version goes out once a correction to the one before was accepted and none waits. */
const checkNewVersion = (pages: readonly Entry[], note: Note): void => {
  const before = lastOf(pages, 'MinutesCirculated')?.seq ?? 0;
  const changed = ofKind(pages, 'CorrectionAnswered').some(
    ({ seq, body }) => seq > before && body.answer === 'accepted',
  );
  if (!changed) note('minutes', 'nothing was corrected since the version before');
  if (open(pages).length > 0) note('minutes', 'a correction still waits for its answer');
};

/** The version that went out last, which this must be about, while minutes are not confirmed. */
const checkOut = (
  entry: Of<keyof MinutesEvents>,
  pages: readonly Entry[],
  version: number,
  note: Note,
): Of<'MinutesCirculated'> | null => {
  const out = lastOf(pages, 'MinutesCirculated');
  if (out?.body.version !== version)
    note('minutes', `version ${version} of ${entry.body.meeting} is not the one that is out`);
  if (lastOf(pages, 'MinutesConfirmed') !== null) note('final', `the minutes of ${entry.body.meeting} were confirmed`);
  const corrected = ofKind(pages, 'CorrectionAnswered').some(
    ({ seq, body }) => seq > (out?.seq ?? 0) && body.answer === 'accepted',
  );
  if (corrected) note('minutes', 'a correction was accepted, so this version is no more');
  return out;
};

const accepted = (pages: readonly Entry[], version: number): readonly string[] =>
  ofKind(pages, 'MinutesAccepted')
    .filter(({ body }) => body.version === version)
    .map(({ body }) => body.member);

/** Corrections without an answer. */
const open = (pages: readonly Entry[]): readonly number[] =>
  ofKind(pages, 'CorrectionRequested')
    .map(({ body }) => body.correction)
    .filter((correction) => !ofKind(pages, 'CorrectionAnswered').some(({ body }) => body.correction === correction));

const decisionOf = (pages: readonly Entry[], reading: Reading, item: number): readonly string[] => {
  const added = ofKind(pages, 'AgendaItemAdded').find(({ body }) => body.item === item);
  const about = added?.body.about;
  if (about === undefined || added?.body.kind !== 'decision') return [];
  const adopted = lastOf(pagesOf(reading, about), 'ProposalAdopted');
  if (adopted === null) return [`${item} ${about} ${endOf(reading, about)}`];
  const put = ofKind(pages, 'DecisionPut').some(({ body }) => body.item === item && body.how === 'room');
  const from = lastOf(pages, 'MeetingStarted')?.at ?? '';
  const to = lastOf(pages, 'MeetingEnded')?.at ?? '';
  const inRoom = put && from <= adopted.at && adopted.at <= to;
  return [`${item} ${about} adopted ${adopted.body.number} ${adopted.body.digest} ${String(inRoom)}`];
};

const endOf = (reading: Reading, about: ProposalId): string => {
  const pages = pagesOf(reading, about);
  if (lastOf(pages, 'ProposalLapsed') !== null) return 'lapsed';
  if (lastOf(pages, 'ProposalNotAgreed') !== null) return 'notAgreed';
  return lastOf(pages, 'ProposalWithdrawn') === null ? standingOf(reading, about).status : 'withdrawn';
};

const decided = (reading: Reading, number: DecisionNumber): string | null => {
  for (const pages of reading.proposals.values()) {
    const adopted = lastOf(pages, 'ProposalAdopted');
    if (adopted?.body.number === number && !adopted.body.shadow)
      return lastOf(pages, 'RevisionOpened')?.body.text ?? null;
  }
  return null;
};

/** At a later meeting of the same body in session; without one only where all accepted and none is to come (E64, E66). */
const checkConfirmed = (entry: Of<'MinutesConfirmed'>, reading: Reading, note: Note): void => {
  const pages = meetingPages(reading, entry.body.meeting);
  const { version, at, person, disputed } = entry.body;
  checkOut(entry, pages, version, note);
  if (open(pages).length > 0) note('minutes', 'a correction still waits for its answer');
  if (entry.by !== person) note('actor', `${entry.by} confirmed this, recorded as ${person}`);
  const declined = ofKind(pages, 'CorrectionAnswered').filter(({ body }) => body.answer === 'declined');
  const wanted = declined.map(({ body }) => {
    const asked = ofKind(pages, 'CorrectionRequested').find((each) => each.body.correction === body.correction);
    return String(asked?.body.line ?? 0);
  });
  if (!sameNames(disputed.map(String), [...new Set(wanted)])) note('truth', `disputed are lines ${wanted.join(', ')}`);
  if (at === undefined) {
    const agreed = ofKind(pages, 'MinutesAgreed').some(({ body }) => body.version === version);
    if (!agreed) note('minutes', 'without a meeting only minutes that all accepted are confirmed');
    if (!mayRun(reading, person, entry.at)) note('minutes', `${person} may not confirm minutes`);
    return;
  }
  const next = meetingPages(reading, at);
  const body = lastOf(pages, 'MeetingCalled')?.body.body;
  if (stateOf(next) !== 'inSession' || lastOf(next, 'MeetingCalled')?.body.body !== body || at === entry.body.meeting) {
    note('minutes', `${at} is no later meeting of the same body in session`);
  }
  const chair = chairOf(next, undefined);
  if (chair === null) note('chair', `nobody presides over ${at}`);
  if (chair !== person && !mayRun(reading, person, entry.at)) note('minutes', `${person} may not confirm minutes`);
};
