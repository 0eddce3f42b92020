import { given } from '../../alliance/given.js';
import type { Meeting } from '../../alliance/meetings/meeting.js';
import { present } from '../../alliance/meetings/presiding.js';
import { isPerson } from '../../alliance/names.js';
import type { Actor, MeetingId, TextRef } from '../../alliance/names.js';
import { appointed, voicesOf } from '../../alliance/speaking.js';
import type { Answers } from '../answers.js';
import type { Field } from '../card.js';
import { capacityField, choiceField, momentField, option, personOption, textField } from '../fields.js';
import type { FormPress } from '../press.js';
import type { View } from '../view.js';
import { bodyName, itemTitle } from '../words/meetings.js';
import { meetingHints, meetingLabels } from '../words/meetingForms.js';
import { inCapacity } from './deciding.js';
import type { FormSpecs } from './spec.js';

/** Forms that call, move and cancel a meeting. */
export const meetingForms: FormSpecs<'convene' | 'moveMeeting' | 'cancelMeeting' | 'apologies'> = {
  convene: {
    fields: (view, { member }, by) => [
      choiceField(
        'body',
        meetingLabels.body,
        view.alliance.charter.bodies.map(({ id }) => option(id, bodyName(view, id))),
        given('value', view.alliance.charter.bodies[0]?.id),
      ),
      ...capacityField(view, by, member),
      ...timeFields(view, null),
      textField('reason', meetingLabels.requisition, 'reason', { required: false, hint: meetingHints.requisition }),
    ],
    command: (view, press, answers) => ({
      kind: 'conveneMeeting',
      body: answers.choice(
        'body',
        view.alliance.charter.bodies.map(({ id }) => id),
      ),
      ...times(answers),
      ...inCapacity(view, press, answers),
      ...given('reason', answers.optionalText('reason', 'reason')),
    }),
  },
  moveMeeting: {
    fields: (view, press) => [
      ...meetingField(view, press),
      ...timeFields(view, meetingOf(view, press)),
      textField('why', meetingLabels.why, 'why'),
    ],
    command: (view, press, answers) => ({
      kind: 'moveMeeting',
      meeting: meetingIn(view, press, answers),
      ...times(answers),
      why: answers.text('why', 'why'),
    }),
  },
  cancelMeeting: {
    fields: (view, press) => [...meetingField(view, press), textField('why', meetingLabels.why, 'why')],
    command: (view, press, answers) => ({
      kind: 'cancelMeeting',
      meeting: meetingIn(view, press, answers),
      why: answers.text('why', 'why'),
    }),
  },
  apologies: {
    fields: (view, press, by) => [
      ...meetingField(view, press),
      ...capacityField(view, by, press.member),
      ...deputyField(view, press, by),
    ],
    command: (view, press, answers) => ({
      kind: 'answerInvitation',
      answer: 'apologies',
      meeting: meetingIn(view, press, answers),
      ...inCapacity(view, press, answers),
      ...given('deputy', answers.optionalChoice('deputy', [...view.alliance.people.keys()])),
    }),
  },
};

/** Deputies on record of the members that the person speaks for. */
const deputyField = (view: View, { member }: FormPress, by: Actor): readonly Field[] => {
  const own = isPerson(by) ? voicesOf(view.alliance, by, view.now).map((voice) => voice.member) : [];
  const members = member === undefined ? own : [member];
  const deputies = members
    .flatMap((each) => appointed(view.alliance, each, 'deputy', view.now))
    .filter(({ person }) => person !== by);
  return deputies.length === 0
    ? []
    : [
        choiceField(
          'deputy',
          meetingLabels.deputy,
          [...new Set(deputies.map(({ person }) => person))].map((person) => personOption(view, person)),
          { required: false, hint: meetingHints.deputy },
        ),
      ];
};

const timeFields = (view: View, meeting: Meeting | null): readonly Field[] => [
  momentField(view, 'startsAt', meetingLabels.startsAt, given('value', meeting?.startsAt)),
  momentField(view, 'endsAt', meetingLabels.endsAt, given('value', meeting?.endsAt)),
  textField('place', meetingLabels.place, 'place', {
    required: false,
    ...given('value', wordsOf(view, meeting?.place)),
  }),
  textField('link', meetingLabels.link, 'link', {
    required: false,
    hint: meetingHints.link,
    ...given('value', wordsOf(view, meeting?.link)),
  }),
];

const wordsOf = (view: View, ref: TextRef | null | undefined): string | undefined =>
  ref == null ? undefined : (view.text(ref) ?? undefined);

const times = (answers: Answers) => ({
  startsAt: answers.requiredMoment('startsAt'),
  endsAt: answers.requiredMoment('endsAt'),
  ...given('place', answers.optionalText('place', 'place')),
  ...given('link', answers.optionalText('link', 'link')),
});

/** The meeting that the form is about, from its button; else one of those to come or being held, or waiting for minutes. */
export const meetingField = (view: View, { meeting }: FormPress): readonly Field[] =>
  meeting === undefined
    ? [
        choiceField(
          'meeting',
          meetingLabels.meeting,
          [...view.alliance.liveMeetings].map((id) => option(id, id)),
        ),
      ]
    : [];

export const meetingIn = (view: View, { meeting }: FormPress, answers: Answers): MeetingId =>
  meeting ?? answers.choice('meeting', [...view.alliance.meetings.keys()]);

export const meetingOf = (view: View, { meeting }: FormPress): Meeting | null =>
  meeting === undefined ? null : (view.alliance.meetings.get(meeting) ?? null);

/** The item that the form is about, from its button; else one of the agenda, or its number. */
export const itemField = (view: View, press: FormPress, required: boolean): readonly Field[] => {
  if (press.item !== undefined) return [];
  const items = meetingOf(view, press)?.items ?? [];
  return press.meeting === undefined
    ? [textField('item', meetingLabels.item, 'name', { required })]
    : [
        choiceField(
          'item',
          meetingLabels.item,
          items.map((item) => option(String(item.number), itemTitle(view, item).slice(0, 75))),
          { required },
        ),
      ];
};

export const itemIn = ({ item }: FormPress, answers: Answers): number | undefined => {
  const raw = answers.raw('item');
  return item ?? (/^[1-9]\d{0,3}$/u.test(raw) ? Number(raw) : undefined);
};

/** Everybody who is there, of a meeting that the button named; else everybody. */
export const presentOptions = (view: View, press: FormPress) => {
  const meeting = meetingOf(view, press);
  const people = meeting === null ? [...view.alliance.people.keys()] : present(meeting);
  return people.map((person) => personOption(view, person));
};
