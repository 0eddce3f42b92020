import { z } from 'zod';
import { limits } from './limits.js';
import { confirmation, id, option, optionGroup, plain } from './texts.js';

/** The interactive elements of blocks, as documented; one that is not here is refused, as a misspelt one would be. */

const shared = { action_id: id.optional(), confirm: confirmation.optional() };
const focus = { focus_on_load: z.boolean().optional(), placeholder: plain(limits.placeholder).optional() };

const button = z.strictObject({
  type: z.literal('button'),
  text: plain(limits.buttonText),
  value: z.string().max(limits.buttonValue).optional(),
  url: z.url().max(limits.url).optional(),
  style: z.enum(['primary', 'danger']).optional(),
  accessibility_label: z.string().max(limits.buttonText).optional(),
  ...shared,
});

const isAmong = (all: readonly object[], one: object | undefined): boolean =>
  one === undefined || all.some((each) => JSON.stringify(each) === JSON.stringify(one));

const staticSelect = z
  .strictObject({
    type: z.literal('static_select'),
    options: z.array(option).min(1).max(limits.options).optional(),
    option_groups: z.array(optionGroup).min(1).max(limits.options).optional(),
    initial_option: option.optional(),
    ...shared,
    ...focus,
  })
  .refine(({ options, option_groups: groups }) => (options === undefined) !== (groups === undefined), {
    error: 'exactly one of options and option_groups',
  })
  .refine(
    ({ options, option_groups: groups = [], initial_option: initial }) =>
      isAmong(options ?? groups.flatMap((group) => group.options), initial),
    { error: 'initial_option must be one of the options' },
  );

const choices = <T extends string>(type: T, most: number) =>
  z
    .strictObject({
      type: z.literal(type),
      options: z.array(option).min(1).max(most),
      initial_option: option.optional(),
      focus_on_load: z.boolean().optional(),
      ...shared,
    })
    .refine(({ options, initial_option: initial }) => isAmong(options, initial), {
      error: 'initial_option must be one of the options',
    });

const overflow = z.strictObject({ type: z.literal('overflow'), options: z.array(option).min(1).max(5), ...shared });

const usersSelect = z.strictObject({
  type: z.literal('users_select'),
  initial_user: z.string().optional(),
  ...shared,
  ...focus,
});

const datepicker = z.strictObject({
  type: z.literal('datepicker'),
  initial_date: z.iso.date().optional(),
  ...shared,
  ...focus,
});

const datetimepicker = z.strictObject({
  type: z.literal('datetimepicker'),
  initial_date_time: z.int().min(1_000_000_000).max(9_999_999_999).optional(),
  focus_on_load: z.boolean().optional(),
  ...shared,
});

const fileInput = z.strictObject({
  type: z.literal('file_input'),
  action_id: id.optional(),
  filetypes: z
    .array(z.string().regex(/^[a-z0-9]{1,10}$/))
    .max(50)
    .optional(),
  max_files: z.int().min(1).max(10).optional(),
});

const textInput = z
  .strictObject({
    type: z.literal('plain_text_input'),
    action_id: id.optional(),
    initial_value: z.string().max(limits.input).optional(),
    multiline: z.boolean().optional(),
    min_length: z.int().min(0).max(limits.input).optional(),
    max_length: z.int().min(1).max(limits.input).optional(),
    dispatch_action_config: z.strictObject({ trigger_actions_on: z.array(z.string()) }).optional(),
    ...focus,
  })
  .refine(({ initial_value: value = '', max_length: most = limits.input }) => value.length <= most, {
    error: 'initial_value is longer than max_length',
  });

export const buttonOrChoice = z.union([
  button,
  staticSelect,
  overflow,
  usersSelect,
  datepicker,
  datetimepicker,
  choices('radio_buttons', 10),
  choices('checkboxes', 10),
]);

/** A date and time cannot stand beside a section. */
export const accessory = z.union([button, staticSelect, overflow, usersSelect, datepicker]);

export const inputElement = z.union([
  textInput,
  fileInput,
  staticSelect,
  usersSelect,
  datepicker,
  datetimepicker,
  choices('radio_buttons', 10),
  choices('checkboxes', 10),
]);
