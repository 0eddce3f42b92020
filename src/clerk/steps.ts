import type { Account, RoomAddress } from '../alliance/directory.js';
import type { PersonId, ProposalId } from '../alliance/names.js';
import type { Card } from '../cards/card.js';
import { isNotice } from '../cards/notices.js';
import { digestPage } from '../cards/notices/digests.js';
import type { Agenda } from './agenda.js';
import type { Digests } from './digests.js';
import { type Drawable, drawn } from './drawing.js';
import type { DrawLiving, Living } from './living.js';
import type { Clerk } from './orders.js';
import type { Directory } from './ports.js';
import { dropped, idOf, isAbout, isDoubtful, isKeptForRoom, isOfCard, isOld, isPending, isSaid } from './postStates.js';
import type { DropReason, Post } from './surfaces.js';
import { heldUntil, noticeStep } from './notices.js';
import { isMention, onceMessage, proposalOf } from './wanted.js';

/** A room, or one person's own conversation with the room in which they can be mentioned instead. */
export interface Destination {
  readonly to: Post['to'];
  readonly address: RoomAddress;
  readonly account: Account | null;
  /** How many of the person's accounts refused before this one, and how many there are. */
  readonly turn: number;
  readonly accounts: number;
  readonly fallback: `room:${number}` | null;
}

/** The next thing to be done for one destination. */
export type Step =
  | {
      readonly kind: 'post' | 'update';
      readonly post: Post;
      /** Other posts that the same message is for: they stand and fall with it. */
      readonly with: readonly Post[];
      readonly card: Card;
      readonly digest: string | null;
      /** Shows how its subject ended: never touched again. */
      readonly final: boolean;
      /** The proposal whose card in the same room it leads to. */
      readonly leadsTo: ProposalId | null;
      /** Whom a mention is for. */
      readonly person: PersonId | null;
    }
  /** Nothing is sent: posts are in a state that must be written down. */
  | { readonly kind: 'settle'; readonly posts: readonly Post[] }
  /** Nothing before that moment, in milliseconds of the clock that never jumps. */
  | { readonly kind: 'rest'; readonly untilMs: number };

export interface Desk {
  readonly clerk: Drawable & Pick<Clerk, 'entries'>;
  readonly directory: Pick<Directory, 'preferences'>;
  readonly agenda: Agenda;
  readonly living: DrawLiving;
  readonly digests: Pick<Digests, 'step'>;
  readonly nowMs: () => number;
  /** Its turn to draw a message of which hundreds may be due at once. */
  readonly turn: () => Promise<void>;
}

/** Whom a step is for. */
type Towards = Pick<Destination, 'to' | 'account' | 'turn'>;

/**
 * What is wanted goes out in the order of the book; then cards that show something old are drawn anew. Everything is
 * drawn at the moment of sending, so that a burst becomes one update. Null when nothing is to be done.
 */
export const nextStep = async (desk: Desk, { to, account, turn }: Towards): Promise<Step | null> => {
  // What this account refused waits for another one.
  const mine = desk.agenda.open().filter((post) => post.to === to && (account === null || post.tries <= turn));
  const held = await heldUntil(desk, to, mine);
  const first = mine.find((post) => isPending(post) && (held === null || !isNotice(post.key)));
  if (first !== undefined) {
    const { untilMs } = desk.agenda.restOf(first);
    if (untilMs > desk.nowMs()) return { kind: 'rest', untilMs };
    if (first.kind === 'living') return livingStep(desk, first);
    if (digestPage(first.key) !== null) return desk.digests.step(desk.agenda, first);
    return isNotice(first.key) ? noticeStep(desk, first, mine) : onceStep(desk, first, mine);
  }
  const forgotten = mine.filter((post) => isForgotten(desk, post));
  if (forgotten.length > 0) return { kind: 'settle', posts: forgotten.map((post) => ({ ...post, final: true })) };
  let rest: Step | null = held;
  for (const post of mine.filter(({ kind }) => kind === 'living')) {
    const step = await livingStep(desk, post);
    if (step !== null && step.kind !== 'rest') return step;
    if (step !== null && (rest === null || step.untilMs < rest.untilMs)) rest = step;
  }
  return rest;
};

