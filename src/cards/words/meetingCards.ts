import { isOverdue } from '../../alliance/actions/actionDesk.js';
import type { Action } from '../../alliance/actions/action.js';
import type { Meeting } from '../../alliance/meetings/meeting.js';
import type { Minutes } from '../../alliance/minutes/minutes.js';
import type { View } from '../view.js';
import { asSentence, counted, listed, quoted } from './general.js';
import { ownerWords } from './historyOfActions.js';
import { meetingTimes, namedMembers } from './meetings.js';
import { dateWords, momentWords, shortClock } from './moments.js';
import { nameOfRecord, textOf } from './names.js';

export const meetingButtons = {
  papers: 'Agenda and papers',
  convene: 'Call a meeting',
  coming: 'I am coming',
  remote: 'I join remotely',
  apologies: 'Send apologies',
  waive: 'Waive the notice',
  addItem: 'Put on the agenda',
  table: 'Table for the meeting',
  changeItem: 'Change an item',
  moveItem: 'Reorder',
  consent: 'Consent block',
  takeConsent: 'Take the consent block',
  removeItem: 'Take off the agenda',
  pack: 'Send out the pack',
  move: 'Move it',
  cancel: 'Cancel it',
  start: 'Open the meeting',
  here: 'I am here',
  hereRemote: 'I am here, remote',
  leave: 'I am leaving',
  roll: 'Call the roll',
  chair: 'Who presides',
  note: 'Take a note',
  interest: 'Declare interest',
  action: 'Record an action',
  correct: 'Correct a line',
  inquorate: 'Give up the quorum',
  end: 'End the meeting',
  minutes: 'Show the minutes',
  circulate: 'Circulate the minutes',
  write: 'Write the minutes',
  accept: 'Accept the minutes',
  correction: 'Ask for a correction',
  confirm: 'Confirm the minutes',
  amend: 'Amend the minutes',
  meetings: 'Meetings',
  actions: 'Actions',
  take: 'Take it on',
  progress: 'How it goes',
  done: 'It is done',
  verify: 'Verified',
  back: 'Send it back',
  putOff: 'Put it off',
  transfer: 'Give it to somebody',
  cancelAction: 'Cancel it',
} as const;

export const enteredButtons = { confirmed: 'That is what we said', disputed: 'That is not what we said' } as const;

export const showMeetingWords = (id: string): string => `Show ${id}`;
export const putWords = (item: number): string => `Put item ${item}`;
export const circulateWords = (item: number): string => `Circulate item ${item}`;
export const noteWords = (item: number): string => `Take a note on item ${item}`;
export const enterWords = (item: number): string => `Enter a position on item ${item}`;
export const takeOutWords = (item: number): string => `Discuss item ${item}`;
export const waiveWords = (item: number): string => `Waive notice of item ${item}`;
export const acceptCorrectionWords = (correction: number): string => `Accept correction ${correction}`;
export const declineCorrectionWords = (correction: number): string => `Decline correction ${correction}`;

export const meetingListWords = {
  meetings: 'Meetings',
  none: 'No meeting is to come, and no minutes wait.',
  actions: 'Actions',
  noActions: 'No actions are open.',
  agenda: 'Agenda',
  noItems: 'No items yet.',
  standing: 'By itself on the agenda',
} as const;

/** One line that says how a meeting stands. */
export const meetingStatus = (view: View, meeting: Meeting): string => {
  const { status, cancelled, startedAt, endedAt, minutes } = meeting;
  switch (status) {
    case 'called':
      return `Called for ${meetingTimes(view, meeting)}${meeting.shortNotice ? ', at short notice' : ''}`;
    case 'inSession':
      return `In session since ${shortClock(view, startedAt ?? meeting.startsAt)}, ${quorumStates[meeting.quorum]}`;
    case 'ended':
      return `Held on ${momentWords(view, startedAt ?? meeting.startsAt)} to ${shortClock(view, endedAt ?? meeting.endsAt)}; minutes ${minutes === null ? 'missing' : minutesStates[minutes.status]}`;
    case 'cancelled':
      return `Cancelled${cancelled === null ? '' : `: ${quoted(textOf(view, cancelled))}`}`;
  }
};

