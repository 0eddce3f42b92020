import { mkdirSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { caughtByAuditor } from './auditorAlone.js';
import type { Caught } from './auditorAlone.js';
import { brokenRules } from './brokenRules.js';
import { copyOfTheTree } from './namedTests.js';
import type { Copy, Ending } from './namedTests.js';
import type { Sabotage } from './sabotage.js';
import { sabotages } from './sabotages.js';

/**
 * npm run sabotage [-- --only <words> --seed <n> --histories <n>]: breaks the rules in every way on the list. The
 * auditor alone must find each in a book that the broken rules wrote, and a named test must fail where the auditor is
 * silenced. Ends with 1 when any goes unnoticed; the table is kept in bench/results.
 */
const main = async (): Promise<number> => {
  const { values } = parseArgs({
    options: {
      only: { type: 'string', default: '' },
      seed: { type: 'string', default: '1' },
      histories: { type: 'string', default: '2000' },
    },
  });
  const chosen = sabotages.filter(({ name }) => name.includes(values.only));
  const control = caughtByAuditor(anything, await brokenRules(null), Number(values.seed), 300);
  if (control.finding !== null) {
    print(`The rules as they are were found to break "${control.finding.law}": ${control.finding.says}`);
    return 1;
  }
  const copy = copyOfTheTree();
  try {
    const rows: Row[] = [];
    for (const sabotage of chosen) {
      const row = await rowOf(sabotage, copy, Number(values.seed), Number(values.histories));
      rows.push(row);
      print(lineOf(row));
    }
    const missed = rows.filter((row) => !isNoticed(row));
    print(`\n${rows.length - missed.length} of ${rows.length} noticed by the auditor alone and by a named test.`);
    if (values.only === '') keep(rows, Number(values.seed));
    return missed.length === 0 && rows.length > 0 ? 0 : 1;
  } finally {
    copy.remove();
  }
};

interface Row {
  readonly sabotage: Sabotage;
  readonly auditor: Caught;
  readonly honest: Ending;
  readonly broken: Ending;
}

/** What the auditor would say of honest rules is nothing at all, under any law. */
const anything: Sabotage = {
  name: 'nothing is broken',
  edits: [],
  laws: sabotages.flatMap(({ laws }) => laws),
  test: { file: '', title: '' },
};

const honestEndings = new Map<string, Ending>();

const rowOf = async (sabotage: Sabotage, copy: Copy, seed: number, historiesMost: number): Promise<Row> => {
  const { test } = sabotage;
  const key = `${test.file} ${test.title}`;
  const honest = honestEndings.get(key) ?? copy.run(test, null);
  honestEndings.set(key, honest);
  return {
    sabotage,
    auditor: caughtByAuditor(sabotage, await brokenRules(sabotage), seed, historiesMost),
    honest,
    broken: honest === 'passed' ? copy.run(test, sabotage) : 'missing',
  };
};

const isNoticed = ({ auditor, honest, broken }: Row): boolean =>
  auditor.finding !== null && honest === 'passed' && broken === 'failed';

const lineOf = (row: Row): string => {
  const { sabotage, auditor, honest, broken } = row;
  const { finding, histories } = auditor;
  const byAuditor =
    finding === null ? `MISSED in ${histories} histories` : `law "${finding.law}" after ${histories}: ${finding.says}`;
  const byTest =
    honest === 'passed' && broken === 'failed' ? sabotage.test.title : `MISSED (${honest}, broken ${broken})`;
  return [
    `${isNoticed(row) ? 'noticed' : 'MISSED '}  ${sabotage.name}`,
    `         auditor: ${byAuditor}`,
    `         test:    ${byTest} in test/${sabotage.test.file}`,
  ].join('\n');
};

const keep = (rows: readonly Row[], seed: number): void => {
  const date = new Date().toISOString().slice(0, 10);
  const kept = rows.map((row) => ({
    sabotage: row.sabotage.name,
    noticed: isNoticed(row),
    law: row.auditor.finding?.law ?? null,
    finding: row.auditor.finding?.says ?? null,
    histories: row.auditor.histories,
    test: row.broken === 'failed' ? row.sabotage.test : null,
  }));
  mkdirSync('bench/results', { recursive: true });
  const result = {
    date,
    bench: 'sabotage',
    seed,
    noticed: kept.filter(({ noticed }) => noticed).length,
    of: kept.length,
    rows: kept,
  };
  writeFileSync(`bench/results/sabotage-${date}.json`, `${JSON.stringify(result, null, 2)}\n`);
};

const print = (line: string): void => void process.stdout.write(`${line}\n`);

process.exitCode = await main();
