import { atLocal } from '../../src/alliance/calendar.js';
import type { CharterSettings } from '../../src/alliance/charter.js';
import { instantOf, msOf, plusMs } from '../../src/alliance/instant.js';
import type { Instant } from '../../src/alliance/instant.js';
import type { Clock } from '../../src/clerk/ports.js';

/** A wall clock and a clock that never jumps, both moved by hand. */
export interface HandClock extends Clock {
  /** Both clocks run on to this moment; never back. */
  runTo(at: Instant): void;
  /** The wall clock alone jumps, as when somebody sets it wrongly. */
  jump(ms: number): void;
}

export const handClock = (start: Instant): HandClock => {
  let steadyMs = 0;
  let aheadMs = 0;
  const now = (): Instant => plusMs(start, steadyMs + aheadMs);
  return {
    now,
    monotonicMs: () => steadyMs,
    runTo: (at) => {
      const ms = msOf(at) - msOf(now());
      if (ms < 0) throw new RangeError(`it is ${now()} already, which is after ${at}`);
      steadyMs += ms;
    },
    jump: (ms) => {
      aheadMs += ms;
    },
  };
};

/** "2026-04-02 10:00", "2026-04-13 17:00:00.001": a moment on the alliance's own clock; an Instant stays as it is. */
export const momentIn = (calendar: CharterSettings['calendar'], said: string): Instant => {
  if (said.includes('T')) return said;
  const [date = '', time = '00:00'] = said.split(' ');
  const rest = time.length > 5 ? msOf(`1970-01-01T00:00${time.slice(5)}Z`) : 0;
  return instantOf(msOf(atLocal(calendar, date, time.slice(0, 5), 'first')) + rest);
};
