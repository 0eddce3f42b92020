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
