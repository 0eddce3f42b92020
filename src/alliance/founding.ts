import { atLocal, startOfDay } from './calendar.js';
import type { CharterDocument } from './charter.js';
import { settingsOf } from './charter.js';
import type { EventKind, Fact } from './events.js';
import type { Instant, LocalDate } from './instant.js';
import type { PersonId } from './names.js';
import type { SaltedText } from './texts.js';
import { textSealer } from './texts.js';

/** What a charter becomes on the day an alliance is founded. */
export interface Founding {
  readonly facts: readonly Fact[];
  /** The names of record, which the book commits to and does not hold (rulings 4.2). */
  readonly texts: readonly SaltedText[];
  /** For the erasable directory: addresses are never in the book. */
  readonly directory: readonly { readonly person: PersonId; readonly email?: string }[];
}

/**
 * The first entries of a book: founded, charter adopted as revision 1, members joined, people named, appointed, in
 * office, admitted. People are numbered in the order of the file. First days become 00:00 in the alliance's zone, last
 * days 23:59. The charter must have passed `readCharter`. Throws when `entropy` holds
 * fewer salts than `saltsNeeded` says, or when the charter names a person or seat that it does not list.
 */
export const foundingFacts = (
  charter: CharterDocument,
  about: { readonly practice: boolean; readonly publicKey: string; readonly at: Instant; readonly entropy: Uint8Array },
): Founding => {
  const { seal, texts } = textSealer(about.entropy);
  const dates = datesOf(charter);
  const people = new Map(charter.people.map(({ id }, at): [string, PersonId] => [id, `person:${at + 1}`]));
  const personOf = (id: string): PersonId => found(people.get(id), `person ${id}`);
  const fact: StateFact = (kind, subject, body) =>
    ({ kind, body, subject, at: about.at, occurredAt: about.at, by: 'operator' }) as Fact;
  const facts = [
    fact('AllianceFounded', 'alliance', {
      code: charter.code,
      name: charter.name,
      practice: about.practice,
      publicKey: about.publicKey,
    }),
    fact('CharterAdopted', 'alliance', { revision: 1, charter: settingsOf(charter) }),
    ...membersJoined(charter, dates, fact),
    ...charter.people.map(({ id, name, organisation }) =>
      fact('PersonNamed', personOf(id), { person: personOf(id), name: seal(name), organisation }),
    ),
    ...appointed(charter, dates, personOf, fact),
    ...inOffice(charter, dates, personOf, fact),
  ];
  const directory = charter.people.map(({ id, email }) => ({ person: personOf(id), ...(email && { email }) }));
  return { facts, texts: texts(), directory };
};

/** How many 32-byte salts founding takes: one for every name of record. */
export const saltsNeeded = (charter: CharterDocument): number => charter.people.length;

type StateFact = <K extends EventKind>(kind: K, subject: string, body: Fact<K>['body']) => Fact;
type PersonOf = (id: string) => PersonId;

interface Dates {
  /** 00:00 of the day, or of the day of going live when there is none. */
  readonly from: (first: LocalDate | undefined, otherwise?: LocalDate) => Instant;
  /** 23:59 of the day. */
  readonly to: (last: LocalDate | undefined) => Instant | undefined;
}

const datesOf = ({ phases, calendar }: CharterDocument): Dates => {
  const live = found(phases.live.actual ?? phases.live.planned, 'date of going live');
  return {
    from: (first, otherwise) => startOfDay(calendar, first ?? otherwise ?? live),
    to: (last) => (last === undefined ? undefined : atLocal(calendar, last, lastMinute, 'last')),
  };
};

/** A last day counts to its end, and reads back as that day. */
const lastMinute = '23:59';

const membersJoined = (charter: CharterDocument, dates: Dates, fact: StateFact): readonly Fact[] =>
  charter.members.flatMap(({ id, organisation, name, capacity, voting, from, to }) => {
    const subject = `member:${id}`;
    const leavesAt = dates.to(to);
    return [
      fact('MemberJoined', subject, { member: id, organisation, name, capacity, voting, from: dates.from(from) }),
      ...(leavesAt === undefined ? [] : [fact('NoticeGiven', subject, { member: id, leavesAt })]),
    ];
  });

const appointed = (charter: CharterDocument, dates: Dates, personOf: PersonOf, fact: StateFact): readonly Fact[] =>
  charter.people
    .flatMap(({ id, appointments }) => appointments.map((appointment) => ({ id, ...appointment })))
    .map(({ id, member, as, from, to, personalTo, limits }, at) => {
      const seat = found(
        charter.members.find((line) => line.id === member),
        `member ${member}`,
      );
      return fact('Appointed', `member:${member}`, {
        appointment: at + 1,
        person: personOf(id),
        member,
        as,
        from: dates.from(from, seat.from),
        to: dates.to(to),
        personalTo: personalTo === undefined ? undefined : personOf(personalTo),
        limits,
      });
    });

const inOffice = (charter: CharterDocument, dates: Dates, personOf: PersonOf, fact: StateFact): readonly Fact[] => [
  ...charter.officers.map(({ office, person, from, to }) =>
    fact('OfficeTaken', 'alliance', {
      office,
      person: personOf(person),
      from: dates.from(from),
      to: dates.to(to),
    }),
  ),
  ...charter.observers.map(({ person, role, of, from, to }) =>
    fact('ObserverAdmitted', personOf(person), {
      person: personOf(person),
      role,
      of,
      from: dates.from(from),
      to: dates.to(to),
    }),
  ),
];

const found = <Value>(value: Value | undefined, what: string): Value => {
  if (value === undefined) throw new Error(`the charter lists no ${what}`);
  return value;
};
