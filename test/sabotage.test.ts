import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { laws } from '../src/ledger/auditor.js';
import { caughtByAuditor } from './sabotage/auditorAlone.js';
import { brokenRules } from './sabotage/brokenRules.js';
import { edited } from './sabotage/sabotage.js';
import { sabotages } from './sabotage/sabotages.js';

/** A few a day, so that each comes round within a fortnight; `npm run sabotage` tries all, and the tests as well. */
const day = Math.floor(Date.now() / 86_400_000);
const ofTheDay = sabotages.filter((_, at) => at % 13 === day % 13);

describe('the list of sabotages', () => {
  it('breaks the rules in at least 25 ways, each with a name of its own', () => {
    expect(sabotages.length).toBeGreaterThanOrEqual(25);
    expect(new Set(sabotages.map(({ name }) => name)).size).toBe(sabotages.length);
  });

  it.each(sabotages)('fits the rules as they are: $name', (sabotage) => {
    for (const { file } of sabotage.edits) {
      const text = readFileSync(`src/alliance/${file}`, 'utf8');
      expect(edited(sabotage, file, text)).not.toBe(text);
    }
  });

  it.each(sabotages)('names laws of the auditor and a test that exists: $name', ({ laws: named, test }) => {
    expect(Object.keys(laws)).toEqual(expect.arrayContaining([...named]));
    expect(existsSync(`test/${test.file}`)).toBe(true);
    expect(readFileSync(`test/${test.file}`, 'utf8').split(test.title).length - 1).toBe(1);
  });
});

describe('the auditor alone', () => {
  it('finds nothing in books that the rules wrote as they are', async () => {
    const anything = {
      name: '',
      edits: [],
      laws: Object.keys(laws) as (keyof typeof laws)[],
      test: { file: '', title: '' },
    };
    expect(caughtByAuditor(anything, await brokenRules(null), day, 60).finding).toBeNull();
  });

  it.each(ofTheDay)(
    'notices, of those of the day: $name',
    async (sabotage) => {
      expect(caughtByAuditor(sabotage, await brokenRules(sabotage), day, 2_000).finding).not.toBeNull();
    },
    180_000,
  );
});
