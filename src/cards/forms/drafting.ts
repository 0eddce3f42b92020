import { given } from '../../alliance/given.js';
import type { Revision } from '../../alliance/alliance.js';
import type { CharterSettings } from '../../alliance/charter.js';
import { isOffered } from '../../alliance/tabling.js';
import type { TextField } from '../../alliance/refusals.js';
import type { TextRef } from '../../alliance/names.js';
import type { Answers } from '../answers.js';
import { momentField, textField, wordsField } from '../fields.js';
import type { FormPress } from '../press.js';
import type { View } from '../view.js';
import { hints, labels, problemWords } from '../words/forms.js';
import { inCapacity, onProposal, onRevision } from './deciding.js';
import { capacityField } from '../fields.js';
import type { FormSpecs } from './spec.js';

/** Forms about the text and the time of a proposal. */
export const draftingForms: FormSpecs<'suggest' | 'amend' | 'decline' | 'withdraw' | 'extend' | 'reopen'> = {
  suggest: {
    fields: (view, press, by) => [
      ...capacityField(view, by, press.member),
      textField('text', labels.suggestedText, 'text', {
        hint: hints.suggestedText,
        value: wordsOf(view, currentOf(view, press)?.text),
      }),
      textField('why', labels.why, 'why'),
    ],
    command: (view, press, answers) => ({
      kind: 'suggestAmendment',
      ...onRevision(press, answers),
      ...inCapacity(view, press, answers),
      text: answers.text('text', 'text'),
      why: answers.text('why', 'why'),
    }),
  },
  amend: {
    fields: (view, press) => {
      const current = currentOf(view, press);
      const text = suggestionOf(view, press)?.text ?? current?.text;
      return [
        textField('bestForPeople', labels.bestForPeople, 'bestForPeople', {
          value: wordsOf(view, current?.bestForPeople),
        }),
        textField('title', labels.title, 'title', { value: wordsOf(view, current?.title) }),
        textField('text', labels.text, 'text', { value: wordsOf(view, text) }),
        textField('why', labels.why, 'why'),
        momentField(view, 'deadline', labels.deadline, { required: false, hint: hints.amendDeadline }),
      ];
    },
    command: (view, press, answers) => {
      const current = currentOf(view, press);
      const text = suggestionOf(view, press)?.text ?? current?.text;
      return {
        kind: 'amendProposal',
        ...onRevision(press, answers),
        ...given('title', changed(view, answers, 'title', current?.title)),
        ...given('text', changed(view, answers, 'text', text)),
        ...given('bestForPeople', changed(view, answers, 'bestForPeople', current?.bestForPeople)),
        why: answers.text('why', 'why'),
        ...given('suggestion', press.suggestion),
        ...given('deadline', answers.optionalDeadline('deadline')),
      };
    },
  },
  decline: {
    fields: () => [textField('reason', labels.why, 'reason')],
    command: (_view, press, answers) => {
      if (press.suggestion === undefined) answers.refuse('', problemWords.noRevision);
      return {
        kind: 'declineSuggestion',
        ...onProposal(press, answers),
        suggestion: press.suggestion ?? 0,
        reason: answers.text('reason', 'reason'),
      };
    },
  },
  withdraw: {
    fields: () => [textField('reason', labels.why, 'reason')],
    command: (_view, press, answers) => ({
      kind: 'withdrawProposal',
      ...onProposal(press, answers),
      reason: answers.text('reason', 'reason'),
    }),
  },
  extend: {
    fields: (view, press) => [
      momentField(view, 'deadline', labels.newDeadline, {
        hint: hints.workingTime,
        value: currentOf(view, press)?.deadline,
      }),
      wordsField('deadlineWords'),
      textField('reason', labels.why, 'reason'),
    ],
    command: (_view, press, answers) => ({
      kind: 'extendDeadline',
      ...onProposal(press, answers),
      deadline: answers.spokenDeadline('deadline', 'deadlineWords') ?? answers.deadline('deadline'),
      reason: answers.text('reason', 'reason'),
    }),
  },
  reopen: {
    fields: (view) => [momentField(view, 'deadline', labels.deadline, { required: false, hint: hints.reopenDeadline })],
    command: (_view, press, answers) => ({
      kind: 'reopenProposal',
      ...onProposal(press, answers),
      ...given('deadline', answers.optionalDeadline('deadline')),
    }),
  },
};

/** Classes that can be decided in this release. */
export const offeredClasses = ({ classes }: CharterSettings): CharterSettings['classes'] => classes.filter(isOffered);

const currentOf = ({ alliance }: View, { proposal }: FormPress): Revision | null =>
  (proposal === undefined ? undefined : alliance.proposals.get(proposal)?.current) ?? null;

const suggestionOf = ({ alliance }: View, { proposal, suggestion }: FormPress) =>
  proposal === undefined
    ? undefined
    : alliance.proposals.get(proposal)?.suggestions.find(({ number }) => number === suggestion);

/** The stored words themselves: a form changes them, so nothing is made safe to show here. */
const wordsOf = (view: View, ref: TextRef | undefined): string | undefined =>
  ref === undefined ? undefined : (view.text(ref) ?? undefined);

/** An answer that differs from what stands; what was not touched keeps its reference in the book. */
const changed = (view: View, answers: Answers, name: TextField, present: TextRef | undefined): string | undefined => {
  const words = answers.text(name, name);
  return words === wordsOf(view, present)?.trim() ? undefined : words;
};
