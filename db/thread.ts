import { resolve } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { Batch } from '../src/clerk/ports.js';
import { burstOn } from './burst.js';
import { lockFile } from './lock.js';
import { storeOver, type Call, type Store } from './store.js';
import { whenQuiet } from './quiet.js';
import { type OpenTables, openTables, portUse, type StorePorts } from './tables.js';
import { whoseAccounts } from './whose.js';
import { keptWording } from './wording.js';

/**
 * The same store with its writing on a thread of its own, so that a disk that takes five seconds to answer delays the
 * acknowledgements that wait for it and nothing else: timers, health checks and all reading go on (F20). Reading stays
 * here, on another connection; it sees what was acknowledged, and nothing before it is durable. Rejects with
 * `StoreRefused` when the file cannot be used. When the thread dies, calls under way reject and the next starts a new one.
 *
 * The hop to the thread and back costs 0.1 to 0.2 ms, as much as a good disk. While one book is written to again and
 * again and the disk has just been quick (db/burst.ts), its commits are therefore made here, and they take two thirds of
 * the time; an act on its own, several books at once and everything after a slow commit go to the thread. `nowMs` is a
 * clock that never jumps. Commands and tests, where nobody else waits, use `openStore`.
 */
export const openThreadStore = async (path: string, nowMs = (): number => performance.now()): Promise<Store> => {
  const place = resolve(path);
  const burst = burstOn(nowMs);
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
    const here = openTables(place);
    const quiet = whenQuiet(nowMs, () => {
      // A thread that ended is not begun anew for this: the next write does that.
      if (!closed && !thread.ended()) thread.ask({ carry: true }).catch(() => undefined);
    });
    const whose = whoseAccounts();
    const wording = keptWording();
    const read = readingHere(here, whose, wording);
    const write = async (port: keyof StorePorts, given: Given) => {
      const batches = port === 'append' ? (given[0] as readonly Batch[]) : null;
      const changesLinks =
        batches === null ? port === 'forgetPerson' : batches.some(({ directory }) => directory.length > 0);
      const inPlace = batches?.length === 1 && burst.isOn() && !running().isBusy();
      const carryOut = async () => (inPlace ? here.call('append', [batches]) : running().ask({ port, given }));
      quiet.begins();
      try {
        return await (batches === null ? carryOut() : burst.timed(carryOut));
      } finally {
        quiet.ends(inPlace);
        // Even when it failed: what became of it is not known then.
        if (changesLinks) whose.forget();
        if (port === 'redactTexts') wording.forget();
      }
    };
    const call = async (port: keyof StorePorts, given: Given) =>
      portUse[port] === 'reads' ? read(port, given) : write(port, given);
    return storeOver(place, call as Call, async () => {
      if (closed) return;
      closed = true;
      quiet.close();
      here.close();
      await thread.end();
      lock.release();
    });
  } catch (thrown) {
    await thread.end();
    lock.release();
    throw thrown;
  }
};

type Given = Parameters<StorePorts[keyof StorePorts]>;

/** Reads, with what every click asks for kept in memory until it changes. */
const readingHere =
  (here: OpenTables, whose: ReturnType<typeof whoseAccounts>, wording: ReturnType<typeof keptWording>) =>
  async (port: keyof StorePorts, given: Given): Promise<unknown> => {
    if (port === 'personsOf') {
      const [account] = given as Parameters<StorePorts['personsOf']>;
      return whose.personsOf(account, () => here.call('personsOf', [account]));
    }
    if (port === 'texts') {
      const [alliance, refs] = given as Parameters<StorePorts['texts']>;
      return wording.texts(alliance, refs, (unknown) => here.call('texts', [alliance, unknown]));
    }
    return here.call(port, given as Parameters<StorePorts[typeof port]>);
  };

/** What is asked of the thread: a port of the store, to carry the log into the database, or to end. */
export type Request = { readonly id: number } & (Asked | { readonly end: true });

type Asked = { readonly port: keyof StorePorts; readonly given: readonly unknown[] } | { readonly carry: true };

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
  ask(request: Asked): Promise<unknown>;
  /** Whether anything that was asked is not answered yet. */
  isBusy(): boolean;
  ended(): boolean;
  end(): Promise<void>;
}

const startThread = (path: string): Thread => {
  const worker = newWorker(path);
  const { wait, settle, fail, isWaiting } = letters(worker);
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
    isBusy: isWaiting,
    ended: () => over,
    end: async () => {
      if (over) return;
      worker.ref();
      worker.postMessage({ id: -1, end: true });
      await exited;
    },
  };
};

/**
 * Emptied when it is answered: a table that has grown old holds what it last held until the next full collection, and
 * with a letter the whole commit that waited for it.
 */
interface Letter {
  writer: { readonly resolve: (answer: unknown) => void; readonly reject: (error: Error) => void } | null;
}

/** Who still waits for an answer. An idle store does not keep the process alive; one that owes an answer does. */
const letters = (worker: Worker) => {
  const waiting = new Map<number, Letter>();
  let last = -1;
  return {
    isWaiting: () => waiting.size > 0,
    wait: (): { readonly id: number; readonly answered: Promise<unknown> } => {
      const id = (last += 1);
      if (waiting.size === 0) worker.ref();
      const answered = new Promise((resolve, reject) => waiting.set(id, { writer: { resolve, reject } }));
      return { id, answered };
    },
    settle: (answer: Answer): void => {
      const asked = waiting.get(answer.id);
      waiting.delete(answer.id);
      if (waiting.size === 0) worker.unref();
      const writer = asked?.writer;
      if (asked !== undefined) asked.writer = null;
      if ('failure' in answer) writer?.reject(errorOf(answer.failure));
      else writer?.resolve(answer.answer);
    },
    fail: (error: Error): void => {
      for (const { writer } of waiting.values()) writer?.reject(error);
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
