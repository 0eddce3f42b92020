import { copyFileSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it, onTestFinished } from 'vitest';
import { openStore } from '../../db/store.js';
import { integrityCheck } from '../../db/verify.js';
import type { OldReading } from './oldReading.js';
import { readingOf } from './oldReading.js';

const folder = fileURLToPath(new URL('.', import.meta.url));
const records = readdirSync(folder).filter((name) => /^old-\d+\.db$/u.test(name));

describe('a record that an earlier release left behind', () => {
  it('is kept for every release', () => {
    expect(records).toEqual(expect.arrayContaining(['old-1.db', 'old-2.db', 'old-3.db', 'old-4.db', 'old-5.db']));
  });

  it.each(records)('%s is read and verified as on its own day', async (name) => {
    const place = mkdtempSync(join(tmpdir(), 'roundtable-old-'));
    onTestFinished(() => rmSync(place, { recursive: true }));
    const copy = join(place, name);
    copyFileSync(join(folder, name), copy);
    const store = openStore(copy);
    const reading = await readingOf(store);
    await store.close();
    const then = JSON.parse(readFileSync(join(folder, name.replace('.db', '.json')), 'utf8')) as OldReading;
    expect(reading).toEqual(then);
    expect(await integrityCheck(copy)).toEqual([]);
  });
});
