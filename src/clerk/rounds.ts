import type { AllianceCode } from '../alliance/names.js';
import type { Waits } from './alarms.js';

/** Looks at alliances that ask for it, one round after another, each alliance once a round however often it asked. */
export interface Rounds {
  readonly wake: (code: AllianceCode) => void;
  /** Asks for a look later on. */
  readonly wakeAfter: (code: AllianceCode, afterMs: number) => void;
  readonly isRunning: () => boolean;
  /** Resolves when nobody asks for a look any more. */
  readonly over: () => Promise<void>;
}

export const roundsOf = (
  { wait, isStopped }: Waits,
  gatherMs: number,
  look: (code: AllianceCode) => Promise<void>,
): Rounds => {
  const asking = new Set<AllianceCode>();
  let running: Promise<void> | null = null;
  const goesOn = (): boolean => asking.size > 0 && !isStopped();
  const run = async (): Promise<void> => {
    while (goesOn()) {
      // Several entries of one burst are looked at together.
      await wait(gatherMs);
      const codes = [...asking];
      asking.clear();
      for (const code of codes) if (!isStopped()) await look(code);
    }
    // In one go with seeing that nobody asks, so that nobody is forgotten in between.
    running = null;
  };
  const wake = (code: AllianceCode): void => {
    asking.add(code);
    if (!isStopped()) running ??= run();
  };
  return {
    wake,
    wakeAfter: (code, afterMs) => {
      if (afterMs === 0) wake(code);
      else void wait(afterMs).then(() => wake(code));
    },
    isRunning: () => running !== null,
    over: () => running ?? Promise.resolve(),
  };
};
