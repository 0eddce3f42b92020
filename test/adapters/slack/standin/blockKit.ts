import { z } from 'zod';
import { accessory, buttonOrChoice, inputElement } from './elements.js';
import { limits } from './limits.js';
import { id, plain, rich, textObject } from './texts.js';
import type { Block } from './world.js';

/** Why Slack would not take these blocks, or the blocks as it keeps them: each has an id. */
export const checkedBlocks = (given: unknown, most: number): { readonly blocks: readonly Block[] } | Refusal => {
  if (!Array.isArray(given)) return { error: 'invalid_blocks_format', messages: ['blocks must be an array'] };
  if (given.length > most) return { error: 'invalid_blocks', messages: [`no more than ${most} items allowed`] };
  const read = z.array(block).safeParse(given);
  if (!read.success) {
    const messages = read.error.issues.map((issue) => `${issue.message} [json-pointer:/${issue.path.join('/')}]`);
    return { error: 'invalid_blocks', messages };
  }
  const twice = doubled(read.data.flatMap(({ block_id: name }) => (name === undefined ? [] : [name])));
  if (twice !== null) return { error: 'invalid_blocks', messages: [`block_id ${twice} is used twice`] };
  const action = read.data.map((each) => doubled(actionIds(each))).find((found) => found !== null);
  if (action != null) return { error: 'invalid_blocks', messages: [`action_id ${action} is used twice in a block`] };
  return { blocks: read.data.map((each, index) => ({ ...each, block_id: each.block_id ?? `auto${index}` })) };
};

export interface Refusal {
  readonly error: string;
  readonly messages: readonly string[];
}

const common = { block_id: id.optional() };

const section = z
  .strictObject({
    type: z.literal('section'),
    text: textObject(limits.textObject).optional(),
    fields: z.array(textObject(limits.field)).min(1).max(limits.fields).optional(),
    accessory: accessory.optional(),
    expand: z.boolean().optional(),
    ...common,
  })
  .refine(({ text, fields }) => text !== undefined || fields !== undefined, { error: 'missing text and fields' });

const block = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('header'), text: plain(limits.header), ...common }),
  section,
  z.strictObject({
    type: z.literal('context'),
    elements: z.array(textObject(limits.textObject)).min(1).max(limits.elementsInContext),
    ...common,
  }),
  z.strictObject({
    type: z.literal('actions'),
    elements: z.array(buttonOrChoice).min(1).max(limits.elementsInActions),
    ...common,
  }),
  z.strictObject({ type: z.literal('divider'), ...common }),
  z.strictObject({
    type: z.literal('image'),
    slack_file: z.strictObject({ id: z.string().regex(/^F[A-Z0-9]{8,}$/) }),
    alt_text: z.string().min(1).max(limits.altText),
    title: plain(limits.label).optional(),
    ...common,
  }),
  z.strictObject({ type: z.literal('rich_text'), elements: z.array(rich), ...common }),
  z.strictObject({
    type: z.literal('input'),
    label: plain(limits.label),
    element: inputElement,
    hint: plain(limits.label).optional(),
    optional: z.boolean().optional(),
    dispatch_action: z.boolean().optional(),
    ...common,
  }),
]);

const actionIds = (each: z.infer<typeof block>): readonly string[] =>
  each.type !== 'actions' ? [] : each.elements.flatMap(({ action_id: name }) => (name === undefined ? [] : [name]));

const doubled = (names: readonly string[]): string | null =>
  names.find((name, index) => names.indexOf(name) !== index) ?? null;
