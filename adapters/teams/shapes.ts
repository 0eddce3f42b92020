import { z } from 'zod';

/** What Teams sends and answers, as far as we read it. Everything else is let lie. */

const text = (most: number): z.ZodString => z.string().max(most);
const entraId = z.guid().transform((id) => id.toLowerCase());

/** Somebody in an activity. People have an Entra object; bots and channels have none. */
const account = z.object({ id: text(500), aadObjectId: entraId.nullish(), name: text(500).nullish() });

/** An activity that was posted to us. Its `value` is parsed by whoever it is for. */
export const activityShape = z.object({
  type: text(50),
  id: text(500).min(1),
  timestamp: text(50).nullish(),
  channelId: z.literal('msteams'),
  serviceUrl: text(500),
  from: account,
  recipient: account,
  conversation: z.object({
    id: text(1_000).min(1),
    tenantId: entraId.nullish(),
    conversationType: text(50).nullish(),
    name: text(500).nullish(),
  }),
  channelData: z
    .object({
      tenant: z.object({ id: entraId.nullish() }).nullish(),
      team: z.object({ id: text(1_000), name: text(500).nullish() }).nullish(),
      channel: z.object({ id: text(1_000), name: text(500).nullish() }).nullish(),
      eventType: text(100).nullish(),
    })
    .nullish(),
  name: text(200).nullish(),
  action: text(50).nullish(),
  text: text(100_000).nullish(),
  replyToId: text(500).nullish(),
  value: z.unknown().optional(),
  membersAdded: z.array(account).max(1_000).nullish(),
  membersRemoved: z.array(account).max(1_000).nullish(),
  reactionsAdded: z
    .array(z.object({ type: text(100) }))
    .max(100)
    .nullish(),
  entities: z
    .array(
      z.looseObject({
        type: text(100),
        mentioned: account.nullish().catch(null),
        text: text(2_000).nullish().catch(null),
      }),
    )
    .max(200)
    .nullish(),
});
export type Activity = z.infer<typeof activityShape>;

/** Of a message that was posted or drawn anew. */
export const postedShape = z.object({ id: text(500).min(1) });
/** Of a conversation that was opened. */
export const openedShape = z.object({ id: text(1_000).min(1) });

/** The channels of a team. The first one has no name of its own, since each language calls it differently. */
export const channelsShape = z.object({
  conversations: z.array(z.object({ id: text(1_000), name: text(500).nullish() })).max(5_000),
});

/** What the roster says of an account. The free-text mail is not read: nobody vouches for it (rulings 3.1). */
export const memberShape = z
  .object({
    id: text(500),
    aadObjectId: entraId.nullish(),
    objectId: entraId.nullish(),
    tenantId: entraId.nullish(),
    userPrincipalName: text(320).nullish(),
    userRole: text(50).nullish(),
    name: text(500).nullish(),
  })
  .transform(({ objectId, aadObjectId, ...rest }) => ({ ...rest, aadObjectId: aadObjectId ?? objectId ?? null }));
export type Member = z.infer<typeof memberShape>;

/** What a button of a card brings, and a dialog that is asked for or sent: our own press, and what was typed. */
const pressed = z.looseObject({
  press: text(5_000),
  page: z.int().min(1).max(10_000).optional(),
  sent: z.literal(true).optional(),
});

/** An Action.Execute. */
export const executeShape = z.object({ action: z.object({ data: pressed }) });

/** A dialog that is asked for or sent, from a card or from where messages are written. */
export const dialogShape = z.object({
  data: pressed.nullish().catch(null),
  commandId: text(100).nullish(),
  messagePayload: z
    .object({ body: z.object({ content: text(200_000).nullish() }).nullish() })
    .nullish()
    .catch(null),
});
export type DialogPayload = z.infer<typeof dialogShape>;

/** A form in a message, for clients without dialogs: sent as a message with a value. */
export const sentShape = pressed;
