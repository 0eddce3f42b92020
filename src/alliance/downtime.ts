import type { Alliance, Proposal, Revision } from './alliance.js';
import { minusWorkingHours, sameHourNextWorkingDay, workingMsBetween } from './calendar.js';
import { writeOn } from './desk.js';
import type { Desk } from './desk.js';
import type { Instant } from './instant.js';
import { earlierOf, laterOf, plusMs } from './instant.js';
import { charterOf } from './tally.js';

/** A time in which nobody could reach us through one surface: "slack", "teams". */
export interface Outage {
  readonly surface: string;
  readonly from: Instant;
  readonly to: Instant;
}

/**
 * Gives back what an outage took: where a surface that the alliance uses was down for more than 15 minutes in all within
 * the last four working hours of a revision, its deadline moves to the same hour of the next working day, once a
 * revision, outside the 28 days, before anything is declared (rulings 1.4, domain.md E32). Noticed days later, it is the
 * working day after that: more time that had passed already would give nothing back.
 */
export const extendForDowntime = (desk: Desk): void => {
  const { alliance, context } = desk;
  const outages = felt(alliance, context.outages ?? []);
  if (outages.length === 0) return;
  for (const id of alliance.live) {
    const proposal = alliance.proposals.get(id);
    const owed = proposal === undefined ? null : owedTo(alliance, proposal, outages, context.at);
    if (proposal?.current == null || owed === null) continue;
    const { number: revision, deadline: from } = proposal.current;
    writeOn(desk, id, 'DowntimeMadeGood', { proposal: id, revision, from, ...owed });
  }
};

interface Owed {
  readonly to: Instant;
  readonly downMinutes: number;
}

const owedTo = (alliance: Alliance, proposal: Proposal, outages: readonly Outage[], at: Instant): Owed | null => {
  const { current: revision, status } = proposal;
  if (status !== 'open' || revision === null || revision.madeGood) return null;
  const downMs = downtimeOf(alliance, revision, outages, at);
  if (downMs <= downtimeBorneMs) return null;
  const { calendar } = charterOf(alliance, revision.rule);
  return { to: sameHourNextWorkingDay(calendar, revision.deadline, at), downMinutes: Math.floor(downMs / 60_000) };
};

/** Working time within the last four working hours in which a surface was down; what overlaps counts once. */
const downtimeOf = (alliance: Alliance, revision: Revision, outages: readonly Outage[], at: Instant): number => {
  const { calendar } = charterOf(alliance, revision.rule);
  const { deadline } = revision;
  const last = earlierOf(deadline, at);
  // A cheap look first: most outages are long past, or far from any deadline.
  if (!outages.some(({ from, to }) => from < deadline && to > plusMs(deadline, -lookedBackMs))) return 0;
  let counted = laterOf(minusWorkingHours(calendar, deadline, 4), revision.openedAt);
  let downMs = 0;
  for (const { from, to } of [...outages].sort((a, b) => (a.from < b.from ? -1 : 1))) {
    const start = laterOf(from, counted);
    const end = earlierOf(to, last);
    if (start >= end) continue;
    downMs += workingMsBetween(calendar, start, end);
    counted = end;
  }
  return downMs;
};

/** Outages of the surfaces through which this alliance was reached when they began. */
const felt = ({ rooms, links }: Alliance, outages: readonly Outage[]): readonly Outage[] =>
  outages.filter(
    ({ surface, from }) =>
      rooms.some(
        ({ platform, boundAt, releasedAt }) => platform === surface && boundAt <= from && releasedAt === null,
      ) || links.some(({ platform, at, state }) => platform === surface && at <= from && state === 'linked'),
  );

/** A restart takes seconds, and an update a few minutes: that much is nobody's excuse. */
const downtimeBorneMs = 15 * 60_000;

/** Four working hours reach back no further than this, with the longest holidays between. */
const lookedBackMs = 14 * 86_400_000;
