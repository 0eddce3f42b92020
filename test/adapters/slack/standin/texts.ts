import { z } from 'zod';
import { limits } from './limits.js';

/** Text and option objects as Slack takes them: nothing is optional that is not, and nothing else may stand in them. */

export const plain = (most: number) =>
  z.strictObject({ type: z.literal('plain_text'), text: z.string().min(1).max(most), emoji: z.boolean().optional() });

const mrkdwn = (most: number) =>
  z.strictObject({ type: z.literal('mrkdwn'), text: z.string().min(1).max(most), verbatim: z.boolean().optional() });

export const textObject = (most: number) => z.discriminatedUnion('type', [plain(most), mrkdwn(most)]);

export const id = z.string().min(1).max(limits.id);

export const option = z.strictObject({
  text: textObject(limits.option),
  value: z.string().min(1).max(limits.optionValue),
  description: plain(limits.option).optional(),
});

export const optionGroup = z.strictObject({
  label: plain(limits.option),
  options: z.array(option).min(1).max(limits.options),
});

export const confirmation = z.strictObject({
  title: plain(100),
  text: textObject(300),
  confirm: plain(30),
  deny: plain(30),
  style: z.enum(['primary', 'danger']).optional(),
});

const style = z.strictObject({
  bold: z.boolean().optional(),
  italic: z.boolean().optional(),
  strike: z.boolean().optional(),
  code: z.boolean().optional(),
});

const run = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('text'), text: z.string().min(1), style: style.optional() }),
  z.strictObject({
    type: z.literal('link'),
    url: z.url(),
    text: z.string().min(1).optional(),
    style: style.optional(),
  }),
  z.strictObject({ type: z.literal('user'), user_id: z.string(), style: style.optional() }),
]);

const richSection = z.strictObject({ type: z.literal('rich_text_section'), elements: z.array(run) });

export const rich = z.discriminatedUnion('type', [
  richSection,
  z.strictObject({ type: z.literal('rich_text_quote'), elements: z.array(run), border: z.int().optional() }),
  z.strictObject({ type: z.literal('rich_text_preformatted'), elements: z.array(run), border: z.int().optional() }),
  z.strictObject({
    type: z.literal('rich_text_list'),
    style: z.enum(['bullet', 'ordered']),
    elements: z.array(richSection),
    indent: z.int().optional(),
    border: z.int().optional(),
  }),
]);
