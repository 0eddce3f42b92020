import { instantOf, msOf } from '../alliance/instant.js';
import type { Instant } from '../alliance/instant.js';
import type { Outage } from '../alliance/downtime.js';
import type { Clock } from './ports.js';

/** One reading of the clock for one order. */
export interface Reading {
  readonly at: Instant;
  /** False while wall clock and monotonic clock disagree by more than 120 s: closing is held, voting is not. */
  readonly trusted: boolean;
  /** When surfaces were down lately. */
  readonly outages?: readonly Outage[];
}

/**
 * Watches the wall clock against a clock that never jumps (domain.md E90). While they disagree, time goes on from the
 * last moment at which they agreed, so that nothing falls due early and nothing waits for the past; it is trusted again
 * when they agree again, or have kept step for a quarter of an hour: then the machine had slept, or its clock was put
 * right, and waiting for a restart would help nobody. `latest` is the time of the newest entry known: a start before it
 * is not trusted either. Each new disagreement is reported once.
 */
export const watchClock = (
  clock: Clock,
  report: (fault: Error) => void = () => undefined,
): { read(latest: Instant | null): Reading } => {
  let agreed = momentOf(clock);
  let jumped: Moment | null = null;
  return {
    read: (latest) => {
      const now = momentOf(clock);
      const expected = agreed.wall + now.steady - agreed.steady;
      if (!keepsStep(agreed, now)) {
        if (jumped === null || !keepsStep(jumped, now)) {
          jumped = now;
          const wrong = `the clock says ${instantOf(now.wall)} where ${instantOf(expected)} was due, so closing waits`;
          report(new Error(wrong));
        }
        if (now.steady - jumped.steady < settledMs) return { at: instantOf(expected), trusted: false };
      }
      // Small corrections of the wall clock are followed, so that they never add up to a jump.
      agreed = now;
      jumped = null;
      return latest !== null && msOf(latest) - now.wall > skewMostMs
        ? { at: latest, trusted: false }
        : { at: instantOf(now.wall), trusted: true };
    },
  };
};

/** Both clocks at once, in milliseconds. */
interface Moment {
  readonly wall: number;
  readonly steady: number;
}

const momentOf = (clock: Clock): Moment => ({ wall: msOf(clock.now()), steady: clock.monotonicMs() });

/** Whether both clocks have run on by the same since. */
const keepsStep = (since: Moment, now: Moment): boolean =>
  Math.abs(now.wall - since.wall - (now.steady - since.steady)) <= skewMostMs;

/** So long in step, and a clock that had jumped is taken at its word. */
export const settledMs = 900_000;

/** More than this apart and the clock is not trusted (domain.md E90). */
export const skewMostMs = 120_000;
