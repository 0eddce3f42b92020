import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { workshop } from './brokenRules.js';
import type { NamedTest, Sabotage } from './sabotage.js';
import { edited } from './sabotage.js';

/** A copy of everything that tests read, in which the rules can be broken without anybody noticing but the tests. */
export interface Copy {
  /** How the named test ends on the copy as it is, or with the rules broken. */
  readonly run: (test: NamedTest, sabotage: Sabotage | null) => Ending;
  readonly remove: () => void;
}

/** `missing`: no test of that title was run, so that nothing is known. */
export type Ending = 'passed' | 'failed' | 'missing';

export const copyOfTheTree = (): Copy => {
  const folder = join(workshop, `tree-${process.pid}`);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  for (const part of parts.filter((name) => existsSync(name))) {
    cpSync(part, join(folder, part), { recursive: true, filter: (source) => !source.includes('results') });
  }
  writeFileSync(join(folder, 'src', 'ledger', 'auditor.ts'), silentAuditor);
  return {
    run: (test, sabotage) => withRulesBroken(folder, sabotage, () => ending(folder, test)),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
};

const parts = [
  'src',
  'adapters',
  'db',
  'bench',
  'test',
  'examples',
  'package.json',
  'tsconfig.json',
  'vitest.config.ts',
];

/** In the copy the auditor finds nothing, ever: a named test must notice by itself what the rules did. */
const silentAuditor = `
export { laws } from './auditor/findings.js';
export const audit = ({ entries }) => ({ findings: [], checked: { entries: entries.length } });
`;

const withRulesBroken = (folder: string, sabotage: Sabotage | null, run: () => Ending): Ending => {
  const files = [...new Set(sabotage?.edits.map(({ file }) => file))].map((file) => ({
    file,
    path: join(folder, 'src', 'alliance', file),
  }));
  const honest = files.map(({ path }) => readFileSync(path, 'utf8'));
  files.forEach(({ file, path }, at) => {
    if (sabotage !== null) writeFileSync(path, edited(sabotage, file, honest[at] ?? ''));
  });
  try {
    return run();
  } finally {
    files.forEach(({ path }, at) => writeFileSync(path, honest[at] ?? ''));
  }
};

interface Report {
  readonly testResults: readonly {
    readonly message?: string;
    readonly assertionResults: readonly { readonly status: string; readonly fullName: string }[];
  }[];
}

const ending = (folder: string, { file, title }: NamedTest): Ending => {
  // Where the project's own settings have every run leave its results.
  const results = join(folder, 'test-artifacts', 'results.json');
  rmSync(results, { force: true });
  const pattern = title.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');
  const args = [vitest, 'run', '--root', folder, join('test', file), '-t', pattern];
  spawnSync(process.execPath, args, { stdio: 'ignore', timeout: 120_000 });
  if (!existsSync(results)) return 'missing';
  const report = JSON.parse(readFileSync(results, 'utf8')) as Report;
  const run = report.testResults
    .flatMap(({ assertionResults }) => assertionResults)
    .filter(({ status }) => status === 'passed' || status === 'failed');
  if (run.length === 0) return 'missing';
  return run.some(({ status }) => status === 'failed') ? 'failed' : 'passed';
};

const vitest = resolve('node_modules', 'vitest', 'vitest.mjs');
