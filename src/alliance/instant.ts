/**
 * A moment, as ISO 8601 in UTC with milliseconds ("2026-04-02T09:00:00.000Z").
 * All instants have this one form, so they may be compared as text with < and >.
 */
export type Instant = string;

/** A day in the alliance's own time zone, "2026-04-02". */
export type LocalDate = string;

export const msOf = (instant: Instant): number => Date.parse(instant);

export const instantOf = (ms: number): Instant => new Date(ms).toISOString();

export const plusMs = (instant: Instant, ms: number): Instant => instantOf(msOf(instant) + ms);

export const laterOf = (a: Instant, b: Instant): Instant => (a > b ? a : b);

export const earlierOf = (a: Instant, b: Instant): Instant => (a < b ? a : b);
