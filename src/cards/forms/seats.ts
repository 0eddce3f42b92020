import { given } from '../../alliance/given.js';
import { capacities } from '../../alliance/names.js';
import type { FormPress } from '../press.js';
import type { Field } from '../card.js';
import { choiceField, dateField, memberOptions, option, textField, yesNoField } from '../fields.js';
import type { View } from '../view.js';
import { capacityChoices, hints, labels, problemWords } from '../words/forms.js';
import type { FormSpecs } from './spec.js';

/** Forms about the seats of the alliance: joining, notice, leaving. */
export const seatForms: FormSpecs<'notice' | 'departure' | 'join'> = {
  notice: {
    fields: (view, press) => [...whichMember(view, press), dateField('leavesAt', labels.lastDay)],
    command: (view, press, answers) => ({
      kind: 'giveNotice',
      member: press.member ?? answers.choice('member', [...view.alliance.members.keys()]),
      leavesAt: answers.requiredLastDay('leavesAt'),
    }),
  },
  departure: {
    fields: (view, press) => whichMember(view, press),
    command: (view, press, answers) => ({
      kind: 'recordDeparture',
      member: press.member ?? answers.choice('member', [...view.alliance.members.keys()]),
    }),
  },
  join: {
    fields: (view) => [
      textField('name', labels.memberName, 'name'),
      choiceField(
        'organisation',
        labels.organisation,
        view.alliance.charter.organisations.map(({ id, name }) => option(id, name)),
      ),
      choiceField(
        'capacity',
        labels.capacity,
        capacities.map((capacity) => option(capacity, capacityChoices[capacity])),
        { value: 'provider' },
      ),
      yesNoField('voting', labels.voting, 'yes'),
      textField('member', labels.shortName, 'name', { required: false, hint: hints.shortName }),
      dateField('from', labels.from, { required: false, hint: hints.fromNow }),
    ],
    command: (view, _press, answers) => {
      const name = answers.text('name', 'name');
      const member = answers.raw('member') === '' ? shortName(name) : answers.raw('member');
      if (!/^[a-z][a-z0-9-]{0,39}$/u.test(member)) answers.refuse('member', problemWords.shortName);
      return {
        kind: 'joinMember',
        member,
        organisation: answers.choice(
          'organisation',
          view.alliance.charter.organisations.map(({ id }) => id),
        ),
        name,
        capacity: answers.choice('capacity', capacities),
        voting: answers.choice('voting', ['yes', 'no']) === 'yes',
        ...given('from', answers.firstDay('from')),
      };
    },
  },
};

const whichMember = (view: View, { member }: FormPress): readonly Field[] =>
  member === undefined ? [choiceField('member', labels.whichMember, memberOptions(view))] : [];

/** "The Zone" becomes "the-zone". */
const shortName = (name: string): string =>
  name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/\p{Mark}/gu, '')
    .replace(/[^a-z0-9]+/gu, '-')
    .replace(/^[^a-z]+|-+$/gu, '')
    .slice(0, 40)
    .replace(/-+$/u, '');
