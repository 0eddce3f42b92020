import type { EventKind } from '../../alliance/events.js';
import type { Entry } from '../../ledger/entry.js';
import type { View } from '../view.js';
import { figure, quotedLast } from './general.js';
import { accountHistory } from './historyOfAccounts.js';
import { actionHistory } from './historyOfActions.js';
import { meetingHistory } from './historyOfMeetings.js';
import { membershipHistory } from './historyOfMembership.js';
import { minutesHistory } from './historyOfMinutes.js';
import { outcomeHistory } from './historyOfOutcomes.js';
import { proposalHistory } from './historyOfProposals.js';
import { seriesHistory } from './series.js';

export type EntryOfKind<K extends EventKind> = Extract<Entry, { readonly kind: K }>;

/** One sentence for each kind of entry in a group; a new kind without one does not compile. */
export type HistoryOf<K extends EventKind> = {
  readonly [P in K]: (view: View, entry: EntryOfKind<P>) => string;
};

/** What an entry of the book says, as one sentence about the past: names as the entry kept them. */
export const historyWords = (view: View, entry: Entry): string => {
  const say = allHistory[entry.kind] as (view: View, entry: Entry) => string;
  return say(view, entry);
};

/** Where it stands in the minute book: "(entry 1,204)". */
export const entryWords = (seq: number): string => `(entry ${figure(seq)})`;

const allHistory: HistoryOf<EventKind> = {
  AllianceFounded: (_view, { body }) => `The minute book of ${body.name} was opened.`,
  KeyRotated: () => 'The book was given a new signing key.',
  CharterAdopted: (_view, { body }) =>
    `Charter revision ${body.revision} took effect${body.under === undefined ? '' : ` under decision ${body.under}`}.`,
  TextsRedacted: (_view, { body }) =>
    `${body.texts.length === 1 ? 'A text was' : `${body.texts.length} texts were`} removed from the record: ${quotedLast(body.why)}`,
  ...membershipHistory,
  ...accountHistory,
  ...proposalHistory,
  ...outcomeHistory,
  ...meetingHistory,
  ...seriesHistory,
  ...minutesHistory,
  ...actionHistory,
};
