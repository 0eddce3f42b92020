import type { RoomAddress } from '../alliance/directory.js';
import type { AllianceCode, ProposalId } from '../alliance/names.js';
import type { Press } from '../cards/press.js';
import { twinCard } from '../cards/twinCard.js';
import type { Agendas } from './agendas.js';
import type { AnnouncerPorts } from './announcer.js';
import type { Deliveries } from './delivery.js';
import { drawn } from './drawing.js';
import { livingKey } from './living.js';
import { placeOf } from './pace.js';
import type { Rounds } from './rounds.js';
import { linkTo } from './sending.js';
import type { Post } from './surfaces.js';
import { toRoom } from './wanted.js';

/** What a living card is about, as its own buttons say. */
export interface LivingRevision {
  readonly alliance: AllianceCode;
  readonly proposal: ProposalId;
  readonly revision: number;
}

/** Which living card has such a button: its buttons carry the revision. Null for the buttons of all other cards. */
export const livingRevisionOf = (press: Press): LivingRevision | null => {
  const about = press.act === 'order' ? press.command : press;
  if (!('proposal' in about) || about.proposal === undefined) return null;
  if (!('revision' in about) || about.revision === undefined) return null;
  return { alliance: press.alliance, proposal: about.proposal, revision: about.revision };
};

/**
 * A card that was posted again because nobody knew whether it had arrived may have a twin. The twin works, since its
 * buttons carry the revision; once somebody uses it, it is retired to one line that leads to the card which is kept up
 * to date. If we know of no such card in that room, the twin is it, and nothing needs to be posted again.
 */
export const twinsOf = (ports: AnnouncerPorts, deliveries: Deliveries, agendas: Agendas, rounds: Rounds) => {
  const retired = new Set<string>();
  const retire = async (room: RoomAddress, reference: string, post: Post, about: LivingRevision): Promise<void> => {
    const outlet = deliveries.outlet(room.platform);
    const name = `${placeOf(room)} ${reference}`;
    if (outlet === null || retired.has(name)) return;
    if (retired.size >= retiredMost) retired.clear();
    retired.add(name);
    const url = await linkTo(ports, outlet.surface, {
      address: room,
      post: { ...post, key: '' },
      proposal: about.proposal,
    });
    const card = await drawn(ports.clerk, about.alliance, (view) => twinCard(view, about.proposal, url));
    const nowMs = ports.clock.monotonicMs();
    const waitMs = outlet.pace.wait(placeOf(room), room.tenant, 'update', nowMs);
    // In a busy room it is retired when it is next used.
    const sent =
      card === null || waitMs > 0 ? null : await outlet.surface.update(room, reference, card).catch(ports.report);
    if (sent?.kind !== 'shown') retired.delete(name);
    if (sent?.kind === 'later') {
      outlet.pace.quiet(sent.whole === 'room' ? placeOf(room) : room.tenant, nowMs + Math.max(sent.afterMs, 1_000));
    }
  };
  return {
    seen: async (room: RoomAddress, reference: string, about: LivingRevision): Promise<void> => {
      const agenda = await agendas.open(about.alliance);
      // The usual case costs nothing: it is the card that we keep up to date.
      if (agenda === null || agenda.open().some((post) => post.reference === reference)) return;
      const alliance = await ports.clerk.view(about.alliance);
      if (alliance === null || alliance.rooms.length === 0) return;
      const line = (await ports.directory.roomsAt(room)).find((each) => each.alliance === about.alliance);
      if (line === undefined || (await ports.posts.postAt(room, reference)) !== null) return;
      const to = toRoom({ number: line.room });
      const key = livingKey(about.proposal, about.revision);
      const current = agenda.find(to, key);
      if (current !== null && current.reference === null && current.state !== 'sending') {
        await agenda.keep([{ ...current, state: 'shown', reference, digest: null, reason: null, tries: 0 }]);
        rounds.wake(about.alliance);
        return;
      }
      const kept =
        current ??
        (await ports.posts.postsAbout(about.alliance, about.proposal)).find(
          (post) => post.to === to && post.key === key,
        );
      if (kept?.reference != null) await retire(room, reference, kept, about);
    },
  };
};

/** Twins that are remembered, so that a burst of presses on one of them is one update. */
const retiredMost = 1_000;
