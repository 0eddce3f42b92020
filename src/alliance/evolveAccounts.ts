import type { AccountEvents } from './accountEvents.js';
import type { Link } from './alliance.js';
import type { Draft, Evolvers } from './evolve.js';

/** Rooms bound and accounts linked, by number; where they are is the directory's to say. */
export const accountEvolvers: Evolvers<keyof AccountEvents> = {
  RoomBound: ({ alliance }, { room, body, platform }, { seq, at }) => {
    alliance.rooms = [
      ...alliance.rooms,
      { number: room, body, platform, boundAt: at, boundSeq: seq, releasedAt: null },
    ];
  },

  RoomReleased: ({ alliance }, { room }, { at }) => {
    alliance.rooms = alliance.rooms.map((each) => (each.number === room ? { ...each, releasedAt: at } : each));
  },

  LinkProposed: (draft, { link, person, platform }, { at }) => {
    withLink(draft, { number: link, person, platform, at, linkedAt: null, state: 'proposed' });
  },

  AccountLinked: (draft, { link, person, platform }, { at }) => {
    withLink(draft, { number: link, person, platform, at, linkedAt: at, state: 'linked' });
  },

  AccountUnlinked: ({ alliance }, { link }) => {
    alliance.links = alliance.links.map((each) => (each.number === link ? { ...each, state: 'ended' } : each));
  },
};

const withLink = ({ alliance }: Draft, link: Link): void => {
  alliance.links = [...alliance.links.filter(({ number }) => number !== link.number), link];
};
