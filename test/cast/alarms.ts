import { setImmediate as pause } from 'node:timers/promises';
import { plusMs } from '../../src/alliance/instant.js';
import type { HandClock } from './clocks.js';

/** Waiting that ends when the test lets time pass, in the order of the alarms; between two, everything that can be done is. */
export const handAlarms = (clock: HandClock) => {
  const alarms = new Set<{ readonly dueMs: number; readonly ring: () => void }>();
  const quiet = async (): Promise<void> => {
    // The store in memory and the far side answer within a turn; a few turns and nothing can be left.
    for (let turn = 0; turn < 4; turn += 1) await pause();
  };
  return {
    wait: (ms: number, stop: AbortSignal): Promise<void> =>
      new Promise((resolve) => {
        const ring = (): void => {
          stop.removeEventListener('abort', ring);
          alarms.delete(alarm);
          resolve();
        };
        const alarm = { dueMs: clock.monotonicMs() + ms, ring };
        if (stop.aborted) resolve();
        else alarms.add(alarm);
        stop.addEventListener('abort', ring);
      }),
    run: async (ms: number): Promise<void> => {
      const untilMs = clock.monotonicMs() + ms;
      await quiet();
      for (;;) {
        const [next] = [...alarms].sort((a, b) => a.dueMs - b.dueMs);
        if (next === undefined || next.dueMs > untilMs) break;
        clock.runTo(plusMs(clock.now(), Math.max(next.dueMs - clock.monotonicMs(), 0)));
        next.ring();
        await quiet();
      }
      clock.runTo(plusMs(clock.now(), untilMs - clock.monotonicMs()));
      await quiet();
    },
  };
};
