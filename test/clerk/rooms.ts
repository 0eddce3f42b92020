import { onTestFinished } from 'vitest';
import type { RoomAddress } from '../../src/alliance/directory.js';
import type { PersonId } from '../../src/alliance/names.js';
import { openAnnouncer } from '../../src/clerk/announcer.js';
import type { Announcer, AnnouncerPorts } from '../../src/clerk/announcer.js';
import { slackPace } from '../../src/clerk/pace.js';
import type { Post, Posts, Surface } from '../../src/clerk/surfaces.js';
import type { Scene } from '../cast.js';
import { alliance, plainly } from '../cast.js';
import { handAlarms } from '../cast/alarms.js';
import type { FarSide, Message } from './farSide.js';
import { farSide } from './farSide.js';

export const gatherMs = 300;

/** An alliance of the examples with rooms on a platform that answers as it is told, and time that only the test moves. */
export const rooms = async ({ places = ['C1'], example = 'plymouth' }: Setting = {}): Promise<Rooms> => {
  const scene = await alliance(example);
  const far = farSide(scene.clock);
  const alarms = handAlarms(scene.clock);
  const faults: unknown[] = [];
  const portsOf = (through: Through): AnnouncerPorts => ({
    clerk: scene.clerk(),
    directory: scene.store,
    posts: through.posts?.(scene.store) ?? scene.store,
    surfaces: [through.surface?.(far.surface) ?? far.surface],
    pace: { slack: slackPace },
    clock: scene.clock,
    wait: alarms.wait,
    gatherMs,
    report: (fault) => void faults.push(fault),
  });
  let announcer = openAnnouncer(portsOf({}));
  await announcer.start();
  let end = (): Promise<void> => announcer.stop();
  onTestFinished(() => end());
  const begin = async (through: Through): Promise<void> => {
    const { kill } = through;
    end =
      kill === undefined
        ? () => announcer.stop()
        : async () => {
            kill();
          };
    announcer = openAnnouncer(portsOf(through));
    // Not waited for: it may die over it.
    announcer.start().catch((fault: unknown) => faults.push(fault));
    await alarms.run(0);
  };
  const officer = await scene.officer('allianceManager');
  for (const place of places) await scene.does(officer, bindTo(place));
  await alarms.run(10_000);
  // What a room is told when it is bound is no part of what these tests count.
  for (const { reference } of places.flatMap((place) => far.in(place))) far.remove(reference);
  far.newCalls();
  return {
    scene,
    far,
    faults,
    announcer: () => announcer,
    run: alarms.run,
    bind: async (place) => {
      await scene.does(officer, bindTo(place));
    },
    release: async (room) => {
      await scene.does(officer, plainly({ kind: 'releaseRoom', room, because: 'asked' }));
    },
    link: async (person, user) => {
      const account = { platform: 'slack', tenant, user } as const;
      const said = await scene.does(officer, plainly({ kind: 'proposeLink', person, account }));
      const [entry] = said.entries;
      if (entry?.kind !== 'LinkProposed') throw new Error(`the link was not proposed: ${said.why}`);
      await scene.does({ person }, plainly({ kind: 'confirmLink', link: entry.body.link }));
    },
    restart: async (through = {}) => {
      await end();
      await begin(through);
    },
    posts: async () => {
      const open = await scene.store.openPosts(scene.charter.code);
      const about = await scene.store.postsAbout(scene.charter.code, 'P-1');
      return [...new Map([...open, ...about].map((post) => [`${post.to} ${post.key}`, post])).values()];
    },
    card: async (place, key = 'P-1/r1') => {
      const at = { platform: 'slack', tenant, place } as const;
      const [line] = await scene.store.roomsAt(at);
      const posts = await scene.store.postsAbout(scene.charter.code, key.split('/')[0] as 'P-1');
      const post = posts.find((each) => each.key === key && each.to === `room:${line?.room}`);
      return far.in(place).find(({ reference }) => reference === post?.reference) ?? null;
    },
  };
};

export const tenant = 'T0PLYMOUTH';

export const addressOf = (place: string): RoomAddress => ({ platform: 'slack', tenant, place });

const bindTo = (place: string) => plainly({ kind: 'bindRoom', body: 'leadership', address: addressOf(place) });

interface Setting {
  readonly places?: readonly string[];
  readonly example?: 'plymouth' | 'ipsa';
}

/** A port to look through, or to break. */
export interface Through {
  readonly posts?: (posts: Posts) => Posts;
  readonly surface?: (surface: Surface) => Surface;
  /** Ends it where it is, instead of stopping it in good order. */
  readonly kill?: () => void;
}

export interface Rooms {
  readonly scene: Scene;
  readonly far: FarSide;
  readonly faults: readonly unknown[];
  readonly announcer: () => Announcer;
  /** Time passes, and with it everything that waits for it. */
  readonly run: (ms: number) => Promise<void>;
  readonly bind: (place: string) => Promise<void>;
  readonly release: (room: number) => Promise<void>;
  readonly link: (person: PersonId, user: string) => Promise<void>;
  /** The announcer stops in good order, or is killed where it can be; another one goes on from the store. */
  readonly restart: (through?: Through) => Promise<void>;
  /** Every post that is open or about P-1, as the store has it. */
  readonly posts: () => Promise<readonly Post[]>;
  /** The message that we keep up to date in a place; null while there is none. */
  readonly card: (place: string, key?: string) => Promise<Message | null>;
}
