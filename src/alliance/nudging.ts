import type { Proposal } from './alliance.js';
import { localDateOf } from './calendar.js';
import type { CommandOf } from './commands.js';
import { openOn, writeOn } from './desk.js';
import type { Desk } from './desk.js';
import type { PersonId } from './names.js';
import { isPerson } from './names.js';
import type { Refusal } from './refusals.js';
import { holdersOf, proposers } from './speaking.js';
import { tally } from './tally.js';

/**
 * Asks those who have not spoken on an open proposal, between its reminders: by the proposer, the chair or the Alliance
 * Manager, once a day of the alliance's calendar however many of them would like to.
 */
export const nudge = (desk: Desk, { proposal: id }: CommandOf<'nudge'>): Refusal | null => {
  const open = openOn(desk, id);
  if ('refusal' in open) return open.refusal;
  const { proposal, revision } = open;
  const { alliance, context } = desk;
  const people = nudgers(desk, proposal);
  if (!isPerson(context.by) || !people.includes(context.by)) {
    return { why: 'mayNot', act: 'nudge', people, offices: ['allianceManager', 'chair'] };
  }
  const members = tally(proposal, revision).waiting;
  if (members.length === 0) return { why: 'nobodyWaiting', proposal: id };
  const { calendar } = alliance.charter;
  const last = proposal.nudgedAt;
  if (last !== null && localDateOf(calendar, last) === localDateOf(calendar, context.at)) {
    return { why: 'nudgedToday', proposal: id, at: last };
  }
  writeOn(desk, id, 'MembersNudged', { proposal: id, revision: revision.number, members });
  return null;
};

/** Where there is no Alliance Manager, the convenor holds that place (domain.md B13). */
const nudgers = ({ alliance, context }: Desk, proposal: Proposal): readonly PersonId[] => [
  ...new Set([
    ...proposers(alliance, proposal, context.at),
    ...(['chair', 'allianceManager', 'convenor'] as const).flatMap((office) => holdersOf(alliance, office, context.at)),
  ]),
];
