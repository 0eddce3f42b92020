import { copyFileSync } from 'node:fs';
import type { Worker } from 'node:worker_threads';
import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import type { Batch } from '../../src/clerk/ports.js';
import { integrityCheck } from '../../db/verify.js';
import { bookOf, keep } from './books.js';
import { temporaryPath, temporaryThreadStore } from './stores.js';

/** A store and the thread on which it writes. */
const withThread = async (path: string) => {
  let thread: Worker | null = null;
  const watch = (worker: Worker): void => {
    thread = worker;
  };
  process.on('worker', watch);
  const store = await temporaryThreadStore(path);
  return {
    store,
    kill: async () => thread?.terminate(),
    unwatch: () => process.off('worker', watch),
  };
};

describe('the thread of the store', () => {
  it('dies: what it was doing is rejected, the next call goes on, and the same act stands once', async () => {
    const path = temporaryPath();
    const { store, kill, unwatch } = await withThread(path);
    const book = await bookOf();
    await keep(store, book.write());
    for (let round = 0; round < 3; round += 1) {
      const batch = book.write({ names: Array.from({ length: 300 }, (_, index) => `Person ${index}`) });
      const under = store.append([batch]);
      const [answer] = await Promise.allSettled([under, kill()]);
      const again = await store.append([batch]);
      if (answer.status === 'rejected') expect(String(answer.reason)).toMatch(/the thread of the store ended/);
      expect(again[0]?.kind).toMatch(/appended|seen/);
      expect(await store.head('PLY')).toEqual(book.head());
    }
    unwatch();
    expect(await integrityCheck(path)).toEqual([]);
  });

  it('is killed before it is asked: the next call starts another', async () => {
    const { store, kill, unwatch } = await withThread(temporaryPath());
    await kill();
    await keep(store, (await bookOf()).write());
    unwatch();
    expect((await store.alliances()).map(({ code }) => code)).toEqual(['PLY']);
  });

  it('says so of what cannot be sent to it, and goes on', async () => {
    const store = await temporaryThreadStore();
    const batch = (await bookOf()).write();
    const impossible = { ...batch, schedule: () => undefined } as unknown as Batch;
    await expect(store.append([impossible])).rejects.toThrow(/cannot be sent to the store/);
    await keep(store, batch);
  });

  it('passes on the code with which the database refused', async () => {
    const [store, book] = [await temporaryThreadStore(), await bookOf()];
    const batch = book.write();
    const gap = { ...batch, entries: batch.entries.map((entry) => ({ ...entry, cause: 'one', part: 0 })) };
    await expect(store.append([gap])).rejects.toMatchObject({ name: 'SqliteError', code: 'SQLITE_CONSTRAINT_TRIGGER' });
  });

  it('carries the log into the database in a pause, when nobody waits for it', async () => {
    const path = temporaryPath();
    const [store, book] = [await temporaryThreadStore(path), await bookOf()];
    const commits = 80;
    for (let nth = 0; nth < commits; nth += 1) await keep(store, book.write());
    const carried = (): unknown => {
      // The file alone, without its log.
      const alone = temporaryPath();
      copyFileSync(path, alone);
      const client = new Database(alone);
      try {
        return client.prepare('SELECT MAX(seq) FROM ledger').pluck().get();
      } catch {
        return 0; // Copied while it was written.
      } finally {
        client.close();
      }
    };
    // On a machine that is busy a pause may come before the last of them.
    await expect.poll(carried, { timeout: 10_000, interval: 100 }).toBeGreaterThanOrEqual(64);
  });
});
