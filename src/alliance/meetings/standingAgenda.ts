import type { Alliance, Proposal } from '../alliance.js';
import type { ActionId, DecisionNumber, MeetingId } from '../names.js';
import type { Meeting } from './meeting.js';

/** The business that an agenda has by itself, besides its items: a function of the state (domain.md B52). */
export interface StandingAgenda {
  /** Minutes of earlier meetings of the body that wait to be confirmed, oldest first. */
  readonly minutes: readonly MeetingId[];
  /** Open actions: matters arising. */
  readonly actions: readonly ActionId[];
  /** Decisions made by circulation since the meeting before, to note (domain.md B21). */
  readonly circulated: readonly DecisionNumber[];
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
    open: [...alliance.live].flatMap((id) => {
      const proposal = alliance.proposals.get(id);
      return proposal?.status === 'open' && !items.has(id) ? [proposal] : [];
    }),
  };
};
