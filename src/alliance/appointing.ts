import type { Appointment } from './alliance.js';
import type { CommandOf } from './commands.js';
import { isInstant } from './deadlines.js';
import { write } from './desk.js';
import type { Desk } from './desk.js';
import type { Instant } from './instant.js';
import { whyNotSeated } from './membership.js';
import { isPerson } from './names.js';
import type { MemberId, PersonId } from './names.js';
import { personOf } from './officers.js';
import type { GuardedAct, Refusal } from './refusals.js';
import { appointed, holdersOfPower, isLive, officesWith, voiceOf } from './speaking.js';

/**
 * A dated appointment, by the member's nominating officer or the Alliance Manager (domain.md B5, rulings 1.14). It never
 * counts before its entry (E15). A seat has one representative at a time: a second one replaces the first.
 */
export const appoint = (desk: Desk, command: CommandOf<'appoint'>): Refusal | null => {
  const { member, as, from, to, personalTo, replaces, limits } = command;
  const { alliance, context } = desk;
  const { at } = context;
  const seated = whyNotSeated(desk, member) ?? whyNotNominating(desk, member, 'appoint') ?? whyNotDates(from, to, at);
  if (seated !== null) return seated;
  const replaced =
    replaces === undefined ? [] : appointed(alliance, member, as, at).filter((live) => live.person === replaces);
  if (replaces !== undefined && replaced.length === 0) return { why: 'notAppointed', person: replaces, member, as };
  const refusal = whyNotPersonal(desk, command) ?? whyTaken(desk, command, replaces);
  if (refusal !== null) return refusal;
  const person = personOf(desk, command.person);
  if (typeof person !== 'string') return person.refusal;
  const begins = from ?? at;
  for (const appointment of replaced) endOn(desk, appointment, begins);
  write(
    desk,
    'Appointed',
    {
      appointment: desk.alliance.appointments.length + 1,
      person,
      member,
      as,
      from: begins,
      ...(to === undefined ? {} : { to }),
      ...(personalTo === undefined ? {} : { personalTo }),
      ...(limits === undefined ? {} : { limits }),
    },
    { subject: `member:${member}`, for: member },
  );
  return null;
};

export const endAppointment = (desk: Desk, command: CommandOf<'endAppointment'>): Refusal | null => {
  const { person, member, as } = command;
  const { alliance, context } = desk;
  const at = command.at ?? context.at;
  if (!isInstant(at)) return { why: 'notAnInstant', field: 'to' };
  if (!alliance.members.has(member)) return { why: 'noSuchMember', member };
  const refusal = whyNotNominating(desk, member, 'appoint');
  if (refusal !== null) return refusal;
  const open = alliance.appointments.find(
    (each) =>
      each.person === person && each.member === member && each.as === as && (each.to === null || each.to > context.at),
  );
  if (open === undefined) return { why: 'notAppointed', person, member, as };
  endOn(desk, open, at);
  return null;
};

/** "I am away": a named deputy may cover, and then change the member's position (rulings 1.14). The reason is nobody's business here. */
export const recordAbsence = (desk: Desk, command: CommandOf<'recordAbsence'>): Refusal | null => {
  const absent = absentee(desk, command);
  if ('refusal' in absent) return absent.refusal;
  const { person, member } = absent;
  const { from, to, cover } = command;
  const { alliance, context } = desk;
  if (!isInstant(from)) return { why: 'notAnInstant', field: 'from' };
  if (!isInstant(to)) return { why: 'notAnInstant', field: 'to' };
  if (to <= from) return { why: 'datesBackwards' };
  if (to <= context.at) return { why: 'inThePast', field: 'to' };
  const deputies = appointed(alliance, member, 'deputy', context.at).map((each) => each.person);
  if (cover !== undefined && (cover === person || !deputies.includes(cover))) {
    return { why: 'notADeputy', person: cover, member, deputies: deputies.filter((deputy) => deputy !== person) };
  }
  const body = { person, member, from, to, ...(cover === undefined ? {} : { cover }) };
  write(desk, 'AbsenceRecorded', body, { subject: person, for: member });
  return null;
};

