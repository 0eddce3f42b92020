import type { Cell, Decision } from '../digest/picture/grid.js';
import { counted } from './general.js';

/** What stands in the picture of the digest and in its alternative text. */
export const pictureWords = {
  heading: (page: number, pages: number): string =>
    pages === 1 ? 'Open decisions' : `Open decisions, ${page} of ${pages}`,
  daysOpen: 'Days since tabled',
  closes: 'Closes',
  waitingFor: 'Still to answer',
  altOpening: 'Open decisions, member by member.',
  altDecision: ({ id, days, closes }: Decision, parts: readonly string[]): string =>
    `${id} (tabled ${days === 0 ? 'today' : `${counted(days, 'day')} ago`}, closes ${closes}): ${parts.join('; ')}.`,
  altPart: (cell: Cell, names: readonly string[]): string => `${cellWords[cell]}: ${names.join(', ')}`,
} as const;

/** What a cell says: in the key under the picture and in the alternative text. */
export const cellWords: Readonly<Record<Cell, string>> = {
  waiting: 'still to answer',
  objected: 'objects',
  agreed: 'agreed',
  reserved: 'agreed with reservation',
  noPart: 'takes no part',
  left: 'left the alliance',
  notAsked: 'not asked',
};
