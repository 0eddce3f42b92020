import { defineConfig } from 'vitest/config';
import { rulesTable } from './test/rules-table.js';

/** Tests that start a process or a browser: one at a time, so that two cores are enough for all of them. */
const heavy = [
  'test/adapters/**/*.{http,browser}.test.ts',
  'test/browser/**/*.test.ts',
  'test/torture/**/*.test.ts',
  'test/adapters/cli/**/*.test.ts',
];

export default defineConfig({
  test: {
    environment: 'node',
    pool: 'forks',
    testTimeout: 120_000,
    hookTimeout: 60_000,
    teardownTimeout: 10_000,
    allowOnly: false,
    reporters: ['default', ['json', { outputFile: 'test-artifacts/results.json' }], rulesTable()],
    projects: [
      {
        extends: true,
        test: {
          name: 'rules and stores',
          include: ['test/**/*.test.ts'],
          exclude: heavy,
          maxWorkers: 2,
          sequence: { groupOrder: 0 },
        },
      },
      {
        extends: true,
        test: {
          name: 'whole program',
          include: heavy,
          maxWorkers: 1,
          fileParallelism: false,
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
});
