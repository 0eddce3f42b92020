import { instantOf, msOf, plusMs } from '../../../src/alliance/instant.js';
import type { Instant } from '../../../src/alliance/instant.js';
import { handClock } from '../../cast/clocks.js';
import type { HandClock } from '../../cast/clocks.js';

/** A clock that stands still until somebody has nothing else to do than wait: then it runs on to that moment. */
export interface WaitingClock extends HandClock {
  readonly nowMs: () => number;
  /** Resolves when the clock has run on so far, or at once when it is told to stop. */
  readonly wait: (ms: number, stop: AbortSignal) => Promise<void>;
  /** Runs on to the earliest moment for which somebody waits, at the latest to `until`; false when nobody does. */
  readonly runOn: (until: Instant) => boolean;
  /** Resolves once somebody waits for a moment no later than this. */
  readonly somebodyWaits: (until: Instant) => Promise<void>;
}

export const waitingClock = (start: Instant): WaitingClock => {
  const clock = handClock(start);
  const waiting = new Set<{ readonly at: Instant; readonly go: () => void }>();
  const told = new Set<{ readonly until: Instant; readonly tell: () => void }>();
  const wakeDue = (): void => {
    for (const each of waiting) if (each.at <= clock.now()) each.go();
  };
  return {
    ...clock,
    nowMs: () => msOf(clock.now()),
    runTo: (at) => {
      clock.runTo(at);
      wakeDue();
    },
    wait: (ms, stop) =>
      new Promise((resolve) => {
        const go = (): void => {
          waiting.delete(one);
          resolve();
        };
        const one = { at: plusMs(clock.now(), ms), go };
        if (stop.aborted || ms <= 0) {
          resolve();
          return;
        }
        waiting.add(one);
        stop.addEventListener('abort', go, { once: true });
        for (const each of told) {
          if (one.at > each.until) continue;
          told.delete(each);
          each.tell();
        }
      }),
    runOn: (until) => {
      const earliest = [...waiting].map(({ at }) => at).sort()[0];
      if (earliest === undefined || earliest > until) return false;
      if (earliest > clock.now()) clock.runTo(earliest);
      wakeDue();
      return true;
    },
    somebodyWaits: (until) =>
      [...waiting].some(({ at }) => at <= until)
        ? Promise.resolve()
        : new Promise((tell) => void told.add({ until, tell })),
  };
};

/** A minute of the clock that `waitingClock` stands at, as the alliance's calendar would not say it. */
export const laterBy = (clock: Pick<HandClock, 'now'>, ms: number): Instant => instantOf(msOf(clock.now()) + ms);
