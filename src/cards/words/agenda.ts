import type { DecisionNumber, ItemKind, MeetingId, ProposalId } from '../../alliance/names.js';
import type { TermDate } from '../../alliance/term.js';
import type { Seal } from '../documents/minutes.js';
import { counted, quoted, quotedLast } from './general.js';
import { itemKindWords } from './meetings.js';
import { dateWords } from './moments.js';

/** A day of the term, as an item that is on the agenda by itself (domain.md ID-7, YP-3). */
export const reviewWords = ({ kind, on, option }: TermDate): string => {
  const day = dateWords(on);
  switch (kind) {
    case 'termEnds':
      return `The term ends on ${day}: what comes after it`;
    case 'optionDecided':
      return `The option ${quoted(option ?? '')} is decided by ${day}`;
    case 'reviewBegins':
      return `The review of the pilot begins on ${day}`;
    case 'pilotDecided':
      return `By ${day} it is decided whether the pilot continues, changes or ends`;
  }
};

/** What an agenda says as a document (domain.md B52). */
export const agendaWords = {
  title: (body: string): string => `Agenda of the ${body}`,
  status: (day: string, edition: number | null): string =>
    `${day} · ${edition === null ? 'not sent out yet' : `pack, edition ${edition}`}`,
  seal: (alliance: string, id: MeetingId, edition: number | null, { seq, hash }: Seal): string =>
    `${alliance}, ${id}, ${edition === null ? 'agenda as it stands' : `agenda, edition ${edition}`}. Minute book entry ${seq}, SHA-256 ${hash}`,
  fact: (label: string, text: string): string => `${label}: ${text}`,
  facts: { when: 'When', place: 'Place', link: 'Link', sent: 'Sent out' },
  opening: 'Opening',
  openingItems: [
    'Apologies and deputies',
    'Declarations of interest in any item',
    'Minutes of the last meeting, for confirmation',
  ],
  arising: 'Matters arising and actions',
  noLastMinutes: 'This body has not met before, so there are no minutes to confirm.',
  lastMinutes: (id: MeetingId, day: string): string => `Minutes of ${id}, held on ${day}, and what arises from them.`,
  noActions: 'No action is open.',
  actions: {
    caption: 'Open actions, for an update',
    columns: ['Action', 'What', 'Owner', 'Due'],
    nobody: 'needs an owner',
  },
  toNote: 'Decisions since the last meeting, to note',
  nothingToNote: 'Nothing was decided since the last meeting.',
  decided: (number: DecisionNumber, title: string, label: string): string => `${number}: ${title} (${label})`,
  items: 'Items',
  item: (
    number: number,
    title: string,
    { kind, minutes, begins }: { readonly kind: ItemKind; readonly minutes: number | null; readonly begins: string },
  ): string =>
    `${number}. ${title}, ${itemKindWords[kind]}${begins === '' ? '' : `, ${begins}`}${minutes === null ? '' : `, ${counted(minutes, 'minute')}`}`,
  reviews: 'Dates of the term',
  presenter: (person: string): string => `Presented by ${person}.`,
  proposed: (about: ProposalId): string => `Proposed (${about}):`,
  late: (reason: string): string =>
    `Late. It is decided only if every voting member waives notice; else it is for discussion. Reason: ${quotedLast(reason)}`,
  closing: 'Closing',
  closingItems: ['Any other business: for discussion, and no decisions without notice', 'Date of the next meeting'],
} as const;
