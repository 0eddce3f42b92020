import type { Alliance } from '../../src/alliance/alliance.js';
import type { Instant } from '../../src/alliance/instant.js';
import { plusMs } from '../../src/alliance/instant.js';
import { pick } from './moves.js';
import type { Move } from './moves.js';

const second = 1_000;
const hour = 3_600 * second;
const day = 24 * hour;

/** When a move is made: now, a little later, or just before, at or after something that is due. */
export const timeOf = (alliance: Alliance, now: Instant, { wait, a, c }: Move): Instant => {
  switch (wait) {
    case 'none':
      return now;
    case 'seconds':
      return plusMs(now, (1 + (a % 90)) * second);
    case 'hours':
      return plusMs(now, (1 + (a % 9)) * hour);
    case 'day':
      return plusMs(now, day + (a % 5) * hour);
    case 'long':
      return plusMs(now, 70 * day);
    case 'due':
      return pick(turningPoints(alliance, now), c) ?? plusMs(now, hour);
  }
};

/** The next few moments around which rules turn. */
const turningPoints = (alliance: Alliance, now: Instant): readonly Instant[] => {
  const around = [...alliance.live].flatMap((id) => {
    const proposal = alliance.proposals.get(id);
    if (proposal === undefined) return [];
    const { current, referral, opensAt } = proposal;
    if (proposal.status === 'tabled') return [opensAt];
    if (referral !== null) return [referral.lapsesAt];
    if (current === null) return [];
    const { deadline, rule } = current;
    const late = [-1, 0, 1, 60 * second, 120 * second - 1, 120 * second, 300 * second, 3 * day, 6 * day];
    return [
      ...late.map((ms) => plusMs(deadline, ms)),
      ...(rule.considerUntil === undefined ? [] : [rule.considerUntil]),
    ];
  });
  const people = [
    ...[...alliance.members.values()].map(({ noticeOf, leftAt }) => (leftAt === null ? noticeOf : null)),
    ...alliance.appointments.flatMap(({ effectiveFrom, to }) => [effectiveFrom, to]),
    ...alliance.absences.flatMap(({ from, to }) => [from, to]),
  ].filter((instant) => instant !== null);
  return [...new Set([...around, ...people])]
    .filter((instant) => instant > now)
    .sort()
    .slice(0, 9);
};
