import fc from 'fast-check';
import { audit } from '../../src/ledger/auditor.js';
import type { Finding } from '../../src/ledger/auditor.js';
import { bookOf, histories, play } from '../histories.js';
import type { Engine, Played } from '../histories.js';
import type { Sabotage } from './sabotage.js';

/** What the auditor found in a book that the broken rules wrote, and how many histories that took. */
export interface Caught {
  readonly histories: number;
  readonly finding: Finding | null;
}

/**
 * Plays random histories by the broken rules until the auditor, with nothing but a book before it, finds one of the laws
 * broken that the sabotage breaks. Any other finding is passed over: it must be caught for what it is.
 */
export const caughtByAuditor = (sabotage: Sabotage, engine: Engine, seed: number, historiesMost: number): Caught => {
  let tried = 0;
  for (const history of fc.sample(histories(movesMost), { seed, numRuns: historiesMost })) {
    tried += 1;
    const played = playedOrNull(() => play(history, engine));
    if (played === null) continue;
    const finding = audit(bookOf(played)).findings.find(({ law }) => sabotage.laws.includes(law));
    if (finding !== undefined) return { histories: tried, finding };
  }
  return { histories: tried, finding: null };
};

const movesMost = 30;

/** Broken rules may fail altogether on some history, which proves nothing about the auditor. */
const playedOrNull = (playing: () => Played): Played | null => {
  try {
    return playing();
  } catch {
    return null;
  }
};
