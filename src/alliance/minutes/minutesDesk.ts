import { write } from '../desk.js';
import type { Desk } from '../desk.js';
import type { EventBodies } from '../events.js';
import type { Instant } from '../instant.js';
import { meetingOn } from '../meetings/meetingDesk.js';
import type { Found } from '../meetings/meetingDesk.js';
import type { Meeting } from '../meetings/meeting.js';
import type { MeetingId, MemberId } from '../names.js';
import type { NamedMember } from '../outcomeEvents.js';
import type { Minutes, MinutesVersion } from './minutes.js';
import type { MinutesEvents } from './minutesEvents.js';

/** States a fact about the minutes of a meeting; they belong to its history. */
export const writeIn = <K extends keyof MinutesEvents>(
  desk: Desk,
  id: MeetingId,
  kind: K,
  body: Omit<EventBodies[K], 'meeting'>,
  circumstances: { readonly for?: MemberId; readonly occurredAt?: Instant } = {},
): void => {
  write(desk, kind, { meeting: id, ...body } as EventBodies[K], { subject: id, ...circumstances });
};

export interface MinutesOf {
  readonly meeting: Meeting;
  readonly minutes: Minutes;
}

/** The minutes of a meeting that has ended. */
export const minutesOn = (desk: Desk, id: MeetingId): Found<MinutesOf> => {
  const meeting = meetingOn(desk, id);
  if ('refusal' in meeting) return meeting;
  const { minutes } = meeting;
  return minutes === null
    ? { refusal: { why: 'noMinutesYet', meeting: id, status: meeting.status } }
    : { meeting, minutes };
};

/** The version that went round last, and the order was given on it: acceptance is to a version. */
export const versionOn = (
  desk: Desk,
  { meeting: id, version: asked }: { readonly meeting: MeetingId; readonly version: number },
): Found<MinutesOf & { readonly version: MinutesVersion }> => {
  const found = minutesOn(desk, id);
  if ('refusal' in found) return found;
  const version = found.minutes.versions.at(-1);
  if (version === undefined) return { refusal: { why: 'minutesNotOut', meeting: id } };
  if (version.version !== asked)
    return { refusal: { why: 'oldMinutes', meeting: id, asked, current: version.version } };
  if (found.minutes.status === 'confirmed') return { refusal: { why: 'minutesConfirmed', meeting: id } };
  if (found.minutes.status === 'draft') return { refusal: { why: 'minutesNotOut', meeting: id } };
  return { ...found, version };
};

/** Voting members of whom somebody who speaks for them was there, with their names of the day (rulings 1.18). */
export const attendingMembers = ({ attendance }: Meeting): readonly NamedMember[] => {
  const members = new Map<MemberId, NamedMember>();
  for (const { member } of attendance)
    if (member !== null && !members.has(member.member)) members.set(member.member, member);
  return [...members.values()];
};
