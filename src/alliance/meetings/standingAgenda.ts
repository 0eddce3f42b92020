import type { Alliance, Proposal } from '../alliance.js';
import type { ActionId, DecisionNumber, MeetingId } from '../names.js';
import type { Instant } from '../instant.js';
import { plusMs } from '../instant.js';
import { localDateOf } from '../calendar.js';
import { termDates, termNoticeDays } from '../term.js';
import type { TermDate } from '../term.js';
import type { Meeting } from './meeting.js';
import { decides } from './standingOrders.js';

/** The business that an agenda has by itself, besides its items: a function of the state (domain.md B52). */
export interface StandingAgenda {
  /** Minutes of earlier meetings of the body that wait to be confirmed, oldest first. */
  readonly minutes: readonly MeetingId[];
  /** Open actions: matters arising. */
  readonly actions: readonly ActionId[];
  /** Decisions made by circulation since the meeting before, to note (domain.md B21). */
  readonly circulated: readonly DecisionNumber[];
  /** Days of the term by which something is to be settled, soon or since the meeting before (domain.md ID-7, YP-3). */
  readonly reviews: readonly TermDate[];
  /** Open proposals that are no items, with those they wait for. */
  readonly open: readonly Proposal[];
}

export const standingAgenda = (alliance: Alliance, meeting: Meeting): StandingAgenda => {
  const earlier = [...alliance.meetings.values()].filter(
    ({ id, body, status, startsAt }) =>
      id !== meeting.id && body === meeting.body && status === 'ended' && startsAt < meeting.startsAt,
  );
  const since = earlier.at(-1)?.startedAt ?? '';
  const items = new Set(meeting.items.map(({ about }) => about));
  return {
    minutes: earlier.filter(({ minutes }) => minutes !== null && minutes.status !== 'confirmed').map(({ id }) => id),
    actions: [...alliance.openActions],
    circulated: [...alliance.decisions].flatMap(([number, id]) =>
      (alliance.proposals.get(id)?.outcome?.at ?? '') > since && !items.has(id) ? [number] : [],
    ),
    reviews: decides(alliance, meeting)
      ? reviewsBetween(alliance, since === '' ? meeting.startsAt : since, meeting.startsAt)
      : [],
    open: [...alliance.live].flatMap((id) => {
      const proposal = alliance.proposals.get(id);
      return proposal?.status === 'open' && !items.has(id) ? [proposal] : [];
    }),
  };
};

/** From one moment to as far after a meeting as people hear of such days anyway; who meets first looks ahead only. */
const reviewsBetween = ({ charter }: Alliance, since: Instant, startsAt: Instant): readonly TermDate[] => {
  const from = localDateOf(charter.calendar, since);
  const to = localDateOf(charter.calendar, plusMs(startsAt, termNoticeDays * dayMs));
  return termDates(charter).filter(({ on }) => from <= on && on <= to);
};

const dayMs = 86_400_000;
