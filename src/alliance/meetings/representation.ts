import type { Alliance, Proposal } from '../alliance.js';
import type { Instant } from '../instant.js';
import type { MemberId, PersonId } from '../names.js';
import type { NamedMember } from '../outcomeEvents.js';
import { voicesOf } from '../speaking.js';
import { personalBar, recusalOf, votingMembersAt } from '../tally.js';
import type { Meeting } from './meeting.js';
import { ordersOf } from './standingOrders.js';

/** Which voting members of the body are represented at this moment, for one matter or for none in particular. */
export interface Representation {
  readonly entitled: readonly MemberId[];
  readonly represented: readonly MemberId[];
  readonly absent: readonly MemberId[];
  /** Enough members, by at least two people (domain.md B7, B29). */
  readonly quorate: boolean;
}

/**
 * Counts members, not people: one is represented while somebody who speaks for it is there, in the room or remote
 * (domain.md B29, B51). Who takes no part in a matter is not counted for it, neither among those who must be there nor
 * among those who are (domain.md B32).
 */
export const representation = (
  alliance: Alliance,
  meeting: Meeting,
  at: Instant,
  matter: Matter | null = null,
): Representation => {
  const entitled = votingIn(alliance, meeting, at).filter((member) => !isRecused(alliance, meeting, matter, member));
  const speaking = meeting.attendance.flatMap(({ person, member, leftAt }) =>
    member !== null &&
    leftAt === null &&
    entitled.includes(member.member) &&
    !isBarred(meeting, matter, person) &&
    voicesOf(alliance, person, at).some((voice) => voice.member === member.member)
      ? [{ person, member: member.member }]
      : [],
  );
  const represented = entitled.filter((member) => speaking.some((each) => each.member === member));
  const people = new Set(speaking.map(({ person }) => person)).size;
  const { quorum } = ordersOf(alliance, meeting);
  const needed = quorum === 'all' ? entitled.length : quorum;
  return {
    entitled,
    represented,
    absent: entitled.filter((member) => !represented.includes(member)),
    quorate: people >= peopleLeast && represented.length >= needed,
  };
};

/** An item of the agenda and the proposal that it is about. */
export interface Matter {
  readonly item: number;
  readonly proposal: Proposal;
}

/** One person cannot be a meeting, whomever they speak for (domain.md B7). */
const peopleLeast = 2;

/** The voting members of the body that meets. */
export const votingIn = (alliance: Alliance, { body }: Pick<Meeting, 'body'>, at: Instant): readonly MemberId[] => {
  const members = alliance.charter.bodies.find(({ id }) => id === body)?.members ?? 'all';
  const voting = votingMembersAt(alliance, at);
  return members === 'all' ? voting : voting.filter((member) => members.includes(member));
};

/** The member with its name of today, for the record. */
export const namedIn = (alliance: Alliance, member: MemberId): NamedMember => ({
  member,
  name: alliance.members.get(member)?.name ?? member,
});

const isRecused = ({ members }: Alliance, meeting: Meeting, matter: Matter | null, member: MemberId): boolean =>
  matter !== null &&
  members.has(member) &&
  (recusalOf(matter.proposal, member) !== null ||
    meeting.lines.some(
      ({ item, interest }) =>
        item === matter.item && interest !== null && interest.level !== 'note' && interest.member?.member === member,
    ));

const isBarred = (meeting: Meeting, matter: Matter | null, person: PersonId): boolean =>
  matter !== null &&
  (personalBar(matter.proposal, person) !== null ||
    meeting.lines.some(
      ({ item, interest }) =>
        item === matter.item && interest !== null && interest.level !== 'note' && interest.person === person,
    ));
