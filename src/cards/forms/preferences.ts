import type { Answers } from '../answers.js';
import type { Field } from '../card.js';
import { choiceField, dateField, personOptions } from '../fields.js';
import { spokenHours } from '../spoken/time.js';
import { hints, labels, problemWords } from '../words/forms.js';
import type { FormSpecs } from './spec.js';

/** What a person wants to be spared: reminders for a while, and messages at some hours. */
export const preferenceForms: FormSpecs<'preferences' | 'endCalendar'> = {
  preferences: {
    fields: () => [
      dateField('snoozedUntil', labels.snoozedUntil, { required: false, hint: hints.snoozedUntil }),
      timeField('quietFrom', labels.quietFrom),
      timeField('quietTo', labels.quietTo),
    ],
    command: (_view, _press, answers) => ({
      kind: 'setPreferences',
      snoozedUntil: answers.firstDay('snoozedUntil') ?? null,
      quiet: quietIn(answers),
    }),
  },
  endCalendar: {
    fields: (view) => [choiceField('person', labels.person, personOptions(view))],
    command: (view, _press, answers) => ({
      kind: 'setFeed',
      feed: 'none',
      person: answers.choice('person', [...view.alliance.people.keys()]),
    }),
  },
};

const timeField = (name: string, label: string): Field => ({
  kind: 'text',
  lines: 'one',
  most: 20,
  name,
  label,
  required: false,
  hint: hints.quiet,
});

const quietIn = (answers: Answers): { readonly from: string; readonly to: string } | null => {
  const [from, to] = [answers.raw('quietFrom'), answers.raw('quietTo')];
  if (from === '' && to === '') return null;
  const hours = spokenHours(`${from} to ${to}`);
  if (hours === null) answers.refuse(from === '' ? 'quietFrom' : 'quietTo', problemWords.timeOfDay);
  return hours;
};
