import { z } from 'zod';

/** What Slack sends, as far as we read it. Everything else in a payload is let lie. */

const id = z.string().regex(/^[A-Z][A-Z0-9]{1,30}$/u);
const channelId = z.string().regex(/^[CDG][A-Z0-9]{1,30}$/u);
/** A message's time stamp, which is its name too. */
const stamp = z.string().regex(/^\d{1,12}\.\d{1,9}$/u);
const trigger = z.string().min(1).max(255);
const text = (most: number): z.ZodString => z.string().max(most);

const user = z.object({ id, team_id: id.nullish() });
const place = z.object({ id }).nullish();
const origin = { user, team: place, enterprise: place };

/** A button that was pressed, in a message, a modal or App Home. */
export const actionShape = z.object({
  ...origin,
  trigger_id: trigger,
  container: z.object({ type: text(40), message_ts: stamp.optional(), is_ephemeral: z.boolean().optional() }),
  channel: z.object({ id: channelId }).nullish(),
  /** The message with the button; absent where only the presser sees it. */
  message: z
    .object({
      blocks: z
        .array(z.object({ type: text(40) }))
        .max(100)
        .nullish(),
    })
    .nullish(),
  view: z.object({ id: text(255), type: text(20), private_metadata: text(3_000).optional() }).nullish(),
  actions: z
    .array(z.object({ action_id: text(255), value: z.string().optional(), action_ts: stamp }))
    .min(1)
    .max(1),
});
export type ActionPayload = z.infer<typeof actionShape>;

const answer = z.object({
  // As long as it is: the rules say how long it may be, and by how much it is too long.
  value: z.string().nullish(),
  selected_option: z.object({ value: text(255) }).nullish(),
  selected_date: text(20).nullish(),
  selected_date_time: z.int().min(0).max(10_000_000_000).nullish(),
  files: z
    .array(
      z.object({ name: text(255).nullish(), size: z.int().min(0), url_private_download: z.url().max(3_000).nullish() }),
    )
    .max(10)
    .nullish(),
});

/** A form that was sent. */
export const submissionShape = z.object({
  ...origin,
  view: z.object({
    id: text(255),
    hash: text(255),
    callback_id: text(255),
    private_metadata: z.string(),
    state: z.object({ values: z.record(text(255), z.record(text(255), answer)) }),
  }),
});
export type SubmissionPayload = z.infer<typeof submissionShape>;

/** `/alliance …` */
export const commandShape = z.object({
  trigger_id: trigger,
  team_id: id,
  enterprise_id: id.optional(),
  user_id: id,
  channel_id: channelId,
  channel_name: z.string().optional(),
  text: z.string().default(''),
});
export type CommandPayload = z.infer<typeof commandShape>;

/** "Table as proposal" on a message. */
export const shortcutShape = z.object({
  ...origin,
  trigger_id: trigger,
  channel: z.object({ id: channelId }),
  message: z.object({ text: text(100_000).optional() }),
});
export type ShortcutPayload = z.infer<typeof shortcutShape>;

const eventOf = <T extends z.ZodRawShape>(shape: T) =>
  z.object({ event_id: text(255), team_id: id.nullish(), enterprise_id: id.nullish(), event: z.object(shape) });

export const eventShapes = {
  app_home_opened: eventOf({ user: id, tab: text(40) }),
  reaction_added: eventOf({
    user: id,
    item: z.object({ type: text(40), channel: channelId.optional(), ts: stamp.optional() }),
  }),
  user_change: eventOf({
    user: z.object({ id, team_id: id.nullish(), deleted: z.boolean().optional() }),
  }),
  channel_deleted: eventOf({ channel: channelId }),
  group_deleted: eventOf({ channel: channelId }),
  member_joined_channel: eventOf({ user: id, channel: channelId }),
  app_uninstalled: eventOf({}),
  tokens_revoked: eventOf({
    tokens: z.object({ bot: z.array(text(255)).max(1_000).optional() }),
  }),
} as const;
export type EventName = keyof typeof eventShapes;

/** What users.info says of an account. */
export const accountShape = z.object({
  user: z.object({
    id,
    team_id: id.nullish(),
    real_name: text(300).nullish(),
    deleted: z.boolean().optional(),
    is_bot: z.boolean().optional(),
    is_restricted: z.boolean().optional(),
    is_ultra_restricted: z.boolean().optional(),
    is_stranger: z.boolean().optional(),
    is_email_confirmed: z.boolean().optional(),
    profile: z.object({ email: text(320).nullish() }).optional(),
    enterprise_user: z.object({ enterprise_id: id.nullish() }).nullish(),
  }),
});
export type SlackAccount = z.infer<typeof accountShape>['user'];
