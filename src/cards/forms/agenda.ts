import { given } from '../../alliance/given.js';
import { itemKinds } from '../../alliance/names.js';
import { isOffered } from '../../alliance/tabling.js';
import type { Answers } from '../answers.js';
import { capacityField, choiceField, option, personOptions, textField } from '../fields.js';
import type { FormPress } from '../press.js';
import type { View } from '../view.js';
import { meetingHints, meetingLabels } from '../words/meetingForms.js';
import { sentenceCase } from '../words/general.js';
import { itemKindWords, itemTitle } from '../words/meetings.js';
import { inCapacity } from './deciding.js';
import { itemField, itemIn, meetingField, meetingIn, meetingOf } from './meetings.js';
import type { FormSpecs } from './spec.js';

/** Forms about the agenda of a meeting: what is on it, and in which order. */
export const agendaForms: FormSpecs<
  'addItem' | 'tableForMeeting' | 'changeItem' | 'moveItem' | 'placeInConsent' | 'removeItem'
> = {
  addItem: {
    fields: (view, press) => [
      ...meetingField(view, press),
      choiceField('as', meetingLabels.itemKind, itemKindOptions, { value: 'discussion' }),
      choiceField('about', meetingLabels.about, proposalOptions(view), { required: false, hint: meetingHints.about }),
      textField('title', meetingLabels.itemTitle, 'title', { required: false, hint: meetingHints.itemTitle }),
      textField('text', meetingLabels.itemText, 'itemText', { required: false }),
      ...presenting(view),
      textField('reason', meetingLabels.late, 'reason', { required: false, hint: meetingHints.late }),
    ],
    command: (view, press, answers) => ({
      kind: 'addItem',
      meeting: meetingIn(view, press, answers),
      as: answers.choice('as', itemKinds),
      ...given('about', answers.optionalChoice('about', [...view.alliance.live])),
      ...given('title', answers.optionalText('title', 'itemTitle')),
      ...given('text', answers.optionalText('text', 'itemText')),
      ...presented(view, answers),
      ...given('reason', answers.optionalText('reason', 'reason')),
    }),
  },
  tableForMeeting: {
    fields: (view, press, by) => [
      ...meetingField(view, press),
      ...capacityField(view, by, press.member),
      choiceField('class', meetingLabels.class, classOptions(view)),
      textField('title', meetingLabels.title, 'title'),
      textField('bestForPeople', meetingLabels.bestForPeople, 'bestForPeople'),
      textField('text', meetingLabels.text, 'text'),
      textField('reason', meetingLabels.late, 'reason', { required: false, hint: meetingHints.late }),
    ],
    command: (view, press, answers) => ({
      kind: 'tableForMeeting',
      meeting: meetingIn(view, press, answers),
      ...inCapacity(view, press, answers),
      class: answers.choice(
        'class',
        classOptions(view).map(({ value }) => value),
      ),
      title: answers.text('title', 'title'),
      bestForPeople: answers.text('bestForPeople', 'bestForPeople'),
      text: answers.text('text', 'text'),
      ...given('reason', answers.optionalText('reason', 'reason')),
    }),
  },
  changeItem: {
    fields: (view, press) => [
      ...meetingField(view, press),
      ...itemField(view, press, true),
      textField('title', meetingLabels.itemTitle, 'title', { required: false, hint: meetingHints.unchanged }),
      textField('text', meetingLabels.itemText, 'itemText', { required: false, hint: meetingHints.unchanged }),
      ...presenting(view),
    ],
    command: (view, press, answers) => ({
      kind: 'changeItem',
      meeting: meetingIn(view, press, answers),
      item: itemIn(press, answers) ?? 0,
      ...given('title', answers.optionalText('title', 'itemTitle')),
      ...given('text', answers.optionalText('text', 'itemText')),
      ...presented(view, answers),
    }),
  },
  moveItem: {
    fields: (view, press) => [
      ...meetingField(view, press),
      ...itemField(view, press, true),
      ...beforeField(view, press),
    ],
    command: (view, press, answers) => ({
      kind: 'moveItem',
      meeting: meetingIn(view, press, answers),
      item: itemIn(press, answers) ?? 0,
      ...given('before', figureIn(answers, 'before')),
    }),
  },
  placeInConsent: {
    fields: (view, press) => [...meetingField(view, press), ...itemField(view, press, true)],
    command: (view, press, answers) => ({
      kind: 'placeInConsent',
      meeting: meetingIn(view, press, answers),
      item: itemIn(press, answers) ?? 0,
    }),
  },
  removeItem: {
    fields: (view, press) => [
      ...meetingField(view, press),
      ...itemField(view, press, true),
      textField('why', meetingLabels.why, 'why'),
    ],
    command: (view, press, answers) => ({
      kind: 'removeItem',
      meeting: meetingIn(view, press, answers),
      item: itemIn(press, answers) ?? 0,
      why: answers.text('why', 'why'),
    }),
  },
};

const itemKindOptions = itemKinds.map((kind) => option(kind, sentenceCase(itemKindWords[kind])));

const proposalOptions = (view: View) =>
  [...view.alliance.live].flatMap((id) => {
    const proposal = view.alliance.proposals.get(id);
    return proposal === undefined ? [] : [option(id, `${id} ${view.text(proposal.title) ?? ''}`.slice(0, 75))];
  });

const classOptions = (view: View) =>
  view.alliance.charter.classes.filter(isOffered).map(({ id, name }) => option(id, name));

/** Who presents an item, and how long it takes. */
const presenting = (view: View) => [
  choiceField('presenter', meetingLabels.presenter, personOptions(view), { required: false }),
  textField('minutes', meetingLabels.minutes, 'name', { required: false, hint: meetingHints.minutes }),
];

const presented = (view: View, answers: Answers) => ({
  ...given('presenter', answers.optionalChoice('presenter', [...view.alliance.people.keys()])),
  ...given('minutes', figureIn(answers, 'minutes')),
});

/** The item before which another one is put; a menu where the meeting is known, else its number. */
const beforeField = (view: View, press: FormPress) => {
  const how = { required: false, hint: meetingHints.before };
  const items = meetingOf(view, press)?.items ?? [];
  return items.length === 0
    ? [textField('before', meetingLabels.before, 'name', how)]
    : [
        choiceField(
          'before',
          meetingLabels.before,
          items.map((item) => option(String(item.number), itemTitle(view, item).slice(0, 75))),
          how,
        ),
      ];
};

/** Figures only; anything else is left for the rules to refuse with their sentence. */
const figureIn = (answers: Answers, name: string): number | undefined => {
  const raw = answers.raw(name);
  return raw === '' ? undefined : /^\d{1,4}$/u.test(raw) ? Number(raw) : 0;
};
