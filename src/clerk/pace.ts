import type { RoomAddress } from '../alliance/directory.js';

/**
 * How often a platform may be called: a bucket a room and a bucket a workspace, refilled steadily. A refusal with a
 * waiting time closes the bucket that it names until then. Times are milliseconds of a clock that never jumps.
 */
export interface Pace {
  /** How long to wait before this call may go; 0 takes its place in the buckets. */
  wait(room: string, workspace: string, call: 'post' | 'update', now: number): number;
  /** The platform asked for quiet. */
  quiet(bucket: string, untilMs: number): void;
}

/** So many calls of a kind in any stretch of so long: of posts, of updates, and of both together. */
export interface PaceLimits {
  /** In one room. */
  readonly room: Windows;
  /** In one workspace. */
  readonly workspace: Windows;
}

export type Windows = Readonly<Partial<Record<'post' | 'update' | 'both', readonly Window[]>>>;

export interface Window {
  readonly most: number;
  readonly ms: number;
}

/**
 * About one message a second a channel, and fifty updates a minute a workspace (platforms.md 7), in a minute that is a
 * little longer: what leaves us in a storm of votes may arrive two seconds late. A card that is drawn anew at most every
 * three seconds keeps a burst of votes within 0.3 updates a vote.
 */
export const slackPace: PaceLimits = {
  room: { post: [{ most: 1, ms: 1_100 }], update: [{ most: 1, ms: 3_000 }] },
  workspace: { post: [{ most: 300, ms: 63_000 }], update: [{ most: 45, ms: 63_000 }] },
};

/**
 * What Teams allows a bot in a conversation and in a tenant, each a little below, since what leaves us evenly may arrive
 * unevenly (platforms.md 7). A card is drawn anew at most every other second.
 */
export const teamsPace: PaceLimits = {
  room: {
    update: [{ most: 1, ms: 2_000 }],
    both: [
      { most: 6, ms: 1_100 },
      { most: 7, ms: 2_200 },
      { most: 55, ms: 30_500 },
      { most: 1_700, ms: 3_605_000 },
    ],
  },
  workspace: { both: [{ most: 27, ms: 1_050 }] },
};

export const paceOf = (limits: PaceLimits): Pace => {
  const called = new Map<string, readonly number[]>();
  const quietUntil = new Map<string, number>();
  /** Every bucket that a call goes through, with the windows that count there. */
  const buckets = (room: string, workspace: string, call: 'post' | 'update'): readonly Bucket[] =>
    (['room', 'workspace'] as const).flatMap((where) =>
      ([call, 'both'] as const).flatMap((kind) => {
        const windows = limits[where][kind] ?? [];
        const name = `${where} ${kind} ${where === 'room' ? room : workspace}`;
        return windows.length === 0 ? [] : [{ name, windows }];
      }),
    );
  return {
    wait: (room, workspace, call, now) => {
      const through = buckets(room, workspace, call);
      const quiet = Math.max(quietUntil.get(room) ?? 0, quietUntil.get(workspace) ?? 0) - now;
      const full = through.map(({ name, windows }) => {
        const recent = (called.get(name) ?? []).filter((at) => at > now - longest(windows));
        called.set(name, recent);
        return fullFor(recent, windows, now);
      });
      const waiting = Math.max(quiet, ...full, 0);
      if (waiting > 0) return waiting;
      for (const { name } of through) called.set(name, [...(called.get(name) ?? []), now]);
      return 0;
    },
    quiet: (bucket, untilMs) => {
      quietUntil.set(bucket, Math.max(untilMs, quietUntil.get(bucket) ?? 0));
    },
  };
};

interface Bucket {
  readonly name: string;
  readonly windows: readonly Window[];
}

const longest = (windows: readonly Window[]): number => Math.max(...windows.map(({ ms }) => ms));

/** For how long none of these windows has room. */
const fullFor = (recent: readonly number[], windows: readonly Window[], now: number): number =>
  Math.max(
    ...windows.map(({ most, ms }) => {
      const first = recent.at(-most);
      return first === undefined || recent.length < most ? 0 : first + ms - now;
    }),
  );

/** The bucket of a room. */
export const placeOf = ({ tenant, place }: RoomAddress): string => `${tenant}/${place}`;
