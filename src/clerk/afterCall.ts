import type { Agenda } from './agenda.js';
import { backOffMs, isDoubtful, isOfPlace, triedAgain, triesMost } from './postStates.js';
import type { Destination, Step } from './steps.js';
import type { Post, Sent } from './surfaces.js';
import { isMention, mentionOf } from './wanted.js';

/** What follows from the answer of a platform. */
export interface After {
  /** How posts stand now, to be written down in one go. */
  readonly posts: readonly Post[];
  /** Nothing more of this post for so long, after so many calls of which nobody knows what came. */
  readonly restMs: { readonly ms: number; readonly tries: number } | null;
  /** The platform asked for quiet. */
  readonly quietMs: number | null;
  /** Other rooms may have something to show now. */
  readonly spread: boolean;
}

type Sending = Extract<Step, { readonly kind: 'post' | 'update' }>;

/** The states of rulings 5, one answer at a time. */
export const afterCall = (agenda: Agenda, destination: Destination, step: Sending, sent: Sent): After => {
  const after = ofPost(agenda, destination, step, sent);
  const others = step.with.map((post) => ofPost(agenda, destination, { ...step, post }, sent));
  return { ...after, posts: [after, ...others].flatMap(({ posts }) => posts) };
};

const ofPost = (agenda: Agenda, destination: Destination, step: Sending, sent: Sent): After => {
  const { post } = step;
  switch (sent.kind) {
    case 'shown':
      return { ...nothing, posts: shown(agenda, step, sent.reference), spread: post.kind === 'once' };
    case 'later':
      if (sent.few === true) return oneOfFew(agenda, destination, step, sent.afterMs);
      // Nothing was done: it stands as it stood before.
      return { ...nothing, posts: step.kind === 'post' ? [post] : [], quietMs: saneMs(sent.afterMs) };
    case 'unknown':
      return unknown(agenda, step);
    case 'failed':
      return failed(destination, step, sent.reason);
  }
};

const nothing: After = { posts: [], restMs: null, quietMs: null, spread: false };

/** Again, later and later, and not for ever, since everything else that the room is to hear waits behind it. */
const oneOfFew = (agenda: Agenda, destination: Destination, step: Sending, afterMs: number): After => {
  const tries = agenda.restOf(step.post).tries + 1;
  if (tries >= triesMost) return failed(destination, step, 'unexpected');
  const ms = Math.min(saneMs(afterMs) * 2 ** (tries - 1), 30_000);
  return { ...nothing, posts: step.kind === 'post' ? [step.post] : [], restMs: { ms, tries } };
};

/** Whatever a platform says, never a busy loop, and never longer than an hour without asking again. */
const saneMs = (afterMs: number): number => (afterMs > 0 ? Math.min(Math.max(afterMs, 500), 3_600_000) : 5_000);

/** Something got through: what the same room refused before is tried again. */
const shown = (agenda: Agenda, { post, digest, final }: Sending, reference: string): readonly Post[] => {
  const reason = post.kind === 'living' && post.reason === 'messageGone' ? post.reason : null;
  const now: Post = { ...post, state: 'shown', reference, digest, reason, tries: 0, final };
  const refused = agenda
    .open()
    .filter((each) => each.to === post.to && each.key !== post.key && (isOfPlace(each) || hasGivenUp(each)));
  return [now, ...refused.map(triedAgain)];
};

const hasGivenUp = (post: Post): boolean => post.kind === 'living' && post.state === 'unknown' && isDoubtful(post);

/** A card is sent again, later and later; drawing one anew twice does no harm. A once-message is not sent twice. */
const unknown = (agenda: Agenda, { kind, post }: Sending): After => {
  if (post.kind === 'once') {
    return {
      ...nothing,
      posts: [{ ...post, state: 'unknown' }],
      quietMs: 2_000,
      spread: true,
    };
  }
  const tries = kind === 'post' ? post.tries + 1 : agenda.restOf(post).tries + 1;
  return {
    ...nothing,
    posts: kind === 'post' ? [{ ...post, state: 'unknown', tries }] : [],
    restMs: { ms: backOffMs(tries), tries },
    spread: kind === 'post' && tries >= triesMost,
  };
};

const failed = (
  { account, turn, accounts, fallback }: Destination,
  { kind, post, digest }: Sending,
  reason: Extract<Sent, { kind: 'failed' }>['reason'],
): After => {
  if (reason === 'messageGone' && kind === 'update') {
    // Removed by hand: the record is in the store and the card is posted again, with a note (domain.md E41).
    const again: Post = { ...post, state: 'wanted', reference: null, digest: null, reason, tries: 0 };
    return { ...nothing, posts: [again], spread: false };
  }
  if (account !== null && post.kind === 'once' && turn + 1 < accounts) {
    // The person is elsewhere too: there it is tried next.
    return { ...nothing, posts: [{ ...post, state: 'wanted', tries: turn + 1 }], spread: true };
  }
  const refused: Post = { ...post, state: 'undeliverable', reason, digest, tries: 0 };
  if (post.kind === 'living') return { ...nothing, posts: [refused], spread: true };
  const mention = account !== null && fallback !== null && !isMention(post) ? [mentionOf(post, fallback)] : [];
  return { ...nothing, posts: [refused, ...mention], spread: true };
};
