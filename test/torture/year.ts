import { parseArgs } from 'node:util';
import { year } from '../clerk/year/year.js';

/**
 * npm run torture:year [-- --seeds 50 --from <n>]: lives through 2026 once a seed, twice to see that it is the same, and
 * prints each. Stops at the first that breaks a promise, and ends with 1.
 */
const main = async (): Promise<number> => {
  const { values } = parseArgs({
    options: { seeds: { type: 'string', default: '50' }, from: { type: 'string', default: '1' } },
  });
  const from = Number(values.from);
  for (let seed = from; seed < from + Number(values.seeds); seed += 1) {
    const first = await year(seed);
    const again = await year(seed);
    const { counts, fingerprints } = first;
    const isSame = JSON.stringify(fingerprints) === JSON.stringify(again.fingerprints);
    const broken = isSame ? first.broken : [...first.broken, 'the second run did not send the same bytes'];
    process.stdout.write(`${JSON.stringify({ seed, broken, counts, fingerprint: fingerprints.at(-1) })}\n`);
    if (broken.length > 0) return 1;
  }
  return 0;
};

process.exitCode = await main();
