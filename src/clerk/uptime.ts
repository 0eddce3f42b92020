import type { Outage } from '../alliance/downtime.js';
import type { Instant } from '../alliance/instant.js';
import { instantOf, laterOf, msOf, plusMs } from '../alliance/instant.js';

/** One row a surface a minute in which it was up (rulings 1.4). */
export interface Heartbeat {
  readonly surface: string;
  /** The minute, as its first instant. */
  readonly minute: Instant;
}

export interface Heartbeats {
  /** Notes these, durably, and forgets those from before `kept`. */
  keepHeartbeats(beats: readonly Heartbeat[], kept: Instant): Promise<void>;
  /** All from this moment on, by surface and minute. */
  heartbeats(since: Instant): Promise<readonly Heartbeat[]>;
}

/** Knows when each surface was up, and so when it was not. */
export interface Uptime {
  /** Reads what is kept; resolves at once when that was done. */
  readonly read: (now: Instant) => Promise<void>;
  /** These surfaces are up now. */
  readonly beat: (surfaces: readonly string[], now: Instant) => Promise<void>;
  /** When surfaces were down lately, up to now. A surface that never beat is not watched. */
  readonly outages: (now: Instant) => readonly Outage[];
  /** Whether there is an outage that was not there when this was last asked. */
  readonly isBack: (now: Instant) => boolean;
}

/** Where no heartbeats are kept, nothing is watched. */
export const uptimeOn = (heartbeats: Heartbeats | undefined): Uptime => {
  const last = new Map<string, Instant>();
  let past: readonly Outage[] = [];
  let reading: Promise<void> | null = null;
  const note = ({ surface, minute }: Heartbeat): void => {
    const before = last.get(surface);
    if (before !== undefined) past = [...past, ...gap(surface, before, minute)];
    last.set(surface, before === undefined ? minute : laterOf(before, minute));
  };
  const readKept = async (now: Instant): Promise<void> => {
    for (const beat of (await heartbeats?.heartbeats(plusMs(now, -keptMs))) ?? []) note(beat);
  };
  let known = '';
  const uptime: Uptime = {
    read: (now) => (reading ??= readKept(now)),
    beat: async (surfaces, now) => {
      if (heartbeats === undefined || surfaces.length === 0) return;
      await uptime.read(now);
      const minute = instantOf(Math.floor(msOf(now) / minuteMs) * minuteMs);
      const beats = surfaces.filter((surface) => last.get(surface) !== minute).map((surface) => ({ surface, minute }));
      const oldest = plusMs(now, -keptMs);
      beats.forEach(note);
      past = past.filter(({ to }) => to >= oldest);
      if (beats.length > 0) await heartbeats.keepHeartbeats(beats, oldest);
    },
    outages: (now) =>
      last.size === 0 ? past : [...past, ...[...last].flatMap(([surface, before]) => gap(surface, before, now))],
    isBack: (now) => {
      const newest = uptime.outages(now).reduce((latest, { from }) => laterOf(latest, from), '');
      const isNew = newest > known;
      known = newest;
      return isNew;
    },
  };
  return uptime;
};

const minuteMs = 60_000;
/** The last four working hours of a revision reach back no further, whatever holidays lie between. */
const keptMs = 15 * 86_400_000;

/** Nobody beat between the end of the one minute and the other moment. A beat that is a little late is none missed. */
const gap = (surface: string, lastMinute: Instant, until: Instant): readonly Outage[] => {
  const from = plusMs(lastMinute, minuteMs);
  return msOf(until) - msOf(from) > lateMs ? [{ surface, from, to: until }] : [];
};

const lateMs = 60_000;
