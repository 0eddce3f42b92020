import { z } from 'zod';
import { checkedBlocks, type Refusal } from './blockKit.js';
import { limits } from './limits.js';
import { plain } from './texts.js';
import type { ViewBody } from './world.js';

/** A modal or App Home as Slack keeps it, or why it would not take it. */
export const checkedView = (given: unknown, type: 'modal' | 'home'): { readonly body: ViewBody } | Refusal => {
  const read = shapes[type].safeParse(given);
  if (!read.success) {
    const messages = read.error.issues.map((issue) => `${issue.message} [json-pointer:/view/${issue.path.join('/')}]`);
    return { error: 'invalid_arguments', messages };
  }
  if (Buffer.byteLength(JSON.stringify(given)) > limits.viewBytes) return { error: 'view_too_large', messages: [] };
  const checked = checkedBlocks(read.data.blocks, limits.blocksInView);
  if ('error' in checked) return { error: 'invalid_arguments', messages: checked.messages };
  const hasInput = checked.blocks.some((block) => block.type === 'input');
  if (type === 'modal' && hasInput && !('submit' in read.data && read.data.submit !== undefined)) {
    return { error: 'invalid_arguments', messages: ['missing required field: submit [json-pointer:/view]'] };
  }
  return { body: { ...read.data, blocks: checked.blocks } };
};

const common = {
  blocks: z.array(z.unknown()),
  private_metadata: z.string().max(limits.metadata).optional(),
  callback_id: z.string().max(limits.id).optional(),
  external_id: z.string().max(limits.id).optional(),
};

const shapes = {
  modal: z.strictObject({
    type: z.literal('modal'),
    title: plain(limits.title),
    submit: plain(limits.title).optional(),
    close: plain(limits.title).optional(),
    clear_on_close: z.boolean().optional(),
    notify_on_close: z.boolean().optional(),
    submit_disabled: z.boolean().optional(),
    ...common,
  }),
  home: z.strictObject({ type: z.literal('home'), ...common }),
} as const;
