import type { CommandOf } from '../commands.js';
import type { Desk } from '../desk.js';
import { isPerson } from '../names.js';
import type { PersonId } from '../names.js';
import type { Refusal } from '../refusals.js';
import { officesOf, voicesOf } from '../speaking.js';
import type { Attendance, Meeting } from './meeting.js';
import { sessionOn, whyNotRunner, writeAt } from './meetingDesk.js';
import { namedIn } from './representation.js';

/**
 * Somebody is there, in the room or remote: for every member of the body that they speak for, else as an officer or an
 * observer (domain.md B7, B29, B51). By the person, or by whoever calls the roll.
 */
export const recordAttendance = (desk: Desk, command: CommandOf<'recordAttendance'>): Refusal | null => {
  const meeting = sessionOn(desk, command.meeting);
  if ('refusal' in meeting) return meeting.refusal;
  const person = personMeant(desk, command.person);
  if (typeof person !== 'string') return person.refusal;
  const { alliance, context } = desk;
  if (!alliance.people.has(person)) return { why: 'noSuchPerson' };
  const places = placesOf(desk, meeting, person);
  if (places.length === 0) return { why: 'notInvited', meeting: meeting.id, person };
  const present = meeting.attendance.filter((each) => each.person === person && each.leftAt === null);
  if (present.length === places.length && present.every(({ mode }) => mode === command.mode)) return null;
  if (present.length > 0) writeAt(desk, meeting.id, 'AttendanceEnded', { person });
  else if (peopleIn(meeting) >= attendeesMost) return { why: 'tooManyAttendees', most: attendeesMost };
  const personName = alliance.people.get(person)?.name ?? 'text:';
  for (const { as, member } of places) {
    const named = member === null ? {} : { member: namedIn(alliance, member) };
    const body = { person, personName, as, mode: command.mode, ...named };
    writeAt(desk, meeting.id, 'AttendanceRecorded', body, member === null ? {} : { for: member });
  }
  takeChairIfDue(desk, meeting.id, person, context.at);
  return null;
};

/** Somebody has left the room or the call. */
export const endAttendance = (desk: Desk, command: CommandOf<'endAttendance'>): Refusal | null => {
  const meeting = sessionOn(desk, command.meeting);
  if ('refusal' in meeting) return meeting.refusal;
  const person = personMeant(desk, command.person);
  if (typeof person !== 'string') return person.refusal;
  if (!meeting.attendance.some((each) => each.person === person && each.leftAt === null)) {
    return { why: 'notPresent', meeting: meeting.id, person };
  }
  writeAt(desk, meeting.id, 'AttendanceEnded', { person });
  return null;
};

/** As what a person attends: for each member of the body that they speak for, or in a place of their own. */
const placesOf = (
  { alliance, context: { at } }: Desk,
  { body }: Meeting,
  person: PersonId,
): readonly { readonly as: Attendance['as']; readonly member: string | null }[] => {
  const members = alliance.charter.bodies.find(({ id }) => id === body)?.members ?? 'all';
  const voices = voicesOf(alliance, person, at).filter(({ member }) => members === 'all' || members.includes(member));
  if (voices.length > 0) return voices.map(({ as, member }) => ({ as, member }));
  if (officesOf(alliance, person, at).length > 0) return [{ as: 'officer', member: null }];
  const observes = alliance.observers.some(
    (each) => each.person === person && each.from <= at && (each.to === null || at < each.to),
  );
  const elsewhere = voicesOf(alliance, person, at).length > 0;
  return observes || elsewhere ? [{ as: 'observer', member: null }] : [];
};

/** The chair presides from the moment of arriving, unless somebody does already. */
const takeChairIfDue = (desk: Desk, id: Meeting['id'], person: PersonId, at: string): void => {
  const meeting = desk.alliance.meetings.get(id);
  if (meeting === undefined || meeting.chairs.some(({ item }) => item === null)) return;
  if (!officesOf(desk.alliance, person, at).includes('chair')) return;
  const personName = desk.alliance.people.get(person)?.name ?? 'text:';
  writeAt(desk, id, 'ChairTaken', { person, personName, how: 'chair' });
};

const personMeant = (desk: Desk, asked: PersonId | undefined): PersonId | { readonly refusal: Refusal } => {
  const { by } = desk.context;
  if (asked !== undefined && asked !== by) {
    const refusal = whyNotRunner(desk, 'callRoll');
    return refusal === null ? asked : { refusal };
  }
  return isPerson(by) ? by : { refusal: { why: 'notByOperator' } };
};

const peopleIn = ({ attendance }: Meeting): number => new Set(attendance.map(({ person }) => person)).size;

/** More than any leadership team with all its deputies, officers and guests. */
export const attendeesMost = 150;
