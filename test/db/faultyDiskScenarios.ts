import { closeSync, openSync, readSync, writeSync } from 'node:fs';
import { setImmediate as turn } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { codeOf } from '../../db/refused.js';
import { openStore, type Store } from '../../db/store.js';
import { openThreadStore } from '../../db/thread.js';
import { integrityCheck, type Flaw } from '../../db/verify.js';
import type { Batch } from '../../src/clerk/ports.js';
import { bookOf, due } from './books.js';

/** The program that test/db/faultyDisk.ts starts: one scenario on a disk whose faults it steers itself. */
export const scenarios = {
  /** The nth write, cut or flush of an append fails, for n = 1, 2, … until an append meets no fault. */
  nthCall: async (path: string, fault: FaultControl) => failingAt(path, fault, 'failOnce'),

  /** The same with every call from the nth on failing, until the fault is taken away after the append. */
  nthCallAndAllAfter: async (path: string, fault: FaultControl) => failingAt(path, fault, 'failFrom'),

  /** The nth flush alone. */
  nthFlush: async (path: string, fault: FaultControl) => failingAt(path, fault, 'failFlushOnce'),

  /** The nth call of an act that is committed in place, in a burst; what comes next is committed on the thread. */
  nthCallInABurst: async (path: string, fault: FaultControl) => {
    const book = await bookOf();
    return failingAt(path, fault, 'failOnce', {
      open: () => openThreadStore(path, () => 0),
      before: (store) => store.append([book.write()]),
    });
  },

  /** The disk has no space from the nth write on. */
  noSpace: async (path: string, fault: FaultControl) => failingAt(path, fault, 'noSpaceFrom'),

  /**
   * From the nth call of an act on, or from its flush on, everything fails, even the closing of the connection, while the log holds more than
   * the database. Then the disk is well again and the same act is repeated.
   */
  repeatedAct: async (path: string, fault: FaultControl) => {
    const [store, book] = [openStore(path), await bookOf()];
    await store.append([book.write()]);
    const rounds: { readonly first: string; readonly again: string; readonly entries: number }[] = [];
    // Call 0 stands for the flush of the commit, when all of it is written.
    for (let call = 0; call <= 12; call += 1) {
      await store.append([book.write()]);
      const act = book.write({ cause: `act ${call}` });
      fault.set(call === 0 ? 'failFromFlush' : 'failFrom', call);
      const first = await answerOf(store, act);
      fault.set('off');
      const again = await answerOf(store, act);
      rounds.push({ first, again, entries: (await store.readCause('PLY', `act ${call}`)).length });
    }
    await store.close();
    return { rounds, flaws: await integrityCheck(path) };
  },

  /** A flush that does not return while others read, click again and look at the clock. */
  heldFlush: async (path: string, fault: FaultControl) => {
    let nowMs = 0;
    const [store, book] = [await openThreadStore(path, () => nowMs), await bookOf()];
    await store.append([book.write()]);
    // Nobody has clicked for a second.
    nowMs += 1_000;
    const click = book.write({ cause: 'click' });
    fault.set('holdFlushes');
    const order: string[] = [];
    const first = store.append([click]).then(([answer]) => order.push(`first ${answer?.kind}`));
    while (fault.held() === 0) await turn();
    const again = store.append([click]).then(([answer]) => order.push(`again ${answer?.kind}`));
    order.push(`read ${(await store.read('PLY', 0, 10)).length} entries`);
    order.push(`alliances ${(await store.alliances()).length}`);
    await turn();
    order.push('released');
    fault.set('off');
    await Promise.all([first, again]);
    order.push(`read ${(await store.read('PLY', 0, 10)).length} entries`);
    await store.close();
    return order;
  },
};

export interface Attempted {
  readonly call: number;
  /** "appended", or the code of the error with which the append was rejected. */
  readonly answer: string;
  /** Whether the entries could be read right after, before anything else was written. */
  readonly present: boolean;
}

