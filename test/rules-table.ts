import { mkdirSync, writeFileSync } from 'node:fs';
import { relative } from 'node:path';
import type { Reporter, TestModule, Vitest } from 'vitest/node';
import { promised } from './rules.js';

const table = 'test-artifacts/rules-table.md';

/**
 * Writes which test covers which promised id, from the results of the run. When every test file was run, a promised
 * id that no passed test names fails the run, and so does an id in a title that nobody promised.
 */
export const rulesTable = (): Reporter => {
  let vitest: Vitest;
  return {
    onInit: (started) => {
      vitest = started;
    },
    onTestRunEnd: async (modules) => {
      const covered = coverage(modules);
      mkdirSync('test-artifacts', { recursive: true });
      writeFileSync(table, asTable(covered));
      if (!(await isWholeRun(vitest, modules))) return;
      const missing = Object.keys(promised).filter((id) => !covered.has(id));
      const unknown = [...covered.keys()].filter((id) => !Object.hasOwn(promised, id));
      for (const id of missing) vitest.logger.error(`No passed test names [${id}]: ${promised[id] ?? ''}`);
      for (const id of unknown) vitest.logger.error(`A test names [${id}], which test/rules.ts does not promise.`);
      if (missing.length + unknown.length > 0) process.exitCode = 1;
      else vitest.logger.log(`All ${Object.keys(promised).length} promised rules are covered; see ${table}`);
    },
  };
};

/** Ids in brackets in the full names of passed tests: "[E8]", "[E8] [PL-1]" and "[E8, PL-1]" all count. */
export const idsIn = (title: string): readonly string[] =>
  [...title.matchAll(/\[([^\]]*)\]/g)]
    .flatMap((found) => (found[1] ?? '').split(/[\s,]+/))
    .filter((id) => /^(?:[EF]\d+|[A-Z]{2}-\d+)$/.test(id));

const coverage = (modules: readonly TestModule[]): ReadonlyMap<string, readonly string[]> => {
  const covered = new Map<string, string[]>();
  for (const module of modules) {
    for (const test of module.children.allTests('passed')) {
      for (const id of new Set(idsIn(test.fullName))) {
        const line = `${relative(process.cwd(), module.moduleId)}: ${test.fullName}`;
        covered.set(id, [...(covered.get(id) ?? []), line]);
      }
    }
  }
  return covered;
};

const asTable = (covered: ReadonlyMap<string, readonly string[]>): string => {
  const cell = (text: string): string => text.replaceAll('|', '\\|').replaceAll('\n', ' ');
  const rows = Object.entries(promised).map(([id, sentence]) => {
    const tests = covered.get(id)?.map(cell).join('<br>') ?? '**none passed in this run**';
    return `| ${id} | ${cell(sentence)} | ${tests} |`;
  });
  return ['| id | what is promised | tests that passed |', '|---|---|---|', ...rows, ''].join('\n');
};

const isWholeRun = async (vitest: Vitest, modules: readonly TestModule[]): Promise<boolean> => {
  if (vitest.config.testNamePattern !== undefined || vitest.config.shard !== undefined) return false;
  const ran = new Set(modules.map((module) => module.moduleId));
  const all = await vitest.globTestSpecifications();
  return all.every((specification) => ran.has(specification.moduleId));
};
