import { given } from '../../alliance/given.js';
import type { Office, PersonId } from '../../alliance/names.js';
import { isPerson, observerRoles, offices } from '../../alliance/names.js';
import { appointed, holdersOfPower, voicesOf } from '../../alliance/speaking.js';
import type { Field } from '../card.js';
import { capacityField, choiceField, dateField, option, personOption, personOptions, textField } from '../fields.js';
import type { View } from '../view.js';
import { hints, labels, myself, nobodyCovers } from '../words/forms.js';
import { sentenceCase } from '../words/general.js';
import { observerNames, officeNames, personName } from '../words/names.js';
import { somebody } from './appointing.js';
import { inCapacity } from './deciding.js';
import type { FormSpecs } from './spec.js';

/** Forms about officers, observers, absences and names. */
export const peopleForms: FormSpecs<
  'takeOffice' | 'leaveOffice' | 'absence' | 'rename' | 'admitObserver' | 'endObserver'
> = {
  takeOffice: {
    fields: (view) => [
      choiceField('person', labels.person, personOptions(view)),
      choiceField('office', labels.office, officeOptions),
      dateField('from', labels.from, { required: false, hint: hints.fromNow }),
      dateField('to', labels.to, { required: false, hint: hints.openEnded }),
    ],
    command: (view, _press, answers) => ({
      kind: 'takeOffice',
      person: answers.choice('person', [...view.alliance.people.keys()]),
      office: answers.choice('office', offices),
      ...given('from', answers.firstDay('from')),
      ...given('to', answers.lastDay('to')),
    }),
  },
  leaveOffice: {
    fields: (view) => [
      choiceField(
        'holding',
        labels.holding,
        holdings(view).map(({ key, person, office }) =>
          option(key, `${personName(view, person)}, ${officeNames[office]}`),
        ),
      ),
      dateField('on', labels.on, { required: false, hint: hints.today }),
    ],
    command: (view, _press, answers) => {
      const held = holdings(view);
      const chosen = answers.choice(
        'holding',
        held.map(({ key }) => key),
      );
      const { person, office } = held.find(({ key }) => key === chosen) ?? { person: 'person:0', office: 'chair' };
      return { kind: 'leaveOffice', person, office, ...given('at', answers.lastDay('on')) };
    },
  },
  absence: {
    fields: (view, { member, person }, by) => [
      ...(person === undefined && isPerson(by) ? whoField(view, by) : []),
      ...capacityField(view, person ?? by, member),
      dateField('from', labels.from, { required: false, hint: hints.today }),
      dateField('to', labels.to),
      choiceField('cover', labels.cover, coverOptions(view), { required: false, hint: nobodyCovers }),
    ],
    command: (view, press, answers) => {
      const people = [...view.alliance.people.keys()];
      return {
        kind: 'recordAbsence',
        ...given('person', press.person ?? answers.optionalChoice('person', people)),
        ...inCapacity(view, press, answers),
        from: answers.firstDay('from') ?? view.now,
        to: answers.requiredLastDay('to'),
        ...given('cover', answers.optionalChoice('cover', people)),
      };
    },
  },
  rename: {
    fields: (view, { person }) => [
      choiceField('person', labels.person, personOptions(view), given('value', person)),
      textField('name', labels.newName, 'name'),
    ],
    command: (view, _press, answers) => ({
      kind: 'renamePerson',
      person: answers.choice('person', [...view.alliance.people.keys()]),
      name: answers.text('name', 'name'),
    }),
  },
  admitObserver: {
    fields: (view) => [
      choiceField('person', labels.person, personOptions(view), { required: false }),
      textField('name', labels.newPerson, 'name', { required: false, hint: hints.newPerson }),
      choiceField(
        'role',
        labels.role,
        observerRoles.map((role) => option(role, sentenceCase(observerNames[role]))),
        { value: 'observer' },
      ),
      textField('of', labels.of, 'name', { required: false }),
      dateField('from', labels.from, { required: false, hint: hints.fromNow }),
      dateField('to', labels.to, { required: false, hint: hints.openEnded }),
    ],
    command: (view, _press, answers) => ({
      kind: 'admitObserver',
      person: somebody(view, answers),
      role: answers.choice('role', observerRoles),
      ...given('of', answers.optionalText('of', 'name')),
      ...given('from', answers.firstDay('from')),
      ...given('to', answers.lastDay('to')),
    }),
  },
  endObserver: {
    fields: (view) => [
      choiceField(
        'person',
        labels.person,
        [...new Set(observing(view))].map((person) => personOption(view, person)),
      ),
      dateField('on', labels.on, { required: false, hint: hints.today }),
    ],
    command: (view, _press, answers) => ({
      kind: 'endObserver',
      person: answers.choice('person', observing(view)),
      ...given('at', answers.lastDay('on')),
    }),
  },
};

const officeOptions = offices.map((office) => option(office, sentenceCase(officeNames[office])));

const holdings = ({
  alliance,
  now,
}: View): readonly { readonly key: string; readonly person: PersonId; readonly office: Office }[] =>
  alliance.officers
    .filter(({ to }) => to === null || to > now)
    .map(({ person, office }) => ({ key: `${person}/${office}`, person, office }));

const observing = ({ alliance, now }: View): readonly PersonId[] =>
  alliance.observers.filter(({ to }) => to === null || to > now).map(({ person }) => person);

/** An officer or nominating officer may record the absence of somebody else (rulings 1.14). */
const whoField = (view: View, by: PersonId): readonly Field[] => {
  const { alliance, now } = view;
  const all = holdersOfPower(alliance, 'changePeople', now).includes(by);
  const people = [...alliance.people.keys()].filter((person) =>
    voicesOf(alliance, person, now).some(
      ({ member }) =>
        all || appointed(alliance, member, 'nominatingOfficer', now).some((nominating) => nominating.person === by),
    ),
  );
  return people.filter((person) => person !== by).length === 0
    ? []
    : [
        choiceField(
          'person',
          labels.whoIsAway,
          people.map((person) => (person === by ? option(person, myself) : personOption(view, person))),
          { required: voicesOf(alliance, by, now).length === 0 },
        ),
      ];
};

/** Only named deputies can cover. */
const coverOptions = (view: View) => {
  const { alliance, now } = view;
  const deputies = [...alliance.members.keys()].flatMap((member) =>
    appointed(alliance, member, 'deputy', now).map(({ person }) => person),
  );
  return [...new Set(deputies)].map((person) => personOption(view, person));
};
