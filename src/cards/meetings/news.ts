import type { EventKind } from '../../alliance/events.js';
import type { MeetingId, PersonId } from '../../alliance/names.js';
import { isPerson } from '../../alliance/names.js';
import { holdersOfPower, speakersFor } from '../../alliance/speaking.js';
import type { Entry } from '../../ledger/entry.js';
import { orderButton, showButton } from '../buttons.js';
import type { Block, Button, Card } from '../card.js';
import type { View } from '../view.js';
import { historyWords } from '../words/history.js';
import type { EntryOfKind } from '../words/history.js';
import { enteredButtons, meetingButtons, showMeetingWords } from '../words/meetingCards.js';
import { changedDaysWords, nextDaysWords } from '../words/series.js';
import { invitationBlocks } from './invitations.js';
import { letter } from './letters.js';

type Announced = { readonly [K in EventKind]?: (view: View, entry: EntryOfKind<K>) => Card | null };

const ofMeeting = (view: View, entry: Entry, beside: readonly Block[] = []): Card => {
  const meeting = entry.subject as MeetingId;
  return letter(
    view,
    [historyWords(view, entry)],
    [showButton(view, showMeetingWords(meeting), { show: 'meeting', meeting })],
    beside,
  );
};

/** What calendars must hear of as well. */
const inCalendars = (view: View, entry: Entry): Card => ofMeeting(view, entry, invitationBlocks(view, entry));

const ofMinutes = (view: View, entry: Entry): Card => {
  const meeting = entry.subject as MeetingId;
  return letter(
    view,
    [historyWords(view, entry)],
    [showButton(view, meetingButtons.minutes, { show: 'minutes', meeting })],
  );
};

/** What a room hears of meetings: their call and its changes, the pack, the quorum, the end, and their minutes. */
export const meetingNews: Announced = {
  SeriesConvened: (view, entry) =>
    letter(
      view,
      [historyWords(view, entry), nextDaysWords(view, entry.body, entry.at)],
      [showButton(view, meetingButtons.meetings, { show: 'meetings' })],
      invitationBlocks(view, entry),
    ),
  SeriesChanged: (view, entry) =>
    letter(
      view,
      [historyWords(view, entry), changedDaysWords(view, entry.body, entry.at)],
      [showButton(view, meetingButtons.meetings, { show: 'meetings' })],
      invitationBlocks(view, entry),
    ),
  SeriesEnded: (view, entry) =>
    letter(view, [historyWords(view, entry)], [showButton(view, meetingButtons.meetings, { show: 'meetings' })]),
  // The first meetings of a series are named where it is.
  MeetingCalled: (view, entry) =>
    entry.body.recurrence !== undefined && isPerson(entry.by) ? null : inCalendars(view, entry),
  MeetingMoved: inCalendars,
  MeetingCancelled: inCalendars,
  PackPublished: ofMeeting,
  MeetingStarted: ofMeeting,
  QuorumReached: ofMeeting,
  QuorumLost: ofMeeting,
  MeetingInquorate: ofMeeting,
  DecisionPut: ofMeeting,
  MeetingEnded: ofMeeting,
  MinutesCirculated: ofMinutes,
  MinutesAgreed: ofMinutes,
  MinutesUnanswered: ofMinutes,
  MinutesConfirmed: ofMinutes,
  MinutesAmended: ofMinutes,
};

interface Whisper {
  readonly person: PersonId;
  readonly card: Card;
}
type Whispered = { readonly [K in EventKind]?: (view: View, entry: EntryOfKind<K>) => readonly Whisper[] };

/** What single people hear: what was entered for their member, an action that is theirs, a correction to answer. */
export const meetingWhispers: Whispered = {
  PositionEntered: (view, entry) => {
    const { meeting, entered, member } = entry.body;
    const answer = (say: 'confirmed' | 'disputed'): Button =>
      orderButton(
        view,
        enteredButtons[say],
        { kind: 'answerEntered', meeting, entered, answer: say, member },
        say === 'confirmed' ? 'primary' : 'danger',
      );
    const card = letter(view, [historyWords(view, entry)], [answer('confirmed'), answer('disputed')]);
    return speakersFor(view.alliance, member, view.now).map((person) => ({ person, card }));
  },
  CorrectionRequested: (view, entry) =>
    holdersOfPower(view.alliance, 'runMeetings', view.now)
      .filter((person) => person !== entry.by)
      .map((person) => ({ person, card: ofMinutes(view, entry) })),
  ActionRecorded: (view, entry) => toOwner(view, entry, entry.body.owner.person),
  ActionTransferred: (view, entry) => toOwner(view, entry, entry.body.to.person),
  ActionReturned: (view, entry) => toOwner(view, entry, view.alliance.actions.get(entry.body.action)?.owner?.person),
  ActionNeedsOwner: (view, entry) => toOwner(view, entry, entry.body.fallsTo),
  ActionClaimed: (view, entry) =>
    view.alliance.actions.get(entry.body.action)?.status === 'claimed'
      ? holdersOfPower(view.alliance, 'runMeetings', view.now).flatMap((person) => toOwner(view, entry, person))
      : [],
};

const toOwner = (
  view: View,
  entry: EntryOfKind<'ActionRecorded' | 'ActionTransferred' | 'ActionReturned' | 'ActionNeedsOwner' | 'ActionClaimed'>,
  person: PersonId | undefined,
): readonly Whisper[] => {
  if (person === undefined || person === entry.by) return [];
  const { action } = entry.body;
  const show = showButton(view, showMeetingWords(action), { show: 'action', action }, 'primary');
  return [{ person, card: letter(view, [historyWords(view, entry)], [show]) }];
};
