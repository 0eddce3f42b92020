import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { openStore, type Store } from '../../db/store.js';
import { openThreadStore } from '../../db/thread.js';

/** A folder of this test alone, removed when the test has finished. */
export const temporaryFolder = (): string => {
  const folder = mkdtempSync(join(tmpdir(), 'roundtable-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
};

/** A path at which nothing is kept yet, in a folder of this test alone. */
export const temporaryPath = (): string => join(temporaryFolder(), 'roundtable.db');

/** A new store on disk, closed and removed when the test has finished. */
export const temporaryStore = async (path = temporaryPath()): Promise<Store> => closing(openStore(path));

/** The same on a thread of its own. */
export const temporaryThreadStore = async (path = temporaryPath()): Promise<Store> =>
  closing(await openThreadStore(path));

const closing = (store: Store): Store => {
  onTestFinished(() => store.close());
  return store;
};
