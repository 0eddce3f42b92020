import { setTimeout as pause } from 'node:timers/promises';

/** A store that is slow to answer is not ready. */
export const answersInTime = (ask: () => Promise<unknown>, silent: string) => (): Promise<string | null> => {
  const late = new AbortController();
  const answer = ask().then(
    () => null,
    () => silent,
  );
  const silence = pause(readyWithinMs, silent, { signal: late.signal }).catch(() => silent);
  return Promise.race([answer, silence]).finally(() => late.abort());
};

const readyWithinMs = 2_000;
