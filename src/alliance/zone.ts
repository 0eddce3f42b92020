import { Temporal } from 'temporal-polyfill';

/**
 * The UTC instant, in milliseconds, at which a clock on the wall of the zone shows `wallMs` (wall time written as if it
 * were UTC). A wall time that a clock change repeats is taken the `first` or the `last` time; one that it skips becomes
 * the next one that exists (domain.md BE, E36). Throws RangeError when the zone is unknown.
 */
export const instantOfWall = (timeZone: string, wallMs: number, which: 'first' | 'last'): number => {
  const before = spanAt(timeZone, wallMs - dayMs);
  const after = spanAt(timeZone, wallMs + dayMs);
  const meant = [before.offsetMs, after.offsetMs]
    .map((offsetMs) => wallMs - offsetMs)
    .filter((ms) => wallOf(timeZone, ms) === wallMs);
  if (meant.length === 0) return before.until;
  return which === 'first' ? Math.min(...meant) : Math.max(...meant);
};

/** What a clock on the wall of the zone shows at a UTC instant, as milliseconds written as if they were UTC. */
export const wallOf = (timeZone: string, ms: number): number => ms + offsetAt(timeZone, ms);

/** How far the zone is ahead of UTC at an instant, in milliseconds. */
export const offsetAt = (timeZone: string, ms: number): number => spanAt(timeZone, ms).offsetMs;

/** Whether this machine knows the zone. */
export const isTimeZone = (timeZone: string): boolean => {
  try {
    spanAt(timeZone, 0);
    return true;
  } catch {
    return false;
  }
};

/** A time between two clock changes. */
interface Span {
  readonly since: number;
  readonly until: number;
  readonly offsetMs: number;
}

const dayMs = 86_400_000;
const zonesKeptMost = 64;
const spansKeptMost = 256;

/** Asking the zone tables takes some 15 µs, so the answer is kept until the next clock change. Same question, same answer. */
const known = new Map<string, Span[]>();

const spanAt = (timeZone: string, ms: number): Span => {
  const spans = known.get(timeZone) ?? [];
  const kept = spans.find((span) => span.since <= ms && ms < span.until);
  if (kept) return kept;
  const span = askedSpan(timeZone, ms);
  if (known.size >= zonesKeptMost && !known.has(timeZone)) known.clear();
  known.set(timeZone, [span, ...spans.slice(0, spansKeptMost - 1)]);
  return span;
};

const askedSpan = (timeZone: string, ms: number): Span => {
  const moment = Temporal.Instant.fromEpochMilliseconds(ms).toZonedDateTimeISO(timeZone);
  // "previous" is strictly earlier, and a clock change belongs to the span that it begins.
  const since = moment.add({ milliseconds: 1 }).getTimeZoneTransition('previous');
  const until = moment.getTimeZoneTransition('next');
  return {
    since: since?.epochMilliseconds ?? -Infinity,
    until: until?.epochMilliseconds ?? Infinity,
    offsetMs: moment.offsetNanoseconds / 1_000_000,
  };
};

/** A change of the clocks: from when, and how far the zone is ahead of UTC before and after it, in milliseconds. */
export interface ClockChange {
  readonly at: number;
  readonly beforeMs: number;
  readonly afterMs: number;
}

/** Every change of the clocks after `from` and up to `to`, and the last one before; in milliseconds since 1970. */
export const clockChanges = (timeZone: string, from: number, to: number): readonly ClockChange[] => {
  const changes: ClockChange[] = [];
  let { since } = spanAt(timeZone, from);
  while (Number.isFinite(since) && since <= to) {
    const after = spanAt(timeZone, since);
    changes.push({ at: since, beforeMs: offsetAt(timeZone, since - 1), afterMs: after.offsetMs });
    since = after.until;
  }
  return changes;
};
