import { write } from '../desk.js';
import type { Desk } from '../desk.js';
import type { EventBodies } from '../events.js';
import type { Instant } from '../instant.js';
import { isPerson } from '../names.js';
import type { MeetingId, MemberId, PersonId, TextRef } from '../names.js';
import type { GuardedAct, Refusal } from '../refusals.js';
import { holdersOfPower, officesWith } from '../speaking.js';
import type { AgendaItem, Meeting } from './meeting.js';
import type { MeetingEvents } from './meetingEvents.js';

/** States a fact about a meeting. */
export const writeAt = <K extends keyof MeetingEvents>(
  desk: Desk,
  id: MeetingId,
  kind: K,
  body: Omit<EventBodies[K], 'meeting'>,
  circumstances: { readonly for?: MemberId; readonly occurredAt?: Instant } = {},
): void => {
  write(desk, kind, { meeting: id, ...body } as EventBodies[K], { subject: id, ...circumstances });
};

export type Found<T> = T | { readonly refusal: Refusal };

export const meetingOn = ({ alliance }: Desk, id: MeetingId): Found<Meeting> =>
  alliance.meetings.get(id) ?? { refusal: { why: 'noSuchMeeting', meeting: id } };

/** A meeting that was called and has neither begun nor been cancelled. */
export const calledOn = (desk: Desk, id: MeetingId): Found<Meeting> => {
  const meeting = meetingOn(desk, id);
  if ('refusal' in meeting || meeting.status === 'called') return meeting;
  return { refusal: { why: 'meetingNotOpen', meeting: id, status: meeting.status } };
};

/** A meeting that is still to be held or is being held. */
export const liveOn = (desk: Desk, id: MeetingId): Found<Meeting> => {
  const meeting = meetingOn(desk, id);
  if ('refusal' in meeting || meeting.status === 'called' || meeting.status === 'inSession') return meeting;
  return { refusal: { why: 'meetingNotOpen', meeting: id, status: meeting.status } };
};

export const sessionOn = (desk: Desk, id: MeetingId): Found<Meeting> => {
  const meeting = meetingOn(desk, id);
  if ('refusal' in meeting || meeting.status === 'inSession') return meeting;
  return { refusal: { why: 'notInSession', meeting: id, status: meeting.status } };
};

export const itemOn = (meeting: Meeting, number: number): Found<AgendaItem> =>
  meeting.items.find((item) => item.number === number) ?? {
    refusal: { why: 'noSuchItem', meeting: meeting.id, item: number },
  };

/** The same where an item may be left out. */
export const optionalItemOn = (meeting: Meeting, number: number | undefined): Found<AgendaItem> | null =>
  number === undefined ? null : itemOn(meeting, number);

/** Who holds the office of calling and running meetings. */
export const isRunner = ({ alliance, context: { by, at } }: Desk): boolean =>
  isPerson(by) && holdersOfPower(alliance, 'runMeetings', at).includes(by);

/** Null for those who run meetings, and for others who may as well; else who can be asked. */
export const whyNotRunner = (desk: Desk, act: GuardedAct, others: readonly PersonId[] = []): Refusal | null => {
  const { alliance, context } = desk;
  const { by } = context;
  if (isRunner(desk) || (isPerson(by) && others.includes(by))) return null;
  const people = [...new Set([...holdersOfPower(alliance, 'runMeetings', context.at), ...others])];
  return { why: 'mayNot', act, people, offices: officesWith(alliance, 'runMeetings') };
};

/** Who presides over an item now: whoever took the chair last for it, else for the meeting, and is still there. */
export const presidingOver = ({ chairs, attendance }: Meeting, item: number | null): PersonId | null => {
  const isThere = (person: PersonId): boolean =>
    attendance.some((each) => each.person === person && each.leftAt === null);
  const own = item === null ? undefined : chairs.findLast((chair) => chair.item === item && isThere(chair.person));
  return (own ?? chairs.findLast((chair) => chair.item === null && isThere(chair.person)))?.person ?? null;
};

/** The name of record of whoever gives the order. */
export const ownName = (desk: Desk): TextRef => (isPerson(desk.context.by) ? nameOn(desk, desk.context.by) : 'text:');

export const nameOn = ({ alliance }: Desk, person: PersonId): TextRef => alliance.people.get(person)?.name ?? 'text:';
