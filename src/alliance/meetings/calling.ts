import type { CommandOf } from '../commands.js';
import { isInstant } from '../deadlines.js';
import { writeOn } from '../desk.js';
import type { Desk } from '../desk.js';
import type { Instant } from '../instant.js';
import { msOf } from '../instant.js';
import { textRefusal } from '../limits.js';
import type { MeetingId, MemberId } from '../names.js';
import { plusWorkingDays } from '../calendar.js';
import type { Refusal } from '../refusals.js';
import { voiceOf } from '../speaking.js';
import type { Meeting } from './meeting.js';
import type { MeetingEvents } from './meetingEvents.js';
import type { TextSealer } from '../texts.js';
import { calledOn, isRunner, ownName, whyNotRunner, writeAt } from './meetingDesk.js';
import { clearBefore, standingOrdersOf } from './standingOrders.js';

/**
 * Calls a meeting: by those who run meetings, or on the requisition of a member, which says why and is held within the
 * days of the standing orders (domain.md B48, B49). Called late it is on short notice, and says so.
 */
export const conveneMeeting = (desk: Desk, command: CommandOf<'conveneMeeting'>): Refusal | null => {
  const { alliance, sealer } = desk;
  const { charter } = alliance;
  const body = command.body ?? charter.bodies[0]?.id ?? '';
  if (!charter.bodies.some(({ id }) => id === body)) {
    return { why: 'noSuchBody', body, bodies: charter.bodies.map(({ id }) => id) };
  }
  const requisition = requisitionOf(desk, command);
  if (requisition !== null && 'refusal' in requisition) return requisition.refusal;
  const refusal = whyNotTimes(desk, command) ?? whyNotPlace(command) ?? whyTooMany(desk);
  if (refusal !== null) return refusal;
  const id: MeetingId = `M-${alliance.meetings.size + 1}`;
  writeAt(
    desk,
    id,
    'MeetingCalled',
    {
      body,
      startsAt: command.startsAt,
      endsAt: command.endsAt,
      ...placed(sealer, command),
      callerName: ownName(desk),
      ...(requisition === null
        ? {}
        : { requisition: { member: requisition.member, reason: sealer.seal(command.reason ?? '') } }),
      shortNotice: isShort(desk, command.startsAt, requisition !== null),
      charterRevision: alliance.charterRevision,
    },
    requisition === null ? {} : { for: requisition.member },
  );
  return null;
};

/** Another time or place, with a reason; what was tabled for the meeting moves with it. */
export const moveMeeting = (desk: Desk, command: CommandOf<'moveMeeting'>): Refusal | null => {
  const meeting = calledOn(desk, command.meeting);
  if ('refusal' in meeting) return meeting.refusal;
  const refusal =
    whyNotRunner(desk, 'moveMeeting') ??
    whyNotTimes(desk, command) ??
    whyNotPlace(command) ??
    textRefusal('why', command.why);
  if (refusal !== null) return refusal;
  const { startsAt, endsAt, why } = command;
  moveTo(desk, meeting, { startsAt, endsAt, ...placed(desk.sealer, command), why: desk.sealer.seal(why) });
  return null;
};

/** Moves a called meeting; what was tabled for it opens with it. Moved later than its notice it is on short notice. */
export const moveTo = (
  desk: Desk,
  meeting: Meeting,
  to: Pick<MeetingEvents['MeetingMoved'], 'startsAt' | 'endsAt' | 'place' | 'link' | 'why'>,
): void => {
  writeAt(desk, meeting.id, 'MeetingMoved', {
    ...to,
    sequence: meeting.sequence + 1,
    shortNotice: isShort(desk, to.startsAt, meeting.requisition !== null),
  });
  moveOpenings(desk, meeting, to.endsAt);
};

/** What was tabled for it opens by circulation at the time at which the meeting would have ended. */
export const cancelMeeting = (desk: Desk, command: CommandOf<'cancelMeeting'>): Refusal | null => {
  const meeting = calledOn(desk, command.meeting);
  if ('refusal' in meeting) return meeting.refusal;
  const refusal = whyNotRunner(desk, 'cancelMeeting') ?? textRefusal('why', command.why);
  if (refusal !== null) return refusal;
  writeAt(desk, meeting.id, 'MeetingCancelled', {
    sequence: meeting.sequence + 1,
    why: desk.sealer.seal(command.why),
  });
  return null;
};

