import type { AllianceCode } from '../alliance/names.js';
import { openAgenda } from './agenda.js';
import type { Agenda } from './agenda.js';
import type { Clerk } from './orders.js';
import type { KeptPosts } from './postStates.js';

/** The agendas that are open. */
export interface Agendas {
  /** Null for an alliance of which nobody hears: no room, no account. One cheap look in memory where that is so. */
  readonly open: (code: AllianceCode) => Promise<Agenda | null>;
  readonly codes: () => readonly AllianceCode[];
}

/** `idle` resolves when nothing is under way for an alliance: what is still writes down what comes of it. */
export const agendasOf = (
  clerk: Pick<Clerk, 'view'>,
  posts: KeptPosts,
  idle: (code: AllianceCode) => Promise<void>,
): Agendas => {
  const kept = new Map<AllianceCode, Agenda>();
  const opening = new Map<AllianceCode, Promise<Agenda | null>>();
  const openNow = async (code: AllianceCode): Promise<Agenda | null> => {
    try {
      const alliance = await clerk.view(code);
      if (alliance === null || (alliance.rooms.length === 0 && alliance.links.length === 0)) return null;
      await idle(code);
      const agenda = await openAgenda(posts, alliance);
      kept.set(code, agenda);
      return agenda;
    } finally {
      opening.delete(code);
    }
  };
  return {
    open: (code) => {
      const agenda = kept.get(code);
      if (agenda?.isBroken() === false) return Promise.resolve(agenda);
      // Two at once would not know of one another's posts.
      const underWay = opening.get(code) ?? openNow(code);
      opening.set(code, underWay);
      return underWay;
    },
    codes: () => [...kept.keys()],
  };
};
