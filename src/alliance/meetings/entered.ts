import { plusWorkingDays } from '../calendar.js';
import type { CharterSettings } from '../charter.js';
import type { CommandOf } from '../commands.js';
import type { Desk } from '../desk.js';
import type { Instant } from '../instant.js';
import { textRefusal } from '../limits.js';
import type { MeetingId, MemberId, PositionKind } from '../names.js';
import { recordPosition } from '../positions.js';
import type { Refusal } from '../refusals.js';
import { voiceOf, voicesOf } from '../speaking.js';
import { charterOf, whyNotEligible } from '../tally.js';
import type { Meeting } from './meeting.js';
import { itemOn, meetingOn, ownName, sessionOn, whyNotRunner, writeAt } from './meetingDesk.js';

/**
 * A position that a member's speaker said in the room, typed by whoever runs the meeting. It counts for nothing until
 * that member confirms it, within one working day (domain.md D2, E52).
 */
export const enterPosition = (desk: Desk, command: CommandOf<'enterPosition'>): Refusal | null => {
  const meeting = sessionOn(desk, command.meeting);
  if ('refusal' in meeting) return meeting.refusal;
  const item = itemOn(meeting, command.item);
  if ('refusal' in item) return item.refusal;
  const { alliance, context, sealer } = desk;
  const { at } = context;
  const refusal = whyNotRunner(desk, 'enterPosition');
  if (refusal !== null) return refusal;
  const putHere = meeting.put.find((each) => each.item === item.number && each.how === 'room');
  const proposal = putHere === undefined ? undefined : alliance.proposals.get(putHere.about);
  if (proposal?.current == null || proposal.status !== 'open') {
    return { why: 'nothingToPut', meeting: meeting.id, item: item.number };
  }
  const { member, position, reason = '' } = command;
  const barred =
    whyNotThere(desk, meeting, member) ??
    whyNotEligible(alliance, proposal, member) ??
    whyNotWords(charterOf(alliance, proposal.current.rule), position, reason);
  if (barred !== null) return barred;
  writeAt(desk, meeting.id, 'PositionEntered', {
    entered: meeting.entered.length + 1,
    item: item.number,
    about: proposal.id,
    revision: proposal.current.number,
    member,
    position,
    ...(position === 'agree' ? {} : { reason: sealer.seal(reason) }),
    personName: ownName(desk),
    confirmBy: plusWorkingDays(alliance.charter.calendar, at, 1),
  });
  return null;
};

/** Somebody who speaks for the member must be there to have said it. */
const whyNotThere = ({ alliance, context: { at } }: Desk, meeting: Meeting, member: MemberId): Refusal | null => {
  if (!alliance.members.has(member)) return { why: 'noSuchMember', member };
  const isThere = meeting.attendance.some(
    ({ person, leftAt }) => leftAt === null && voicesOf(alliance, person, at).some((voice) => voice.member === member),
  );
  return isThere ? null : { why: 'memberNotPresent', meeting: meeting.id, member };
};

const whyNotWords = ({ limits }: CharterSettings, position: PositionKind, reason: string): Refusal | null => {
  switch (position) {
    case 'agree':
      return null;
    case 'agreeWithReservation':
      return textRefusal('reservation', reason);
    case 'object':
      return textRefusal('objection', reason, limits.objectionReasonLeast);
  }
};

/** The member says whether that is what it said. Confirmed, it becomes the member's position from now on. */
export const answerEntered = (desk: Desk, command: CommandOf<'answerEntered'>): Refusal | null => {
  const meeting = meetingOn(desk, command.meeting);
  if ('refusal' in meeting) return meeting.refusal;
  const entered = meeting.entered.find(({ number }) => number === command.entered);
  if (entered === undefined) return { why: 'noSuchEntered', meeting: meeting.id, entered: command.entered };
  const { alliance, context } = desk;
  const voice = voiceOf(alliance, context.by, entered.member, context.at);
  if ('refusal' in voice) return voice.refusal;
  if (entered.state === command.answer) return null;
  if (entered.state !== 'waiting') {
    return { why: 'enteredIsSettled', meeting: meeting.id, entered: entered.number, state: entered.state };
  }
  if (command.answer === 'confirmed') {
    const { about: proposal, revision, position, member } = entered;
    const refusal = recordPosition(
      desk,
      { kind: 'recordPosition', proposal, revision, position, member },
      entered.reason ?? undefined,
    );
    if (refusal !== null) return refusal;
  }
  writeAt(
    desk,
    meeting.id,
    'EnteredPositionAnswered',
    {
      entered: entered.number,
      member: entered.member,
      person: voice.person,
      personName: ownName(desk),
      answer: command.answer,
    },
    { for: entered.member },
  );
  return null;
};

/** Nobody confirmed it in time: it never counted (domain.md E52). */
export const expireEntered = (desk: Desk, meeting: MeetingId, entered: number, occurredAt: Instant): void => {
  writeAt(desk, meeting, 'EnteredPositionExpired', { entered }, { occurredAt });
};