interface Seen {
  readonly attempts: readonly Attempted[];
  /** Causes that were acknowledged and are not there at the end, and the other way round. */
  readonly lost: readonly string[];
  readonly invented: readonly string[];
  readonly flaws: readonly Flaw[];
}

type Fault = keyof typeof faults;
const faults = {
  off: 0,
  failOnce: 1,
  failFlushOnce: 2,
  noSpaceFrom: 3,
  holdFlushes: 4,
  failFrom: 5,
  failFromFlush: 6,
} as const;

/** Writes the four numbers that test/db/faults.c has mapped. */
const controlOf = (path: string) => {
  const file = openSync(path, 'r+');
  const numberAt = (index: number): number => {
    const bytes = Buffer.alloc(8);
    readSync(file, bytes, 0, 8, index * 8);
    return Number(bytes.readBigInt64LE());
  };
  return {
    set: (fault: Fault, call = 0): void => {
      const bytes = Buffer.alloc(24);
      bytes.writeBigInt64LE(BigInt(call), 8);
      writeSync(file, bytes, 8, 16, 8);
      bytes.writeBigInt64LE(BigInt(faults[fault]), 0);
      writeSync(file, bytes, 0, 8, 0);
    },
    calls: () => numberAt(2),
    held: () => numberAt(3),
    end: () => closeSync(file),
  };
};
type FaultControl = ReturnType<typeof controlOf>;

interface Manner {
  readonly open: () => Store | Promise<Store>;
  /** Done without a fault before each attempt. */
  readonly before?: (store: Store) => Promise<unknown>;
}

const failingAt = async (
  path: string,
  fault: FaultControl,
  kind: Fault,
  { open, before }: Manner = { open: () => openStore(path) },
): Promise<Seen> => {
  const store = await open();
  const attempts: Attempted[] = [];
  const acknowledged = new Map<string, boolean>();
  // Beyond the commit itself, calls only carry the log into the database; some dozens of those are enough.
  for (let call = 1, clean = false; !clean && call <= 120; call += 1) {
    const batch = await nextFounding(call);
    await before?.(store);
    fault.set(kind, call);
    const answer = await answerOf(store, batch);
    clean = fault.calls() < call;
    fault.set('off');
    const present = (await store.readCause(batch.alliance, 'founding')).length > 0;
    acknowledged.set(batch.alliance, answer === 'appended');
    attempts.push({ call, answer, present });
  }
  await store.close();
  const flaws = await integrityCheck(path);
  const again = openStore(path);
  const wrong = async (alliance: string, expected: boolean): Promise<boolean> =>
    (acknowledged.get(alliance) ?? false) === expected &&
    (await again.readCause(alliance, 'founding')).length > 0 !== expected;
  const [lost, invented]: [string[], string[]] = [[], []];
  for (const alliance of acknowledged.keys()) {
    if (await wrong(alliance, true)) lost.push(alliance);
    if (await wrong(alliance, false)) invented.push(alliance);
  }
  await again.close();
  return { attempts, lost, invented, flaws };
};

/** A founding touches most of the file: entries, texts, schedule, head, and the log carried into the database after it. */
const nextFounding = async (count: number): Promise<Batch> => {
  const code = `F${String.fromCharCode(65 + (Math.floor(count / 26) % 26), 65 + (count % 26))}`;
  const names = Array.from({ length: 8 }, (_, index) => `Person ${index} of ${code}`);
  return (await bookOf(code)).write({
    cause: 'founding',
    names,
    schedule: [['P-1', [due('a', '2026-04-09T16:00:00.000Z')]]],
  });
};

const answerOf = async (store: Store, batch: Batch): Promise<string> => {
  try {
    const [answer] = await store.append([batch]);
    return answer?.kind ?? 'nothing';
  } catch (thrown) {
    return codeOf(thrown) || String(thrown);
  }
};

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [, , scenario, disk, control] = process.argv;
  const play = scenarios[scenario as keyof typeof scenarios];
  const fault = controlOf(control ?? '');
  process.stdout.write(JSON.stringify(await play(`${disk}/roundtable.db`, fault)));
  fault.end();
}
