import type { AllianceCode } from '../alliance/names.js';
import { refused } from './commit.js';
import type { Waiting } from './commit.js';
import type { Order, Reply } from './orders.js';

/** The orders that wait for a commit, and the commits under way. */
export interface CommitLine {
  /** Takes an order in; resolves with its answer. */
  join(order: Order): Promise<Reply>;
  length(): number;
  /** Resolves when nothing waits and nothing is under way. */
  empty(): Promise<void>;
}

/**
 * Sends what waits into commits, two at a time on different books. All orders of one alliance go together, so that nine
 * votes on one proposal share a commit; of many alliances one commit takes half, so that the other half can be worked
 * out meanwhile. `commit` gives back the orders to be decided again.
 */
export const commitLine = (
  commit: (batch: readonly Waiting[]) => Promise<readonly Waiting[]>,
  report: (thrown: unknown) => void,
): CommitLine => {
  let line: Waiting[] = [];
  const busy = new Set<AllianceCode>();
  const commits = new Set<Promise<void>>();
  let awake = false;

  const send = async (batch: readonly Waiting[]): Promise<void> => {
    const codes = new Set(batch.map(({ order }) => order.alliance));
    for (const code of codes) busy.add(code);
    try {
      line.push(...(await commit(batch)));
    } catch (thrown) {
      report(thrown);
      for (const { answer } of batch) answer(refused({ why: 'notRecordedTryAgain' }));
    }
    for (const code of codes) busy.delete(code);
  };
  const sendFree = (): void => {
    while (commits.size < commitsMost) {
      const { taken, left } = split(line, busy);
      if (taken.length === 0) return;
      line = left;
      const sent = send(taken).then(() => {
        commits.delete(sent);
        wake();
      });
      commits.add(sent);
    }
  };
  /** Orders that arrive in the same turn of the event loop share a commit. */
  const wake = (): void => {
    if (awake) return;
    awake = true;
    setImmediate(() => {
      awake = false;
      sendFree();
    });
  };
  return {
    join: (order) =>
      new Promise((answer) => {
        line.push({ order, answer, tries: 0 });
        wake();
      }),
    length: () => line.length,
    empty: async () => {
      while (line.length > 0 || commits.size > 0) {
        await (commits.size > 0 ? Promise.race(commits) : new Promise((resolve) => setImmediate(resolve)));
      }
    },
  };
};

/** Commits under way at once, and orders in one commit: so many are taken together before it is worth two. */
const commitsMost = 2;
const ordersLeast = 8;
const ordersMost = 512;

/** Whole alliances that are not under way, from the front, until half of the line is taken. */
const split = (
  line: readonly Waiting[],
  busy: ReadonlySet<AllianceCode>,
): { readonly taken: readonly Waiting[]; readonly left: Waiting[] } => {
  const enough = Math.max(ordersLeast, Math.ceil(line.length / 2));
  const chosen = new Set<AllianceCode>();
  const taken: Waiting[] = [];
  const left: Waiting[] = [];
  for (const waiting of line) {
    const { alliance } = waiting.order;
    const joins = chosen.has(alliance) || (taken.length < enough && !busy.has(alliance));
    if (joins && taken.length < ordersMost) {
      chosen.add(alliance);
      taken.push(waiting);
    } else left.push(waiting);
  }
  return { taken, left };
};
