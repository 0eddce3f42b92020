import type { DateField, TextField } from '../../alliance/refusals.js';
import { graphemesWithin, visibleLine } from '../fit.js';
import { counted, figure } from './general.js';
import { momentWords } from './moments.js';
import type { RefusalSentences } from './refusals.js';

export const textRefusals: RefusalSentences<'textMissing' | 'textTooLong' | 'textUnsafe'> = {
  textMissing: (_view, { field, least }) => [
    `Nothing was recorded. ${missing[field]}`,
    least > 1 ? `Write at least ${counted(least, 'character')} and send it again.` : 'Write it and send it again.',
  ],
  textTooLong: (_view, { field, length, most }) => [
    `Nothing was recorded. ${fieldNames[field]} has ${figure(length)} characters; ${figure(most)} fit.`,
    `Shorten it by ${counted(length - most, 'character')} and send it again.`,
  ],
  textUnsafe: (_view, { field }) => [
    `Nothing was recorded. ${fieldNames[field]} contains a character that no record can hold.`,
    'Write it again without pasting, and send it again.',
  ],
};

export const dateRefusals: RefusalSentences<
  | 'notAnInstant'
  | 'deadlineOutsideWorkingTime'
  | 'deadlineTooSoon'
  | 'deadlineTooLate'
  | 'deadlineNotLater'
  | 'datesBackwards'
  | 'notATimeOfDay'
  | 'inThePast'
> = {
  notAnInstant: (_view, { field }) => [
    `Nothing was recorded. The ${dateNames[field]} is not a date and time that can be understood.`,
    'Write it like 2 April 2026 17:00 and send it again.',
  ],
  deadlineOutsideWorkingTime: (view, { given, next }) => [
    `Nothing was recorded. ${momentWords(view, given)} is outside working time, and deadlines fall within it.`,
    `Choose ${momentWords(view, next)}, the next possible time, or a later one.`,
  ],
  deadlineTooSoon: (view, { given, earliest }) => [
    `Nothing was recorded. ${momentWords(view, given)} leaves the members too little time.`,
    `Choose ${momentWords(view, earliest)} or later.`,
  ],
  deadlineTooLate: (view, { given, latest }) => [
    `Nothing was recorded. ${momentWords(view, given)} is too far away: a revision is open for 28 days at most, and a proposal for 56 in all.`,
    `Choose ${momentWords(view, latest)} or earlier.`,
  ],
  deadlineNotLater: (view, { given, present }) => [
    `Nothing was recorded. ${momentWords(view, given)} is not later than the present deadline, ${momentWords(view, present)}.`,
    'A deadline is only ever moved to a later time; choose one.',
  ],
  notATimeOfDay: (_view, { given }) => [
    `Nothing was changed. “${visibleLine(graphemesWithin(given, 40))}” is not a time of day.`,
    'Write it as 18:00 or 6pm.',
  ],
  datesBackwards: () => [
    'Nothing was recorded. The end lies before the beginning.',
    'Check the two dates and send it again.',
  ],
  inThePast: (_view, { field }) => [
    `Nothing was recorded. The ${dateNames[field]} lies in the past.`,
    'Choose a time that is still to come.',
  ],
};

const missing: Readonly<Record<TextField, string>> = {
  title: 'The proposal needs a title.',
  text: 'The proposal needs its text.',
  bestForPeople: 'The proposal must say how this is best for people using services.',
  objection: 'An objection needs a reason, so that the others can understand it and resolve it.',
  reservation: 'A reservation needs its words.',
  wouldChange: 'It should say what would change your position.',
  nature: 'A declaration must say what the interest is.',
  why: 'It needs a reason.',
  reason: 'It needs a reason.',
  name: 'A name is missing.',
  itemTitle: 'The item needs a title.',
  itemText: 'The item needs its text.',
  note: 'The note needs its words.',
  place: 'The place is missing.',
  link: 'The address is missing.',
  action: 'The action must say what is to be done.',
  evidence: 'Say what shows that it is done.',
};

const fieldNames: Readonly<Record<TextField, string>> = {
  title: 'The title',
  text: 'The text of the proposal',
  bestForPeople: 'The answer on people using services',
  objection: 'The reason of the objection',
  reservation: 'The reservation',
  wouldChange: 'What would change your position',
  nature: 'The description of the interest',
  why: 'The reason',
  reason: 'The reason',
  name: 'The name',
  itemTitle: 'The title of the item',
  itemText: 'The text of the item',
  note: 'The note',
  place: 'The place',
  link: 'The address',
  action: 'The action',
  evidence: 'The evidence',
};

const dateNames: Readonly<Record<DateField, string>> = {
  deadline: 'deadline',
  opensAt: 'opening time',
  from: 'first day',
  to: 'last day',
  leavesAt: 'leaving date',
  startsAt: 'beginning',
  endsAt: 'end',
  due: 'due date',
};
