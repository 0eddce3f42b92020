import type { CharterSettings } from '../../alliance/charter.js';
import type { Instant } from '../../alliance/instant.js';
import type { MeetingId, MemberId, Office, PersonId, ProposalId } from '../../alliance/names.js';
import type { Entry } from '../entry.js';
import type { Of, Reading } from './reading.js';
import { lastOf, ofKind, pagesOf } from './reading.js';
import { holds, speaksFor, votingMembers } from './seats.js';

/** Who is at a meeting, whom they represent and who presides, read from its pages each time. */

export const meetingPages = (reading: Reading, meeting: MeetingId): readonly Entry[] =>
  reading.meetings.get(meeting) ?? [];

export type MeetingState = 'unknown' | 'called' | 'inSession' | 'ended' | 'cancelled';

export const stateOf = (pages: readonly Entry[]): MeetingState => {
  if (lastOf(pages, 'MeetingCalled') === null) return 'unknown';
  if (lastOf(pages, 'MeetingCancelled') !== null) return 'cancelled';
  if (lastOf(pages, 'MeetingEnded') !== null) return 'ended';
  return lastOf(pages, 'MeetingStarted') === null ? 'called' : 'inSession';
};

/** The rules in force when the meeting was called. */
export const rulesOf = (reading: Reading, pages: readonly Entry[]): CharterSettings | null => {
  const revision = lastOf(pages, 'MeetingCalled')?.body.charterRevision;
  const charters = ofKind(reading.register, 'CharterAdopted');
  return charters.find(({ body }) => body.revision === revision)?.body.charter ?? null;
};

/** Offices with the power to call and run meetings. */
export const mayRun = (reading: Reading, person: string, at: Instant): boolean => {
  const named = lastOf(reading.register, 'CharterAdopted')?.body.charter.powers.runMeetings;
  const usual: readonly Office[] = ['secretary', 'allianceManager', 'chair', 'deputyChair', 'convenor'];
  return (named ?? usual).some((office) => holds(reading, person as PersonId, office, at));
};

/** Attendances that have not ended. */
export const there = (pages: readonly Entry[]): readonly Of<'AttendanceRecorded'>[] =>
  ofKind(pages, 'AttendanceRecorded').filter(
    (entry) =>
      !ofKind(pages, 'AttendanceEnded').some((end) => end.seq > entry.seq && end.body.person === entry.body.person),
  );

export const isThere = (pages: readonly Entry[], person: string): boolean =>
  there(pages).some(({ body }) => body.person === person);

/** Whoever took the chair last, for this item or for the meeting, and is still there. */
export const chairOf = (pages: readonly Entry[], item: number | undefined): PersonId | null => {
  const taken = ofKind(pages, 'ChairTaken').filter(({ body }) => isThere(pages, body.person));
  const own = item === undefined ? undefined : taken.findLast(({ body }) => body.item === item);
  return (own ?? taken.findLast(({ body }) => body.item === undefined))?.body.person ?? null;
};

/** Presides over some meeting in session, or one of its items. */
export const presides = (reading: Reading, person: PersonId): boolean =>
  [...reading.meetings.values()].some(
    (pages) =>
      stateOf(pages) === 'inSession' &&
      ofKind(pages, 'ChairTaken').some(({ body }) => body.person === person) &&
      isThere(pages, person),
  );

export interface Quorum {
  readonly absent: readonly MemberId[];
  readonly represented: readonly MemberId[];
  readonly quorate: boolean;
}

/** The quorum now, of the meeting or for one item and its proposal (domain.md B29, B32). */
export const quorumOf = (
  reading: Reading,
  pages: readonly Entry[],
  at: Instant,
  matter: { readonly item: number; readonly about: ProposalId } | null,
): Quorum => {
  const charter = rulesOf(reading, pages);
  const body = lastOf(pages, 'MeetingCalled')?.body.body;
  const seats = lastOf(reading.register, 'CharterAdopted')?.body.charter.bodies.find(({ id }) => id === body)?.members;
  const out = matter === null ? [] : recused(reading, pages, matter);
  const asked = votingMembers(reading, at).filter(
    (member) => (seats === undefined || seats === 'all' || seats.includes(member)) && !out.includes(member),
  );
  const speaking = there(pages).filter(
    ({ body: { person, member } }) =>
      member !== undefined &&
      asked.includes(member.member) &&
      speaksFor(reading, person, member.member, at) &&
      !(matter !== null && barred(reading, pages, matter).includes(person)),
  );
  const represented = asked.filter((member) => speaking.some((entry) => entry.body.member?.member === member));
  const people = new Set(speaking.map((entry) => entry.body.person)).size;
  const rule = charter?.meetings?.quorum ?? 'all';
  return {
    represented,
    absent: asked.filter((member) => !represented.includes(member)),
    quorate: people >= 2 && represented.length >= (rule === 'all' ? asked.length : rule),
  };
};

type On = { readonly item: number; readonly about: ProposalId };

/** Members that take no part in the matter: on the proposal, or as minuted for the item. */
const recused = (reading: Reading, pages: readonly Entry[], matter: On): readonly MemberId[] => [
  ...declared(reading, matter.about, 'organisation').map(({ member }) => member),
  ...minuted(pages, matter.item).flatMap(({ body }) => (body.member === undefined ? [] : [body.member.member])),
];

const barred = (reading: Reading, pages: readonly Entry[], matter: On): readonly PersonId[] => [
  ...declared(reading, matter.about, 'personal').map(({ person }) => person),
  ...minuted(pages, matter.item).map(({ body }) => body.person),
];

/** Whether the person, or a member that they speak for, takes no part in the item. */
export const hasInterest = (
  reading: Reading,
  pages: readonly Entry[],
  matter: On,
  person: PersonId,
  at: Instant,
): boolean =>
  barred(reading, pages, matter).includes(person) ||
  recused(reading, pages, matter).some((member) => speaksFor(reading, person, member, at));

const minuted = (pages: readonly Entry[], item: number): readonly Of<'InterestMinuted'>[] =>
  ofKind(pages, 'InterestMinuted').filter(({ body }) => body.item === item && body.level !== 'note');

const declared = (
  reading: Reading,
  about: ProposalId,
  scope: 'organisation' | 'personal',
): readonly Of<'InterestDeclared'>['body'][] => {
  const pages = pagesOf(reading, about);
  return ofKind(pages, 'InterestDeclared')
    .filter(
      ({ seq, body }) =>
        body.scope === scope &&
        body.level !== 'note' &&
        !ofKind(pages, 'InterestWithdrawn').some(
          (back) => back.seq > seq && back.body.declaration === body.declaration,
        ),
    )
    .map(({ body }) => body);
};
