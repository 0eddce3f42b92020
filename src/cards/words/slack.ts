import { shorten } from '../fit.js';
import { visitWords } from './visits.js';

/** What the Slack surface says around the cards. */
export const slackWords = {
  ...visitWords,
  modalTitle: visitWords.title,
  yourTime: 'your time:',
  shortened: 'This is shortened to fit. Nothing is missing from the record.',
  fullText: 'Read it all',
  cutHere: '(shortened here; read it all in the proposal)',
  cutInput: 'What was there is longer than Slack lets anybody type, so its end is missing here.',
  reasonOf: (name: string, reason: string, most: number): string => `${name}:\n${shorten(reason, most, '')}`,
  nextPage: 'Next page',
  previousPage: 'Previous page',
  page: (page: number, of: number): string => `Page ${page} of ${of}`,
  installed: 'Roundtable is installed in your workspace. You can close this page and go back to Slack.',
  notInstalled:
    'Roundtable was not installed. Begin again from the page that your operator gave you; each page works once and for ten minutes.',
  close: 'Close',
  cancel: 'Cancel',
  back: 'Back',
  notNow: 'Not now',
  fetching: 'Your file is being fetched from Slack. This window says when it is kept.',
  notFetched:
    'Nothing was recorded. Your file could not be fetched from Slack. Try again; if it happens again, ask whoever looks after Roundtable whether the app has the permission “files:read”.',
  nothingToChoose: 'There is nothing to choose from yet.',
  optionsFrom: (first: number, last: number): string => `${first} to ${last}`,
} as const;

/** What App Home says to an account that nobody knows yet. */
export const homeWords = {
  unknown: [
    'This account is not linked to anybody yet, so there is nothing to show.',
    'Press any button on a card in your leadership channel, or type “/alliance mine” there: Roundtable links your account by itself where your charter allows it, and says who can help where it does not.',
  ],
  tooSlow: 'Slack closed the window before it could open. Nothing was recorded. Press the button again.',
  recent: 'Recent decisions',
  moreThanFits: 'There is more than fits here. “/alliance proposals” and “/alliance decisions” show the rest.',
} as const;
