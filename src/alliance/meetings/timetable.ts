import type { Instant } from '../instant.js';
import { msOf, plusMs } from '../instant.js';
import type { AgendaItem, Meeting } from './meeting.js';

/** When each item begins by the agenda, and how the time for the items goes with that of the meeting. */
export interface Timetable {
  /** Only for items before which every one has its minutes: a time that rests on a guess is none. */
  readonly begins: ReadonlyMap<number, Instant>;
  /** Minutes for all items together; null where some have none of their own, and the others fit into the meeting. */
  readonly planned: number | null;
  /** By how many minutes that is longer than the meeting; 0 where it is not. */
  readonly over: number;
}

/** The clock time of each item, in this order, from the moment for which the meeting is called. */
export const timetable = (
  { startsAt, endsAt }: Pick<Meeting, 'startsAt' | 'endsAt'>,
  items: readonly Pick<AgendaItem, 'number' | 'minutes'>[],
): Timetable => {
  const begins = new Map<number, Instant>();
  let at: Instant | null = startsAt;
  for (const { number, minutes } of items) {
    if (at === null) break;
    begins.set(number, at);
    at = minutes === null ? null : plusMs(at, minutes * minuteMs);
  }
  const sum = items.reduce((total, { minutes }) => total + (minutes ?? 0), 0);
  const over = Math.max(0, sum - (msOf(endsAt) - msOf(startsAt)) / minuteMs);
  const isWhole = sum > 0 && items.every(({ minutes }) => minutes !== null);
  // Times are for agendas that have some.
  return { begins: sum === 0 ? new Map() : begins, planned: isWhole || over > 0 ? sum : null, over };
};

const minuteMs = 60_000;
