import type { Meeting } from '../../alliance/meetings/meeting.js';
import { quoted } from './general.js';

/** "Page 2 of 7", where the renderer knows both. */
export const pageOf = (page: number, pages: number): string => `Page ${page} of ${pages}`;

/** The same in pieces, where the reader's program fills in the numbers. */
export const pageWords = <T>(page: T, pages: T): (T | string)[] => ['Page ', page, ' of ', pages];

/** Above the part of a table that stands on another page. */
export const continued = (caption: string): string => `${caption} (continued)`;

export const noSuchMeetingWords = (given: string, known: readonly string[]): string =>
  `There is no meeting ${quoted(given)} in this book. ${known.length === 0 ? 'No meeting was called yet.' : `The last one is ${known.at(-1) ?? ''}.`}`;

/** Why there are no minutes of that version, and which there are. */
export const noSuchVersionWords = ({ id, minutes }: Meeting, wanted: string | undefined): string => {
  if (minutes === null) return `${id} has no minutes: it has not ended. They are drafted when it ends.`;
  if (minutes.versions.length === 0)
    return `The minutes of ${id} are a draft, and no version has gone out: leave out --version.`;
  return `There is no version ${wanted ?? ''} of the minutes of ${id}. The last one is version ${minutes.versions.length}.`;
};

export const noSuchPackWords = ({ id, packs }: Meeting, wanted: string): string =>
  packs.length === 0
    ? `No pack of ${id} has gone out: leave out --edition for the agenda as it stands.`
    : `There is no edition ${wanted} of the pack of ${id}. The last one is edition ${packs.length}.`;
