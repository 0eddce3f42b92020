import { resolve } from 'node:path';
import { lockFile } from './lock.js';
import type { Opening } from './open.js';
import { openTables, portNames, type StorePorts } from './tables.js';

/** The record of all alliances of one installation, with everything that stands beside it. */
export interface Store extends StorePorts {
  readonly path: string;
  /** Ends the store; what it acknowledged is durable already. Safe to call twice. */
  close(): Promise<void>;
}

/**
 * Opens the store at this path on this thread, for one server or for one command that writes: it holds the lock of the
 * file until it is closed. With `reading` it takes no lock, looks only, and every write rejects. Throws `StoreRefused`
 * with one sentence when the file cannot be used (db/open.ts) or is in use (db/lock.ts).
 */
export const openStore = (path: string, opening: Opening = {}): Store => {
  const place = path === ':memory:' ? path : resolve(path);
  const lock = opening.reading === true ? null : lockFile(place);
  try {
    const tables = openTables(place, opening);
    return storeOver(
      place,
      (async (port: keyof StorePorts, given: Parameters<StorePorts[typeof port]>) => tables.call(port, given)) as Call,
      async () => {
        tables.close();
        lock?.release();
      },
    );
  } catch (thrown) {
    lock?.release();
    throw thrown;
  }
};

export type Call = <K extends keyof StorePorts>(port: K, given: Parameters<StorePorts[K]>) => ReturnType<StorePorts[K]>;

/** A store whose ports all go through one call, wherever that is answered. */
export const storeOver = (path: string, call: Call, close: () => Promise<void>): Store => {
  const ports = Object.fromEntries(
    portNames.map((port) => [port, (...given: Parameters<StorePorts[typeof port]>) => call(port, given)]),
  ) as unknown as StorePorts;
  return { ...ports, path, close };
};