const quorumStates: Readonly<Record<Meeting['quorum'], string>> = {
  none: 'not quorate yet',
  reached: 'quorate',
  lost: 'not quorate any more',
  inquorate: 'not quorate: notes only',
};

export const minutesStates: Readonly<Record<Minutes['status'], string>> = {
  draft: 'in draft',
  circulated: 'out for acceptance',
  agreed: 'agreed, subject to confirmation',
  unanswered: 'waiting for the next meeting to confirm them',
  confirmed: 'confirmed',
};

/** Who comes, who does not, and of whom nothing was heard. */
export const answersWords = (view: View, meeting: Meeting): readonly string[] => {
  const of = (answer: 'come' | 'apologies'): string =>
    listed(
      meeting.answers
        .filter((each) => (each.answer === 'apologies') === (answer === 'apologies'))
        .map(
          ({ personName, deputy }) =>
            `${nameOfRecord(view, personName)}${deputy === null ? '' : ` (${nameOfRecord(view, deputy.personName)} comes instead)`}`,
        ),
    );
  return [
    ...(of('come') === '' ? [] : [`Coming: ${of('come')}.`]),
    ...(of('apologies') === '' ? [] : [`Apologies: ${of('apologies')}.`]),
  ];
};

export const unrepresentedWords = (names: readonly string[]): string =>
  `Nobody has said yet who comes for ${listed(names)}.`;

export const presentWords = (view: View, meeting: Meeting): string =>
  `Represented: ${namedMembers(
    view,
    meeting.attendance.flatMap(({ member, leftAt }) => (member === null || leftAt !== null ? [] : [member])),
  )}.`;

export const papersDueWords = (view: View, due: string): string => `Agenda and papers by ${momentWords(view, due)}.`;
export const packWords = (view: View, edition: number, at: string): string =>
  `Pack sent out on ${momentWords(view, at)}${edition === 1 ? '' : `, edition ${edition}`}.`;

export const standingWords = {
  minutes: (ids: readonly string[]): string => `Minutes to confirm: ${listed(ids)}`,
  actions: (count: number, overdue: number): string =>
    `Matters arising: ${counted(count, 'open action')}${overdue === 0 ? '' : `, ${overdue} overdue`}`,
  circulated: (numbers: readonly string[]): string => `Decisions made by circulation, to note: ${listed(numbers)}`,
  reviews: (dates: readonly string[]): string => `Dates of the term: ${dates.join('; ')}`,
  open: (names: readonly string[]): string => `Open proposals: ${listed(names)}`,
} as const;

/** "A-7: Ask for three offers. Rowan Ellis (Harbour), due Fri 17 Apr 2026, overdue." */
export const actionLine = (view: View, action: Action): string =>
  `${asSentence(textOf(view, action.text))} ${actionFacts(view, action)}`;

export const actionFacts = (view: View, action: Action): string => {
  const { owner, due, slips, status, needsOwner } = action;
  const who = owner === null ? 'nobody' : ownerWords(view, owner);
  const parts = [
    `${who}, due ${dateWords(due)}`,
    ...(slips === 0 ? [] : [`put off ${counted(slips, 'time')}`]),
    ...(needsOwner === null ? [] : ['needs an owner']),
    ...(isOverdue(view.alliance, action, view.now) ? ['overdue'] : []),
    actionStates[status],
  ];
  return `${parts.join(', ')}.`;
};

const actionStates: Readonly<Record<Action['status'], string>> = {
  proposed: 'not taken on yet',
  open: 'open',
  inProgress: 'in progress',
  blocked: 'blocked',
  claimed: 'said to be done',
  closed: 'closed',
  cancelled: 'cancelled',
};
