import type { DecisionNumber, ItemKind, MeetingId, ProposalId } from '../../alliance/names.js';
import type { Seal } from '../documents/minutes.js';
import { counted, quotedLast } from './general.js';
import { itemKindWords } from './meetings.js';

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
  item: (place: number, title: string, kind: ItemKind | null, minutes: number | null): string =>
    `${place}. ${title}${kind === null ? '' : `, ${itemKindWords[kind]}`}${minutes === null ? '' : `, ${counted(minutes, 'minute')}`}`,
  takenOff: '[taken off the agenda since]',
  presenter: (person: string): string => `Presented by ${person}.`,
  proposed: (about: ProposalId): string => `Proposed (${about}):`,
  late: (reason: string): string =>
    `Late. It is decided only if every voting member waives notice; else it is for discussion. Reason: ${quotedLast(reason)}`,
  closing: 'Closing',
  closingItems: ['Any other business: for discussion, and no decisions without notice', 'Date of the next meeting'],
} as const;
