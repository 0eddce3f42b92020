import type { Platform } from '../alliance/accountEvents.js';
import type { RoomAddress } from '../alliance/directory.js';
import type { AllianceCode } from '../alliance/names.js';
import { agendasOf } from './agendas.js';
import { waitsOf } from './alarms.js';
import { deliveryTo } from './delivery.js';
import { digestsOf } from './digests.js';
import { minuteOf } from './minute.js';
import { noticeNews } from './news.js';
import type { Clerk, Passed } from './orders.js';
import type { PaceLimits } from './pace.js';
import type { Clock, Directory } from './ports.js';
import { triedAgain } from './postStates.js';
import { roundsOf } from './rounds.js';
import type { Posts, Surface } from './surfaces.js';
import { turnsOf } from './turns.js';
import { twinsOf } from './twins.js';
import type { LivingRevision } from './twins.js';
import { toRoom } from './wanted.js';

export interface Announcer {
  /** Goes on from what the book and the posts say; each card that was given up is tried once more. */
  start(): Promise<void>;
  /** Stops sending; what is under way is waited for, what is wanted stays wanted. */
  stop(): Promise<void>;
  /** Resolves when nothing is left to be sent just now; what waits for its time is not waited for. */
  settled(): Promise<void>;
  /**
   * The minute: whoever is to be told of what fell due is told, once, whatever happens in between; and cards that a
   * deadline has passed are drawn anew, though the book has not moved.
   */
  timePassed(passed: Passed): Promise<void>;
  /** The way is free: the bot was invited to a room, a workspace installed it again, or somebody asks for an alliance. */
  retry(where: AllianceCode | RoomAddress | Pick<RoomAddress, 'platform' | 'tenant'>): Promise<void>;
  /** Somebody pressed a button of a living card on this message: a stale twin is retired (rulings 5). */
  seen(room: RoomAddress, reference: string, about: LivingRevision): Promise<void>;
}

/** Everything that the announcer needs. */
export interface AnnouncerPorts {
  readonly clerk: Clerk;
  readonly directory: Pick<Directory, 'rooms' | 'roomsAt' | 'people' | 'preferences'>;
  readonly posts: Posts;
  readonly surfaces: readonly Surface[];
  /** A platform without limits here is not served. */
  readonly pace: Readonly<Partial<Record<Platform, PaceLimits>>>;
  readonly clock: Clock;
  /** Resolves after so many milliseconds, and at once when it is told to stop. */
  readonly wait: (ms: number, stop: AbortSignal) => Promise<void>;
  /** How long news is gathered before rooms are looked at, so that a burst of votes is one update. */
  readonly gatherMs: number;
  readonly report: (thrown: unknown) => void;
}

/**
 * Follows the books and shows in every room what they say; it never leads them. Each room is served in its own order
 * and at its own pace, so that a slow or broken room holds up no other (rulings 5).
 */
export const openAnnouncer = (ports: AnnouncerPorts): Announcer => {
  const waits = waitsOf(ports.wait);
  const look = async (code: AllianceCode): Promise<void> => {
    try {
      const agenda = await agendas.open(code);
      if (agenda === null) return;
      await noticeNews(ports.clerk, agenda);
      await deliveries.serve(agenda);
    } catch (thrown) {
      ports.report(thrown);
      rounds.wakeAfter(code, failedMs);
    }
  };
  const rounds = roundsOf(waits, ports.gatherMs, look);
  const turns = turnsOf();
  const digests = digestsOf(ports.clerk, ports.posts, turns);
  const deliveries = deliveryTo(ports, waits, { again: rounds.wakeAfter, digests, turns });
  const agendas = agendasOf(ports.clerk, ports.posts, deliveries.idle);
  const twins = twinsOf(ports, deliveries, agendas, rounds);
  const unwatch = ports.clerk.watch((code) => rounds.wake(code));

  return {
    start: async () => {
      for (const code of await ports.posts.followed()) rounds.wake(code);
    },
    stop: async () => {
      unwatch();
      waits.stop();
      await rounds.over();
      await deliveries.idle();
    },
    settled: async () => {
      while (rounds.isRunning() || deliveries.isBusy()) {
        await rounds.over();
        await deliveries.idle();
      }
    },
    timePassed: minuteOf(ports, { agendas, digests, rounds }),
    retry: async (where) => {
      for (const { code, rooms } of await roomsIn(ports, where)) {
        const agenda = await agendas.open(code);
        if (agenda === null) continue;
        const there = agenda.open().filter(({ to }) => rooms.includes(to));
        await agenda.keep(there.map(triedAgain).filter((post, index) => post !== there[index]));
        rounds.wake(code);
      }
    },
    seen: (room, reference, about) => twins.seen(room, reference, about),
  };
};

/** After something broke inside. */
const failedMs = 5_000;

/** The rooms of each alliance that a place, a workspace or the code of an alliance means. */
const roomsIn = async (
  { posts, directory }: Pick<AnnouncerPorts, 'posts' | 'directory'>,
  where: Parameters<Announcer['retry']>[0],
): Promise<readonly { readonly code: AllianceCode; readonly rooms: readonly string[] }[]> => {
  if (typeof where !== 'string' && 'place' in where) {
    const lines = await directory.roomsAt(where);
    return lines.map(({ alliance, room }) => ({ code: alliance, rooms: [toRoom({ number: room })] }));
  }
  const codes = typeof where === 'string' ? [where] : await posts.followed();
  const found = [];
  for (const code of codes) {
    const lines = await directory.rooms(code);
    const meant = lines.filter(
      ({ address }) =>
        typeof where === 'string' || (address.platform === where.platform && address.tenant === where.tenant),
    );
    if (meant.length > 0) found.push({ code, rooms: meant.map(({ room }) => toRoom({ number: room })) });
  }
  return found;
};
