import { afterEach, describe, expect, it, vi } from 'vitest';
import { storeReadiness } from '../../../adapters/web/health.js';

afterEach(() => vi.useRealTimers());

describe('whether the server can serve', () => {
  it('yes, when the store answers', async () => {
    expect(
      await storeReadiness(
        async () => [],
        () => false,
      )(),
    ).toBeNull();
  });

  it('no, and why, when the store fails', async () => {
    const failing = storeReadiness(
      () => Promise.reject(new Error('disk I/O error')),
      () => false,
    );
    expect(await failing()).toBe('The minute book does not answer.');
  });

  it('no, and why, when the store does not answer in two seconds', async () => {
    vi.useFakeTimers();
    const answer = storeReadiness(
      () => new Promise(() => undefined),
      () => false,
    )();
    await vi.advanceTimersByTimeAsync(2_000);
    expect(await answer).toBe('The minute book does not answer.');
  });

  it('no, and why, once it has been asked to stop', async () => {
    expect(
      await storeReadiness(
        async () => [],
        () => true,
      )(),
    ).toBe('This server is shutting down. Please try again in a minute.');
  });
});
