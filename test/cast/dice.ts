/** The same numbers for the same seed, from 0 up to 1. */
export const diceOf = (seed: number): Dice => {
  let state = seed >>> 0;
  return () => {
    // The low bits of a linear congruence repeat soon, so they are mixed (mulberry32).
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
};

export type Dice = () => number;

export const oneOf = <T>(dice: Dice, all: readonly T[]): T | undefined => all[Math.floor(dice() * all.length)];
