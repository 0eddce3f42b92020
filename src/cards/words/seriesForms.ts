import type { UnclearRecurrence } from '../spoken/recurrence.js';
import { unclearWords } from './spoken.js';

/** The ways of recurring that the form offers: in weeks or months, by weekday or date of the first meeting. */
export const repeatWords = {
  weekly: 'Every week',
  fortnightly: 'Every two weeks',
  monthlyWeekday: 'Every month, same weekday (as second Thursday)',
  monthlyLast: 'Every month, the last such weekday',
  monthlyDate: 'Every month, same date',
  everyTwoMonths: 'Every two months, same weekday',
  everyThreeMonths: 'Every three months, same weekday',
} as const;

export const seriesLabels = {
  inWords: 'When they meet, in words',
  repeats: 'Or: how often?',
  first: 'First meeting',
  startsAt: 'From',
  endsAt: 'To',
  until: 'Until which day?',
  times: 'Or how many meetings?',
  series: 'Which ones?',
  called: 'Meetings that are called already',
  since: 'From which meeting on?',
} as const;

export const seriesHints = {
  inWords:
    'Like “second Thursday of each month 2pm to 4pm until December 2027”. You are shown how it is read before it counts.',
  first: 'Its weekday or date is kept. On a bank holiday they meet on the next working day.',
  firstOfChange:
    'Leave it empty to begin with the meeting chosen above or, without one, with the next that is not called yet.',
  time: 'As 10:00 or 10am.',
  end: 'Fill in one of the two: recurring meetings have an end, two years away at most.',
  times: 'Figures only, like 12.',
  since: 'It and all later ones move. Leave it empty to change only those that are not called yet.',
} as const;

export const calledWords = { keep: 'Keep them', cancel: 'Cancel them as well' } as const;

export const seriesProblems = {
  weekend: 'Choose a day from Monday to Friday.',
  everyMonth: 'Not every month has this date. Choose one up to the 28th, or the same weekday instead.',
  timeOfDay: 'Write a time like 10:00 or 10am.',
  oneEnd: 'Write the last day or the number of meetings, one of the two.',
  needsEnd: 'Until when, or how often? Write “until December 2027” or “12 times”, or fill in one of the fields below.',
  times: 'Write the number of meetings in figures, like 12.',
} as const;

/** Why words for a series were not read, and what to write instead. */
export const unclearRecurrence: Readonly<Record<UnclearRecurrence, string>> = {
  ...unclearWords,
  unknown:
    'These words are not understood. Write, for example, “second Thursday of each month 2pm to 4pm until December 2027” or “every two weeks on Tuesday, 12 times”.',
  noMoment: 'That is no one time. Write, for example, “2pm to 4pm” or “10:00 to 12:00”.',
  midnight: 'Midnight belongs to two days. Write a time within the day.',
  noDay: 'Which day of it? Write a date or a month, for example “from 5 May” or “from May”.',
  past: 'That is in the past. Write a day still to come.',
  whichDay: 'On which day? Write, for example, “monthly on the second Thursday” or “every two weeks on Tuesday”.',
  howOften: 'How often? Write, for example, “every Thursday” or “second Thursday of each month”.',
  everySecond:
    'That can mean every other week or once a month. Write “every other Tuesday” or “second Tuesday of each month”.',
  twiceOrEveryTwo:
    'That can mean twice or every two. Write “every two weeks” or “every two months”; plan two series for twice.',
  oneDay: 'A series meets on one day of the week. Plan another one for the other day.',
  weekend: 'Choose a day from Monday to Friday.',
  everyMonth: 'Not every month has one. Write the last such weekday, or a date up to the 28th.',
  whichEnd: 'Write the last day or month, for example “until March 2027”, or how many meetings: “12 times”.',
};
