import { plusMs } from '../alliance/instant.js';
import type { Instant } from '../alliance/instant.js';
import type { Problem, ShownReading } from '../cards/forms.js';

/**
 * How words in forms were read back to people, so that the same words sent again are a yes. Kept for a while and not over
 * a restart: then they are read back once more.
 */
export interface Readings {
  /** What this person was shown in this form. */
  readonly shown: (form: string, now: Instant) => ShownReading;
  /** Remembers the readings among these problems, which the person is shown now. */
  readonly keep: (form: string, problems: readonly Problem[], now: Instant) => void;
}

export const openReadings = (): Readings => {
  const kept = new Map<string, { readonly words: string; readonly meant: string; readonly until: Instant }>();
  return {
    shown: (form, now) => (field, words) => {
      const before = kept.get(`${form} ${field}`);
      return before?.words === words && now < before.until ? before.meant : null;
    },
    keep: (form, problems, now) => {
      for (const { field, reading } of problems) {
        if (reading === undefined) continue;
        kept.delete(`${form} ${field}`);
        kept.set(`${form} ${field}`, { ...reading, until: plusMs(now, keptMs) });
        const [oldest] = kept.keys();
        if (kept.size > keptMost && oldest !== undefined) kept.delete(oldest);
      }
    },
  };
};

const keptMs = 30 * 60_000;
const keptMost = 2_000;
