import { type Instant, instantOf, laterOf, msOf } from '../../src/alliance/instant.js';
import type { Clock } from '../../src/clerk/ports.js';

/** The playground's clock: the machine's own, moved forward on request and never back. */
export interface MovableClock extends Clock {
  /** Makes it at least this moment now. An earlier moment changes nothing; the last century is out of reach. */
  moveTo(at: Instant): void;
  /** By how many milliseconds it is ahead of the machine. */
  aheadMs(): number;
}

/**
 * A clock that starts no earlier than `notBefore`, so that a book written ahead of its time can be continued. Wall
 * clock and steady clock move together: their difference is what tells a broken clock (architecture.md 4).
 */
export const movableClock = (machine: Clock, notBefore: Instant | null): MovableClock => {
  let aheadMs = notBefore === null ? 0 : Math.max(0, msOf(notBefore) - msOf(machine.now()));
  const now = (): Instant => instantOf(msOf(machine.now()) + aheadMs);
  return {
    now,
    monotonicMs: () => machine.monotonicMs() + aheadMs,
    moveTo: (at) => {
      const target = at > latest ? latest : laterOf(at, now());
      aheadMs = Math.max(aheadMs, msOf(target) - msOf(machine.now()));
    },
    aheadMs: () => aheadMs,
  };
};

/** Beyond it dates are no longer of this alliance's life, and calendars grow slow. */
const latest: Instant = '2099-12-31T00:00:00.000Z';
