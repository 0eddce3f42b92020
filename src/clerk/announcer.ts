import type { AllianceCode } from '../alliance/names.js';
import { deliveryTo } from './delivery.js';
import { noticeNews } from './news.js';
import type { AnnouncerPorts } from './news.js';

export interface Announcer {
  /** Goes on from what the book and the posts say: after a start, and whenever somebody asks. */
  start(): Promise<void>;
  /** Stops sending; what is under way is waited for, what is wanted stays wanted. */
  stop(): Promise<void>;
  /** Resolves when nothing is left to be sent just now. */
  settled(): Promise<void>;
}

/**
 * Follows the books and shows in every room what they say; it never leads them. Each room is served in its own order
 * and at its own pace, so that a slow or broken room holds up no other (rulings 5).
 */
export const openAnnouncer = (ports: AnnouncerPorts): Announcer => {
  const deliveries = deliveryTo(ports);
  const dirty = new Set<AllianceCode>();
  let running: Promise<void> | null = null;
  let stopped = false;

  const run = async (): Promise<void> => {
    // Several entries of one burst are looked at together.
    await ports.wait(ports.gatherMs);
    while (dirty.size > 0 && !stopped) {
      const codes = [...dirty];
      dirty.clear();
      for (const code of codes) await look(code);
    }
  };
  const look = async (code: AllianceCode): Promise<void> => {
    try {
      await noticeNews(ports, code);
      await deliveries.serve(code);
    } catch (thrown) {
      ports.report(thrown);
      deliveries.later(code);
    }
  };
  const wake = (code: AllianceCode): void => {
    dirty.add(code);
    if (stopped) return;
    running ??= run().finally(() => {
      running = null;
      if (dirty.size > 0 && !stopped) wake([...dirty][0] ?? code);
    });
  };
  const unwatch = ports.clerk.watch((code) => wake(code));
  deliveries.onLater(wake);

  return {
    start: async () => {
      for (const { code } of await ports.ledger.alliances()) wake(code);
    },
    stop: async () => {
      stopped = true;
      unwatch();
      await running;
      await deliveries.stop();
    },
    settled: async () => {
      while (running !== null || deliveries.isBusy()) {
        await running;
        await deliveries.idle();
      }
    },
  };
};
