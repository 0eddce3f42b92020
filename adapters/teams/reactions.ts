import type { ProposalId } from '../../src/alliance/names.js';
import { reactionCard } from '../../src/cards/reaction.js';
import type { Caller } from './callers.js';
import type { Ways } from './messages.js';
import type { TeamsOffice } from './office.js';

/** A reaction on a card of ours: answered once for each person and card, privately, with the way to the button (E51). */
export const reactionAnswer = (office: TeamsOffice, { surface }: Pick<Ways, 'surface'>) => {
  const answered = new Set<string>();
  return async ({ here, account }: Caller, message: string): Promise<void> => {
    const { platform, tenant, place } = here;
    const key = `${tenant} ${place} ${message} ${account.user}`;
    if (answered.has(key)) return;
    const post = await office.posts.postAt({ platform, tenant, place }, message);
    const [, proposal] = /^(P-[1-9]\d*)\//u.exec(post?.key ?? '') ?? [];
    if (post === null || post.kind !== 'living' || proposal === undefined) return;
    answered.add(key);
    const [oldest] = answered;
    if (answered.size > answeredMost && oldest !== undefined) answered.delete(oldest);
    await surface.whisper(account, reactionCard(post.alliance, proposal as ProposalId));
  };
};

const answeredMost = 10_000;
