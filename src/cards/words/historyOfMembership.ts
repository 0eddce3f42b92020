import type { EventKind } from '../../alliance/events.js';
import type { MembershipEvents } from '../../alliance/membershipEvents.js';
import type { HistoryOf } from './history.js';
import { dayOrMoment } from './moments.js';
import {
  appointmentNames,
  capacityNames,
  memberName,
  nameOfRecord,
  observerNames,
  officeNames,
  personName,
  recordedMemberName,
  withArticle,
} from './names.js';

export const membershipHistory: HistoryOf<keyof MembershipEvents & EventKind> = {
  PersonNamed: (view, { body }) => `${nameOfRecord(view, body.name)} stands in the register.`,
  MemberJoined: (view, { body }) =>
    `${recordedMemberName(view, body.member, body.name)} joined as ${capacityNames[body.capacity]}${body.voting ? '' : ' without a vote'}, from ${dayOrMoment(view, body.from)}.`,
  NoticeGiven: (view, { body }) =>
    `${memberName(view, body.member)} gave notice and leaves on ${dayOrMoment(view, body.leavesAt)}.`,
  MemberLeft: (view, { body }) => `${memberName(view, body.member)} left the alliance.`,
  Appointed: (view, { body }) =>
    `${personName(view, body.person)} was appointed ${appointmentNames[body.as]} of ${memberName(view, body.member)}, from ${dayOrMoment(view, body.from)}${body.to === undefined ? '' : ` to ${dayOrMoment(view, body.to)}`}.`,
  AppointmentEnded: (view, { body }) =>
    `${personName(view, body.person)} is no longer ${appointmentNames[body.as]} of ${memberName(view, body.member)}, from ${dayOrMoment(view, body.endsAt)}.`,
  OfficeTaken: (view, { body }) =>
    `${personName(view, body.person)} took office as ${officeNames[body.office]}, from ${dayOrMoment(view, body.from)}.`,
  OfficeLeft: (view, { body }) =>
    `${personName(view, body.person)} left the office of ${officeNames[body.office]} on ${dayOrMoment(view, body.endsAt)}.`,
  ObserverAdmitted: (view, { body }) =>
    `${personName(view, body.person)} was admitted as ${withArticle(observerNames[body.role])}${body.of === undefined ? '' : ` for ${body.of}`}, without a vote.`,
  ObserverLeft: (view, { body }) =>
    `${personName(view, body.person)} is no longer an observer from ${dayOrMoment(view, body.endsAt)}.`,
  AbsenceRecorded: (view, { body }) =>
    `${personName(view, body.person)} is away for ${memberName(view, body.member)} from ${dayOrMoment(view, body.from)} to ${dayOrMoment(view, body.to)}; ${body.cover === undefined ? 'nobody covers' : `${personName(view, body.cover)} covers`}.`,
  AbsenceEnded: (view, { body }) => `${personName(view, body.person)} is back for ${memberName(view, body.member)}.`,
};
