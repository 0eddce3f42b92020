import { randomBytes } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { instantOf } from '../src/alliance/instant.js';
import type { Clock, Randomness } from '../src/clerk/ports.js';

/** The time of this computer. */
export const machineClock: Clock = {
  now: () => instantOf(Date.now()),
  monotonicMs: () => performance.now(),
};

/** From the system's own source. */
export const randomness: Randomness = { bytes: (count) => randomBytes(count) };

/** Waits so many milliseconds, and ends at once when it is told to stop. */
export const wait = (ms: number, signal?: AbortSignal): Promise<void> =>
  pause(ms, undefined, signal === undefined ? {} : { signal }).catch(() => undefined);
