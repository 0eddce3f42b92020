import { clockChanges, offsetAt, type ClockChange } from '../../src/alliance/zone.js';
import type { CalendarEntry } from '../../src/cards/calendarEntries.js';

/**
 * The zone as VTIMEZONE (RFC 5545, 3.6.5): each change of the clocks that touches these entries, one by one, so that it
 * says what the zone tables of this server say and no rule is guessed.
 */
export const zoneAsIcs = (timeZone: string, entries: readonly CalendarEntry[]): string => {
  const times = entries.flatMap(({ startsAt, endsAt }) => [Date.parse(startsAt), Date.parse(endsAt)]);
  const from = Math.min(...times);
  const changes = times.length === 0 ? [] : clockChanges(timeZone, from, Math.max(...times));
  const observances = changes.length === 0 ? [fixed(timeZone, times.length === 0 ? 0 : from)] : changes.map(observance);
  return ['BEGIN:VTIMEZONE', `TZID:${timeZone}`, ...observances.flat(), 'END:VTIMEZONE'].join('\r\n');
};

const observance = ({ at, beforeMs, afterMs }: ClockChange): readonly string[] =>
  component(afterMs > beforeMs ? 'DAYLIGHT' : 'STANDARD', wall(at + beforeMs), beforeMs, afterMs);

const fixed = (timeZone: string, at: number): readonly string[] => {
  const offsetMs = offsetAt(timeZone, at);
  return component('STANDARD', '19700101T000000', offsetMs, offsetMs);
};

const component = (kind: string, starts: string, beforeMs: number, afterMs: number): readonly string[] => [
  `BEGIN:${kind}`,
  `DTSTART:${starts}`,
  `TZOFFSETFROM:${offset(beforeMs)}`,
  `TZOFFSETTO:${offset(afterMs)}`,
  `END:${kind}`,
];

/** What a clock on the wall shows, as RFC 5545 writes a local time. */
const wall = (ms: number): string => new Date(ms).toISOString().slice(0, 19).replace(/[-:]/gu, '');

const offset = (ms: number): string => {
  const minutes = Math.abs(Math.round(ms / 60_000));
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${ms < 0 ? '-' : '+'}${two(Math.floor(minutes / 60))}${two(minutes % 60)}`;
};
