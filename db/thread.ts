import { resolve } from 'node:path';
import { Worker } from 'node:worker_threads';
import { lockFile } from './lock.js';
import { storeOver, type Call, type Store } from './store.js';
import { openTables, portUse, type StorePorts } from './tables.js';

/**
 * The same store with its writing on a thread of its own, so that a disk that takes five seconds to answer delays the
 * acknowledgements that wait for it and nothing else: timers, health checks and all reading go on (F20). Reading stays
 * here, on a connection of its own; it sees what was acknowledged, and nothing before it is durable. Rejects with
 * `StoreRefused` when the file cannot be used. When the thread dies, calls under way reject and the next starts a new one.
 *
 * Decided by measuring (2 cores, ext4, one entry a book in each commit, medians of 12 interleaved pairs, three runs on a
 * machine that did other work too): the hop costs about 0.16 ms a commit, so the thread reached 0.80–0.97 of the store in
 * place at 1 book a commit, 0.94–1.03 at 16 and 0.90–0.97 at 64. Servers therefore use the thread; commands and tests,
 * where nobody else waits, use `openStore`.
 */
export const openThreadStore = async (path: string): Promise<Store> => {
  const place = resolve(path);
  const lock = lockFile(place);
  let thread = startThread(place);
  let closed = false;
  const running = (): Thread => {
    if (closed) throw new Error('the store is closed');
    if (thread.ended()) thread = startThread(place);
    return thread;
  };
  try {
    await thread.opened;
    const reader = openTables(place, { reading: true });
    const call = async (port: keyof StorePorts, given: Parameters<StorePorts[typeof port]>) =>
      portUse[port] === 'reads' ? reader.call(port, given) : running().ask({ port, given });
    return storeOver(place, call as Call, async () => {
      if (closed) return;
      closed = true;
      // The last connection to close carries the log into the database, and a reading one cannot.
      reader.close();
      await thread.end();
      lock.release();
    });
  } catch (thrown) {
    await thread.end();
    lock.release();
    throw thrown;
  }
};

/** What is asked of the thread: a port of the store, or to end. */
export type Request = { readonly id: number } & (
  { readonly port: keyof StorePorts; readonly given: readonly unknown[] } | { readonly end: true }
);

/** Errors do not keep their name and code on the way between threads, so they travel as data. */
export interface Failure {
  readonly name: string;
  readonly message: string;
  readonly code?: string;
}

/** `id` 0 answers the opening itself. */
export type Answer = { readonly id: number } & ({ readonly answer: unknown } | { readonly failure: Failure });

interface Thread {
  readonly opened: Promise<unknown>;
  ask(request: { readonly port: keyof StorePorts; readonly given: readonly unknown[] }): Promise<unknown>;
  ended(): boolean;
  end(): Promise<void>;
}

const startThread = (path: string): Thread => {
  const worker = newWorker(path);
  const { wait, settle, fail } = letters(worker);
  let over = false;
  const gone = (why: string): void => {
    over = true;
    fail(new Error(`the thread of the store ended: ${why}`));
  };
  worker.on('message', settle);
  worker.on('error', (error) => gone(error.message));
  const exited = new Promise<void>((done) => {
    worker.on('exit', (code) => {
      gone(`exit ${code}`);
      done();
    });
  });
  const opened = wait().answered;
  return {
    opened,
    ask: async (request) => {
      await opened;
      if (over) throw new Error('the thread of the store ended');
      const { id, answered } = wait();
      try {
        worker.postMessage({ id, ...request });
      } catch (thrown) {
        settle({ id, failure: { name: 'Error', message: `this cannot be sent to the store: ${String(thrown)}` } });
      }
      return answered;
    },
    ended: () => over,
    end: async () => {
      if (over) return;
      worker.ref();
      worker.postMessage({ id: -1, end: true });
      await exited;
    },
  };
};

/** Who still waits for an answer. An idle store does not keep the process alive; one that owes an answer does. */
const letters = (worker: Worker) => {
  const waiting = new Map<number, { resolve: (answer: unknown) => void; reject: (error: Error) => void }>();
  let last = -1;
  return {
    wait: (): { readonly id: number; readonly answered: Promise<unknown> } => {
      const id = (last += 1);
      if (waiting.size === 0) worker.ref();
      return { id, answered: new Promise((resolve, reject) => waiting.set(id, { resolve, reject })) };
    },
    settle: (answer: Answer): void => {
      const asked = waiting.get(answer.id);
      waiting.delete(answer.id);
      if (waiting.size === 0) worker.unref();
      if ('failure' in answer) asked?.reject(errorOf(answer.failure));
      else asked?.resolve(answer.answer);
    },
    fail: (error: Error): void => {
      for (const { reject } of waiting.values()) reject(error);
      waiting.clear();
    },
  };
};

/** Compiled, the thread runs the file beside this one; from sources (development, tests) tsx has to bring it in. */
const newWorker = (workerData: string): Worker => {
  if (!import.meta.url.endsWith('.ts'))
    return new Worker(new URL('./thread-worker.js', import.meta.url), { workerData });
  const source = JSON.stringify(new URL('./thread-worker.ts', import.meta.url).href);
  const tsx = JSON.stringify(import.meta.resolve('tsx/esm/api'));
  return new Worker(`import(${tsx}).then(({ tsImport }) => tsImport(${source}, ${source}))`, {
    workerData,
    eval: true,
  });
};

const errorOf = ({ name, message, code }: Failure): Error =>
  Object.assign(new Error(message), { name }, code === undefined ? {} : { code });
