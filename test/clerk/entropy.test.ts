import { describe, expect, it } from 'vitest';
import { pooled } from '../../src/clerk/entropy.js';

/** Bytes that say at which place of the source they stood. */
const counting = () => {
  let next = 0;
  let draws = 0;
  return {
    draws: () => draws,
    bytes: (count: number) => {
      draws += 1;
      return Uint8Array.from({ length: count }, () => next++ % 256);
    },
  };
};

describe('pooled randomness', () => {
  it('draws once for many and hands no byte out twice', () => {
    const source = counting();
    const pool = pooled(source, 64);
    const parts = [pool.bytes(16), pool.bytes(16), pool.bytes(32)];
    expect(parts.flatMap((part) => [...part])).toEqual(Array.from({ length: 64 }, (_, index) => index));
    expect(source.draws()).toBe(1);
  });

  it('draws anew rather than hand out less than was asked for', () => {
    const pool = pooled(counting(), 64);
    pool.bytes(60);
    expect([...pool.bytes(8)]).toEqual([64, 65, 66, 67, 68, 69, 70, 71]);
  });

  it('asks the source itself for more than the pool holds', () => {
    const source = counting();
    expect(pooled(source, 64).bytes(100)).toHaveLength(100);
  });
});
