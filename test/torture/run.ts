import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { placeOf, workFolder } from '../../bench/place.js';
import { killRounds } from './kill.js';

/** npm run torture [-- --rounds 200] [--in <folder>]: kills the program so often and keeps what it came to. */
const main = async (): Promise<number> => {
  const { values } = parseArgs({
    options: { rounds: { type: 'string', default: '200' }, in: { type: 'string' } },
  });
  const folder = workFolder(values.in);
  const place = placeOf(folder.path);
  const from = performance.now();
  const report = await killRounds(folder.path, Number(values.rounds));
  const date = new Date().toISOString().slice(0, 10);
  const result = { date, bench: 'torture', place, seconds: Math.round((performance.now() - from) / 1_000), ...report };
  mkdirSync('bench/results', { recursive: true });
  writeFileSync(`bench/results/torture-${date}.json`, `${JSON.stringify(result, null, 2)}\n`);
  process.stdout.write(`${JSON.stringify(result, null, 2)}\n`);
  if (report.faults.length > 0) {
    process.stdout.write(`The files of the failed run are kept in ${folder.path}\n`);
    return 1;
  }
  rmSync(folder.path, { recursive: true, force: true });
  return 2 * report.killsBetweenRequestAndAnswer >= report.rounds ? 0 : 1;
};

process.exitCode = await main();
