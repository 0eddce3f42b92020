import type { Action } from '../../alliance/actions/action.js';
import type { Meeting } from '../../alliance/meetings/meeting.js';
import { votingIn } from '../../alliance/meetings/representation.js';
import type { MemberId, PersonId } from '../../alliance/names.js';
import { voicesOf } from '../../alliance/speaking.js';
import { buttonBlock, formButton, orderButton, showButton } from '../buttons.js';
import { bold, plain } from '../card.js';
import type { Block, Button } from '../card.js';
import type { View } from '../view.js';
import { actionLine, enteredButtons, meetingButtons, meetingStatus, showMeetingWords } from '../words/meetingCards.js';
import { positionWords } from '../words/meetingForms.js';
import { meetingName } from '../words/meetings.js';
import { memberName } from '../words/names.js';
import { waitingWords } from '../words/waiting.js';
import { openActions } from './openActions.js';
import { runs } from './runners.js';

/** One thing that waits on a person, as the blocks by which they deal with it: most are counted and never drawn. */
type Waiting = () => readonly Block[];

/** What meetings, minutes and actions want of this person: an answer, a confirmation, an acceptance, the work itself. */
export const waitingOfMeetings = (view: View, person: PersonId): readonly Waiting[] => {
  const live = [...view.alliance.liveMeetings]
    .flatMap((id) => view.alliance.meetings.get(id) ?? [])
    .sort((a, b) => (a.startsAt < b.startsAt ? -1 : 1));
  return [
    ...nextOfEach(live).flatMap((meeting) => invitation(view, meeting, person)),
    ...live.flatMap((meeting) => [...enteredFor(view, meeting, person), ...minutesFor(view, meeting, person)]),
    ...actionsFor(view, person),
  ];
};

const own = (view: View, person: PersonId): readonly MemberId[] =>
  voicesOf(view.alliance, person, view.now).map(({ member }) => member);

/** The next meeting of each body; later ones can wait. */
const nextOfEach = (live: readonly Meeting[]): readonly Meeting[] => {
  const called = live.filter(({ status }) => status === 'called');
  return called.filter((meeting, at) => called.findIndex(({ body }) => body === meeting.body) === at);
};

const invitation = (view: View, meeting: Meeting, person: PersonId): readonly Waiting[] => {
  const on = { meeting: meeting.id };
  return votingIn(view.alliance, meeting, view.now)
    .filter((member) => own(view, person).includes(member))
    .filter((member) => !meeting.answers.some((answer) => answer.member === member))
    .map((member) => () => [
      line(
        meetingName(view, meeting.id),
        `${meetingStatus(view, meeting)}. ${waitingWords.answer(memberName(view, member))}`,
      ),
      ...buttonBlock([
        orderButton(
          view,
          meetingButtons.coming,
          { kind: 'answerInvitation', answer: 'room', ...on, member },
          'primary',
        ),
        orderButton(view, meetingButtons.remote, { kind: 'answerInvitation', answer: 'remote', ...on, member }),
        formButton(view, meetingButtons.apologies, { form: 'apologies', ...on, member }),
        showButton(view, showMeetingWords(meeting.id), { show: 'meeting', ...on }),
      ]),
    ]);
};

const enteredFor = (view: View, meeting: Meeting, person: PersonId): readonly Waiting[] =>
  meeting.entered
    .filter(({ state, member }) => state === 'waiting' && own(view, person).includes(member))
    .map(({ number: entered, member, position, about }) => () => {
      const answer = (say: 'confirmed' | 'disputed'): Button =>
        orderButton(view, enteredButtons[say], {
          kind: 'answerEntered',
          ...{ meeting: meeting.id, entered, answer: say, member },
        });
      const words = waitingWords.entered(memberName(view, member), positionWords[position], about);
      return [line(meeting.id, words), ...buttonBlock([answer('confirmed'), answer('disputed')])];
    });

const minutesFor = (view: View, meeting: Meeting, person: PersonId): readonly Waiting[] => {
  const { minutes, id } = meeting;
  if (minutes === null || minutes.status === 'confirmed') return [];
  const show = showButton(view, meetingButtons.minutes, { show: 'minutes', meeting: id });
  const latest = minutes.status === 'draft' ? undefined : minutes.versions.at(-1);
  const asked = latest?.asked.filter(
    ({ member }) => own(view, person).includes(member) && !latest.accepted.has(member),
  );
  const asks = minutes.corrections.some(({ answer }) => answer === null);
  const says =
    (words: string): Waiting =>
    () => [line(meetingName(view, id), words), ...buttonBlock([show])];
  return [
    ...(asked ?? []).map(({ member }) => says(waitingWords.minutes(memberName(view, member)))),
    ...(runs(view, person) && asks ? [says(waitingWords.correction)] : []),
    ...(runs(view, person) && minutes.status === 'draft' ? [says(waitingWords.draft)] : []),
  ];
};

/** What the person is to do, and what others say that they did and the person is to verify. */
const actionsFor = (view: View, person: PersonId): readonly Waiting[] => {
  const waits = ({ owner, status }: Action): boolean =>
    status === 'claimed' ? runs(view, person) && owner?.person !== person : owner?.person === person;
  return openActions(view)
    .filter(waits)
    .map((action) => () => [
      line(action.id, actionLine(view, action)),
      ...buttonBlock([showButton(view, showMeetingWords(action.id), { show: 'action', action: action.id })]),
    ]);
};

const line = (name: string, words: string): Block => ({ kind: 'text', spans: [bold(name), plain(`: ${words}`)] });
