import type { Alliance } from '../alliance.js';
import type { Meeting } from '../meetings/meeting.js';
import type { MinutedDecision } from './minutesEvents.js';

/**
 * What each decision on the agenda came to, read from the register: minutes print this and nothing else, so that they
 * cannot differ from it (domain.md D3, E63). "In the room" is what was put there and adopted before the meeting ended.
 */
export const decisionsOf = (
  alliance: Alliance,
  { items, put, startedAt, endedAt }: Meeting,
): readonly MinutedDecision[] =>
  items.flatMap(({ number: item, kind, about }): readonly MinutedDecision[] => {
    const proposal = about === null ? undefined : alliance.proposals.get(about);
    if (about === null || proposal === undefined || kind !== 'decision') return [];
    const { outcome, status } = proposal;
    if (outcome?.kind !== 'ProposalAdopted') return status === 'adopted' ? [] : [{ item, about, came: { to: status } }];
    const { number, digest } = outcome.body;
    const inRoom =
      put.some((each) => each.item === item && each.how === 'room') &&
      startedAt !== null &&
      startedAt <= outcome.at &&
      (endedAt === null || outcome.at <= endedAt);
    return [{ item, about, came: { to: 'adopted', number, digest, inRoom } }];
  });
