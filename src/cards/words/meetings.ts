import type { AgendaItem, Meeting } from '../../alliance/meetings/meeting.js';
import type { AttendedAs, CirculatedBecause } from '../../alliance/meetings/meetingEvents.js';
import type { Instant } from '../../alliance/instant.js';
import type { AttendanceMode, ItemKind, MeetingId } from '../../alliance/names.js';
import type { NamedMember } from '../../alliance/outcomeEvents.js';
import { visibleLine } from '../fit.js';
import type { View } from '../view.js';
import { counted, listed, removedText } from './general.js';
import { momentWords, shortClock } from './moments.js';
import { personName, recordedMemberName } from './names.js';

/** "M-3, Alliance Leadership Team": how a meeting is called in sentences. */
export const meetingName = (view: View, id: MeetingId): string => {
  const meeting = view.alliance.meetings.get(id);
  return meeting === undefined ? id : `${id}, ${bodyName(view, meeting.body)}`;
};

export const bodyName = ({ alliance }: View, id: string): string =>
  alliance.charter.bodies.find((body) => body.id === id)?.name ?? id;

/** "Thu 30 Apr 2026, 10:00 BST to 12:00". */
export const meetingTimes = (view: View, { startsAt, endsAt }: Pick<Meeting, 'startsAt' | 'endsAt'>): string => {
  const from = momentWords(view, startsAt);
  const to = momentWords(view, endsAt);
  const [day = ''] = from.split(', ');
  return to.startsWith(`${day}, `) ? `${from} to ${to.slice(day.length + 2, day.length + 7)}` : `${from} to ${to}`;
};

/** The words of an item's title, on one line. */
export const itemTitle = (view: View, { title }: Pick<AgendaItem, 'title'>): string => {
  const words = view.text(title);
  return words === null ? removedText : visibleLine(words);
};

/** "item 3", and its title where the meeting has it. */
export const itemName = (view: View, id: MeetingId, number: number): string => {
  const item = view.alliance.meetings.get(id)?.items.find((each) => each.number === number);
  return item === undefined ? `item ${number}` : `item ${number} (${itemTitle(view, item)})`;
};

/** Members as the record kept them. */
export const namedMembers = (view: View, members: readonly NamedMember[]): string =>
  members.length === 0 ? 'nobody' : listed(members.map(({ member, name }) => recordedMemberName(view, member, name)));

export const itemKindWords: Readonly<Record<ItemKind, string>> = {
  decision: 'for decision',
  discussion: 'for discussion',
  noting: 'to note',
};

/** "for decision, P-3, Rowan Ellis, 10:15, 10 minutes, in the consent block". */
export const itemFacts = (
  view: View,
  { kind, about, presenter, minutes, consent }: AgendaItem,
  begins: Instant | undefined,
): string =>
  [
    itemKindWords[kind],
    ...(about === null ? [] : [about]),
    ...(presenter === null ? [] : [personName(view, presenter)]),
    ...(begins === undefined ? [] : [shortClock(view, begins)]),
    ...(minutes === null ? [] : [counted(minutes, 'minute')]),
    ...(consent === 'taken' ? [consentWords.taken] : []),
  ].join(', ');

/** What is said of items that are taken together, and of the time for all items (domain.md B52). */
export const consentWords = {
  block: (items: readonly number[]): string =>
    `Consent block: ${items.length === 1 ? 'item' : 'items'} ${listed(items.map(String))}. They are taken together without discussion, unless a member takes one out. Each member still says its own position on a decision.`,
  taken: 'taken in the consent block',
  minuted: 'Taken in the consent block, without discussion.',
} as const;

export const timetableWords = (planned: number, over: number): string =>
  `The items take ${counted(planned, 'minute')} in all${over === 0 ? '' : `, ${counted(over, 'minute')} more than the meeting lasts`}.`;

export const modeWords: Readonly<Record<AttendanceMode, string>> = { room: 'in the room', remote: 'remote' };

export const attendedAsWords: Readonly<Record<AttendedAs, string>> = {
  representative: 'representative',
  deputy: 'deputy',
  officer: 'officer',
  observer: 'observer',
};

export const circulatedWords: Readonly<Record<CirculatedBecause, string>> = {
  noQuorum: 'because the meeting had no quorum for it',
  late: 'because it came late and notice was not waived by all',
  shortNotice: 'because the meeting was called at short notice',
  asked: 'as the meeting wished',
};
