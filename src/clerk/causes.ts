import type { AllianceCode } from '../alliance/names.js';
import type { Refusal } from '../alliance/refusals.js';
import type { Entry } from '../ledger/entry.js';

/** What an order came to the first time: what it wrote, or why it was refused. */
export type Outcome = { readonly entries: readonly Entry[] } | { readonly refusal: Refusal };

/**
 * The acts of the last minutes by their cause, so that a doubled click gets its first answer without asking the store.
 * A refused cause is known nowhere else, and is remembered for ten minutes (rulings 6). Bounded in number.
 */
export const recentCauses = (now: () => number, keptMs = 600_000, most = 20_000) => {
  const outcomes = new Map<string, { readonly outcome: Outcome; readonly at: number }>();
  const keyOf = (alliance: AllianceCode, cause: string): string => `${alliance} ${cause}`;
  const forgetOld = (): void => {
    for (const [key, { at }] of outcomes) {
      if (outcomes.size <= most && now() - at <= keptMs) return;
      outcomes.delete(key);
    }
  };
  return {
    find: (alliance: AllianceCode, cause: string): Outcome | null => {
      const found = outcomes.get(keyOf(alliance, cause));
      return found !== undefined && now() - found.at <= keptMs ? found.outcome : null;
    },
    remember: (alliance: AllianceCode, cause: string, outcome: Outcome): void => {
      outcomes.set(keyOf(alliance, cause), { outcome, at: now() });
      forgetOld();
    },
  };
};

/**
 * The answer that entries of a cause stand for: an order whose only trace is an objection after the outcome was refused
 * (rulings 1.2).
 */
export const outcomeOf = (entries: readonly Entry[]): Outcome => {
  const [only] = entries;
  return entries.length === 1 && only?.kind === 'ObjectionAfterOutcome'
    ? { refusal: { why: 'objectionAfterOutcome', proposal: only.body.proposal } }
    : { entries };
};
