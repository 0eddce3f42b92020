import { given } from '../../alliance/given.js';
import { attendanceModes, interestLevels, interestScopes, positionKinds } from '../../alliance/names.js';
import type { Answers } from '../answers.js';
import type { Field } from '../card.js';
import { capacityField, choiceField, memberOptions, option, personOptions, textField } from '../fields.js';
import type { FormPress } from '../press.js';
import type { View } from '../view.js';
import { labels, levelChoices, scopeChoices } from '../words/forms.js';
import { sentenceCase } from '../words/general.js';
import { meetingHints, meetingLabels, noteKindWords, positionWords } from '../words/meetingForms.js';
import { modeWords } from '../words/meetings.js';
import { inCapacity } from './deciding.js';
import { itemField, itemIn, meetingField, meetingIn, meetingOf, presentOptions } from './meetings.js';
import type { FormSpecs } from './spec.js';

/** Forms for whoever runs a meeting in session, and for the interests of those who are there. */
export const sessionForms: FormSpecs<
  'rollCall' | 'takeChair' | 'minuteInterest' | 'takeNote' | 'correctLine' | 'enterPosition'
> = {
  rollCall: {
    fields: (view, press) => [
      ...meetingField(view, press),
      choiceField('person', meetingLabels.person, personOptions(view)),
      choiceField(
        'mode',
        meetingLabels.mode,
        attendanceModes.map((mode) => option(mode, sentenceCase(modeWords[mode]))),
        { value: 'room' },
      ),
    ],
    command: (view, press, answers) => ({
      kind: 'recordAttendance',
      meeting: meetingIn(view, press, answers),
      person: answers.choice('person', [...view.alliance.people.keys()]),
      mode: answers.choice('mode', attendanceModes),
    }),
  },
  takeChair: {
    fields: (view, press) => [
      ...meetingField(view, press),
      choiceField('person', meetingLabels.presides, presentOptions(view, press)),
      ...itemField(view, press, false),
    ],
    command: (view, press, answers) => ({
      kind: 'takeChair',
      meeting: meetingIn(view, press, answers),
      person: answers.choice('person', [...view.alliance.people.keys()]),
      ...given('item', itemIn(press, answers)),
    }),
  },
  minuteInterest: {
    fields: (view, press, by) => [
      ...meetingField(view, press),
      ...itemField(view, press, false),
      ...capacityField(view, by, press.member),
      textField('nature', labels.nature, 'nature'),
      choiceField(
        'level',
        labels.level,
        interestLevels.map((level) => option(level, ...levelChoices[level])),
      ),
      choiceField(
        'scope',
        labels.scope,
        interestScopes.map((scope) => option(scope, ...scopeChoices[scope])),
      ),
    ],
    command: (view, press, answers) => ({
      kind: 'minuteInterest',
      meeting: meetingIn(view, press, answers),
      ...given('item', itemIn(press, answers)),
      ...inCapacity(view, press, answers),
      nature: answers.text('nature', 'nature'),
      level: answers.choice('level', interestLevels),
      scope: answers.choice('scope', interestScopes),
    }),
  },
  takeNote: {
    fields: (view, press) => [
      ...meetingField(view, press),
      ...itemField(view, press, false),
      choiceField(
        'as',
        meetingLabels.noteKind,
        (['note', 'recommendation'] as const).map((kind) => option(kind, noteKindWords[kind])),
        { value: 'note' },
      ),
      textField('text', meetingLabels.note, 'note', { hint: meetingHints.note }),
    ],
    command: (view, press, answers) => ({
      kind: 'takeNote',
      meeting: meetingIn(view, press, answers),
      ...given('item', itemIn(press, answers)),
      as: answers.choice('as', ['note', 'recommendation']),
      text: answers.text('text', 'note'),
    }),
  },
  correctLine: {
    fields: (view, press) => [
      ...meetingField(view, press),
      ...lineField(view, press),
      textField('text', meetingLabels.lineText, 'note', { required: false, hint: meetingHints.strike }),
    ],
    command: (view, press, answers) => ({
      kind: 'correctLine',
      meeting: meetingIn(view, press, answers),
      line: lineIn(press, answers),
      ...given('text', answers.optionalText('text', 'note')),
    }),
  },
  enterPosition: {
    fields: (view, press) => [
      ...meetingField(view, press),
      ...itemField(view, press, true),
      choiceField('member', meetingLabels.member, memberOptions(view)),
      choiceField(
        'position',
        meetingLabels.position,
        positionKinds.map((kind) => option(kind, positionWords[kind])),
        { value: 'agree' },
      ),
      textField('reason', meetingLabels.words, 'objection', { required: false, hint: meetingHints.words }, 1),
    ],
    command: (view, press, answers) => ({
      kind: 'enterPosition',
      meeting: meetingIn(view, press, answers),
      item: itemIn(press, answers) ?? 0,
      member: answers.choice('member', [...view.alliance.members.keys()]),
      position: answers.choice('position', positionKinds),
      ...given('reason', answers.raw('reason') === '' ? undefined : answers.text('reason', 'objection', 1)),
    }),
  },
};

/** The line that the form is about: from its button, else by the number that stands before it. */
export const lineField = (view: View, press: FormPress): readonly Field[] => {
  if (press.line !== undefined) return [];
  const lines = (meetingOf(view, press)?.lines ?? []).filter(
    ({ interest, text }) => interest === null && text !== null,
  );
  return lines.length === 0 || lines.length > linesOffered
    ? [textField('line', meetingLabels.line, 'name')]
    : [
        choiceField(
          'line',
          meetingLabels.line,
          lines.map(({ number, text }) =>
            option(String(number), `[${number}] ${text === null ? '' : (view.text(text) ?? '')}`.slice(0, 75)),
          ),
        ),
      ];
};

export const lineIn = ({ line }: FormPress, answers: Answers): number => {
  const raw = answers.raw('line');
  if (line === undefined && !/^[1-9]\d{0,3}$/u.test(raw)) answers.refuse('line', meetingHints.lineNumber);
  return line ?? Number(raw);
};

/** A menu holds no more. */
const linesOffered = 100;
