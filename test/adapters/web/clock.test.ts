import { describe, expect, it } from 'vitest';
import { movableClock } from '../../../adapters/web/clock.js';
import { instantOf, msOf } from '../../../src/alliance/instant.js';

/** A machine whose clocks go on when they are told to. */
const machine = (start: string) => {
  let passed = 0;
  return {
    pass: (ms: number) => (passed += ms),
    clock: { now: () => instantOf(msOf(start) + passed), monotonicMs: () => 5_000 + passed },
  };
};

describe('the clock of the playground', () => {
  it('shows the machine’s own time until it is moved, and never moves back', () => {
    const { clock, pass } = machine('2026-04-13T09:02:00.000Z');
    const moved = movableClock(clock, null);
    expect(moved.now()).toBe('2026-04-13T09:02:00.000Z');
    moved.moveTo('2026-04-20T16:00:00.000Z');
    expect(moved.now()).toBe('2026-04-20T16:00:00.000Z');
    moved.moveTo('2026-01-01T00:00:00.000Z');
    pass(1_500);
    expect(moved.now()).toBe('2026-04-20T16:00:01.500Z');
  });

  it('moves the wall clock and the steady clock together, so that it is not taken for a broken one', () => {
    const { clock } = machine('2026-04-13T09:02:00.000Z');
    const moved = movableClock(clock, null);
    const before = { wall: msOf(moved.now()), steady: moved.monotonicMs() };
    moved.moveTo('2027-01-01T00:00:00.000Z');
    expect(msOf(moved.now()) - before.wall).toBe(moved.monotonicMs() - before.steady);
    expect(moved.aheadMs()).toBe(msOf(moved.now()) - before.wall);
  });

  it('starts no earlier than the newest entry of the books', () => {
    const { clock } = machine('2026-04-13T09:02:00.000Z');
    expect(movableClock(clock, '2030-05-05T05:05:05.005Z').now()).toBe('2030-05-05T05:05:05.005Z');
    expect(movableClock(clock, '2020-01-01T00:00:00.000Z').now()).toBe('2026-04-13T09:02:00.000Z');
  });

  it('stops at the end of the century', () => {
    const { clock } = machine('2026-04-13T09:02:00.000Z');
    const moved = movableClock(clock, null);
    moved.moveTo('9999-12-31T23:59:59.999Z');
    expect(moved.now()).toBe('2099-12-31T00:00:00.000Z');
  });
});
