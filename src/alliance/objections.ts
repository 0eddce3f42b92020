import type { Proposal } from './alliance.js';
import type { Desk } from './desk.js';
import type { StandingObjection } from './events.js';
import { named } from './settle.js';
import { tally } from './tally.js';

/** Every objection that stands on the revision in force, by whom and why. */
export const standingObjections = (desk: Desk, proposal: Proposal): readonly StandingObjection[] => {
  const { current } = proposal;
  if (current === null) return [];
  return tally(proposal, current).objected.flatMap((member) => {
    const position = current.positions.get(member);
    if (position?.reason == null) return [];
    const { person, personName, reason } = position;
    return [{ ...named(desk, member), person, personName, reason }];
  });
};
