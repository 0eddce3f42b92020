import { given } from '../../alliance/given.js';
import type { ActionId } from '../../alliance/names.js';
import type { Answers } from '../answers.js';
import type { Field } from '../card.js';
import { choiceField, dateField, memberOptions, option, personOptions, textField } from '../fields.js';
import type { FormPress } from '../press.js';
import type { View } from '../view.js';
import { actionStateWords, meetingHints, meetingLabels } from '../words/meetingForms.js';
import type { FormSpecs } from './spec.js';

/** Forms about actions. */
export const actionForms: FormSpecs<
  'recordAction' | 'updateAction' | 'claimAction' | 'returnAction' | 'putOffAction' | 'transferAction' | 'cancelAction'
> = {
  recordAction: {
    fields: (view) => [
      textField('text', meetingLabels.action, 'action'),
      choiceField('owner', meetingLabels.owner, personOptions(view)),
      choiceField('member', meetingLabels.ownerMember, memberOptions(view), {
        required: false,
        hint: meetingHints.ownerMember,
      }),
      dateField('due', meetingLabels.due),
    ],
    command: (view, press, answers) => ({
      kind: 'recordAction',
      text: answers.text('text', 'action'),
      ...ownerIn(view, answers),
      due: answers.requiredDay('due'),
      ...given('source', press.meeting === undefined ? undefined : { at: press.meeting, ...given('item', press.item) }),
    }),
  },
  updateAction: {
    fields: (view, press) => [
      ...actionField(view, press),
      choiceField(
        'state',
        meetingLabels.state,
        (['inProgress', 'blocked'] as const).map((state) => option(state, actionStateWords[state])),
        { value: 'inProgress' },
      ),
      textField('note', meetingLabels.progress, 'note'),
    ],
    command: (view, press, answers) => ({
      kind: 'updateAction',
      action: actionIn(view, press, answers),
      state: answers.choice('state', ['inProgress', 'blocked']),
      note: answers.text('note', 'note'),
    }),
  },
  claimAction: {
    fields: (view, press) => [
      ...actionField(view, press),
      textField('evidence', meetingLabels.evidence, 'evidence', { hint: meetingHints.evidence }),
    ],
    command: (view, press, answers) => ({
      kind: 'claimAction',
      action: actionIn(view, press, answers),
      evidence: answers.text('evidence', 'evidence'),
    }),
  },
  returnAction: {
    fields: (view, press) => [...actionField(view, press), textField('reason', meetingLabels.why, 'reason')],
    command: (view, press, answers) => ({
      kind: 'returnAction',
      action: actionIn(view, press, answers),
      reason: answers.text('reason', 'reason'),
    }),
  },
  putOffAction: {
    fields: (view, press) => [
      ...actionField(view, press),
      dateField('due', meetingLabels.newDue),
      textField('reason', meetingLabels.why, 'reason'),
    ],
    command: (view, press, answers) => ({
      kind: 'putOffAction',
      action: actionIn(view, press, answers),
      due: answers.requiredDay('due'),
      reason: answers.text('reason', 'reason'),
    }),
  },
  transferAction: {
    fields: (view, press) => [
      ...actionField(view, press),
      choiceField('owner', meetingLabels.owner, personOptions(view)),
      choiceField('member', meetingLabels.ownerMember, memberOptions(view), {
        required: false,
        hint: meetingHints.ownerMember,
      }),
      textField('reason', meetingLabels.why, 'reason'),
    ],
    command: (view, press, answers) => ({
      kind: 'transferAction',
      action: actionIn(view, press, answers),
      ...ownerIn(view, answers),
      reason: answers.text('reason', 'reason'),
    }),
  },
  cancelAction: {
    fields: (view, press) => [...actionField(view, press), textField('reason', meetingLabels.why, 'reason')],
    command: (view, press, answers) => ({
      kind: 'cancelAction',
      action: actionIn(view, press, answers),
      reason: answers.text('reason', 'reason'),
    }),
  },
};

const ownerIn = (view: View, answers: Answers) => ({
  owner: answers.choice('owner', [...view.alliance.people.keys()]),
  ...given('member', answers.optionalChoice('member', [...view.alliance.members.keys()])),
});

const actionField = (view: View, { action }: FormPress): readonly Field[] =>
  action === undefined
    ? [
        choiceField(
          'action',
          meetingLabels.whichAction,
          [...view.alliance.openActions].slice(0, 100).map((id) => option(id, id)),
        ),
      ]
    : [];

const actionIn = (view: View, { action }: FormPress, answers: Answers): ActionId =>
  action ?? answers.choice('action', [...view.alliance.actions.keys()]);
