import { given } from '../../alliance/given.js';
import type { DecisionClass } from '../../alliance/charter.js';
import type { Actor } from '../../alliance/names.js';
import { isPerson } from '../../alliance/names.js';
import { holdersOfPower, voicesOf } from '../../alliance/speaking.js';
import type { Field } from '../card.js';
import { capacityField, choiceField, momentField, option, textField, wordsField, yesNoField } from '../fields.js';
import type { FormPress } from '../press.js';
import type { View } from '../view.js';
import { hints, labels, rescissionText, rescissionTitle, usualTimes } from '../words/forms.js';
import { memberName } from '../words/names.js';
import { inCapacity } from './deciding.js';
import { offeredClasses } from './drafting.js';
import type { FormSpecs } from './spec.js';

/** The form in which a proposal is tabled: anew, again, or to undo a decision. */
export const tablingForms: FormSpecs<'table'> = {
  table: {
    fields: (view, press, by) => {
      const classes = offeredClasses(view.alliance.charter);
      const words = startingWords(view, press);
      return [
        ...tablingCapacity(view, by, press),
        ...classField(classes),
        textField('title', labels.title, 'title', { hint: hints.title, value: words.title }),
        textField('bestForPeople', labels.bestForPeople, 'bestForPeople', {
          hint: hints.bestForPeople,
          value: words.bestForPeople,
        }),
        textField('text', labels.text, 'text', { value: words.text }),
        textField('links', labels.links, 'text', { required: false, hint: hints.links }),
        momentField(view, 'deadline', labels.deadline, { required: false, hint: usualTimes(classes) }),
        wordsField('deadlineWords'),
        momentField(view, 'opensAt', labels.opensAt, { required: false, hint: hints.opensAt }),
        yesNoField('discreet', labels.discreet, 'no', hints.discreet),
      ];
    },
    command: (view, press, answers) => {
      const classes = offeredClasses(view.alliance.charter).map(({ id }) => id);
      const [only] = classes;
      return {
        kind: 'tableProposal',
        class: classes.length === 1 && only !== undefined ? only : answers.choice('class', classes),
        title: answers.text('title', 'title'),
        text: answers.textWithLinks('text', 'text', 'links'),
        bestForPeople: answers.text('bestForPeople', 'bestForPeople'),
        ...inCapacity(view, press, answers),
        ...given('deadline', answers.spokenDeadline('deadline', 'deadlineWords')),
        ...given('opensAt', answers.optionalMoment('opensAt')),
        ...(answers.optionalChoice('discreet', ['yes', 'no']) === 'yes' ? { discreet: true } : {}),
        ...given('retables', press.retables),
      };
    },
  },
};

const classField = (classes: readonly DecisionClass[]): readonly Field[] =>
  classes.length < 2
    ? []
    : [
        choiceField(
          'class',
          labels.class,
          classes.map(({ id, name, examples }) => option(id, name, examples[0])),
          { value: classes[0]?.id },
        ),
      ];

/** An officer who speaks for several members may also table as an officer; then the choice is not required. */
const tablingCapacity = (view: View, by: Actor, { member }: FormPress): readonly Field[] => {
  const { alliance, now } = view;
  if (member !== undefined || !isPerson(by) || !holdersOfPower(alliance, 'table', now).includes(by)) {
    return capacityField(view, by, member);
  }
  const voices = voicesOf(alliance, by, now);
  const options = voices.map((voice) => option(voice.member, memberName(view, voice.member)));
  return voices.length < 2
    ? []
    : [choiceField('member', labels.member, options, { required: false, hint: labels.asOfficer })];
};

/** The words to start from: those of a proposal that is tabled again, or of a rescission. */
const startingWords = (
  view: View,
  { retables, rescinds }: FormPress,
): { readonly title?: string; readonly text?: string; readonly bestForPeople?: string } => {
  const { proposals } = view.alliance;
  const rescinded = rescinds === undefined ? undefined : proposals.get(rescinds)?.outcome;
  if (rescinded?.kind === 'ProposalAdopted') {
    return { title: rescissionTitle(rescinded.body.number), text: rescissionText(rescinded.body.number) };
  }
  const earlier = retables === undefined ? undefined : proposals.get(retables);
  return earlier === undefined
    ? {}
    : {
        title: view.text(earlier.title) ?? undefined,
        text: view.text(earlier.text) ?? undefined,
        bestForPeople: view.text(earlier.bestForPeople) ?? undefined,
      };
};
