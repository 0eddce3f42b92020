import type { Steps } from '../cards/digest/steps.js';

/**
 * Lets one of all that can wait go on in each turn of the event loop, first come, first served: however much is to be drawn
 * and sent, votes are answered in between.
 */
export interface Turns {
  readonly next: () => Promise<void>;
}

export const turnsOf = (): Turns => {
  const waiting: (() => void)[] = [];
  const giveOne = (): void => {
    waiting.shift()?.();
    if (waiting.length > 0) setImmediate(giveOne);
  };
  return {
    next: () =>
      new Promise((resolve) => {
        if (waiting.push(resolve) === 1) setImmediate(giveOne);
      }),
  };
};

/** What a drawing comes to, one step a turn. */
export const inTurns = async <T>(steps: Steps<T>, turns: Turns): Promise<T> => {
  for (;;) {
    await turns.next();
    const { done, value } = steps.next();
    if (done === true) return value;
  }
};
