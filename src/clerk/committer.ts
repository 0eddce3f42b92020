import type { AllianceCode } from '../alliance/names.js';
import type { Head } from '../ledger/entry.js';
import { noteAttempt } from './attempts.js';
import type { Books } from './books.js';
import { recentCauses } from './causes.js';
import type { watchClock } from './clockwatch.js';
import { asRepeated, commitOn, refused, replyOf } from './commit.js';
import { commitLine } from './commitLine.js';
import type { Order, Reply } from './orders.js';
import type { ClerkPorts } from './ports.js';

export interface Committer {
  /** Answers an order once everything that its answer rests on is durable; refuses where that could not be had. */
  serve(order: Order): Promise<Reply>;
  /** Waits for the orders under way and refuses all others. */
  close(): Promise<void>;
}

/**
 * Group commit: the orders that wait share a commit, of every alliance. While one commit is on its way to the disk the
 * next is worked out, each on other books; orders on a book under way wait for it. The same cause is under way once: its
 * twins wait for its answer.
 */
export const committer = (
  ports: ClerkPorts,
  books: Books,
  clock: ReturnType<typeof watchClock>,
  moved: (alliance: AllianceCode, head: Head) => void,
): Committer => {
  const causes = recentCauses(() => ports.clock.monotonicMs());
  const underWay = new Map<string, UnderWay>();
  const line = commitLine(commitOn(ports, books, clock, causes, moved), ports.report);
  let closed = false;

  const first = async (order: Order, key: string): Promise<Reply> => {
    const reply = line.join(order);
    const own: UnderWay = { reply };
    underWay.set(key, own);
    try {
      const answer = await reply;
      await noteAttempt(ports, order, answer);
      return answer;
    } finally {
      underWay.delete(key);
      own.reply = null;
    }
  };

  return {
    serve: async (order) => {
      if (closed || line.length() >= queueMost) return refused({ why: 'notRecordedTryAgain' });
      const key = `${order.alliance} ${order.cause}`;
      const twin = underWay.get(key)?.reply;
      if (twin != null) return asRepeated(await twin);
      const before = causes.find(order.alliance, order.cause);
      if (before === null) return first(order, key);
      return replyOf(before, (await books.open(order.alliance)).alliance, true);
    },
    close: async () => {
      closed = true;
      await line.empty();
    },
  };
};

/**
 * Emptied when it is answered: a table that has been replaced by a larger one holds what it last held until the next full
 * collection, and with an answer the alliance as it then stood, thousands of them in a storm.
 */
interface UnderWay {
  reply: Promise<Reply> | null;
}

/** Orders that may wait at once. */
const queueMost = 20_000;
