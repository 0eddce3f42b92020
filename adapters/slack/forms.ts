import type { types } from '@slack/bolt';
import { msOf } from '../../src/alliance/instant.js';
import type { Field, Form } from '../../src/cards/card.js';
import { graphemesWithin, shorten } from '../../src/cards/fit.js';
import { spansAsText } from '../../src/cards/plainText.js';
import { slackWords } from '../../src/cards/words/slack.js';
import { slackLimits } from './limits.js';
import { escaped, plainText } from './mrkdwn.js';
import { callbacks, viewTitle } from './views.js';

/**
 * A form as a modal. `private_metadata` is the form's press, so that answers come back with the revision on which the
 * form was opened; each field's block is named for the field, so that problems stand beside it.
 */
export const formView = (form: Form): types.ModalView => {
  const intro = spansAsText(form.intro);
  const blocks = [
    ...(intro === '' ? [] : [{ type: 'section', text: plainText(shorten(intro, introMost, '')) }]),
    ...form.fields.map(fieldBlock),
  ];
  return {
    type: 'modal',
    callback_id: callbacks.form,
    title: viewTitle(form.title),
    submit: viewTitle(form.submit),
    close: viewTitle(slackWords.cancel),
    private_metadata: form.press,
    blocks: blocks as unknown as types.KnownBlock[],
  };
};

/** The one element of every input block. */
export const answerId = 'answer';

const introMost = 2_500;

const fieldBlock = (field: Field): object => {
  const element = elementOf(field);
  if (element === null) return { type: 'section', text: plainText(`${field.label}: ${slackWords.nothingToChoose}`) };
  const hint = [field.hint ?? '', isCut(field) ? slackWords.cutInput : ''].filter((words) => words !== '').join(' ');
  return {
    type: 'input',
    block_id: field.name,
    optional: !field.required,
    label: plainText(shorten(field.label, slackLimits.labelText / 2, '')),
    ...(hint === '' ? {} : { hint: plainText(shorten(hint, slackLimits.labelText / 2, '')) }),
    element,
  };
};

const elementOf = (field: Field): object | null => {
  switch (field.kind) {
    case 'text':
      return textElement(field);
    case 'choice':
      return choiceElement(field);
    case 'instant':
      return {
        type: 'datetimepicker',
        action_id: answerId,
        ...(field.value === undefined ? {} : { initial_date_time: Math.floor(msOf(field.value) / 1000) }),
      };
    case 'date':
      return {
        type: 'datepicker',
        action_id: answerId,
        ...(field.value === undefined ? {} : { initial_date: field.value.slice(0, 10) }),
      };
    case 'file':
      return { type: 'file_input', action_id: answerId, filetypes: [...field.endings], max_files: 1 };
  }
};

type TextField = Extract<Field, { readonly kind: 'text' }>;
type ChoiceField = Extract<Field, { readonly kind: 'choice' }>;

/** The rules count again, and say what is wrong; Slack's own limit only keeps people from writing in vain. */
const textElement = ({ lines, most, value }: TextField): object => ({
  type: 'plain_text_input',
  action_id: answerId,
  multiline: lines === 'many',
  max_length: Math.min(most, slackLimits.inputText),
  ...(value === undefined || value === '' ? {} : { initial_value: graphemesWithin(value, slackLimits.inputText) }),
});

const isCut = (field: Field): boolean =>
  field.kind === 'text' && field.value !== undefined && field.value.length > slackLimits.inputText;

interface Option {
  readonly text: object;
  readonly value: string;
  readonly description?: object;
}

const choiceElement = ({ options, value }: ChoiceField): object | null => {
  if (options.length === 0) return null;
  const all = options.map((option): Option => {
    const hint = option.hint ?? '';
    return {
      text: plainText(shorten(option.label, optionMost, '')),
      value: option.value,
      ...(hint === '' ? {} : { description: plainText(shorten(hint, optionMost, '')) }),
    };
  });
  const initial = all.find((option) => option.value === value);
  const chosen = initial === undefined ? {} : { initial_option: initial };
  if (all.length <= slackLimits.options) {
    return { type: 'static_select', action_id: answerId, options: all, ...chosen };
  }
  return { type: 'static_select', action_id: answerId, option_groups: grouped(all), ...chosen };
};

/** Entities make a label longer, so some room is left. */
const optionMost = slackLimits.optionText - 5;

/** Slack takes a hundred options in a group, and a hundred groups. */
const grouped = (all: readonly Option[]): readonly object[] =>
  Array.from({ length: Math.ceil(all.length / slackLimits.options) }, (_, index) => {
    const options = all.slice(index * slackLimits.options, (index + 1) * slackLimits.options);
    const first = index * slackLimits.options + 1;
    return { label: plainText(escaped(slackWords.optionsFrom(first, first + options.length - 1))), options };
  });
