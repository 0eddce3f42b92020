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
  repeats: 'How often?',
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
  first: 'Its weekday or date is kept. On a bank holiday they meet on the next working day.',
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
  times: 'Write the number of meetings in figures, like 12.',
} as const;
