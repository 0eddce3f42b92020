import type { AllianceCode } from '../alliance/names.js';
import type { Head } from '../ledger/entry.js';
import { noteAttempt } from './attempts.js';
import type { Books } from './books.js';
import { recentCauses } from './causes.js';
import type { watchClock } from './clockwatch.js';
import { asRepeated, commitOn, refused, replyOf } from './commit.js';
import type { Waiting } from './commit.js';
import type { Order, Reply } from './orders.js';
import type { ClerkPorts } from './ports.js';

export interface Committer {
  /** Answers an order once everything that its answer rests on is durable; refuses where that could not be had. */
  serve(order: Order): Promise<Reply>;
  /** Waits for the orders under way and refuses all others. */
  close(): Promise<void>;
}

/**
 * Group commit: while one commit is on its way to the disk, the orders that arrive are gathered, and the next commit
 * takes them all, of every alliance. The same cause is under way once: its twins wait for its answer.
 */
export const committer = (
  ports: ClerkPorts,
  books: Books,
  clock: ReturnType<typeof watchClock>,
  moved: (alliance: AllianceCode, head: Head) => void,
): Committer => {
  const causes = recentCauses(() => ports.clock.monotonicMs());
  const commit = commitOn(ports, books, clock, causes, moved);
  const underWay = new Map<string, Promise<Reply>>();
  const queue: Waiting[] = [];
  let running: Promise<void> | null = null;
  let closed = false;

  const run = async (): Promise<void> => {
    // Orders that arrive in the same turn of the event loop share the first commit.
    await Promise.resolve();
    while (queue.length > 0) queue.push(...(await commit(queue.splice(0, ordersMost))));
    running = null;
  };
  const enqueue = (order: Order): Promise<Reply> =>
    new Promise((answer) => {
      queue.push({ order, answer, tries: 0 });
      running ??= run();
    });
  const first = async (order: Order, key: string): Promise<Reply> => {
    const reply = enqueue(order);
    underWay.set(key, reply);
    try {
      const answer = await reply;
      await noteAttempt(ports, order, answer);
      return answer;
    } finally {
      underWay.delete(key);
    }
  };

  return {
    serve: async (order) => {
      if (closed || queue.length >= queueMost) return refused({ why: 'notRecordedTryAgain' });
      const key = `${order.alliance} ${order.cause}`;
      const twin = underWay.get(key);
      if (twin !== undefined) return asRepeated(await twin);
      const before = causes.find(order.alliance, order.cause);
      if (before === null) return first(order, key);
      return replyOf(before, (await books.open(order.alliance)).alliance, true);
    },
    close: async () => {
      closed = true;
      await (running ?? Promise.resolve());
    },
  };
};

/** Orders in one commit, and orders that may wait at once. */
const ordersMost = 512;
const queueMost = 20_000;
