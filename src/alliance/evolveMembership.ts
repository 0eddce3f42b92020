import type { Appointment } from './alliance.js';
import type { Draft, Evolvers } from './evolve.js';
import { laterOf } from './instant.js';
import type { Instant } from './instant.js';
import type { MemberId, PersonId } from './names.js';
import { withCurrent } from './evolveProposals.js';

type MembershipEvent =
  | 'PersonNamed'
  | 'MemberJoined'
  | 'NoticeGiven'
  | 'MemberLeft'
  | 'Appointed'
  | 'AppointmentEnded'
  | 'OfficeTaken'
  | 'OfficeLeft'
  | 'ObserverAdmitted'
  | 'ObserverLeft'
  | 'AbsenceRecorded'
  | 'AbsenceEnded';

/** Seats, people, and who is appointed to what (domain.md D5). */
export const membershipEvolvers: Evolvers<MembershipEvent> = {
  PersonNamed: (draft, { person, name, organisation }) => {
    const known = draft.alliance.people.get(person);
    draft.map('people').set(person, {
      id: person,
      name,
      organisation: organisation ?? known?.organisation ?? null,
    });
  },

  MemberJoined: (draft, body) => {
    draft.map('members').set(body.member, {
      id: body.member,
      organisation: body.organisation,
      name: body.name,
      capacity: body.capacity,
      voting: body.voting,
      from: body.from,
      noticeOf: null,
      leftAt: null,
    });
  },

  NoticeGiven: (draft, { member, leavesAt }) => {
    const seat = draft.alliance.members.get(member);
    if (seat !== undefined) draft.map('members').set(member, { ...seat, noticeOf: leavesAt });
  },

  MemberLeft: (draft, { member, leftAt }) => {
    const seat = draft.alliance.members.get(member);
    if (seat === undefined) return;
    draft.map('members').set(member, { ...seat, leftAt });
    for (const id of draft.alliance.live) {
      withCurrent(draft, id, (revision) =>
        revision.eligible.includes(member) ? { ...revision, left: [...revision.left, member] } : revision,
      );
    }
  },

  Appointed: ({ alliance }, body, entry) => {
    const appointment: Appointment = {
      number: body.appointment,
      person: body.person,
      member: body.member,
      as: body.as,
      from: body.from,
      effectiveFrom: laterOf(body.from, entry.at),
      to: body.to ?? null,
      personalTo: body.personalTo ?? null,
      limits: body.limits ?? null,
    };
    alliance.appointments = [...alliance.appointments, appointment];
  },

  AppointmentEnded: ({ alliance }, body, entry) => {
    // Back-dated endings count from their entry (domain.md E15); an ending never makes an appointment longer.
    const to = laterOf(body.endsAt, entry.at);
    alliance.appointments = alliance.appointments.map((appointment) =>
      appointment.number === body.appointment && stillHeld(appointment.to, to) ? { ...appointment, to } : appointment,
    );
  },

  OfficeTaken: ({ alliance }, { office, person, from, to }, entry) => {
    const holding = { office, person, from: laterOf(from, entry.at), to: to ?? null };
    alliance.officers = [...alliance.officers, holding];
  },

  OfficeLeft: ({ alliance }, { office, person, endsAt }, entry) => {
    const to = laterOf(endsAt, entry.at);
    alliance.officers = alliance.officers.map((holding) =>
      holding.office === office && holding.person === person && stillHeld(holding.to, to)
        ? { ...holding, to }
        : holding,
    );
  },

  ObserverAdmitted: ({ alliance }, { person, role, of, from, to }) => {
    alliance.observers = [...alliance.observers, { person, role, of: of ?? null, from, to: to ?? null }];
  },

  ObserverLeft: ({ alliance }, { person, endsAt }) => {
    alliance.observers = alliance.observers.map((observer) =>
      observer.person === person && stillHeld(observer.to, endsAt) ? { ...observer, to: endsAt } : observer,
    );
  },

  AbsenceRecorded: (draft, { person, member, from, to, cover }) => {
    withoutAbsence(draft, person, member);
    draft.alliance.absences = [...draft.alliance.absences, { person, member, from, to, cover: cover ?? null }];
  },

  AbsenceEnded: (draft, { person, member }) => withoutAbsence(draft, person, member),
};

const stillHeld = (to: Instant | null, at: Instant): boolean => to === null || to > at;

const withoutAbsence = ({ alliance }: Draft, person: PersonId, member: MemberId): void => {
  alliance.absences = alliance.absences.filter((absence) => absence.person !== person || absence.member !== member);
};
