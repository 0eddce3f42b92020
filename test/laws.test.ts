import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { histories, play } from './histories.js';
import type { History, Played } from './histories.js';
import { laws } from './laws.js';

/** Another seed every day, so that the histories wander; printed, so that a failure can be had again. */
const seed = Number(process.env['LAWS_SEED'] ?? Math.floor(Date.now() / 86_400_000));
const runs = Number(process.env['LAWS_RUNS'] ?? 2_000);
const arbitrary = histories(24);

describe(`over ${runs} random histories (LAWS_SEED=${seed})`, () => {
  const broken = new Map<string, number>();
  const seen = { adoptions: 0, otherOutcomes: 0, refusals: 0 };

  beforeAll(() => {
    fc.sample(arbitrary, { seed, numRuns: runs }).forEach((history, at) => {
      const played = play(history);
      for (const [title, law] of Object.entries(laws)) {
        if (!broken.has(title) && breaks(law, played)) broken.set(title, at);
      }
      count(seen, played);
    });
  }, 600_000);

  it.each(Object.keys(laws))(
    '%s',
    (title) => {
      const law = laws[title];
      if (law === undefined || !broken.has(title)) return;
      // Found above; run again as a property, so that the history shrinks to the least that breaks the law.
      fc.assert(
        fc.property(arbitrary, (history: History) => law(play(history))),
        { seed, numRuns: runs, endOnFailure: false },
      );
      expect.fail(`broken by history ${broken.get(title) ?? 0} of seed ${seed}`);
    },
    600_000,
  );

  it('enough happens in them to judge by: adoptions, other outcomes and refusals', () => {
    expect(seen.adoptions).toBeGreaterThan(runs / 10);
    expect(seen.otherOutcomes).toBeGreaterThan(runs / 10);
    expect(seen.refusals).toBeGreaterThan(runs);
  });

  it('the same figures give the same history', () => {
    const [history] = fc.sample(arbitrary, { seed, numRuns: 1 });
    const [first, again] = [history, history].map((each) => each && play(each).alliance);
    expect(isDeepStrictEqual(first, again)).toBe(true);
  });
});

const breaks = (law: (played: Played) => void, played: Played): boolean => {
  try {
    law(played);
    return false;
  } catch {
    return true;
  }
};

const count = (
  seen: { adoptions: number; otherOutcomes: number; refusals: number },
  { entries, turns }: Played,
): void => {
  for (const { kind } of entries) {
    if (kind === 'ProposalAdopted') seen.adoptions += 1;
    if (['ProposalLapsed', 'ProposalNotAgreed', 'ProposalWithdrawn'].includes(kind)) seen.otherOutcomes += 1;
  }
  seen.refusals += turns.filter(({ refusal }) => refusal !== undefined).length;
};
