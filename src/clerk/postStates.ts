import type { Instant } from '../alliance/instant.js';
import { plusMs } from '../alliance/instant.js';
import type { ProposalId } from '../alliance/names.js';
import type { DropReason, FailureReason, Post, Posts } from './surfaces.js';

/** The states of a post and what may follow on them (rulings 5). */

/** After so many calls in a row of which nobody knows what came, a card is not posted again by itself. */
export const triesMost = 5;

/** A message of last week is no news: by then it is dropped. */
export const newsKeptMs = 7 * 86_400_000;

/** Too old to be news. */
export const isOld = (at: Instant, now: Instant): boolean => plusMs(at, newsKeptMs) < now;

export const dropped = (post: Post, reason: DropReason): Post => ({ ...post, state: 'dropped', reason, final: true });

/** It is still to be sent: wanted, or a card of which nobody knows whether it arrived. */
export const isPending = ({ kind, state, tries }: Post): boolean =>
  state === 'wanted' || (kind === 'living' && state === 'unknown' && tries < triesMost);

/** It may not have arrived, or could not be delivered, and is not sent again by itself: people are told. */
export const isDoubtful = (post: Post): boolean =>
  post.state === 'undeliverable' || (post.state === 'unknown' && !isPending(post));

/** What the process died over may have arrived. */
export const interrupted = (post: Post): Post =>
  post.state === 'sending' ? { ...post, state: 'unknown', tries: post.tries + 1 } : post;

/** A card that was given up gets one more try; a once-message of which nobody knows is never sent twice. */
export const triedAgain = (post: Post): Post => {
  if (!isDoubtful(post) || (post.kind === 'once' && post.state === 'unknown')) return post;
  const state = post.reference === null ? 'wanted' : 'shown';
  return { ...post, state, digest: null, reason: null, tries: triesMost - 1 };
};

/** The room refuses us, whatever the card: it is tried again when something gets through, or when we are told. */
export const isOfPlace = ({ state, reason }: Post): boolean =>
  state === 'undeliverable' && reason !== null && placeReasons.includes(reason);

const placeReasons: readonly Post['reason'][] = [
  'roomGone',
  'roomArchived',
  'botNotInRoom',
  'botRemoved',
  'notAllowed',
] satisfies readonly FailureReason[];

/** The card was refused, not the room: another card may be taken. */
export const isOfCard = ({ state, reason }: Post): boolean =>
  state === 'undeliverable' && (reason === 'tooLong' || reason === 'unexpected');

/** How long nothing is sent after so many calls of which nobody knows what came. */
export const backOffMs = (tries: number): number => Math.min(2_000 * 2 ** Math.max(tries - 1, 0), 300_000);

/** Whether a post is about this proposal: its key begins with the number. */
export const isAbout = ({ key }: Post, proposal: ProposalId): boolean => key.startsWith(`${proposal}/`);

/** The proposal whose living card this is. */
export const idOf = ({ key }: Post): ProposalId => key.slice(0, key.indexOf('/')) as ProposalId;

/** A card that is still kept up to date says that this message may not have arrived. */
export const isSaid = (post: Post, open: readonly Post[]): boolean =>
  open.some((each) => each.kind === 'living' && isAbout(post, idOf(each)));

/** A once-message that waits for its room to take us in. */
export const isKeptForRoom = (post: Post): boolean => post.to.startsWith('room:') && isOfPlace(post);

export const nameOf = ({ to, key }: Pick<Post, 'to' | 'key'>): string => `${to} ${key}`;

export type KeptPosts = Pick<Posts, 'openPosts' | 'wantPosts' | 'keepPosts' | 'cursor'>;
