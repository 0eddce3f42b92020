import type { CharterSettings } from './charter.js';
import { type Instant, instantOf, type LocalDate, msOf } from './instant.js';
import { offsetAt, wallOf } from './zone.js';

/** A moment as people say it, always with its zone: "Mon 13 Apr 2026, 17:00 BST", elsewhere "…, 17:00 UTC+05:45". */
export const wordsFor = ({ timeZone }: CharterSettings['calendar'], instant: Instant): string => {
  const said = known.get(timeZone) ?? new Map<Instant, string>();
  const before = said.get(instant);
  if (before !== undefined) return before;
  const wall = instantOf(wallOf(timeZone, msOf(instant)));
  const words = `${wordsForDate(wall.slice(0, 10))}, ${wall.slice(11, 16)} ${zoneWords(timeZone, instant)}`;
  if (known.size >= zonesKeptMost) known.clear();
  if (said.size >= momentsKeptMost) said.clear();
  known.set(timeZone, said.set(instant, words));
  return words;
};

/** A card says the same moments each time it is drawn, those of every position among them. Same question, same answer. */
const known = new Map<string, Map<Instant, string>>();
const zonesKeptMost = 64;
const momentsKeptMost = 2_000;

/** A day as people say it: "Mon 13 Apr 2026". */
export const wordsForDate = (date: LocalDate): string => {
  const at = new Date(`${date}T00:00:00.000Z`);
  return `${weekdays[at.getUTCDay()]} ${at.getUTCDate()} ${months[at.getUTCMonth()]} ${date.slice(0, 4)}`;
};

const weekdays = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];
const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** Zones that keep London's time and say GMT and BST. */
const british = new Set([
  'Europe/London',
  'Europe/Belfast',
  'Europe/Jersey',
  'Europe/Guernsey',
  'Europe/Isle_of_Man',
  'GB',
]);

const zoneWords = (timeZone: string, instant: Instant): string => {
  const minutes = Math.round(offsetAt(timeZone, msOf(instant)) / 60_000);
  if (british.has(timeZone)) return minutes === 0 ? 'GMT' : 'BST';
  if (minutes === 0) return 'UTC';
  const size = Math.abs(minutes);
  const two = (n: number): string => String(n).padStart(2, '0');
  return `UTC${minutes < 0 ? '-' : '+'}${two(Math.floor(size / 60))}:${two(size % 60)}`;
};
