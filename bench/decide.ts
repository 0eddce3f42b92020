import { randomBytes } from 'node:crypto';
import { decide } from '../src/alliance/decide.js';
import type { PersonId, ProposalId } from '../src/alliance/names.js';
import { saltBytes } from '../src/alliance/texts.js';
import type { Bench } from './bench.js';
import { historyOf } from './history.js';
import { median } from './pairs.js';

/**
 * How long the rules take to decide one vote in an alliance whose book has 5,000 entries: the median of single
 * decisions by four members who have not spoken, each on the same state.
 */
export const decideVote: Bench = {
  name: 'decide',
  method: 'median time of deciding one vote at 5,000 entries, rules alone',
  measure: async () => {
    const { alliance, entries, now } = historyOf(entriesBefore);
    const proposal: ProposalId = `P-${alliance.proposals.size}`;
    const times: number[] = [];
    for (let vote = 0; vote < warmUp + votes; vote += 1) {
      const by: PersonId = `person:${6 + (vote % 4)}`;
      const entropy = randomBytes(saltBytes * 8);
      const context = { by, at: now, head: { seq: entries.length }, entropy, clockTrusted: true };
      const from = performance.now();
      const decision = decide(alliance, { kind: 'recordPosition', proposal, revision: 1, position: 'agree' }, context);
      const ms = performance.now() - from;
      if (decision.facts.length !== 1) throw new Error('a vote was to be one entry');
      if (vote >= warmUp) times.push(ms);
    }
    const slow = [...times].sort((a, b) => a - b)[Math.floor(times.length * 0.99)] ?? Number.NaN;
    return [
      { bench: `decide/${entriesBefore}`, value: { ms: median(times) }, goal: { most: 1 }, more: { p99Ms: slow } },
    ];
  },
};

const entriesBefore = 5_000;
const warmUp = 500;
const votes = 5_000;
