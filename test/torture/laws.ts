import { mkdirSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import fc from 'fast-check';
import { histories, play } from '../histories.js';
import { laws } from '../laws.js';

/**
 * npm run torture:laws [-- --runs 100000 --seed <n>]: holds so many random histories, longer than those of the tests, to
 * the laws. Stops at the first that breaks one, prints what shrinking leaves of it, and ends with 1.
 */
const main = (): number => {
  const { values } = parseArgs({
    options: {
      runs: { type: 'string', default: '100000' },
      seed: { type: 'string', default: String(Date.now() % 2 ** 31) },
    },
  });
  const runs = Number(values.runs);
  const seed = Number(values.seed);
  const counts = { histories: 0, entries: 0, adoptions: 0 };
  const from = performance.now();
  for (let batch = 0; counts.histories < runs; batch += 1) {
    const most = Math.min(batchOf, runs - counts.histories);
    for (const history of fc.sample(arbitrary, { seed: seed + batch, numRuns: most })) {
      const played = play(history);
      const broken = Object.entries(laws).find(([, law]) => thrownBy(() => law(played)) !== null);
      counts.histories += 1;
      counts.entries += played.entries.length;
      counts.adoptions += played.entries.filter(({ kind }) => kind === 'ProposalAdopted').length;
      if (broken !== undefined) return shrunk(broken[0], seed + batch, most);
    }
    print(`${counts.histories} histories, ${counts.entries} entries, ${counts.adoptions} adoptions: every law holds`);
  }
  keep({ seed, ...counts, seconds: Math.round((performance.now() - from) / 1_000) });
  return 0;
};

/** Histories drawn at one time. */
const batchOf = 1_000;
const arbitrary = histories(48);

const thrownBy = (look: () => void): unknown => {
  try {
    look();
    return null;
  } catch (error) {
    return error;
  }
};

const shrunk = (title: string, seed: number, runs: number): number => {
  const law = laws[title];
  const details = fc.check(
    fc.property(arbitrary, (history) => law?.(play(history))),
    { seed, numRuns: runs },
  );
  print(`Broken: ${title}\n${fc.defaultReportMessage(details) ?? ''}`);
  return 1;
};

const keep = (counts: Readonly<Record<string, number>>): void => {
  const date = new Date().toISOString().slice(0, 10);
  const result = { date, bench: 'laws', laws: Object.keys(laws), ...counts };
  mkdirSync('bench/results', { recursive: true });
  writeFileSync(`bench/results/laws-${date}.json`, `${JSON.stringify(result, null, 2)}\n`);
};

const print = (line: string): void => void process.stdout.write(`${line}\n`);

process.exitCode = main();
