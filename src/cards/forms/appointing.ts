import { given } from '../../alliance/given.js';
import type { Appointment } from '../../alliance/alliance.js';
import type { CommandOf } from '../../alliance/commands.js';
import type { AuthorityLimits } from '../../alliance/events.js';
import { appointmentKinds } from '../../alliance/names.js';
import type { AppointmentKind, MemberId, PersonId } from '../../alliance/names.js';
import { appointed } from '../../alliance/speaking.js';
import type { Answers } from '../answers.js';
import { choiceField, dateField, memberOptions, option, personOptions, textField, yesNoField } from '../fields.js';
import type { FormPress } from '../press.js';
import type { View } from '../view.js';
import { appointmentHints, hints, labels, problemWords } from '../words/forms.js';
import { sentenceCase } from '../words/general.js';
import { appointmentNames, memberName, personName } from '../words/names.js';
import type { FormSpecs } from './spec.js';

/** Forms that say who speaks for a member. */
export const appointingForms: FormSpecs<'appoint' | 'endAppointment'> = {
  appoint: {
    fields: (view, { member, person }) => [
      ...(member === undefined ? [choiceField('member', labels.appointedFor, memberOptions(view))] : []),
      choiceField('as', labels.as, kindOptions(), { value: 'representative' }),
      choiceField('person', labels.person, personOptions(view), { required: false, ...given('value', person) }),
      textField('name', labels.newPerson, 'name', { required: false, hint: hints.newPerson }),
      yesNoField('replaces', labels.replaces, 'no'),
      dateField('from', labels.from, { required: false, hint: hints.fromNow }),
      dateField('to', labels.to, { required: false, hint: hints.openEnded }),
      textField('note', labels.limitsNote, 'reason', { required: false }),
      textField('spendUpTo', labels.spendUpTo, 'name', { required: false, hint: hints.spendUpTo }),
      textField('ratifiedBy', labels.ratifiedBy, 'name', { required: false }),
    ],
    command: (view, press, answers) => {
      const member = press.member ?? answers.choice('member', [...view.alliance.members.keys()]);
      const as = answers.choice('as', appointmentKinds);
      const limits = limitsOf(answers);
      return {
        kind: 'appoint',
        person: somebody(view, answers, member),
        member,
        as,
        ...given('replaces', replaced(view, answers, member, as)),
        ...given('from', answers.firstDay('from')),
        ...given('to', answers.lastDay('to')),
        ...(Object.keys(limits).length === 0 ? {} : { limits }),
      };
    },
  },
  endAppointment: {
    fields: (view, press) => [
      choiceField(
        'appointment',
        labels.appointment,
        running(view, press).map((each) => option(`${each.number}`, appointmentWords(view, each))),
      ),
      dateField('on', labels.on, { required: false, hint: hints.fromNow }),
    ],
    command: (view, press, answers) => {
      const open = running(view, press);
      const chosen = answers.choice(
        'appointment',
        open.map(({ number }) => `${number}`),
      );
      const ended = open.find(({ number }) => `${number}` === chosen);
      return {
        kind: 'endAppointment',
        person: ended?.person ?? 'person:0',
        member: ended?.member ?? '',
        as: ended?.as ?? 'deputy',
        ...given('at', answers.lastDay('on')),
      };
    },
  },
};

/** A person of the register, or a new one by name: exactly one of the two. */
export const somebody = (view: View, answers: Answers, member?: MemberId): CommandOf<'appoint'>['person'] => {
  const person = answers.optionalChoice('person', [...view.alliance.people.keys()]);
  const name = answers.optionalText('name', 'name');
  if ((person === undefined) === (name === undefined)) answers.refuse('person', problemWords.eitherPerson);
  const organisation = member === undefined ? undefined : view.alliance.members.get(member)?.organisation;
  return name === undefined ? (person ?? 'person:0') : { name, ...given('organisation', organisation) };
};

const kindOptions = () =>
  appointmentKinds.map((kind) => option(kind, sentenceCase(appointmentNames[kind]), appointmentHints[kind]));

/** Whom the new appointment replaces, when that was said: the one who holds the same now. */
const replaced = (view: View, answers: Answers, member: MemberId, as: AppointmentKind): PersonId | undefined => {
  if (answers.optionalChoice('replaces', ['yes', 'no']) !== 'yes') return undefined;
  const [first, ...others] = appointed(view.alliance, member, as, view.now);
  if (first === undefined) answers.refuse('replaces', problemWords.nobodyToReplace);
  else if (others.length > 0) answers.refuse('replaces', problemWords.severalToReplace);
  return first?.person;
};

const limitsOf = (answers: Answers): AuthorityLimits => {
  const pounds = answers.raw('spendUpTo').replace(/[£,\s]/gu, '');
  if (pounds !== '' && !/^\d{1,12}$/u.test(pounds)) answers.refuse('spendUpTo', problemWords.pounds);
  return {
    ...given('note', answers.optionalText('note', 'reason')),
    ...(pounds === '' ? {} : { spendUpTo: Number(pounds) }),
    ...given('ratifiedBy', answers.optionalText('ratifiedBy', 'name')),
  };
};

const running = ({ alliance, now }: View, { member, person }: FormPress): readonly Appointment[] =>
  alliance.appointments.filter(
    (each) =>
      (each.to === null || each.to > now) &&
      (member === undefined || each.member === member) &&
      (person === undefined || each.person === person),
  );

const appointmentWords = (view: View, { person, as, member }: Appointment): string =>
  `${personName(view, person)}, ${appointmentNames[as]}, ${memberName(view, member)}`;