export const endAbsence = (desk: Desk, command: CommandOf<'endAbsence'>): Refusal | null => {
  const absent = absentee(desk, command);
  if ('refusal' in absent) return absent.refusal;
  const { person, member } = absent;
  const away = desk.alliance.absences.some((each) => each.person === person && each.member === member);
  if (!away) return { why: 'notAway', person };
  write(desk, 'AbsenceEnded', { person, member }, { subject: person, for: member });
  return null;
};

/** Whose absence it is, and for which member: one's own, or recorded by the nominating officer or an officer. */
const absentee = (
  desk: Desk,
  { person: asked, member: asked2 }: CommandOf<'recordAbsence'> | CommandOf<'endAbsence'>,
): { readonly person: PersonId; readonly member: MemberId } | { readonly refusal: Refusal } => {
  const { alliance, context } = desk;
  if (asked !== undefined && !alliance.people.has(asked)) return { refusal: { why: 'noSuchPerson' } };
  const person = asked ?? context.by;
  const voice = voiceOf(alliance, person, asked2, context.at);
  if ('refusal' in voice) return voice;
  if (person !== context.by) {
    const refusal = whyNotNominating(desk, voice.member, 'recordAbsence');
    if (refusal !== null) return { refusal };
  }
  return voice;
};

const whyNotNominating = ({ alliance, context }: Desk, member: MemberId, act: GuardedAct): Refusal | null => {
  const nominating = appointed(alliance, member, 'nominatingOfficer', context.at).map((each) => each.person);
  const people = [...new Set([...nominating, ...holdersOfPower(alliance, 'changePeople', context.at)])];
  return isPerson(context.by) && people.includes(context.by)
    ? null
    : { why: 'mayNot', act, people, offices: officesWith(alliance, 'changePeople') };
};

const whyNotDates = (from: Instant | undefined, to: Instant | undefined, at: Instant): Refusal | null => {
  if (from !== undefined && !isInstant(from)) return { why: 'notAnInstant', field: 'from' };
  if (to === undefined) return null;
  if (!isInstant(to)) return { why: 'notAnInstant', field: 'to' };
  return to <= (from ?? at) ? { why: 'datesBackwards' } : null;
};

/** A deputy of one representative only must have one: somebody who represents that seat now (domain.md B6). */
const whyNotPersonal = (
  { alliance, context }: Desk,
  { member, as, personalTo }: CommandOf<'appoint'>,
): Refusal | null => {
  if (personalTo === undefined) return null;
  if (!alliance.people.has(personalTo)) return { why: 'noSuchPerson' };
  const represents = appointed(alliance, member, 'representative', context.at).some(
    ({ person }) => person === personalTo,
  );
  if (!represents) return { why: 'notAppointed', person: personalTo, member, as: 'representative' };
  return as === 'deputy' ? null : { why: 'onlyDeputyIsPersonal', as };
};

const whyTaken = (
  { alliance, context }: Desk,
  { person, member, as }: CommandOf<'appoint'>,
  replaces: PersonId | undefined,
): Refusal | null => {
  const standing = alliance.appointments.filter(
    (each) =>
      each.member === member &&
      each.as === as &&
      each.person !== replaces &&
      (each.to === null || each.to > context.at) &&
      (isLive(alliance, each, context.at) || each.effectiveFrom > context.at),
  );
  const same = standing.find((each) => each.person === person);
  if (same !== undefined) return { why: 'alreadyAppointed', person: same.person, member, as };
  const [other] = standing;
  return as === 'representative' && other !== undefined
    ? { why: 'alreadyRepresented', member, person: other.person }
    : null;
};

const endOn = (desk: Desk, { number, person, member, as }: Appointment, endsAt: Instant): void => {
  const body = { appointment: number, person, member, as, endsAt };
  write(desk, 'AppointmentEnded', body, { subject: `member:${member}`, for: member });
};
