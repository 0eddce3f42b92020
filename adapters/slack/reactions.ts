import { reactionCard } from '../../src/cards/reaction.js';
import type { ProposalId } from '../../src/alliance/names.js';
import { callerOfEvent } from './callers.js';
import type { Heard } from './events.js';
import type { SlackOffice } from './office.js';
import { answerPrivately } from './private.js';

/** A reaction on a card of ours: answered once for each person and card, privately, with the way to the button (E51). */
export const reactionListener = (office: SlackOffice) => {
  const answered = new Set<string>();
  return async ({ event, tenant, client, botUserId }: Heard<'reaction_added'>): Promise<void> => {
    const { user, item } = event;
    const { channel, ts } = item;
    if (item.type !== 'message' || channel === undefined || ts === undefined || user === botUserId) return;
    const key = `${channel} ${ts} ${user}`;
    if (answered.has(key)) return;
    const post = await office.posts.postAt({ platform: 'slack', tenant, place: channel }, ts);
    const [, proposal] = /^(P-[1-9]\d*)\//u.exec(post?.key ?? '') ?? [];
    if (post === null || post.kind !== 'living' || proposal === undefined) return;
    answered.add(key);
    const [oldest] = answered;
    if (answered.size > answeredMost && oldest !== undefined) answered.delete(oldest);
    const card = reactionCard(post.alliance, proposal as ProposalId);
    const where = { kind: 'channel', channel } as const;
    await answerPrivately(office, callerOfEvent(user, tenant, client), where, card, async () => undefined);
  };
};

const answeredMost = 10_000;
