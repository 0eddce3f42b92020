import type { AllianceCode, TextRef } from '../alliance/names.js';
import type { View } from '../cards/view.js';
import type { Clerk } from './orders.js';

/**
 * Draws from one state of an alliance, and fetches just the words that the drawing asked for: the drawing is pure, so
 * it can be made again once they are there. One that takes its time is made of that one state all the same. Null when there is no such alliance. A read never writes (rulings 1.3).
 */
export const drawn = async <T>(
  clerk: Pick<Clerk, 'view' | 'texts' | 'now'>,
  code: AllianceCode,
  draw: (view: View) => T | Promise<T>,
): Promise<T | null> => {
  const alliance = await clerk.view(code);
  if (alliance === null) return null;
  const words = new Map<TextRef, string | null>();
  const now = clerk.now();
  for (let round = 0; round < roundsMost; round += 1) {
    const asked = new Set<TextRef>();
    const text = (ref: TextRef): string | null => {
      const known = words.get(ref);
      if (known === undefined) asked.add(ref);
      return known ?? null;
    };
    const drawing = await draw({ alliance, text, now });
    if (asked.size === 0) return drawing;
    const found = await clerk.texts(code, [...asked]);
    for (const ref of asked) words.set(ref, found.get(ref) ?? null);
  }
  throw new Error(`a drawing of ${code} asked for new words ${roundsMost} times`);
};

/** Words can lead to other words only a few times over. */
const roundsMost = 12;
