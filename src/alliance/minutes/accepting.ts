import type { CommandOf } from '../commands.js';
import type { Desk } from '../desk.js';
import { given } from '../given.js';
import { textRefusal } from '../limits.js';
import type { Meeting } from '../meetings/meeting.js';
import { ownName, whyNotRunner } from '../meetings/meetingDesk.js';
import { holdersOf, voiceOf } from '../speaking.js';
import type { PersonId } from '../names.js';
import type { Refusal } from '../refusals.js';
import { votingIn } from '../meetings/representation.js';
import type { MinutesVersion } from './minutes.js';
import { circulate } from './circulating.js';
import { minutesOn, versionOn, writeIn } from './minutesDesk.js';
import { namesUnknownDecision } from './wording.js';

/** A member that was there accepts this version as a true record: one acceptance a member (rulings 1.18). */
export const acceptMinutes = (desk: Desk, command: CommandOf<'acceptMinutes'>): Refusal | null => {
  const voice = voiceOf(desk.alliance, desk.context.by, command.member, desk.context.at);
  if ('refusal' in voice) return voice.refusal;
  const found = versionOn(desk, command);
  if ('refusal' in found) return found.refusal;
  const { meeting, minutes, version } = found;
  const { member, person } = voice;
  if (!isAsked(version, member)) return { why: 'wasNotThere', meeting: meeting.id, member };
  if (version.accepted.has(member)) return null;
  const body = { version: version.version, member, person, personName: ownName(desk) };
  writeIn(desk, meeting.id, 'MinutesAccepted', body, { for: member });
  const waits = minutes.corrections.some((each) => each.version === version.version && each.answer === null);
  if (!waits) agreeIfAll(desk, command.meeting);
  return null;
};

/** Asks for another wording of a line; who was not there may correct names and figures (rulings 1.18). */
export const requestCorrection = (desk: Desk, command: CommandOf<'requestCorrection'>): Refusal | null => {
  const { alliance, context, sealer } = desk;
  const voice = voiceOf(alliance, context.by, command.member, context.at);
  if ('refusal' in voice) return voice.refusal;
  const found = versionOn(desk, command);
  if ('refusal' in found) return found.refusal;
  const { meeting, minutes, version } = found;
  const { member, person } = voice;
  const absent = !isAsked(version, member);
  if (absent && !votingIn(alliance, meeting, context.at).includes(member)) {
    return { why: 'wasNotThere', meeting: meeting.id, member };
  }
  const line = meeting.lines.find(({ number }) => number === command.line);
  if (line === undefined || !version.lines.has(line.number) || line.interest !== null) {
    return { why: 'noSuchLine', meeting: meeting.id, line: command.line };
  }
  const refusal =
    textRefusal('note', command.text) ??
    namesUnknownDecision(alliance, meeting.id, command.text) ??
    (minutes.corrections.some((each) => each.member === member && each.line === line.number && each.answer === null)
      ? { why: 'correctionWaits' as const, meeting: meeting.id, line: line.number }
      : null) ??
    (minutes.corrections.length >= correctionsMost
      ? { why: 'tooManyCorrections' as const, meeting: meeting.id, most: correctionsMost }
      : null);
  if (refusal !== null) return refusal;
  writeIn(
    desk,
    meeting.id,
    'CorrectionRequested',
    {
      version: version.version,
      correction: minutes.corrections.length + 1,
      member,
      person,
      personName: ownName(desk),
      line: line.number,
      text: sealer.seal(command.text),
      absent,
    },
    { for: member },
  );
  return null;
};

/**
 * Whoever presided, or holds the chair, accepts or declines. Once no correction waits and one was accepted, the new
 * version goes out and everybody is asked again; a declined one leaves both accounts in the minutes (domain.md D3, E62).
 */
export const answerCorrection = (desk: Desk, command: CommandOf<'answerCorrection'>): Refusal | null => {
  const found = minutesOn(desk, command.meeting);
  if ('refusal' in found) return found.refusal;
  const { meeting, minutes } = found;
  const correction = minutes.corrections.find(({ number }) => number === command.correction);
  if (correction === undefined || correction.answer !== null) {
    return { why: 'noSuchCorrection', meeting: meeting.id, correction: command.correction };
  }
  const declines = command.answer === 'declined';
  const refusal =
    whyNotRunner(desk, 'answerCorrection', chairsOf(desk, meeting)) ??
    (declines ? textRefusal('reason', command.reason ?? '') : null);
  if (refusal !== null) return refusal;
  writeIn(desk, meeting.id, 'CorrectionAnswered', {
    correction: correction.number,
    answer: command.answer,
    personName: ownName(desk),
    ...given('reason', declines ? desk.sealer.seal(command.reason ?? '') : undefined),
  });
  goOn(desk, meeting.id);
  return null;
};

/** Once no correction waits: the changed text goes out, or the unchanged one may be agreed. */
const goOn = (desk: Desk, id: Meeting['id']): void => {
  const after = desk.alliance.meetings.get(id)?.minutes;
  if (after?.corrections.some(({ answer }) => answer === null) === true) return;
  if (after?.status === 'draft') circulate(desk, id);
  else agreeIfAll(desk, id);
};

/** The chair, and whoever presided over the meeting last. */
const chairsOf = ({ alliance, context }: Desk, { chairs }: Meeting): readonly PersonId[] => [
  ...holdersOf(alliance, 'chair', context.at),
  ...chairs
    .filter(({ item }) => item === null)
    .slice(-1)
    .map(({ person }) => person),
];

/** The official record, subject to confirmation, the moment that every member that was there has accepted (domain.md D3). */
const agreeIfAll = (desk: Desk, id: CommandOf<'acceptMinutes'>['meeting']): void => {
  const minutes = desk.alliance.meetings.get(id)?.minutes;
  const version = minutes?.versions.at(-1);
  if (minutes == null || version === undefined || minutes.status === 'confirmed' || minutes.status === 'agreed') return;
  if (!version.asked.every(({ member }) => version.accepted.has(member))) return;
  writeIn(desk, id, 'MinutesAgreed', { version: version.version });
};

const isAsked = ({ asked }: MinutesVersion, member: string): boolean => asked.some((each) => each.member === member);

const correctionsMost = 200;
