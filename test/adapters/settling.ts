import { plusMs } from '../../src/alliance/instant.js';
import type { Announcer } from '../../src/clerk/announcer.js';
import type { WaitingClock } from './slack/clocks.js';

/** Lets everything that is to be sent be sent, however often it must wait for the clock; at most so long. */
export const settled = async (announcer: Announcer, clock: WaitingClock, mostMs = 600_000): Promise<void> => {
  const until = plusMs(clock.now(), mostMs);
  for (;;) {
    const state: { settled: boolean } = { settled: false };
    const done = announcer.settled().then(() => void (state.settled = true));
    while (!state.settled) {
      await Promise.race([done, clock.somebodyWaits(until)]);
      // eslint-disable-next-line @typescript-eslint/no-unnecessary-condition -- it settles while the race is awaited
      if (!state.settled) clock.runOn(until);
    }
    if (!clock.runOn(until)) return;
    await new Promise((resolve) => void setImmediate(resolve));
  }
};
