import { expect, it } from 'vitest';
import { isWorkingTime } from '../../src/alliance/calendar.js';
import { instantOf, msOf, plusMs } from '../../src/alliance/instant.js';
import type { Instant } from '../../src/alliance/instant.js';
import { latestDigest } from '../../src/alliance/weeks.js';
import type { DigestWeek } from '../../src/alliance/weeks.js';
import { digestHeading } from '../../src/cards/words/digest.js';
import { rooms } from './rooms.js';

/** The same numbers for the same seed, from 0 up to 1. */
const diceOf = (seed: number) => {
  let state = seed;
  return (): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
};

const minuteMs = 60_000;
const hourMs = 3_600_000;
const dayMs = 24 * hourMs;

/**
 * Minutes in which the process is up: now some in a row, now one after hours or days or weeks of being down. Both changes
 * of the clocks, every bank holiday and a year of 53 weeks are among them.
 */
const minutesUp = function* (from: Instant, until: Instant, dice: () => number): Generator<Instant> {
  for (let at = msOf(from); at < msOf(until);) {
    yield instantOf(at);
    const gap = dice();
    at += gap < 0.3 ? minuteMs : dice() * (gap < 0.9 ? 20 * hourMs : gap < 0.985 ? 3 * dayMs : 24 * dayMs);
    at = Math.ceil(at / minuteMs) * minuteMs;
  }
};

it('[F22] [F23] [F25] each week in which the process is up after its digest fell due has exactly one, whatever stands still', async () => {
  const seed = Number(process.env.DIGEST_SEED ?? 20_261_122);
  const dice = diceOf(seed);
  const office = await rooms();
  const { scene, far, run, restart } = office;
  const { calendar } = scene.charter;
  const expected = new Map<string, DigestWeek>();
  for (const at of minutesUp(scene.moment('2026-04-02 10:00'), scene.moment('2027-04-20 12:00'), dice)) {
    if (at < scene.clock.now()) continue;
    scene.clock.runTo(at);
    if (dice() < 0.3) await restart();
    await office.announcer().timePassed(await scene.clerk().tick());
    await run(2_000);
    const week = latestDigest(calendar, at);
    const founded = (await scene.clerk().view(scene.charter.code))?.founded ?? at;
    const isUp = isWorkingTime(calendar, at) && isWorkingTime(calendar, plusMs(at, 2_000));
    if (isUp && founded < week.dueAt && week.dueAt > scene.moment('2026-04-02 10:00')) expected.set(week.week, week);
  }
  const sent = far
    .in('C1')
    .map(({ card }) => card.summary)
    .filter((words) => words.startsWith('Digest'));
  expect({ seed, sent }).toEqual({ seed, sent: [...expected.values()].map(digestHeading) });
  expect(sent.length).toBeGreaterThan(35);
  expect(office.faults).toEqual([]);
}, 120_000);
