import type { Meeting } from '../../alliance/meetings/meeting.js';
import { votingIn } from '../../alliance/meetings/representation.js';
import { papersDue } from '../../alliance/meetings/standingOrders.js';
import type { MeetingId, MemberId, PersonId } from '../../alliance/names.js';
import { isPerson } from '../../alliance/names.js';
import { mayRead } from '../../alliance/reading.js';
import { holdersOfPower, speakersFor, voicesOf } from '../../alliance/speaking.js';
import { showButton } from '../buttons.js';
import type { Card } from '../card.js';
import { joined, letter } from '../meetings/letters.js';
import type { Notice, NoticesOfNoun } from '../notices.js';
import type { View } from '../view.js';
import { meetingButtons, showMeetingWords } from '../words/meetingCards.js';
import { meetingNoticeWords } from '../words/meetingNotices.js';
import { memberName } from '../words/names.js';

/** Before, during and after the time of a meeting: to those who come, and to those who run it. */
export const meetingNotices: NoticesOfNoun = {
  noun: 'meeting',
  stepsApart: true,
  noticesOf: (view, { key, subject, kind }) => {
    const meeting = view.alliance.meetings.get(subject as MeetingId);
    return meeting === undefined
      ? []
      : toldOf(view, meeting, stepOf(kind)).map((person) => ({ to: person, key: `${key}/${person}` }));
  },
  isOwed: (view, notice) => owed(view, notice) !== null,
  draw: (view, notices) => joined(notices.flatMap((notice) => owed(view, notice) ?? [])),
};

const steps = ['starts', 'papers', 'unopened', 'unended', 'unrepresented', 'updates'] as const;
type Step = (typeof steps)[number];

/** "starts" of "meeting:starts". */
const stepOf = (kind: string): Step | null => steps.find((step) => kind === `meeting:${step}`) ?? null;

const toldOf = (view: View, meeting: Meeting, step: Step | null): readonly PersonId[] => {
  const { alliance, now } = view;
  switch (step) {
    case 'starts':
      return [...alliance.people.keys()].filter(
        (person) =>
          mayRead(alliance, { kind: 'alliance' }, person, now) &&
          !meeting.answers.some((each) => each.person === person && each.answer === 'apologies'),
      );
    case 'papers':
    case 'unopened':
    case 'unended':
      return holdersOfPower(alliance, 'runMeetings', now);
    case 'unrepresented': {
      const missing = unrepresented(view, meeting);
      const speakers = missing.flatMap((member) => speakersFor(alliance, member, now));
      return missing.length === 0 ? [] : [...new Set([...speakers, ...holdersOfPower(alliance, 'runMeetings', now)])];
    }
    case 'updates':
      return [...new Set([...alliance.openActions].flatMap((id) => alliance.actions.get(id)?.owner?.person ?? []))];
    case null:
      return [];
  }
};

/** Voting members of whom nobody has said that somebody comes. */
const unrepresented = (view: View, meeting: Meeting): readonly MemberId[] =>
  votingIn(view.alliance, meeting, view.now).filter(
    (member) =>
      !meeting.answers.some((each) => each.member === member && (each.answer !== 'apologies' || each.deputy !== null)),
  );

/** The message, while it is still owed: the meeting has not moved or gone, and the person is still to be told. */
const owed = (view: View, { key }: Notice): Card | null => {
  const [id, sequence, kind = ''] = key.split('/');
  const person = key.split('/').find((part): part is PersonId => isPerson(part as PersonId));
  const meeting = view.alliance.meetings.get(id as MeetingId);
  const step = stepOf(kind);
  if (meeting === undefined || person === undefined || step === null || sequence !== `s${meeting.sequence}`)
    return null;
  if (meeting.status !== (step === 'unended' ? 'inSession' : 'called')) return null;
  if (step === 'papers' && meeting.packs.length > 0) return null;
  // After an outage: what prepares a meeting is nobody's any more once its time has come.
  if (step !== 'unopened' && step !== 'unended' && view.now >= meeting.startsAt) return null;
  if (!toldOf(view, meeting, step).includes(person)) return null;
  return drawnFor(view, meeting, step, person);
};

const drawnFor = (view: View, meeting: Meeting, step: Step, person: PersonId): Card => {
  const show = showButton(view, showMeetingWords(meeting.id), { show: 'meeting', meeting: meeting.id }, 'primary');
  switch (step) {
    case 'papers': {
      const due = papersDue(view.alliance, meeting);
      const words = view.now > due ? meetingNoticeWords.papersLate : meetingNoticeWords.papers;
      return letter(view, [words(view, meeting)], [show]);
    }
    case 'starts':
    case 'unopened':
    case 'unended':
      return letter(view, [meetingNoticeWords[step](view, meeting)], [show]);
    case 'unrepresented': {
      const own = voicesOf(view.alliance, person, view.now).map(({ member }) => member);
      const missing = unrepresented(view, meeting);
      const mine = missing.filter((member) => own.includes(member));
      const names = (mine.length > 0 ? mine : missing).map((member) => memberName(view, member));
      return letter(view, [meetingNoticeWords.unrepresented(view, meeting, names)], [show]);
    }
    case 'updates': {
      const own = [...view.alliance.openActions].filter(
        (id) => view.alliance.actions.get(id)?.owner?.person === person,
      );
      const list = showButton(view, meetingButtons.actions, { show: 'actions' }, 'primary');
      return letter(view, [meetingNoticeWords.updates(view, meeting, own)], [list]);
    }
  }
};
