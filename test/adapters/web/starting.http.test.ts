import Database from 'better-sqlite3';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { keysBeside, openKeyring } from '../../../db/keyring.js';
import { openStore } from '../../../db/store.js';
import { whyNotServed } from '../../../adapters/books.js';
import { readCharter } from '../../../src/alliance/charterText.js';
import { openClerk } from '../../../src/clerk/clerk.js';
import { moveTo, type PlaygroundProcess, press, startPlayground, startToRefusal } from './playgroundProcess.js';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'roundtable-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const example = (file: string): string =>
  readFileSync(fileURLToPath(new URL(`../../../examples/${file}`, import.meta.url)), 'utf8');

/** Founds the iDream example as a record, in the place where the playground looks for its practice books. */
const foundRecord = async (path: string): Promise<void> => {
  const store = openStore(path);
  try {
    const clerk = openClerk({
      ledger: store,
      directory: store,
      keyring: openKeyring({ folder: keysBeside(path) }),
      clock: { now: () => new Date().toISOString(), monotonicMs: () => performance.now() },
      randomness: { bytes: (count) => randomBytes(count) },
      report: (thrown) => {
        throw thrown;
      },
    });
    const read = readCharter(example('idream.charter.yaml'), 'idream.charter.yaml');
    if ('problems' in read) throw new Error(JSON.stringify(read.problems));
    expect(await clerk.found(read.charter, { practice: false, via: 'cli' })).toMatchObject({ kind: 'done' });
    await clerk.close();
  } finally {
    await store.close();
  }
};

describe('starting the playground', () => {
  it('refuses a file that holds a record: practice and record never share one', async () => {
    const path = join(folder, 'data/playground.db');
    await foundRecord(path);
    const { code, said } = await startToRefusal({}, folder);
    expect(code).toBe(1);
    expect(said).toContain('holds the book of IDR, which is a record and not practice');
    expect(said).toContain('PLAYGROUND_DATABASE_URL');
  });

  it('and a server of records refuses practice books in the same way', () => {
    const line = { code: 'PLY', name: 'Plymouth Alliance', head: { seq: 1, hash: '' } };
    expect(whyNotServed('roundtable.db', [{ ...line, practice: true }], 'record')).toContain(
      'holds the practice book of PLY, and practice is not the record',
    );
    expect(whyNotServed('roundtable.db', [{ ...line, practice: false }], 'record')).toBeNull();
    expect(whyNotServed('playground.db', [{ ...line, practice: true }], 'practice')).toBeNull();
  });

  it('refuses a file that is no database with one sentence', async () => {
    writeFileSync(join(folder, 'notes.txt'), 'Not a database at all, but a text of some length.\n'.repeat(100));
    const { code, said } = await startToRefusal({ PLAYGROUND_DATABASE_URL: 'file:./notes.txt' }, folder);
    expect(code).toBe(1);
    expect(said).toContain('is not a Roundtable database');
    expect(said.trim().split('\n')).toHaveLength(1);
  });

  it('[F21] goes on from where its clock was, so that a book ahead of the machine can be continued', async () => {
    const first = await startPlayground({}, folder);
    await moveTo(first, '2035-06-06T10:00:00.000Z');
    expect((await tableOn(first)).status).toBe(200);
    expect(await first.stop()).toBe(0);
    const second = await startPlayground({}, folder);
    try {
      const { body } = await moveTo(second, '2000-01-01T00:00:00.000Z');
      expect(body.now! >= '2035-06-06T10:00:00.000Z').toBe(true);
      const { status, body: answer } = await tableOn(second);
      expect(status, answer.summary).toBe(200);
      expect(answer.summary).toContain('P-2');
    } finally {
      await second.stop();
    }
  });

  it('writes a schedule anew that was lost while it was down, and says so in one line of its log', async () => {
    const first = await startPlayground({}, folder);
    expect((await tableOn(first)).status).toBe(200);
    expect(await first.stop()).toBe(0);
    const path = join(folder, 'data/playground.db');
    const kept = scheduleIn(path);
    expect(kept.length).toBeGreaterThan(1);
    scheduleIn(path, 'DELETE FROM schedule');
    const second = await startPlayground({}, folder);
    await vi.waitFor(() => expect(second.log()).toContain('"alliance":"PLY"'), 20_000);
    expect(await second.stop()).toBe(0);
    expect(second.log().trim().split('\n')).toHaveLength(1);
    expect(second.log()).toContain('the schedule was not what the book says, and was written anew');
    expect(scheduleIn(path)).toEqual(kept);
  });

  it('prints one line with the address, and a new token each time', async () => {
    const tokens = new Set<string>();
    for (let start = 0; start < 2; start += 1) {
      const playground = await startPlayground({ PLAYGROUND_TOKEN: '' }, folder);
      const [, token] = /\/p\/([\w-]{22})$/.exec(playground.base) ?? [];
      tokens.add(token ?? '');
      expect((await fetch(`${playground.base}/`)).status).toBe(200);
      expect(await playground.stop('SIGINT')).toBe(0);
      expect(playground.log()).toBe('');
    }
    expect(tokens.size).toBe(2);
  });
});

const scheduleIn = (path: string, first = ''): readonly unknown[] => {
  const client = new Database(path);
  client.exec(first);
  const rows = client.prepare('SELECT * FROM schedule ORDER BY alliance, key').all();
  client.close();
  return rows;
};

const tableOn = (playground: PlaygroundProcess): ReturnType<typeof press> =>
  press(
    playground,
    'person-1',
    { act: 'form', alliance: 'PLY', form: 'table' },
    {
      class: 'routine',
      title: 'A proposal of the future',
      text: 'It is tabled while the clock is ahead.',
      bestForPeople: 'Time passes for everybody alike.',
    },
  );
