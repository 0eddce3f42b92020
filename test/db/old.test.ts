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

/** Every kind of entry in a record, with its shape. */
const shapesIn = (path: string): readonly string[] => {
  const client = new Database(path, { readonly: true });
  const found = client
    .prepare<[], string>("SELECT DISTINCT kind || ' ' || json_extract(event, '$.v') FROM ledger")
    .pluck();
  try {
    return found.all();
  } finally {
    client.close();
  }
};

describe('a record that an earlier release left behind', () => {
  it('is kept for every release', () => {
    const kept = [1, 2, 3, 4, 5, 6].map((release) => `old-${release}.db`);
    expect(records).toEqual(expect.arrayContaining(kept));
  });

  it('holds, in one release or another, every kind of entry in the shape that this release writes', () => {
    const held = new Set(records.flatMap((name) => shapesIn(join(folder, name))));
    const missing = Object.entries(shapeVersions)
      .map(([kind, v]) => `${kind} ${v}`)
      .filter((shape) => !held.has(shape));
    const next = `npx tsx test/db/oldBook.ts test/db/old-${records.length + 1}.db`;
    expect(missing, `no record holds these: let them happen in test/db/oldBook.ts, then ${next}`).toEqual([]);
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
