import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { everyMinute } from '../../../adapters/cron/minute.js';

beforeEach(() => vi.useFakeTimers({ now: Date.parse('2026-04-13T09:02:30.000Z') }));
afterEach(() => vi.useRealTimers());

describe('the beat of the clock', () => {
  it('ticks at the start of every minute', async () => {
    let ticks = 0;
    const stop = everyMinute(
      async () => void (ticks += 1),
      () => undefined,
    );
    await vi.advanceTimersByTimeAsync(3 * 60_000);
    await stop();
    expect(ticks).toBe(3);
    await vi.advanceTimersByTimeAsync(3 * 60_000);
    expect(ticks).toBe(3);
  });

  it('never runs two ticks at once, and stopping waits for the one under way', async () => {
    const ended: (() => void)[] = [];
    const stop = everyMinute(
      () => new Promise<void>((resolve) => ended.push(resolve)),
      () => undefined,
    );
    await vi.advanceTimersByTimeAsync(5 * 60_000);
    expect(ended).toHaveLength(1);
    let stopped = false;
    const stopping = stop().then(() => (stopped = true));
    await vi.advanceTimersByTimeAsync(1_000);
    expect(stopped).toBe(false);
    ended[0]!();
    await stopping;
    expect(stopped).toBe(true);
  });

  it('tells of a tick that failed, and goes on', async () => {
    const failures: unknown[] = [];
    const stop = everyMinute(
      () => Promise.reject(new Error('no disk')),
      (error) => failures.push(error),
    );
    await vi.advanceTimersByTimeAsync(2 * 60_000);
    await stop();
    expect(failures.map(String)).toEqual(['Error: no disk', 'Error: no disk']);
  });
});
