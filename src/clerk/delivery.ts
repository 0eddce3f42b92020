import type { AllianceCode } from '../alliance/names.js';
import { sendOn } from './sending.js';
import type { Destination } from './sending.js';
import type { AnnouncerPorts } from './news.js';
import { paceOf } from './pace.js';
import type { Pace } from './pace.js';
import type { Post } from './surfaces.js';
import { isPerson } from '../alliance/names.js';

/** Brings each destination's posts to what the book says, every destination at its own pace. */
export interface Deliveries {
  /** Starts on everything that is to be done for an alliance; returns without waiting for the platforms. */
  serve(code: AllianceCode): Promise<void>;
  /** Asks for another look at an alliance, after something changed or failed. */
  later(code: AllianceCode): void;
  onLater(listener: (code: AllianceCode) => void): void;
  isBusy(): boolean;
  idle(): Promise<void>;
  stop(): Promise<void>;
}

export const deliveryTo = (ports: AnnouncerPorts): Deliveries => {
  const paces: Record<string, Pace> = { slack: paceOf(ports.pace.slack), teams: paceOf(ports.pace.teams) };
  const working = new Map<string, Promise<void>>();
  let again: (code: AllianceCode) => void = () => undefined;
  let stopped = false;

  const work = async (code: AllianceCode, destination: Destination): Promise<void> => {
    const pace = paces[destination.address.platform];
    if (pace === undefined) return;
    for (let step = 0; !stopped && step < stepsMost; step += 1) {
      const done = await sendOn(ports, pace, code, destination);
      if (done === 'nothing') return;
      if (done === 'changed') again(code);
    }
  };
  const begin = (code: AllianceCode, destination: Destination): void => {
    const key = `${code} ${destination.to}`;
    if (stopped || working.has(key)) return;
    const job = work(code, destination)
      .catch(ports.report)
      .finally(() => working.delete(key));
    working.set(key, job);
  };

  return {
    serve: async (code) => {
      const open = await ports.posts.openPosts(code);
      for (const destination of await destinationsOf(ports, code, open)) begin(code, destination);
    },
    later: (code) => void ports.wait(retryMs).then(() => again(code)),
    onLater: (listener) => {
      again = listener;
    },
    isBusy: () => working.size > 0,
    idle: async () => {
      await Promise.all(working.values());
    },
    stop: async () => {
      stopped = true;
      await Promise.all(working.values());
    },
  };
};

/** More calls than one look at one room can need; the next look goes on. */
const stepsMost = 1_000;
const retryMs = 5_000;

/** Where the posts with something to be done go. A person is reached through an account; without one it is said so. */
const destinationsOf = async (
  ports: AnnouncerPorts,
  code: AllianceCode,
  open: readonly Post[],
): Promise<readonly Destination[]> => {
  const rooms = await ports.directory.rooms(code);
  const people = open.some(({ to }) => isPerson(to as never)) ? await ports.directory.people(code) : [];
  const destinations: Destination[] = [];
  for (const to of new Set(open.map((post) => post.to))) {
    const room = rooms.find((each) => `room:${each.room}` === to);
    const accounts = people.find(({ person }) => person === to)?.accounts ?? [];
    const [account] = accounts;
    if (room !== undefined) destinations.push({ to, address: room.address, account: null, fallback: null });
    else if (account !== undefined) {
      const { platform, tenant, user } = account;
      const fallback = rooms.find(({ address }) => address.platform === platform && address.tenant === tenant);
      const address = { platform, tenant, place: user };
      destinations.push({ to, address, account, fallback: fallback?.address ?? null });
    }
  }
  return destinations;
};
