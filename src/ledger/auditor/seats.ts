import type { Instant } from '../../alliance/instant.js';
import type { AppointmentKind, MemberId, Office, PersonId, TextRef } from '../../alliance/names.js';
import type { Of, Reading } from './reading.js';
import { lastOf, ofKind } from './reading.js';

/** Who sat, spoke and held office at a moment, read from the register each time. */

/** Joined, and neither left nor past its notice. */
export const inOffice = (reading: Reading, member: MemberId, at: Instant): boolean => {
  const mine = reading.register.filter((entry) => 'member' in entry.body && entry.body.member === member);
  const joined = lastOf(mine, 'MemberJoined');
  if (joined === null || joined.body.from > at) return false;
  const since = mine.filter((entry) => entry.seq > joined.seq);
  const notice = lastOf(since, 'NoticeGiven');
  return lastOf(since, 'MemberLeft') === null && (notice === null || at < notice.body.leavesAt);
};

export const seatOf = (reading: Reading, member: MemberId): Of<'MemberJoined'>['body'] | null =>
  ofKind(reading.register, 'MemberJoined').findLast((entry) => entry.body.member === member)?.body ?? null;

export const seatName = (reading: Reading, member: MemberId): string => seatOf(reading, member)?.name ?? member;

export const votingMembers = (reading: Reading, at: Instant): readonly MemberId[] => {
  const joined = ofKind(reading.register, 'MemberJoined').map((entry) => entry.body.member);
  return [...new Set(joined)].filter(
    (member) => seatOf(reading, member)?.voting === true && inOffice(reading, member, at),
  );
};

/** In what ways a person may act for a member at a moment. */
export const appointedAs = (
  reading: Reading,
  person: PersonId,
  member: MemberId,
  at: Instant,
): readonly AppointmentKind[] =>
  ofKind(reading.register, 'Appointed')
    .filter((entry) => entry.body.person === person && entry.body.member === member && isLive(reading, entry, at))
    .map((entry) => entry.body.as);

/** A representative or a deputy, for a member that is in office. */
export const speaksFor = (reading: Reading, person: PersonId, member: MemberId, at: Instant): boolean =>
  inOffice(reading, member, at) &&
  appointedAs(reading, person, member, at).some((as) => as === 'representative' || as === 'deputy');

export const speakers = (reading: Reading, member: MemberId, at: Instant): readonly PersonId[] => {
  const people = ofKind(reading.register, 'Appointed').map((entry) => entry.body.person);
  return [...new Set(people)].filter((person) => speaksFor(reading, person, member, at));
};

/** From the later of its stated start and its entry, until its end; a back-dated end counts from its entry too. */
const isLive = (reading: Reading, { seq, at: enteredAt, body }: Of<'Appointed'>, at: Instant): boolean => {
  if (at < body.from || at < enteredAt) return false;
  if (body.to !== undefined && body.to <= at) return false;
  const ended = ofKind(reading.register, 'AppointmentEnded').some(
    (end) => end.seq > seq && end.body.appointment === body.appointment && end.body.endsAt <= at && end.at <= at,
  );
  if (ended) return false;
  const { personalTo, member } = body;
  return (
    personalTo === undefined ||
    ofKind(reading.register, 'Appointed').some(
      (other) =>
        other.body.as === 'representative' &&
        other.body.person === personalTo &&
        other.body.member === member &&
        other.body.personalTo === undefined &&
        isLive(reading, other, at),
    )
  );
};

export const holds = (reading: Reading, person: PersonId, office: Office, at: Instant): boolean => {
  const taken = ofKind(reading.register, 'OfficeTaken').filter(
    ({ body }) => body.person === person && body.office === office,
  );
  const left = ofKind(reading.register, 'OfficeLeft').filter(
    ({ body }) => body.person === person && body.office === office,
  );
  return taken.some(
    (entry) =>
      entry.body.from <= at &&
      entry.at <= at &&
      (entry.body.to === undefined || at < entry.body.to) &&
      !left.some((leaving) => leaving.seq > entry.seq && leaving.body.endsAt <= at && leaving.at <= at),
  );
};

export const holdersOf = (reading: Reading, office: Office, at: Instant): readonly PersonId[] => {
  const people = ofKind(reading.register, 'OfficeTaken').map((entry) => entry.body.person);
  return [...new Set(people)].filter((person) => holds(reading, person, office, at));
};

export const holdsAnyOffice = (reading: Reading, person: PersonId, at: Instant): boolean =>
  ofKind(reading.register, 'OfficeTaken').some(({ body }) => holds(reading, person, body.office, at));

/** The absence of the representative that this person covers for the member: the latest word on it counts. */
export const isCovering = (reading: Reading, deputy: PersonId, member: MemberId, at: Instant): boolean =>
  ofKind(reading.register, 'AbsenceRecorded').some(
    (entry) =>
      entry.body.cover === deputy &&
      entry.body.member === member &&
      entry.body.from <= at &&
      at < entry.body.to &&
      !isOver(reading, entry) &&
      appointedAs(reading, entry.body.person, member, at).includes('representative'),
  );

/** The person is recorded as away, for any member. */
export const isAway = (reading: Reading, person: PersonId, at: Instant): boolean =>
  ofKind(reading.register, 'AbsenceRecorded').some(
    (entry) => entry.body.person === person && entry.body.from <= at && at < entry.body.to && !isOver(reading, entry),
  );

/** Ended, or replaced by a later absence of the same person. */
const isOver = (reading: Reading, { seq, body }: Of<'AbsenceRecorded'>): boolean =>
  reading.register.some(
    (later) =>
      later.seq > seq &&
      (later.kind === 'AbsenceEnded' || later.kind === 'AbsenceRecorded') &&
      later.body.person === body.person &&
      later.body.member === body.member,
  );

/** The name of record in force. */
export const nameOf = (reading: Reading, person: PersonId): TextRef | null =>
  ofKind(reading.register, 'PersonNamed').findLast((entry) => entry.body.person === person)?.body.name ?? null;
