import type { Alliance } from '../../src/alliance/alliance.js';
import type { Instant } from '../../src/alliance/instant.js';
import { plusMs } from '../../src/alliance/instant.js';
import type { Actor, MemberId, PersonId } from '../../src/alliance/names.js';
import { nominators, officers, people, speakersOf } from './cast.js';
import { pick } from './moves.js';
import type { Act, Move } from './moves.js';
import type { Asked, Meaning } from './orders.js';

type PeopleAct = Extract<
  Act,
  | 'depart'
  | 'notice'
  | 'join'
  | 'appoint'
  | 'endAppointment'
  | 'absence'
  | 'endAbsence'
  | 'bind'
  | 'office'
  | 'rename'
  | 'charter'
  | 'observer'
>;

const hour = 3_600_000;

/** Seats and people change while proposals are open, by those who may and sometimes by those who may not. */
export const peopleOrders: Readonly<Record<PeopleAct, Meaning>> = {
  depart: (alliance, now, move) => {
    const member = pick(seats(alliance), move.a);
    return one(officer(alliance, now, move), member && { kind: 'recordDeparture', member });
  },

  notice: (alliance, now, move) => {
    const member = pick(seats(alliance), move.a);
    const leavesAt = plusMs(now, (1 + (move.c % 90)) * hour);
    return one(officer(alliance, now, move), member && { kind: 'giveNotice', member, leavesAt });
  },

  join: (alliance, now, move) => {
    const nth = alliance.members.size;
    return one(officer(alliance, now, move), {
      kind: 'joinMember',
      member: `seat-${nth}`,
      organisation: 'organisation-0',
      name: `Seat ${nth}`,
      capacity: move.c % 3 === 0 ? 'commissioner' : 'provider',
      voting: move.c % 4 !== 3,
      ...(move.c % 5 === 4 ? { from: plusMs(now, ((move.c % 7) - 3) * 20 * hour) } : {}),
    });
  },

  appoint: (alliance, now, move) => {
    const { a, b, c } = move;
    const member = pick(seats(alliance), a);
    if (member === undefined) return [];
    const as = c % 3 === 0 ? ('representative' as const) : ('deputy' as const);
    const [present] = speakersOf(alliance, member, as, now);
    const known = pick(people(alliance), b);
    return one(nominator(alliance, member, now, move), {
      kind: 'appoint',
      person: b % 2 === 0 && known !== undefined ? known : { name: `Newcomer ${b}` },
      member,
      as,
      ...(c % 4 === 3 ? { from: plusMs(now, ((c % 9) - 4) * 10 * hour) } : {}),
      ...(c % 7 === 6 ? { to: plusMs(now, (1 + (c % 50)) * hour) } : {}),
      ...(as === 'representative' && present !== undefined ? { replaces: present } : {}),
      ...(as === 'deputy' && b % 5 === 4 ? { personalTo: speakersOf(alliance, member, 'representative', now)[0] } : {}),
    });
  },

  endAppointment: (alliance, now, move) => {
    const { a, c } = move;
    const going = alliance.appointments.filter(({ to }) => to === null || to > now);
    // Ending what is to end anyway is where an ending could make it longer.
    const ending = going.filter(({ to }) => to !== null);
    const appointment = (c % 2 === 0 ? pick(ending, a) : undefined) ?? pick(going, a);
    if (appointment === undefined) return [];
    const { person, member, as } = appointment;
    const at = c % 3 === 0 ? undefined : plusMs(now, ((c % 12) - 4) * 5 * hour);
    return one(nominator(alliance, member, now, move), { kind: 'endAppointment', person, member, as, at });
  },

  absence: (alliance, now, move) => {
    const { a, b, c } = move;
    const member = pick(seats(alliance), a);
    const person = member && speakersOf(alliance, member, 'representative', now)[0];
    if (!member || !person) return [];
    const cover = c % 6 === 5 ? pick(people(alliance), b) : pick(speakersOf(alliance, member, 'deputy', now), b);
    const from = plusMs(now, ((c % 5) - 2) * hour);
    const by = b % 3 === 2 ? nominator(alliance, member, now, move) : person;
    const command = { kind: 'recordAbsence', person, member, from, to: plusMs(now, (3 + c) * hour), cover } as const;
    return one(by, command);
  },

  endAbsence: (alliance, _, { a }) => {
    const absence = pick(alliance.absences, a);
    return one(absence?.person, absence && { kind: 'endAbsence', member: absence.member });
  },

  bind: (alliance, now, move) =>
    one(officer(alliance, now, move), {
      kind: 'bindRoom',
      body: alliance.charter.bodies[0]?.id ?? '',
      address: { platform: 'slack', tenant: 'T0PLACE', place: `C${move.b % 3}` },
    }),

  office: (alliance, now, move) => {
    const { a, b, c } = move;
    const office = (['allianceManager', 'chair', 'convenor'] as const)[c % 3] ?? 'chair';
    const held = pick(alliance.officers, a);
    const person = pick(people(alliance), b);
    return one(
      officer(alliance, now, move),
      c % 2 === 0
        ? person && { kind: 'takeOffice', office, person, ...(c % 5 === 4 ? { to: plusMs(now, c * hour) } : {}) }
        : held && { kind: 'leaveOffice', office: held.office, person: held.person },
    );
  },

  rename: (alliance, now, move) => {
    const person = pick(people(alliance), move.b);
    return one(officer(alliance, now, move), person && { kind: 'renamePerson', person, name: `Known as ${move.c}` });
  },

  charter: (alliance, now, move) => {
    const decided = [...alliance.decisions].filter(([, id]) => alliance.proposals.get(id)?.class === 'agreement');
    const unused = decided.filter(([number]) => !alliance.charterDecisions.has(number));
    const under = (pick(unused, move.a) ?? (move.c % 4 === 3 ? pick([...alliance.decisions], move.a) : undefined))?.[0];
    const considerationWorkingDays = move.c % 2;
    const name = `Class as of ${alliance.charterRevision + 1}`;
    const classes = alliance.charter.classes.map((each) => ({
      ...each,
      name: `${name}: ${each.id}`,
      considerationWorkingDays,
    }));
    const charter = { ...alliance.charter, classes };
    return one(
      officer(alliance, now, move),
      under === undefined ? undefined : { kind: 'adoptCharter', charter, under },
    );
  },

  observer: (alliance, now, move) =>
    one(officer(alliance, now, move), {
      kind: 'admitObserver',
      person: { name: `Observer ${move.b}` },
      role: 'observer',
    }),
};

const seats = (alliance: Alliance): readonly MemberId[] => [...alliance.members.keys()];

const officer = (alliance: Alliance, now: Instant, { b, c }: Move): PersonId | undefined =>
  c % 11 === 10 ? pick(people(alliance), b) : pick(officers(alliance, now), b);

const nominator = (alliance: Alliance, member: MemberId, now: Instant, move: Move): PersonId | undefined =>
  pick(nominators(alliance, member), move.b) ?? officer(alliance, now, move);

const one = (by: Actor | '' | undefined, command: Asked['command'] | '' | undefined): readonly Asked[] =>
  !by || !command ? [] : [{ by, command }];
