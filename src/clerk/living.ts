import { createHash } from 'node:crypto';
import type { Alliance } from '../alliance/alliance.js';
import type { Instant } from '../alliance/instant.js';
import { plusMs } from '../alliance/instant.js';
import type { AllianceCode, ProposalId } from '../alliance/names.js';
import type { Block, Card } from '../cards/card.js';
import { proposalCard, supersededCard } from '../cards/proposalCard.js';
import type { View } from '../cards/view.js';
import { deliveryWords, postedAgainWords } from '../cards/words/delivery.js';
import { canonical } from '../ledger/canonical.js';
import { type Drawable, drawn } from './drawing.js';
import type { Post } from './surfaces.js';

/** A living card as it is to be shown now. */
export interface Living {
  readonly card: Card;
  readonly digest: string;
  /** A newer revision took its place: one line is left. */
  readonly superseded: boolean;
  /** When the proposal ended; null while it is open. */
  readonly endedAt: Instant | null;
}

/** What a living card shows besides the proposal itself. */
export interface Beside {
  /** Posts about the proposal that may not have arrived: said on the card, in every room. */
  readonly doubtful: readonly Pick<Post, 'to' | 'state' | 'reason'>[];
  /** The earlier message was removed from the room by hand (domain.md E41). */
  readonly postedAgain: boolean;
}

export type DrawLiving = (post: Pick<Post, 'key'>, beside: Beside) => Promise<Living | null>;

/**
 * Draws the living cards of one alliance; rooms that show the same share one drawing. A drawing is good until the book
 * moves, or for a second, since cards tell what the time is. Null where the book knows no such revision.
 */
export const livingCards = (clerk: Drawable, code: AllianceCode): DrawLiving => {
  const kept = new Map<string, Promise<Living | null>>();
  let of: Alliance | null = null;
  let until: Instant = '';
  return async ({ key }, beside) => {
    const [alliance, now] = [await clerk.view(code), clerk.now()];
    if (alliance !== of || now > until) kept.clear();
    [of, until] = [alliance, kept.size === 0 ? plusMs(now, 1_000) : until];
    const doubtful = beside.doubtful.map(({ to, state, reason }) => ({ to, state, reason }));
    const name = canonical([key, doubtful, beside.postedAgain]);
    const drawing = kept.get(name) ?? drawn(clerk, code, (view) => livingCard(view, key, beside));
    kept.set(name, drawing);
    drawing.catch(() => kept.delete(name));
    return drawing;
  };
};

const livingCard = (view: View, key: string, { doubtful, postedAgain }: Beside): Living | null => {
  const { id, revision } = partsOf(key);
  const proposal = view.alliance.proposals.get(id);
  if (proposal === undefined) return null;
  const superseded = proposal.current !== null && revision < proposal.current.number;
  const drawing = superseded ? supersededCard(view, id, revision) : proposalCard(view, id);
  const notes = superseded ? [] : [...(postedAgain ? [postedAgainWords] : []), ...deliveryWords(view, doubtful)];
  const blocks: readonly Block[] = notes.map((text) => ({ kind: 'note', spans: [{ kind: 'plain', text }] }));
  const card = { ...drawing, blocks: [...drawing.blocks, ...blocks] };
  return { card, digest: digestOf(card), superseded, endedAt: proposal.outcome?.at ?? null };
};

export const livingKey = (id: ProposalId, revision: number): string => `${id}/r${revision}`;

const partsOf = (key: string): { readonly id: ProposalId; readonly revision: number } => {
  const [id = '', part = ''] = key.split('/');
  return { id: id as ProposalId, revision: Number(/^r(\d+)$/.exec(part)?.[1] ?? 0) };
};

const digestOf = (card: Card): string => createHash('sha256').update(canonical(card)).digest('hex').slice(0, 32);
