import { unfounded } from '../src/alliance/evolve.js';
import { evolve } from '../src/alliance/evolve.js';
import { readEntry, type SealedEntry } from '../src/ledger/entry.js';
import type { Bench } from './bench.js';
import { historyOf } from './history.js';
import { interleaved, timed } from './pairs.js';

/**
 * How long it takes to read an alliance from its book: parsing and folding 50,000 entries, as the clerk does when it
 * loads an alliance, divided by `JSON.parse` of the same texts alone.
 */
export const fold: Bench = {
  name: 'fold',
  method: 'parse and fold 50,000 entries ÷ JSON.parse of the same texts',
  measure: async () => {
    const entries = historyOf(entriesFolded).entries.slice(0, entriesFolded);
    const pairs = await interleaved(
      () => timed(() => folded(entries)),
      () => timed(() => parsed(entries)),
    );
    return [
      {
        bench: `fold/${entriesFolded}`,
        value: { ratio: pairs.ratio },
        goal: { most: 3 },
        more: {
          foldMs: pairs.oursMs,
          parseMs: pairs.theirsMs,
          microsecondsAnEntry: (pairs.oursMs * 1000) / entriesFolded,
        },
      },
    ];
  },
};

const entriesFolded = 50_000;
/** As many entries as the clerk reads at a time. */
const page = 1_000;

const folded = (entries: readonly SealedEntry[]): number => {
  let alliance = unfounded('BENCH');
  for (let from = 0; from < entries.length; from += page) {
    const read = entries.slice(from, from + page).map(({ event }) => {
      const entry = readEntry(event);
      if ('unknown' in entry) throw new Error(`entry ${entry.unknown.seq} is of an unknown kind`);
      return entry;
    });
    alliance = evolve(alliance, read);
  }
  return alliance.decisions.size;
};

const parsed = (entries: readonly SealedEntry[]): number => {
  let seqs = 0;
  for (const { event } of entries) seqs += (JSON.parse(event) as { seq: number }).seq;
  return seqs;
};
