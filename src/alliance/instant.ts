/**
 * A moment, as ISO 8601 in UTC with milliseconds ("2026-04-02T09:00:00.000Z").
 * All instants have this one form, so they may be compared as text with < and >.
 */
export type Instant = string;

/** A day in the alliance's own time zone, "2026-04-02". */
export type LocalDate = string;

/** Whether a text is a day of the calendar, written as such: 31 February is none. */
export const isLocalDate = (text: string): text is LocalDate => {
  const date = new Date(`${text}T00:00:00.000Z`);
  return /^\d{4}-\d\d-\d\d$/u.test(text) && !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
};

/** A time on the clock with 24 hours, "09:00". */
export const timeOfDayPattern = /^([01]\d|2[0-3]):[0-5]\d$/;

export const isTimeOfDay = (text: string): boolean => timeOfDayPattern.test(text);

export const msOf = (instant: Instant): number => Date.parse(instant);

export const instantOf = (ms: number): Instant => new Date(ms).toISOString();

export const plusMs = (instant: Instant, ms: number): Instant => instantOf(msOf(instant) + ms);

export const laterOf = (a: Instant, b: Instant): Instant => (a > b ? a : b);

export const earlierOf = (a: Instant, b: Instant): Instant => (a < b ? a : b);
