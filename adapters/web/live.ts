import type { AllianceCode } from '../../src/alliance/names.js';
import type { Clerk } from '../../src/clerk/orders.js';

/** Tells every open window that something has changed, and never more often than a window can follow. */
export interface Live {
  /** A stream of server-sent events, or null when there are too many windows already. */
  open(): Response | null;
  /** The clock was moved: every page may look different. */
  clockMoved(): void;
  /** Ends every stream. */
  close(): void;
}

/**
 * Follows the books. Entries of one alliance that come in a burst are told once at its beginning and once at its end,
 * so ten thousand presses cost each window a few refreshes (F34).
 */
export const openLive = (clerk: Pick<Clerk, 'watch'>): Live => {
  const windows = new Set<ReadableStreamDefaultController<Uint8Array>>();
  const resting = new Map<AllianceCode, number | null>();
  const timers = new Set<NodeJS.Timeout>();
  const tell = (text: string): void => {
    const bytes = new TextEncoder().encode(text);
    for (const window of windows) deliver(windows, window, bytes);
  };
  const moved = (alliance: AllianceCode, seq: number): void => {
    if (resting.has(alliance)) {
      resting.set(alliance, seq);
      return;
    }
    tell(`event: moved\ndata: ${JSON.stringify({ alliance, seq })}\n\n`);
    resting.set(alliance, null);
    const timer = setTimeout(() => {
      timers.delete(timer);
      const waiting = resting.get(alliance) ?? null;
      resting.delete(alliance);
      if (waiting !== null) moved(alliance, waiting);
    }, restMs);
    timers.add(timer);
  };
  const unwatch = clerk.watch((alliance, head) => moved(alliance, head.seq));
  const beat = setInterval(() => tell(': still here\n\n'), beatMs);
  beat.unref();
  return {
    open: () => (windows.size >= windowsMost ? null : streamTo(windows)),
    clockMoved: () => tell('event: clock\ndata: {}\n\n'),
    close: () => {
      unwatch();
      clearInterval(beat);
      for (const timer of timers) clearTimeout(timer);
      for (const window of windows) end(window);
      windows.clear();
    },
  };
};

const windowsMost = 200;
const restMs = 300;
const beatMs = 20_000;
/** A window that does not read is let go before its backlog grows. */
const backlogMost = 64;

type Windows = Set<ReadableStreamDefaultController<Uint8Array>>;

const streamTo = (windows: Windows): Response => {
  let own: ReadableStreamDefaultController<Uint8Array> | null = null;
  const body = new ReadableStream<Uint8Array>(
    {
      start: (controller) => {
        own = controller;
        windows.add(controller);
        controller.enqueue(new TextEncoder().encode('retry: 2000\n\n'));
      },
      cancel: () => {
        if (own !== null) windows.delete(own);
      },
    },
    { highWaterMark: 1 },
  );
  return new Response(body, {
    headers: { 'Content-Type': 'text/event-stream; charset=utf-8', 'Cache-Control': 'no-store' },
  });
};

const deliver = (windows: Windows, window: ReadableStreamDefaultController<Uint8Array>, bytes: Uint8Array): void => {
  if ((window.desiredSize ?? 0) > -backlogMost) {
    window.enqueue(bytes);
    return;
  }
  windows.delete(window);
  end(window);
};

const end = (window: ReadableStreamDefaultController<Uint8Array>): void => {
  try {
    window.close();
  } catch {
    // The window has gone already.
  }
};
