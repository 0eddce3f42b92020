/** One alarm a name: of several moments that were asked for, the earliest counts. Milliseconds of a clock that never jumps. */
export interface Alarms {
  readonly set: (name: string, atMs: number, ring: () => void) => void;
}

export const alarmsOn = (wait: (ms: number) => Promise<void>, nowMs: () => number): Alarms => {
  const due = new Map<string, number>();
  return {
    set: (name, atMs, ring) => {
      if ((due.get(name) ?? Infinity) <= atMs) return;
      due.set(name, atMs);
      void wait(Math.max(atMs - nowMs(), 0)).then(() => {
        if (due.get(name) !== atMs) return;
        due.delete(name);
        ring();
      });
    },
  };
};

/** Waiting that all ends at once when it is told to stop. */
export interface Waits {
  readonly wait: (ms: number) => Promise<void>;
  readonly isStopped: () => boolean;
  readonly stop: () => void;
}

export const waitsOf = (wait: (ms: number, stop: AbortSignal) => Promise<void>): Waits => {
  // Each has its own signal: platforms warn of one that hundreds listen to.
  const open = new Set<AbortController>();
  let stopped = false;
  return {
    wait: async (ms) => {
      if (stopped) return;
      const own = new AbortController();
      open.add(own);
      await wait(ms, own.signal);
      open.delete(own);
    },
    isStopped: () => stopped,
    stop: () => {
      stopped = true;
      for (const each of open) each.abort();
      open.clear();
    },
  };
};
