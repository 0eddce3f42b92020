import { copyFileSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import Database from 'better-sqlite3';
import { describe, expect, it, onTestFinished } from 'vitest';
import { openStore } from '../../db/store.js';
import { shapeVersions } from '../../src/alliance/events.js';
import { integrityCheck } from '../../db/verify.js';
import type { OldReading } from './oldReading.js';
import { readingOf } from './oldReading.js';

const folder = fileURLToPath(new URL('.', import.meta.url));
const records = readdirSync(folder).filter((name) => /^old-\d+\.db$/u.test(name));

describe('a record that an earlier release left behind', () => {
  it('is kept for every release', () => {
    const kept = [1, 2, 3, 4, 5, 6].map((release) => `old-${release}.db`);
    expect(records).toEqual(expect.arrayContaining(kept));
  });

  it('holds, in one release or another, every kind of entry: for a new kind, write the next one with oldBook.ts', () => {
    const kinds = records.flatMap((name) => {
      const client = new Database(join(folder, name), { readonly: true });
      const found = client.prepare<[], string>('SELECT DISTINCT kind FROM ledger').pluck().all();
      client.close();
      return found;
    });
    expect([...new Set(kinds)].sort()).toEqual(Object.keys(shapeVersions).sort());
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
