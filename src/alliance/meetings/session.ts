import type { Alliance } from '../alliance.js';
import type { CommandOf } from '../commands.js';
import type { Desk } from '../desk.js';
import { plusMs } from '../instant.js';
import type { Instant } from '../instant.js';
import type { MeetingId, PersonId } from '../names.js';
import type { Refusal } from '../refusals.js';
import { addReferred } from './agenda.js';
import { circulateRest } from './decisions.js';
import type { Meeting } from './meeting.js';
import { calledOn, ownName, presidingOver, sessionOn, whyNotRunner, writeAt } from './meetingDesk.js';
import { namedIn, representation } from './representation.js';
import { ordersOf } from './standingOrders.js';

/** Opens the session, up to an hour early. Whether it is quorate shows as people arrive (domain.md D2). */
export const startMeeting = (desk: Desk, command: CommandOf<'startMeeting'>): Refusal | null => {
  const meeting = calledOn(desk, command.meeting);
  if ('refusal' in meeting) return meeting.refusal;
  const from = plusMs(meeting.startsAt, -earlyMs);
  const refusal =
    whyNotRunner(desk, 'runMeeting') ??
    (desk.context.at < from ? { why: 'tooEarlyToStart' as const, meeting: meeting.id, from } : null);
  if (refusal !== null) return refusal;
  addReferred(desk, meeting);
  writeAt(desk, meeting.id, 'MeetingStarted', { personName: ownName(desk) });
  return null;
};

/** Ends the session. Decisions that could not be put for want of a quorum go to all by circulation (domain.md B30, E56). */
export const endMeeting = (desk: Desk, command: CommandOf<'endMeeting'>): Refusal | null => {
  const meeting = sessionOn(desk, command.meeting);
  if ('refusal' in meeting) return meeting.refusal;
  const refusal = whyNotRunner(desk, 'runMeeting', presiding(meeting));
  if (refusal !== null) return refusal;
  if (meeting.quorum !== 'reached') circulateRest(desk, meeting);
  writeAt(desk, meeting.id, 'MeetingEnded', { personName: ownName(desk) });
  return null;
};

/** Nobody waits any longer for a quorum: notes from here on, and every decision goes to all by circulation (E57, PL-10). */
export const declareInquorate = (desk: Desk, command: CommandOf<'declareInquorate'>): Refusal | null => {
  const meeting = sessionOn(desk, command.meeting);
  if ('refusal' in meeting) return meeting.refusal;
  const refusal = whyNotRunner(desk, 'runMeeting', presiding(meeting));
  if (refusal !== null) return refusal;
  if (meeting.quorum === 'reached') return { why: 'isQuorate', meeting: meeting.id };
  if (meeting.quorum !== 'inquorate') giveUpQuorum(desk, meeting.id);
  circulateRest(desk, meeting);
  return null;
};

export const giveUpQuorum = (desk: Desk, id: MeetingId, occurredAt?: Instant): void => {
  const meeting = desk.alliance.meetings.get(id);
  if (meeting === undefined) return;
  const { absent } = representation(desk.alliance, meeting, desk.context.at);
  writeAt(
    desk,
    id,
    'MeetingInquorate',
    { absent: absent.map((member) => namedIn(desk.alliance, member)) },
    occurredAt === undefined ? {} : { occurredAt },
  );
};

/** When a meeting that never had its quorum takes notes only; null where it does not wait for one (domain.md E57). */
export const quorumAwaitedUntil = (alliance: Alliance, meeting: Meeting): Instant | null =>
  meeting.status !== 'inSession' || meeting.startedAt === null || meeting.quorum !== 'none'
    ? null
    : plusMs(
        meeting.startedAt > meeting.startsAt ? meeting.startedAt : meeting.startsAt,
        ordersOf(alliance, meeting).inquorateMinutes * 60_000,
      );

const presiding = (meeting: Meeting): readonly PersonId[] => {
  const person = presidingOver(meeting, null);
  return person === null ? [] : [person];
};

const earlyMs = 3_600_000;
