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

export interface PaceLimits {
  /** Fewest milliseconds between two calls of a kind in one room. */
  readonly roomGapMs: { readonly post: number; readonly update: number };
  /** Calls of a kind in one workspace in any minute. */
  readonly workspaceMinute: { readonly post: number; readonly update: number };
}

/**
 * About one message a second a channel, and fifty updates a minute a workspace (platforms.md 7). A card that is drawn
 * anew at most every three seconds keeps a burst of votes within 0.3 updates a vote.
 */
export const slackPace: PaceLimits = {
  roomGapMs: { post: 1_100, update: 3_000 },
  workspaceMinute: { post: 300, update: 45 },
};

export const paceOf = (limits: PaceLimits): Pace => {
  const last = new Map<string, number>();
  const minutes = new Map<string, number[]>();
  const quietUntil = new Map<string, number>();
  const roomWait = (room: string, call: 'post' | 'update', now: number): number =>
    Math.max(0, (last.get(`${call} ${room}`) ?? -Infinity) + limits.roomGapMs[call] - now);
  const workspaceWait = (workspace: string, call: 'post' | 'update', now: number): number => {
    const recent = (minutes.get(`${call} ${workspace}`) ?? []).filter((at) => at > now - 60_000);
    minutes.set(`${call} ${workspace}`, recent);
    const [oldest] = recent;
    return oldest === undefined || recent.length < limits.workspaceMinute[call] ? 0 : oldest + 60_000 - now;
  };
  return {
    wait: (room, workspace, call, now) => {
      const quiet = Math.max(quietUntil.get(room) ?? 0, quietUntil.get(workspace) ?? 0) - now;
      const waiting = Math.max(quiet, roomWait(room, call, now), workspaceWait(workspace, call, now), 0);
      if (waiting > 0) return waiting;
      last.set(`${call} ${room}`, now);
      minutes.get(`${call} ${workspace}`)?.push(now);
      return 0;
    },
    quiet: (bucket, untilMs) => {
      quietUntil.set(bucket, Math.max(untilMs, quietUntil.get(bucket) ?? 0));
    },
  };
};

/** The bucket of a room. */
export const placeOf = ({ tenant, place }: RoomAddress): string => `${tenant}/${place}`;
