import type { CharterDocument } from './charter.js';
import type { CharterProblem } from './charterProblem.js';
import { duplicates, oneOf } from './charterProblem.js';
import type { LocalDate } from './instant.js';

/** What is wrong with the registers of members, people, officers and observers, and what deserves a second look. */
export const registerChecks = (
  charter: CharterDocument,
): { readonly problems: readonly CharterProblem[]; readonly warnings: readonly CharterProblem[] } => {
  const { members, people } = charter;
  return {
    problems: [
      ...duplicates(['members'], members, ({ id }) => id, 'id', 'id'),
      ...duplicates(['members'], members, ({ name }) => asSeen(name), 'name', 'name'),
      ...duplicates(['members'], members, (m) => `${m.organisation} as ${m.capacity}`, 'capacity', 'seat'),
      ...duplicates(['people'], people, ({ id }) => id, 'id', 'id'),
      ...duplicates(['people'], people, ({ email }) => email?.toLowerCase(), 'email', 'mail address'),
      ...memberChecks(charter),
      ...people.flatMap((_, at) => personChecks(charter, at)),
      ...representativeChecks(charter),
      ...lineChecks(charter, 'officers'),
      ...lineChecks(charter, 'observers'),
    ],
    warnings: [...voicelessMembers(charter), ...foreignMail(charter)],
  };
};

type Path = CharterProblem['path'];

/** Names that a reader takes for one another are one name: case, width, spaces and invisible characters do not tell. */
const asSeen = (name: string): string =>
  name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s\p{Cf}]+/gu, ' ')
    .trim();

/** The day from which a line of a register counts when it names none. */
export const liveFrom = ({ phases }: CharterDocument): LocalDate =>
  phases.live.actual ?? phases.live.planned ?? '0000-01-01';

const memberChecks = (charter: CharterDocument): readonly CharterProblem[] =>
  charter.members.flatMap(({ organisation, from, to }, at) => [
    ...oneOf(charter.organisations, organisation, ['members', at, 'organisation'], 'organisation'),
    ...backwards(from ?? liveFrom(charter), to, ['members', at, 'to']),
  ]);

const backwards = (from: LocalDate, to: LocalDate | undefined, path: Path): readonly CharterProblem[] =>
  to !== undefined && to < from ? [{ path, says: `the last day, ${to}, is before the first, ${from}.` }] : [];

const personChecks = (charter: CharterDocument, at: number): readonly CharterProblem[] => {
  const person = charter.people[at];
  if (!person) return [];
  const { organisation } = person;
  return [
    ...(organisation === undefined
      ? []
      : oneOf(charter.organisations, organisation, ['people', at, 'organisation'], 'organisation')),
    ...person.appointments.flatMap((_, nth) => appointmentChecks(charter, at, nth)),
  ];
};

const appointmentChecks = (charter: CharterDocument, at: number, nth: number): readonly CharterProblem[] => {
  const appointment = charter.people[at]?.appointments[nth];
  if (!appointment) return [];
  const path = ['people', at, 'appointments', nth];
  const seat = charter.members.find(({ id }) => id === appointment.member);
  if (!seat) return oneOf(charter.members, appointment.member, [...path, 'member'], 'member');
  const joins = seat.from ?? liveFrom(charter);
  const from = appointment.from ?? joins;
  const outside = (seat.to !== undefined && from > seat.to) || (appointment.to !== undefined && appointment.to < joins);
  return [
    ...backwards(from, appointment.to, [...path, 'to']),
    ...(outside
      ? [{ path: [...path, 'from'], says: `${seat.name} is not a member at any time of this appointment.` }]
      : []),
    ...personalChecks(charter, at, nth),
  ];
};

/** A deputy of one representative only must have one: a living appointment to end with (domain.md B6). */
const personalChecks = (charter: CharterDocument, at: number, nth: number): readonly CharterProblem[] => {
  const appointment = charter.people[at]?.appointments[nth];
  if (appointment?.personalTo === undefined) return [];
  const { personalTo, member, as } = appointment;
  const path = ['people', at, 'appointments', nth, 'personalTo'];
  const principal = charter.people.find(({ id }) => id === personalTo);
  if (!principal) return oneOf(charter.people, personalTo, path, 'person');
  if (as !== 'deputy') return [{ path, says: 'only a deputy can be appointed for one representative only.' }];
  return principal.appointments.some((other) => other.member === member && other.as === 'representative')
    ? []
    : [
        {
          path,
          says: `${principal.name} is not a representative of ${member}, so nobody can be deputy to that person.`,
        },
      ];
};

/** One representative a seat at any time: extra people are deputies (domain.md B2, B6). */
const representativeChecks = (charter: CharterDocument): readonly CharterProblem[] => {
  const seen: { readonly member: string; readonly name: string; readonly from: LocalDate; readonly to: LocalDate }[] =
    [];
  return charter.people.flatMap(({ name, appointments }, at) =>
    appointments.flatMap((appointment, nth) => {
      if (appointment.as !== 'representative') return [];
      const { member } = appointment;
      const joins = charter.members.find(({ id }) => id === member)?.from ?? liveFrom(charter);
      const term = { member, name, from: appointment.from ?? joins, to: appointment.to ?? '9999-12-31' };
      const other = seen.find((one) => one.member === member && one.from <= term.to && term.from <= one.to);
      seen.push(term);
      if (!other) return [];
      const says = `${member} already has ${other.name} as representative at that time. A seat has one; appoint the other as deputy.`;
      return [{ path: ['people', at, 'appointments', nth], says }];
    }),
  );
};

const lineChecks = (charter: CharterDocument, register: 'officers' | 'observers'): readonly CharterProblem[] =>
  charter[register].flatMap(({ person, from, to }, at) => [
    ...oneOf(charter.people, person, [register, at, 'person'], 'person'),
    ...backwards(from ?? liveFrom(charter), to, [register, at, 'to']),
  ]);

const voicelessMembers = ({ members, people }: CharterDocument): readonly CharterProblem[] =>
  members.flatMap(({ id, name, voting }, at) => {
    const spoken = people.some(({ appointments }) =>
      appointments.some(({ member, as }) => member === id && (as === 'representative' || as === 'deputy')),
    );
    const says = `nobody can speak for ${name} yet: until a representative or deputy is appointed, no unanimous decision can be made.`;
    return spoken || !voting ? [] : [{ path: ['members', at], says }];
  });

const foreignMail = ({ people, organisations }: CharterDocument): readonly CharterProblem[] =>
  people.flatMap(({ name, email, organisation }, at) => {
    const domains = organisations.find(({ id }) => id === organisation)?.mailDomains ?? [];
    const domain = email?.toLowerCase().split('@')[1];
    if (domain === undefined || domains.length === 0 || domains.includes(domain)) return [];
    const says = `${domain} is not among the mail domains of ${organisation}, so ${name} cannot be linked to an account automatically.`;
    return [{ path: ['people', at, 'email'], says }];
  });
