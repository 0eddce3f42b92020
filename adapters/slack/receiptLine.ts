/**
 * Receipts wait until nobody waits for an acknowledgement, which Slack wants within three seconds: they go out once no
 * act has come for a moment, and at the latest a second and a half after their own act. Few are under way at once.
 */
export interface ReceiptLine {
  /** An act for whose acknowledgement somebody waits. */
  readonly during: <T>(act: () => Promise<T>) => Promise<T>;
  /** Sends later on. Where `send` answers with milliseconds, Slack took nothing and it is sent again after so long. */
  readonly add: (send: Send) => void;
  /** Sends what waits, now; resolves when it is sent or so long has passed. What Slack put off is not waited for. */
  readonly empty: (mostMs: number) => Promise<void>;
}

/** One receipt; resolves with milliseconds where Slack put it off. */
export type Send = () => Promise<number | null>;

export const openReceiptLine = (failed: (thrown: unknown) => void): ReceiptLine => {
  const waiting: Waiting[] = [];
  const sending = new Set<Promise<void>>();
  const traffic: Traffic = { acts: 0, lastActMs: -Infinity, closing: false };
  const look = oneTimer(() => goOn());
  const putOff = putOffLine((again) => join(again));

  const join = (one: Waiting): void => {
    waiting.push(one);
    if (!look.isSet()) goOn();
  };
  const goOn = (): void => {
    for (let [first] = waiting; first !== undefined; [first] = waiting) {
      if (sending.size >= (traffic.acts > 0 ? fewAtOnce : mostAtOnce)) return;
      const restMs = restOf(first, traffic, performance.now());
      if (restMs > 0) {
        look.after(restMs);
        return;
      }
      waiting.shift();
      const sent: Promise<void> = sendOne(first).then(() => {
        sending.delete(sent);
        goOn();
      });
      sending.add(sent);
    }
  };
  const sendOne = async ({ send, tries }: Waiting): Promise<void> => {
    try {
      const againMs = await send();
      if (againMs !== null && tries < triesMost && !traffic.closing) putOff.add({ send, tries: tries + 1 }, againMs);
    } catch (thrown) {
      failed(thrown);
    }
  };
  return {
    during: (act) => {
      traffic.acts += 1;
      return act().finally(() => {
        traffic.acts -= 1;
        traffic.lastActMs = performance.now();
        if (traffic.acts === 0 && waiting.length > 0) goOn();
      });
    },
    add: (send) => join({ send, tries: 1, fromMs: performance.now() }),
    empty: async (mostMs) => {
      traffic.closing = true;
      putOff.end();
      goOn();
      await within(mostMs, async () => {
        while (sending.size > 0) await Promise.race(sending);
      });
      // What Slack did not take in time is not said again: the record and the card hold what was done.
      waiting.length = 0;
    },
  };
};

interface Waiting {
  readonly send: Send;
  readonly tries: number;
  readonly fromMs: number;
}

/** Acts under way, when the last one ended, and whether nothing more will come. */
interface Traffic {
  acts: number;
  lastActMs: number;
  closing: boolean;
}

const restOf = ({ fromMs }: Waiting, { acts, lastActMs, closing }: Traffic, nowMs: number): number => {
  if (closing) return 0;
  const patience = fromMs + patienceMs - nowMs;
  return acts > 0 ? patience : Math.min(patience, lastActMs + quietMs - nowMs);
};

/** One look at a time. One that comes too early looks again: in a storm that is cheaper than setting it anew for each act. */
const oneTimer = (look: () => void) => {
  let next: { readonly atMs: number; readonly timer: NodeJS.Timeout } | null = null;
  return {
    isSet: (): boolean => next !== null,
    after: (restMs: number): void => {
      const atMs = performance.now() + restMs;
      if (next !== null && next.atMs <= atMs) return;
      clearTimeout(next?.timer);
      const timer = setTimeout(() => {
        next = null;
        look();
      }, Math.ceil(restMs));
      next = { atMs, timer };
    },
  };
};

/** What Slack would not take yet, until its time has come. */
const putOffLine = (due: (again: Waiting) => void) => {
  const timers = new Set<NodeJS.Timeout>();
  return {
    add: (again: Omit<Waiting, 'fromMs'>, afterMs: number): void => {
      const timer = setTimeout(() => {
        timers.delete(timer);
        due({ ...again, fromMs: performance.now() });
      }, afterMs).unref();
      timers.add(timer);
    },
    end: (): void => timers.forEach((timer) => clearTimeout(timer)),
  };
};

const within = (mostMs: number, work: () => Promise<void>): Promise<void> =>
  new Promise((resolve) => {
    const late = setTimeout(resolve, mostMs);
    void work().then(() => {
      clearTimeout(late);
      resolve();
    });
  });

const quietMs = 20;
const patienceMs = 1_500;
/** Calls at once: while others wait for acknowledgements, and else. */
const fewAtOnce = 2;
const mostAtOnce = 8;
const triesMost = 3;
