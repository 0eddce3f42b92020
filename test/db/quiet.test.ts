import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { whenQuiet } from '../../db/quiet.js';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

/** Counts how often the log was carried. */
const watched = () => {
  let carried = 0;
  const quiet = whenQuiet(
    () => Date.now(),
    () => {
      carried += 1;
    },
  );
  const write = (times: number, { inPlace = false, everyMs = 1 } = {}): void => {
    for (let time = 0; time < times; time += 1) {
      quiet.begins();
      vi.advanceTimersByTime(everyMs);
      quiet.ends(inPlace);
    }
  };
  return { quiet, write, carried: () => carried };
};

describe('the log is carried', () => {
  it('once, a third of a second after the last write of many', () => {
    const { write, carried } = watched();
    write(200);
    vi.advanceTimersByTime(250);
    expect(carried()).toBe(0);
    vi.advanceTimersByTime(100);
    expect(carried()).toBe(1);
    vi.advanceTimersByTime(60_000);
    expect(carried()).toBe(1);
  });

  it('not while votes come, however long', () => {
    const { write, carried } = watched();
    write(5_000, { everyMs: 20 });
    expect(carried()).toBe(0);
  });

  it('not while a write is under way, since the next one would wait behind both', () => {
    const { quiet, write, carried } = watched();
    write(100);
    quiet.begins();
    vi.advanceTimersByTime(5_000);
    expect(carried()).toBe(0);
    quiet.ends(false);
    vi.advanceTimersByTime(700);
    expect(carried()).toBe(1);
  });

  it('not for a few writes, nor after the store was closed', () => {
    const { quiet, write, carried } = watched();
    write(63);
    vi.advanceTimersByTime(60_000);
    expect(carried()).toBe(0);
    write(1);
    quiet.close();
    vi.advanceTimersByTime(60_000);
    expect(carried()).toBe(0);
  });

  it('without a pause where it would fill up on the thread that serves people', () => {
    const { write, carried } = watched();
    write(1_023, { inPlace: true });
    expect(carried()).toBe(0);
    write(1, { inPlace: true });
    expect(carried()).toBe(1);
    write(1_024, { inPlace: true });
    expect(carried()).toBe(2);
  });
});