/** A once-message that a room refused waits for the room to take us in, for as long as it is news or a card says so. */
const isForgotten = ({ agenda, clerk }: Desk, post: Post): boolean =>
  isKeptForRoom(post) && post.kind === 'once' && isOld(post.at, clerk.now()) && !isSaid(post, agenda.open());

/** What a living card needs; null when it shows what it should, or cannot be helped just now. */
const livingStep = async (desk: Desk, post: Post): Promise<Step | null> => {
  const { agenda } = desk;
  const living = await drawnFor(desk, post);
  const dropping = whyDropped(desk, post, living);
  if (living === null || dropping !== null) {
    return { kind: 'settle', posts: [dropped(post, dropping ?? 'notOwed')] };
  }
  if (isDoubtful(post) && !(isOfCard(post) && post.digest !== living.digest)) return null;
  const final = isOver(desk, post, living);
  const shown = post.reference !== null && !isPending(post);
  if (shown && post.digest === living.digest) {
    return final ? { kind: 'settle', posts: [{ ...post, final }] } : null;
  }
  const { untilMs } = agenda.restOf(post);
  if (untilMs > desk.nowMs()) return { kind: 'rest', untilMs };
  const leadsTo = living.superseded ? idOf(post) : null;
  const { card, digest } = living;
  return { kind: shown ? 'update' : 'post', post, card, digest, final, leadsTo, person: null, with: [] };
};

const drawnFor = ({ agenda, living }: Desk, post: Post): Promise<Living | null> =>
  living(post, {
    doubtful: agenda.open().filter((each) => each !== post && isDoubtful(each) && isAbout(each, idOf(post))),
    postedAgain: post.reason === 'messageGone',
  });

/** A card that did not arrive is not owed any more once it is replaced, or no news once its subject ended long ago. */
const whyDropped = ({ clerk }: Desk, post: Post, living: Living | null): DropReason | null => {
  if (living === null) return 'notOwed';
  if (post.reference !== null && !isDoubtful(post)) return null;
  if (living.superseded) return 'notOwed';
  return living.endedAt !== null && isOld(living.endedAt, clerk.now()) ? 'expired' : null;
};

/** A card is final when its subject has ended and everything about it is told: until then it may have to say what was not. */
const isOver = ({ agenda, clerk }: Desk, post: Post, living: Living): boolean =>
  living.superseded ||
  (living.endedAt !== null &&
    !agenda
      .open()
      .some(
        (each) =>
          each.kind === 'once' &&
          (each.state === 'wanted' || each.state === 'sending') &&
          isAbout(each, idOf(post)) &&
          !isOld(each.at, clerk.now()),
      ));

/** Once-messages are drawn from their entry. Before an outcome is announced, the card that it leads to shows it. */
const onceStep = async (desk: Desk, post: Post, mine: readonly Post[]): Promise<Step | null> => {
  const { clerk, agenda } = desk;
  if (isOld(post.at, clerk.now())) return { kind: 'settle', posts: [dropped(post, 'expired')] };
  const alliance = await clerk.view(agenda.alliance);
  const [entry] = await clerk.entries(agenda.alliance, post.seq - 1, 1);
  const message =
    entry === undefined ? null : await drawn(clerk, agenda.alliance, (view) => onceMessage(view, entry, post));
  if (message === null || alliance === null) return { kind: 'settle', posts: [dropped(post, 'notOwed')] };
  const about = proposalOf(alliance, post);
  const card = mine.find((each) => each.kind === 'living' && about !== null && isAbout(each, about));
  if (about !== null && card !== undefined && alliance.proposals.get(about)?.outcome != null) {
    const first = await livingStep(desk, card);
    if (first?.kind === 'update') return first;
  }
  const person = isMention(post) ? message.person : null;
  return { kind: 'post', post, card: message.card, digest: null, final: true, leadsTo: about, person, with: [] };
};
