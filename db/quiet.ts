/** Notes what is written, and does something once nothing is written for a moment. */
export interface Quiet {
  readonly begins: () => void;
  /** `inPlace`: on the thread that serves people. */
  readonly ends: (inPlace: boolean) => void;
  /** Nothing is done from now on. */
  readonly close: () => void;
}

/**
 * Calls `carry` when nothing was under way for a third of a second and it is worth it. Carrying the log into the database
 * takes as long as the disk wants, and everybody who votes meanwhile waits for it: so it is done when nobody does, and
 * in a storm without a pause only when the log is full (`logLimitBytes`). A connection that commits in place would then
 * carry it in place too, and everything else would wait: so long before that, `carry` is called without a pause.
 * `nowMs`: milliseconds of a clock that never jumps.
 */
export const whenQuiet = (nowMs: () => number, carry: () => void): Quiet => {
  let [underWay, writes, inPlaceWrites, lastMs] = [0, 0, 0, -Infinity];
  let timer: NodeJS.Timeout | null = null;
  const carryNow = (): void => {
    [writes, inPlaceWrites] = [0, 0];
    carry();
  };
  const lookAfter = (ms: number): void => {
    timer = setTimeout(look, Math.ceil(ms)).unref();
  };
  const look = (): void => {
    timer = null;
    const restMs = underWay > 0 ? quietMs : lastMs + quietMs - nowMs();
    if (restMs > 0) lookAfter(restMs);
    else carryNow();
  };
  return {
    begins: () => {
      underWay += 1;
    },
    ends: (inPlace) => {
      underWay -= 1;
      writes += 1;
      if (inPlace) inPlaceWrites += 1;
      lastMs = nowMs();
      if (inPlaceWrites >= inPlaceMost) carryNow();
      else if (timer === null && writes >= writesLeast) lookAfter(quietMs);
    },
    close: () => {
      if (timer !== null) clearTimeout(timer);
    },
  };
};

const quietMs = 300;
/** Commits, each of one to a few hundred votes: fewer take no noticeable time to carry. */
const writesLeast = 64;
/** Commits of one vote or two, of 14 KB each: half of what fills the log. */
const inPlaceMost = 1_024;
