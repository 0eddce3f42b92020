import { powers } from './charter.js';
import type { CommandOf } from './commands.js';
import { isInstant } from './deadlines.js';
import { write } from './desk.js';
import type { Desk } from './desk.js';
import { textRefusal } from './limits.js';
import { whyNotOfficer } from './membership.js';
import type { OrganisationId, PersonId } from './names.js';
import type { Refusal } from './refusals.js';
import { holdersOfPower, officesOf, officesWith } from './speaking.js';

/** An office carries no vote of its own; its holder may also represent a member (rulings 1.15). */
export const takeOffice = (desk: Desk, command: CommandOf<'takeOffice'>): Refusal | null => {
  const { person, office, to } = command;
  const { alliance, context } = desk;
  const from = command.from ?? context.at;
  const refusal = whyNotOfficer(desk, 'changePeople', 'changeOffices');
  if (refusal !== null) return refusal;
  if (!alliance.people.has(person)) return { why: 'noSuchPerson' };
  if (!isInstant(from)) return { why: 'notAnInstant', field: 'from' };
  if (to !== undefined && !isInstant(to)) return { why: 'notAnInstant', field: 'to' };
  if (to !== undefined && to <= from) return { why: 'datesBackwards' };
  if (officesOf(alliance, person, context.at).includes(office)) return null;
  write(desk, 'OfficeTaken', { office, person, from, ...(to === undefined ? {} : { to }) }, { subject: person });
  return null;
};

/** Refused where a power of the alliance would be left without a holder: somebody takes the office first. */
export const leaveOffice = (desk: Desk, { person, office, at: asked }: CommandOf<'leaveOffice'>): Refusal | null => {
  const { alliance, context } = desk;
  const at = asked ?? context.at;
  const refusal = whyNotOfficer(desk, 'changePeople', 'changeOffices');
  if (refusal !== null) return refusal;
  if (!isInstant(at)) return { why: 'notAnInstant', field: 'to' };
  if (!officesOf(alliance, person, context.at).includes(office)) return { why: 'notInOffice', person, office };
  const remaining = {
    ...alliance,
    officers: alliance.officers.filter((each) => each.office !== office || each.person !== person),
  };
  const orphaned = powers.find(
    (power) =>
      officesWith(alliance, power).includes(office) && holdersOfPower(remaining, power, context.at).length === 0,
  );
  if (orphaned !== undefined) return { why: 'lastHolder', power: orphaned, office };
  write(desk, 'OfficeLeft', { office, person, endsAt: at }, { subject: person });
  return null;
};

export const admitObserver = (desk: Desk, command: CommandOf<'admitObserver'>): Refusal | null => {
  const { role, of, to } = command;
  const from = command.from ?? desk.context.at;
  const refusal =
    whyNotOfficer(desk, 'changePeople', 'changeOffices') ?? (of === undefined ? null : textRefusal('name', of));
  if (refusal !== null) return refusal;
  if (!isInstant(from)) return { why: 'notAnInstant', field: 'from' };
  if (to !== undefined && !isInstant(to)) return { why: 'notAnInstant', field: 'to' };
  if (to !== undefined && to <= from) return { why: 'datesBackwards' };
  const person = personOf(desk, command.person);
  if (typeof person !== 'string') return person.refusal;
  const body = { person, role, from, ...(of === undefined ? {} : { of }), ...(to === undefined ? {} : { to }) };
  write(desk, 'ObserverAdmitted', body, { subject: person });
  return null;
};

export const endObserver = (desk: Desk, { person, at }: CommandOf<'endObserver'>): Refusal | null => {
  const refusal = whyNotOfficer(desk, 'changePeople', 'changeOffices');
  if (refusal !== null) return refusal;
  const endsAt = at ?? desk.context.at;
  if (!isInstant(endsAt)) return { why: 'notAnInstant', field: 'to' };
  if (!desk.alliance.observers.some((observer) => observer.person === person)) return { why: 'noSuchPerson' };
  write(desk, 'ObserverLeft', { person, endsAt }, { subject: person });
  return null;
};

/** A new name of record from now on; what was signed before keeps the name of its day (rulings 4.2). */
export const renamePerson = (desk: Desk, { person, name }: CommandOf<'renamePerson'>): Refusal | null => {
  const refusal = whyNotOfficer(desk, 'changePeople', 'changeOffices') ?? textRefusal('name', name);
  if (refusal !== null) return refusal;
  if (!desk.alliance.people.has(person)) return { why: 'noSuchPerson' };
  write(desk, 'PersonNamed', { person, name: desk.sealer.seal(name) }, { subject: person });
  return null;
};

/** The person pointed at, or one newly named in the register. */
export const personOf = (
  desk: Desk,
  person: PersonId | { readonly name: string; readonly organisation?: OrganisationId },
): PersonId | { readonly refusal: Refusal } => {
  const { alliance } = desk;
  if (typeof person === 'string') {
    return alliance.people.has(person) ? person : { refusal: { why: 'noSuchPerson' } };
  }
  const { name, organisation } = person;
  const refusal =
    textRefusal('name', name) ??
    (organisation === undefined || alliance.charter.organisations.some(({ id }) => id === organisation)
      ? null
      : { why: 'noSuchOrganisation' as const, organisation });
  if (refusal !== null) return { refusal };
  const id: PersonId = `person:${alliance.people.size + 1}`;
  write(
    desk,
    'PersonNamed',
    { person: id, name: desk.sealer.seal(name), ...(organisation === undefined ? {} : { organisation }) },
    { subject: id },
  );
  return id;
};
