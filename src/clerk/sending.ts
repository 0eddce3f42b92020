import type { RoomAddress } from '../alliance/directory.js';
import type { MeetingId, ProposalId, SeriesId } from '../alliance/names.js';
import type { Card } from '../cards/card.js';
import { linkBlock } from '../cards/link.js';
import { afterCall } from './afterCall.js';
import type { AnnouncerPorts } from './announcer.js';
import type { Pace } from './pace.js';
import { placeOf } from './pace.js';
import type { Desk, Destination, Step } from './steps.js';
import { nextStep } from './steps.js';
import type { Post, Sent, Surface } from './surfaces.js';
import { besideWhich } from './wanted.js';

/** What one look at a destination came to. `spread`: other rooms may have something to show now. */
export type Done =
  | { readonly kind: 'idle' }
  | { readonly kind: 'done'; readonly spread: boolean }
  | { readonly kind: 'rest'; readonly untilMs: number };

/** Does the next thing for one destination, and writes down what came of it before anything else is done there. */
export const sendNext = async (
  ports: AnnouncerPorts,
  { surface, pace }: { readonly surface: Surface; readonly pace: Pace },
  desk: Desk,
  destination: Destination,
): Promise<Done> => {
  const step = await nextStep(desk, destination);
  if (step === null) return { kind: 'idle' };
  if (step.kind === 'rest') return step;
  if (step.kind === 'settle') {
    await desk.agenda.keep(step.posts);
    return { kind: 'done', spread: true };
  }
  const { address } = destination;
  const waitMs = pace.wait(placeOf(address), address.tenant, step.kind, ports.clock.monotonicMs());
  if (waitMs > 0) return { kind: 'rest', untilMs: ports.clock.monotonicMs() + waitMs };
  const card = await linked(ports, surface, address, step);
  // Written down beforehand: after a crash it is known that this message may have arrived.
  if (step.kind === 'post') {
    await desk.agenda.keep([step.post, ...step.with].map((post) => ({ ...post, state: 'sending' })));
  }
  const sent = await call(ports, surface, destination, { ...step, card });
  const { posts, restMs, quietMs, spread } = afterCall(desk.agenda, destination, step, sent);
  const nowMs = ports.clock.monotonicMs();
  if (quietMs !== null) {
    const whole = sent.kind === 'later' && sent.whole === 'workspace';
    pace.quiet(whole ? address.tenant : placeOf(address), nowMs + quietMs);
  }
  if (restMs !== null) desk.agenda.rest(step.post, nowMs + restMs.ms, restMs.tries);
  if (posts.length > 0) await desk.agenda.keep(posts);
  return { kind: 'done', spread };
};

type Sending = Extract<Step, { readonly kind: 'post' | 'update' }>;

/** A surface answers whatever happens; one that throws has left us without knowing. */
const call = async (
  ports: Pick<AnnouncerPorts, 'report' | 'directory' | 'posts'>,
  surface: Surface,
  { address, account, to }: Destination,
  step: Sending,
): Promise<Sent> => {
  const { card, post } = step;
  try {
    if (besideWhich(post) !== null && surface.share !== undefined) {
      return await surface.share(address, card, await messageBeside(ports, post));
    }
    if (account !== null) return await surface.whisper(account, card);
    if (step.person !== null) {
      const people = await ports.directory.people(post.alliance);
      const there = people
        .find(({ person }) => person === step.person)
        ?.accounts.find(({ platform, tenant }) => platform === address.platform && tenant === address.tenant);
      return there === undefined
        ? { kind: 'failed', reason: 'personUnreachable' }
        : await surface.mention(address, there, card);
    }
    return step.kind === 'update' && post.reference !== null
      ? await surface.update(address, post.reference, card)
      : await surface.post(address, card);
  } catch (thrown) {
    ports.report(thrown);
    return { kind: 'unknown', reason: `${to}: ${String(thrown)}` };
  }
};

/** The message in whose thread a file belongs; null where it was not shown there. */
const messageBeside = async ({ posts }: Pick<AnnouncerPorts, 'posts'>, post: Post): Promise<string | null> => {
  const key = besideWhich(post);
  const about = await posts.postsAbout(post.alliance, post.key.slice(0, post.key.indexOf('/')) as MeetingId | SeriesId);
  return about.find((each) => each.to === post.to && each.key === key)?.reference ?? null;
};

/** The card with a line that leads to the proposal's newest card in the same room, where there is one. */
const linked = async (
  ports: Pick<AnnouncerPorts, 'posts' | 'report'>,
  surface: Surface,
  address: RoomAddress,
  { card, post, leadsTo }: Sending,
): Promise<Card> => {
  if (leadsTo === null || !post.to.startsWith('room:')) return card;
  const url = await linkTo(ports, surface, { address, post, proposal: leadsTo });
  return url === null ? card : { ...card, blocks: [...card.blocks, linkBlock(url)] };
};

/** A link to the newest living card of a proposal in a room; null where there is none. */
export const linkTo = async (
  ports: Pick<AnnouncerPorts, 'posts' | 'report'>,
  surface: Surface,
  to: {
    readonly address: RoomAddress;
    readonly post: Pick<Post, 'alliance' | 'to' | 'key'>;
    readonly proposal: ProposalId;
  },
): Promise<string | null> => {
  const { address, post, proposal } = to;
  const about = await ports.posts.postsAbout(post.alliance, proposal);
  const newest = about.filter(({ kind, to: place }) => kind === 'living' && place === post.to).at(-1);
  if (newest?.reference == null || newest.key === post.key) return null;
  try {
    return await surface.permalink(address, newest.reference);
  } catch (thrown) {
    ports.report(thrown);
    return null;
  }
};
