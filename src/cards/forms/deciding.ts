import { given } from '../../alliance/given.js';
import { interestLevels, interestScopes } from '../../alliance/names.js';
import type { Answers } from '../answers.js';
import { capacityField, choiceField, option, textField } from '../fields.js';
import type { FormPress } from '../press.js';
import type { View } from '../view.js';
import { hints, labels, levelChoices, problemWords, scopeChoices } from '../words/forms.js';
import type { FormSpecs } from './spec.js';

/** Forms of those who speak for a member: object, reservation, interest, meeting. */
export const decidingForms: FormSpecs<'object' | 'reservation' | 'interest' | 'callMeeting'> = {
  object: {
    fields: (view, { member }, by) => [
      ...capacityField(view, by, member),
      textField('reason', labels.objection, 'objection', {}, view.alliance.charter.limits.objectionReasonLeast),
      textField('wouldChange', labels.wouldChange, 'wouldChange', { required: false, hint: hints.wouldChange }),
    ],
    command: (view, press, answers) => ({
      kind: 'recordPosition',
      position: 'object',
      ...onRevision(press, answers),
      ...inCapacity(view, press, answers),
      reason: answers.text('reason', 'objection', view.alliance.charter.limits.objectionReasonLeast),
      ...given('wouldChange', answers.optionalText('wouldChange', 'wouldChange')),
    }),
  },
  reservation: {
    fields: (view, { member }, by) => [
      ...capacityField(view, by, member),
      textField('reason', labels.reservation, 'reservation'),
    ],
    command: (view, press, answers) => ({
      kind: 'recordPosition',
      position: 'agreeWithReservation',
      ...onRevision(press, answers),
      ...inCapacity(view, press, answers),
      reason: answers.text('reason', 'reservation'),
    }),
  },
  interest: {
    fields: (view, { member }, by) => [
      ...capacityField(view, by, member),
      textField('nature', labels.nature, 'nature'),
      choiceField(
        'scope',
        labels.scope,
        interestScopes.map((scope) => option(scope, ...scopeChoices[scope])),
        { value: 'organisation' },
      ),
      choiceField(
        'level',
        labels.level,
        interestLevels.map((level) => option(level, ...levelChoices[level])),
      ),
    ],
    command: (view, press, answers) => ({
      kind: 'declareInterest',
      ...onRevision(press, answers),
      ...inCapacity(view, press, answers),
      nature: answers.text('nature', 'nature'),
      scope: answers.choice('scope', interestScopes),
      level: answers.choice('level', interestLevels),
    }),
  },
  callMeeting: {
    fields: (view, { member }, by) => [...capacityField(view, by, member), textField('reason', labels.why, 'reason')],
    command: (view, press, answers) => ({
      kind: 'callMeeting',
      ...onRevision(press, answers),
      ...inCapacity(view, press, answers),
      reason: answers.text('reason', 'reason'),
    }),
  },
};

/** Proposal and revision of the press: agreement is to a revision, so a form without one counts for nothing. */
export const onRevision = ({ proposal, revision }: FormPress, answers: Answers) => {
  if (proposal === undefined || revision === undefined) answers.refuse('', problemWords.noRevision);
  return { proposal: proposal ?? 'P-0', revision: revision ?? 0 } as const;
};

export const onProposal = ({ proposal }: FormPress, answers: Answers) => {
  if (proposal === undefined) answers.refuse('', problemWords.noRevision);
  return { proposal: proposal ?? 'P-0' } as const;
};

/** The member of the press, or the one chosen in the form; none for those who speak for one only. */
export const inCapacity = ({ alliance }: View, { member }: FormPress, answers: Answers) =>
  given('member', member ?? answers.optionalChoice('member', [...alliance.members.keys()]));
