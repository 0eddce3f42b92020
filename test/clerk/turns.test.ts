import { describe, expect, it } from 'vitest';
import { digestCards, digestInSteps } from '../../src/cards/digest/digest.js';
import { inTurns, turnsOf } from '../../src/clerk/turns.js';
import { busyWeek, weekOf } from '../cards/digest/week.js';

describe('turns', () => {
  it('let one of all that wait go on in each turn of the event loop, first come, first served', async () => {
    const turns = turnsOf();
    const seen: string[] = [];
    const drawing = ['a', 'b', 'c'].map(async (name) => {
      await turns.next();
      seen.push(name);
    });
    const votes = (async () => {
      for (let turn = 0; turn < 3; turn += 1) {
        await new Promise((resolve) => setImmediate(resolve));
        seen.push('vote');
      }
    })();
    await Promise.all([...drawing, votes]);
    expect(seen).toEqual(['a', 'vote', 'b', 'vote', 'c', 'vote']);
  });

  it('make of a digest what it is in one go, while others are served between its steps', async () => {
    const view = weekOf(busyWeek('plymouth'));
    let served = 0;
    const drawing: { over: boolean } = { over: false };
    const others = (async () => {
      while (!drawing.over) {
        await new Promise((resolve) => setImmediate(resolve));
        served += 1;
      }
    })();
    const cards = await inTurns(digestInSteps(view), turnsOf());
    drawing.over = true;
    await others;
    expect(JSON.stringify(cards)).toBe(JSON.stringify(digestCards(weekOf(busyWeek('plymouth')))));
    expect(served).toBeGreaterThan(5);
  });
});
