import { instantOf, msOf } from '../alliance/instant.js';
import type { Instant } from '../alliance/instant.js';
import type { Clock } from './ports.js';

/** One reading of the clock for one order. */
export interface Reading {
  readonly at: Instant;
  /** False while wall clock and monotonic clock disagree by more than 120 s: closing is held, voting is not. */
  readonly trusted: boolean;
}

/**
 * Watches the wall clock against a clock that never jumps (domain.md E90). While they disagree, time goes on from the
 * last moment at which they agreed, so that nothing falls due early and nothing waits for the past; it is trusted again
 * when they agree again. `latest` is the time of the newest entry known: a start before it is not trusted either.
 */
export const watchClock = (clock: Clock): { read(latest: Instant | null): Reading } => {
  let wall = msOf(clock.now());
  let steady = clock.monotonicMs();
  return {
    read: (latest) => {
      const now = msOf(clock.now());
      const elapsed = clock.monotonicMs() - steady;
      const expected = wall + elapsed;
      const behind = latest === null ? 0 : msOf(latest) - now;
      if (Math.abs(now - expected) > skewMostMs) return { at: instantOf(expected), trusted: false };
      // Small corrections of the wall clock are followed, so that they never add up to a jump.
      wall = now;
      steady += elapsed;
      return latest !== null && behind > skewMostMs
        ? { at: latest, trusted: false }
        : { at: instantOf(now), trusted: true };
    },
  };
};

/** More than this apart and the clock is not trusted (domain.md E90). */
export const skewMostMs = 120_000;