const moveOpenings = (desk: Desk, { items }: Meeting, to: Instant): void => {
  for (const { about } of items) {
    const proposal = about === null ? undefined : desk.alliance.proposals.get(about);
    if (proposal?.status !== 'tabled' || proposal.opensAt === to) continue;
    writeOn(desk, proposal.id, 'OpeningMoved', { proposal: proposal.id, from: proposal.opensAt, to });
  }
};

/** Null for those who run meetings; else the member that demands it, within the days in which it must be held. */
const requisitionOf = (
  desk: Desk,
  { member, reason, startsAt }: CommandOf<'conveneMeeting'>,
): { readonly member: MemberId } | { readonly refusal: Refusal } | null => {
  if (isRunner(desk) && member === undefined) return null;
  const { alliance, context } = desk;
  const voice = voiceOf(alliance, context.by, member, context.at);
  if ('refusal' in voice) {
    return {
      refusal: voice.refusal.why === 'noVoice' ? (whyNotRunner(desk, 'convene') ?? voice.refusal) : voice.refusal,
    };
  }
  const refusal = textRefusal('reason', reason ?? '');
  if (refusal !== null) return { refusal };
  const days = standingOrdersOf(alliance.charter).requisitionWorkingDays;
  const latest = plusWorkingDays(alliance.charter.calendar, context.at, days);
  return isInstant(startsAt) && startsAt > latest
    ? { refusal: { why: 'requisitionTooLate', latest, workingDays: days } }
    : { member: voice.member };
};

export const whyNotTimes = (
  { context }: Desk,
  { startsAt, endsAt }: { readonly startsAt: Instant; readonly endsAt: Instant },
): Refusal | null => {
  if (!isInstant(startsAt)) return { why: 'notAnInstant', field: 'startsAt' };
  if (!isInstant(endsAt)) return { why: 'notAnInstant', field: 'endsAt' };
  if (startsAt <= context.at) return { why: 'inThePast', field: 'startsAt' };
  if (endsAt <= startsAt) return { why: 'datesBackwards' };
  const hours = (msOf(endsAt) - msOf(startsAt)) / hourMs;
  if (hours > meetingHoursMost) return { why: 'meetingTooLong', most: meetingHoursMost };
  return msOf(startsAt) - msOf(context.at) > yearsAheadMost * 366 * 24 * hourMs
    ? { why: 'meetingTooFar', years: yearsAheadMost }
    : null;
};

export const whyNotPlace = ({ place, link }: { readonly place?: string; readonly link?: string }): Refusal | null =>
  (place === undefined ? null : textRefusal('place', place)) ?? (link === undefined ? null : textRefusal('link', link));

const whyTooMany = ({ alliance }: Desk): Refusal | null =>
  alliance.liveMeetings.size >= meetingsMost ? { why: 'tooManyMeetings', most: meetingsMost } : null;

export const placed = (sealer: TextSealer, { place, link }: { readonly place?: string; readonly link?: string }) => ({
  ...(place === undefined ? {} : { place: sealer.seal(place) }),
  ...(link === undefined ? {} : { link: sealer.seal(link) }),
});

/** A requisition needs the days for papers only: it is urgent by nature. */
export const isShort = ({ alliance, context }: Desk, startsAt: Instant, requisitioned: boolean): boolean => {
  const { noticeWorkingDays, papersWorkingDays } = standingOrdersOf(alliance.charter);
  const days = requisitioned ? Math.min(papersWorkingDays, noticeWorkingDays) : noticeWorkingDays;
  return context.at > clearBefore(alliance.charter.calendar, startsAt, days);
};

const hourMs = 3_600_000;
const meetingHoursMost = 12;
export const yearsAheadMost = 2;
/** Meetings to come, and those whose minutes are not confirmed. */
export const meetingsMost = 100;
