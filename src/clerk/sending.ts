import type { Account, RoomAddress } from '../alliance/directory.js';
import type { AllianceCode } from '../alliance/names.js';
import { plusMs } from '../alliance/instant.js';
import type { Card } from '../cards/card.js';
import { linkBlock } from '../cards/link.js';
import { viewOf } from './news.js';
import type { AnnouncerPorts } from './news.js';
import type { Pace } from './pace.js';
import type { Post, Sent, Surface } from './surfaces.js';
import { livingCard, onceCard, proposalOf } from './wanted.js';

/** A room, or one person's own conversation with the room in which they can be mentioned instead. */
export interface Destination {
  readonly to: Post['to'];
  readonly address: RoomAddress;
  readonly account: Account | null;
  readonly fallback: RoomAddress | null;
}

/** What one look at a destination came to: nothing to do, something done, or something that other rooms should show. */
export type Done = 'nothing' | 'sent' | 'changed';

/**
 * Does the next thing for one destination: what is wanted goes out in the order of the book, then cards that show
 * something old are drawn anew. The card is drawn at the moment of sending, so that a burst becomes one update.
 */
export const sendOn = async (
  ports: AnnouncerPorts,
  pace: Pace,
  code: AllianceCode,
  destination: Destination,
): Promise<Done> => {
  const surface = ports.surfaces.find(({ platform }) => platform === destination.address.platform);
  const next = surface === undefined ? null : await nextStep(ports, code, destination);
  if (surface === undefined || next === null) return 'nothing';
  if (next.kind === 'settle') {
    await ports.posts.keepPosts([next.post]);
    return 'changed';
  }
  const { address } = destination;
  const call = next.kind === 'update' ? 'update' : 'post';
  const wait = pace.wait(placeOf(address), address.tenant, call, ports.clock.monotonicMs());
  if (wait > 0) {
    await ports.wait(wait);
    return 'sent';
  }
  if (next.kind === 'update')
    return keep(ports, pace, code, destination, next, await callSurface(surface, destination, next));
  await ports.posts.keepPosts([{ ...next.post, state: 'sending', at: ports.clock.now() }]);
  return keep(ports, pace, code, destination, next, await callSurface(surface, destination, next));
};

/** One thing to be done with one post. */
type Step =
  | {
      readonly kind: 'post' | 'update';
      readonly post: Post;
      readonly card: Card;
      readonly digest: string | null;
      readonly final: boolean;
    }
  /** Nothing is sent: the post is in a state that must be written down. */
  | { readonly kind: 'settle'; readonly post: Post };

const nextStep = async (
  ports: AnnouncerPorts,
  code: AllianceCode,
  { to, address }: Destination,
): Promise<Step | null> => {
  const mine = (await ports.posts.openPosts(code)).filter((post) => post.to === to);
  const inOrder = [...mine].sort((a, b) => Number(isShown(a)) - Number(isShown(b)) || a.seq - b.seq);
  for (const post of inOrder) {
    const step =
      post.kind === 'once' ? await onceStep(ports, code, post, address) : await livingStep(ports, code, post);
    if (step !== null) return step;
  }
  return null;
};

const isShown = ({ state }: Post): boolean => state === 'shown';

const livingStep = async (ports: AnnouncerPorts, code: AllianceCode, post: Post): Promise<Step | null> => {
  const alliance = await ports.clerk.view(code);
  if (alliance === null || post.state === 'undeliverable') return null;
  const proposal = proposalOf(alliance, post.key);
  const about = proposal === null ? [] : await ports.posts.postsAbout(code, proposal);
  const doubtful = about.filter(({ kind }) => kind === 'once');
  const view = await viewOf(ports, alliance, proposal === null ? [] : alliance.proposals.get(proposal));
  const living = livingCard(view, post.key, doubtful);
  if (living === null) return { kind: 'settle', post: { ...post, state: 'dropped', final: true } };
  if (post.state !== 'shown') return { kind: 'post', post, ...living };
  if (post.digest !== living.digest) return { kind: 'update', post, ...living };
  return living.final ? { kind: 'settle', post: { ...post, final: true } } : null;
};

