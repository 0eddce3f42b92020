import type { EventKind } from '../../alliance/events.js';
import type { Meeting } from '../../alliance/meetings/meeting.js';
import type { MeetingId, SeriesId } from '../../alliance/names.js';
import type { Entry } from '../../ledger/entry.js';
import { meetingCalendar } from '../calendarEntries.js';
import type { Block, Card, Invitation } from '../card.js';
import type { View } from '../view.js';
import { calendarFileName, invitationWords } from '../words/calendar.js';
import type { EntryOfKind } from '../words/history.js';
import { dayWords } from '../words/moments.js';
import { letter } from './letters.js';

/**
 * What calendars must hear of an entry: a call, a change or a cancellation, as the meeting stands now (RFC 5545). Empty
 * where it changes nothing for them, and where a later entry has changed the same meeting since: that one tells.
 */
export const invitationBlocks = (view: View, entry: Entry): readonly Block[] => {
  const invitation = invitationOf(view, entry);
  return invitation === null ? [] : [{ kind: 'invitation', invitation }];
};

/** What stands beside the invitation where a room is given it as a file; null where there is none to give. */
export const invitationFile = (view: View, entry: Entry): Card | null => {
  const invitation = invitationOf(view, entry);
  if (invitation === null) return null;
  const shared = invitationWords.shared(invitation.meetings.map(({ meeting, day }) => [meeting, day]));
  return letter(view, [shared, invitationWords[newsOf(entry)].open], [], [{ kind: 'invitation', invitation }]);
};

const invitationOf = (view: View, entry: Entry): Invitation | null => {
  const find = changed[entry.kind] as ((view: View, entry: Entry) => readonly Meeting[]) | undefined;
  const meetings = find?.(view, entry) ?? [];
  if (meetings.length === 0) return null;
  const { code } = view.alliance;
  return {
    alliance: code,
    calendar: meetingCalendar(view, ...meetings),
    file: calendarFileName(code, entry.subject as MeetingId | SeriesId),
    lead: invitationWords[newsOf(entry)].lead,
    meetings: meetings.map(({ id, startsAt }) => ({ meeting: id, day: dayWords(view, startsAt) })),
  };
};

type Changed = { readonly [K in EventKind]?: (view: View, entry: EntryOfKind<K>) => readonly Meeting[] };

const changed: Changed = {
  MeetingCalled: (view, { body }) => standing(view, body.meeting, 0),
  MeetingMoved: (view, { body }) => standing(view, body.meeting, body.sequence),
  MeetingCancelled: (view, { body }) => standing(view, body.meeting, body.sequence),
  // Those that were called with it; each later one is told of by itself.
  SeriesConvened: (view, { body }) => calledWith(view, body.series),
  SeriesChanged: (view, { body, at }) => calledWith(view, body.series).filter(({ calledAt }) => calledAt === at),
};

const calledWith = ({ alliance }: View, series: SeriesId): readonly Meeting[] =>
  [...alliance.meetings.values()].filter(
    ({ recurrence, sequence, status }) => recurrence?.series === series && sequence === 0 && status === 'called',
  );

const standing = ({ alliance }: View, id: MeetingId, sequence: number): readonly Meeting[] => {
  const meeting = alliance.meetings.get(id);
  return meeting?.sequence === sequence ? [meeting] : [];
};

const newsOf = ({ kind }: Entry): 'called' | 'moved' | 'cancelled' => {
  if (kind === 'MeetingMoved') return 'moved';
  return kind === 'MeetingCancelled' ? 'cancelled' : 'called';
};
