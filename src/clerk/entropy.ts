import type { Randomness } from './ports.js';

/**
 * The same randomness in larger draws: one for many orders, since asking the system costs more than an order's own work.
 * No byte is handed out twice.
 */
export const pooled = (source: Randomness, poolBytes = 16_384): Randomness => {
  let pool = new Uint8Array(0);
  let used = 0;
  return {
    bytes: (count) => {
      if (count > poolBytes) return source.bytes(count);
      if (used + count > pool.length) {
        pool = Uint8Array.from(source.bytes(poolBytes));
        used = 0;
      }
      used += count;
      return pool.subarray(used - count, used);
    },
  };
};