/** Once-messages are drawn from their entry; one that was on its way when the process died may have arrived. */
const onceStep = async (
  ports: AnnouncerPorts,
  code: AllianceCode,
  post: Post,
  room: RoomAddress,
): Promise<Step | null> => {
  if (post.state === 'sending') return { kind: 'settle', post: { ...post, state: 'unknown' } };
  if (post.state !== 'wanted') return null;
  const [entry] = await ports.clerk.entries(code, post.seq - 1, 1);
  const alliance = await ports.clerk.view(code);
  if (entry === undefined || alliance === null) return { kind: 'settle', post: dropped(post) };
  if (plusMs(post.at, onceKeptMs) < ports.clock.now()) return { kind: 'settle', post: dropped(post) };
  const proposal = proposalOf(alliance, post.key);
  const about = proposal === null ? undefined : alliance.proposals.get(proposal);
  const card = onceCard(await viewOf(ports, alliance, [entry, about]), entry, post);
  if (card === null) return { kind: 'settle', post: dropped(post) };
  const link = proposal === null ? null : await linkTo(ports, code, proposal, post.to, room);
  return {
    kind: 'post',
    post,
    card: link === null ? card : { ...card, blocks: [...card.blocks, linkBlock(link)] },
    digest: null,
    final: true,
  };
};

/** A message of last week is no news: it is dropped and shown as such. */
const onceKeptMs = 7 * 86_400_000;

const dropped = (post: Post): Post => ({ ...post, state: 'dropped', reason: 'expired', final: true });

/** The living card of the proposal in the same room, so that an announcement leads to it. */
const linkTo = async (
  ports: AnnouncerPorts,
  code: AllianceCode,
  proposal: `P-${number}`,
  to: Post['to'],
  room: RoomAddress,
): Promise<string | null> => {
  const about = await ports.posts.postsAbout(code, proposal);
  const [living] = about
    .filter((post) => post.kind === 'living' && post.to === to && post.reference !== null)
    .slice(-1);
  const surface = ports.surfaces.find(({ platform }) => platform === room.platform);
  return living?.reference == null || surface === undefined ? null : surface.permalink(room, living.reference);
};

const callSurface = async (
  surface: Surface,
  { address, account }: Destination,
  step: Extract<Step, { kind: 'post' | 'update' }>,
): Promise<Sent> => {
  if (account !== null) return surface.whisper(account, step.card);
  return step.kind === 'update' && step.post.reference !== null
    ? surface.update(address, step.post.reference, step.card)
    : surface.post(address, step.card);
};

/** Writes down what came of a call. */
const keep = async (
  ports: AnnouncerPorts,
  pace: Pace,
  code: AllianceCode,
  destination: Destination,
  { post, digest, final, card }: Extract<Step, { kind: 'post' | 'update' }>,
  sent: Sent,
): Promise<Done> => {
  const { address, account, fallback } = destination;
  const write = (next: Partial<Post>): Promise<void> =>
    ports.posts.keepPosts([{ ...post, at: ports.clock.now(), ...next }]);
  switch (sent.kind) {
    case 'shown':
      await write({ state: 'shown', reference: sent.reference, digest, final });
      return 'sent';
    case 'later':
      pace.quiet(sent.whole === 'room' ? placeOf(address) : address.tenant, ports.clock.monotonicMs() + sent.afterMs);
      await write({});
      return 'sent';
    case 'unknown':
      // A card is posted again, and a stale twin is retired on sight; a once-message is not sent twice.
      await write(
        post.kind === 'once' ? { state: 'unknown', final: true } : post.state === 'shown' ? {} : { state: 'unknown' },
      );
      pace.quiet(placeOf(address), ports.clock.monotonicMs() + unknownPauseMs);
      return 'changed';
    case 'failed': {
      if (sent.reason === 'messageGone' && post.kind === 'living') {
        await write({ state: 'wanted', reference: null, digest: null, reason: 'messageGone' });
        return 'changed';
      }
      await write({ state: 'undeliverable', reason: sent.reason });
      const surface = ports.surfaces.find(({ platform }) => platform === address.platform);
      if (account !== null && fallback !== null) await surface?.mention(fallback, account, card);
      return 'changed';
    }
  }
};

/** A pause after a call of which nobody knows what came of it. */
const unknownPauseMs = 2_000;

const placeOf = ({ tenant, place }: RoomAddress): string => `${tenant}/${place}`;
