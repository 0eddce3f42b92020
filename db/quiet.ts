/** Notes what is written, and does something once nothing was for a moment. */
export interface Quiet {
  readonly wrote: () => void;
  readonly end: () => void;
}

/**
 * Calls `carry` when nothing was written for a third of a second and it is worth it. Carrying the log into the database
 * takes as long as the disk wants, and everybody who votes meanwhile waits for it: so it is done when nobody does, and only
 * in a storm without a pause when the log is full (`logLimitBytes`). `nowMs`: milliseconds of a clock that never jumps.
 */
export const whenQuiet = (nowMs: () => number, carry: () => void): Quiet => {
  let [writes, lastMs] = [0, -Infinity];
  let timer: NodeJS.Timeout | null = null;
  const lookAfter = (ms: number): void => {
    timer = setTimeout(look, Math.ceil(ms)).unref();
  };
  const look = (): void => {
    timer = null;
    const restMs = lastMs + quietMs - nowMs();
    if (restMs > 0) {
      lookAfter(restMs);
      return;
    }
    writes = 0;
    carry();
  };
  return {
    wrote: () => {
      writes += 1;
      lastMs = nowMs();
      if (timer === null && writes >= writesLeast) lookAfter(quietMs);
    },
    end: () => {
      if (timer !== null) clearTimeout(timer);
    },
  };
};

const quietMs = 300;
/** Commits, each of one to a few hundred votes: fewer take no noticeable time to carry. */
const writesLeast = 64;
