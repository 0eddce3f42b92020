import { shorten } from '../fit.js';

/** What Teams' cards and dialogs say around what they show. */
export const teamsCardWords = {
  yourTime: 'your time:',
  noFiles: (label: string): string =>
    `${label}: Teams’ forms take no files. Press “Add a paper” on the card of the meeting for a page that does.`,
  shortened: 'This is shortened to fit. Nothing is missing from the record.',
  fullText: 'Full text',
  cutHere: '(shortened here; read it all in the proposal)',
  cutInput: 'What was there is longer than Teams lets a form hold, so its end is missing here.',
  said: (name: string): string => `${name}:`,
  reason: (reason: string, most: number): string => shorten(reason, most, ''),
  /** Whom a message calls, where Teams does not say their name. */
  you: 'you',
  nextPage: 'Next page',
  previousPage: 'Previous page',
  page: (page: number, of: number): string => `Page ${page} of ${of}`,
  nothingToChoose: 'There is nothing to choose from yet.',
  optional: (label: string): string => `${label} (can be left empty)`,
  choose: 'Choose',
  time: (label: string, zone: string): string => `${label}: time of day (${zone})`,
  date: (label: string): string => `${label}: day`,
  missing: (label: string): string => `“${label}” is needed.`,
} as const;
