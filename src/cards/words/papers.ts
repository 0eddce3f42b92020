import { paperLimits } from '../../alliance/meetings/paperLimits.js';
import type { Paper } from '../../alliance/meetings/meeting.js';
import type { MeetingId } from '../../alliance/names.js';
import type { View } from '../view.js';
import { powerHolders } from './officers.js';
import { textOf } from './names.js';

/** "Paper 2, late: Lease of the house (SHA-256 …)": a paper as the record knows it. */
export const paperOfRecord = (view: View, { number, name, sha256, late }: Paper): string =>
  `Paper ${number}${late ? ', late' : ''}: ${textOf(view, name)} (SHA-256 ${sha256})`;

export const papersOfMinutes = {
  heading: 'Papers',
  intro: 'What the meeting had before it. A paper is the one meant if its SHA-256 is the same.',
  forItem: (item: number, paper: string): string => `Item ${item}: ${paper}`,
} as const;

/** "1.2 MB", "300 KB": how large a file is, never said smaller than it is. */
export const sizeWords = (bytes: number): string =>
  bytes >= 1_000_000 ? `${Math.ceil(bytes / 100_000) / 10} MB` : `${Math.max(1, Math.ceil(bytes / 1_000))} KB`;

/** What is wrong with a file, beside its field. */
export const paperProblems = {
  missing: 'Choose a file that is not empty.',
  kind: `A paper is of one of these kinds: ${Object.keys(paperLimits.types).join(', ')}.`,
  size: (bytes: number): string =>
    `This file has ${sizeWords(bytes)}; up to ${sizeWords(paperLimits.bytesMost)} can be kept. Make it smaller, or put its address into the item.`,
  unnamed: 'Paper',
} as const;

/** The card of the files of a meeting. */
export const papersCardWords = {
  title: (meeting: MeetingId): string => `Agenda and papers of ${meeting}`,
  agenda: 'Agenda',
  minutes: 'Minutes',
  read: 'read',
  invitation: 'For your calendar (.ics)',
  yours: 'These addresses are yours alone and end after an hour. Ask for this card again for new ones.',
  withheld: 'You take no part in this item because of a declared interest, so its papers are not shown to you.',
  late: ', late',
  add: 'Add a paper',
  withdraw: 'Withdraw a paper',
  noAddress: (view: View, meeting: MeetingId): string =>
    `Files cannot be fetched here, because Roundtable has no address on the web (setting PUBLIC_URL). Whoever looks after Roundtable can write the agenda out with “roundtable agenda ${view.alliance.code} ${meeting}”, and ${powerHolders(view, 'runMeetings')} can send papers round.`,
  uploadIntro: 'Forms take no files here, so papers are handed in on a page of your own: ',
  upload: (meeting: MeetingId): string => `hand in a paper for ${meeting}`,
  noUpload: (view: View): string =>
    `Nothing was recorded. Forms take no files here, and Roundtable has no address on the web for a page that does (setting PUBLIC_URL). Ask whoever looks after Roundtable, or ${powerHolders(view, 'runMeetings')}.`,
} as const;
