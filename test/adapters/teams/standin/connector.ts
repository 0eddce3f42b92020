import { z } from 'zod';
import { flawsOf } from './cardCheck.js';
import type { Operation } from './faults.js';
import type { Rates } from './rates.js';
import { type App, type Conversation, conversationIn, type Person, personIn, type Shown, type World } from './world.js';

/** One call of the connector's REST interface, taken apart. */
export interface ConnectorCall {
  readonly operation: Operation;
  /** The tenant in the path of the service URL. */
  readonly tenant: string;
  readonly conversation: string | null;
  readonly activity: string | null;
  readonly member: string | null;
  readonly app: App | null;
  readonly body: unknown;
}

export type Answer = { readonly status: number; readonly body: unknown } | { readonly limitedForS: number };

export interface Desk {
  readonly world: World;
  readonly rates: Rates;
  readonly nowMs: number;
  readonly nextId: () => string;
  readonly serviceUrl: (tenant: string) => string;
}

/** Does what the documentation says of the call, or refuses it as Teams refuses it. */
export const answerTo = (desk: Desk, call: ConnectorCall): Answer => {
  const { app } = call;
  if (app === null) return refused(401, 'Unauthorized', 'Authorization has been denied for this request.');
  if (app.tenant !== call.tenant) return refused(401, 'BotNotRegistered', 'No registration found for this bot.');
  if (app.disabled) return refused(403, 'BotDisabledByAdmin', 'The tenant admin disabled this bot.');
  if (call.operation === 'create') return create(desk, app, call);
  if (call.operation === 'channels') return channels(desk, app, call);
  const place = conversationIn(desk.world, call.conversation ?? '');
  if (place === null || place.gone || place.tenant !== call.tenant) return notFound('ConversationNotFound');
  if (!place.apps.has(app.id)) {
    return refused(403, 'BotNotInConversationRoster', 'The bot is not part of the conversation roster.');
  }
  if (call.operation === 'members') return members(desk, place, call);
  const wait = desk.rates.send(place.id, place.tenant, desk.nowMs);
  if (wait > 0) return { limitedForS: wait };
  if (place.kind === 'personal' && blockedIn(desk.world, place)) {
    return refused(403, 'ConversationBlockedByUser', 'User blocked the conversation with the bot.');
  }
  switch (call.operation) {
    case 'update':
      return update(place, app, call);
    case 'delete':
      return remove(place, app, call);
    default:
      return send(desk, place, app, call);
  }
};

const activityShape = z.object({
  type: z.literal('message'),
  text: z.string().optional(),
  summary: z.string().optional(),
  attachments: z
    .array(
      z.object({
        contentType: z.string(),
        contentUrl: z.string().optional(),
        name: z.string().optional(),
        content: z.unknown().optional(),
      }),
    )
    .optional(),
  entities: z.array(z.looseObject({ type: z.string() })).optional(),
});
type Activity = z.infer<typeof activityShape>;

const cardType = 'application/vnd.microsoft.card.adaptive';

const send = (desk: Desk, place: Conversation, app: App, { activity, body }: ConnectorCall): Answer => {
  if (activity !== null && !place.shown.some(({ id }) => id === activity)) {
    return notFound('ActivityNotFoundInConversation');
  }
  const read = activityIn(body);
  if ('refusal' in read) return read.refusal;
  const id = desk.nextId();
  place.shown.push({
    ...shownBy(read),
    id,
    conversation: place.id,
    app: app.id,
    edits: 0,
    deleted: false,
    atMs: desk.nowMs,
  });
  return { status: 201, body: { id } };
};

const update = (place: Conversation, app: App, { activity, body }: ConnectorCall): Answer => {
  const message = place.shown.find(({ id, deleted }) => id === activity && !deleted);
  if (message === undefined) return notFound('ActivityNotFoundInConversation');
  if (message.app !== app.id) return refused(403, 'NotEnoughPermissions', 'Only the author may edit a message.');
  const read = activityIn(body);
  if ('refusal' in read) return read.refusal;
  Object.assign(message, shownBy(read), { edits: message.edits + 1 });
  return { status: 200, body: { id: message.id } };
};

const remove = (place: Conversation, app: App, { activity }: ConnectorCall): Answer => {
  const message = place.shown.find(({ id, deleted }) => id === activity && !deleted);
  if (message === undefined) return notFound('ActivityNotFoundInConversation');
  if (message.app !== app.id) return refused(403, 'NotEnoughPermissions', 'Only the author may remove a message.');
  message.deleted = true;
  return { status: 200, body: {} };
};

/** What is shown of an activity; or what Teams has against it. */
const activityIn = (body: unknown): Activity | { readonly refusal: Answer } => {
  const read = activityShape.safeParse(body);
  if (!read.success) return { refusal: refused(400, 'BadSyntax', z.prettifyError(read.error)) };
  const flaws = (read.data.attachments ?? []).flatMap(({ contentType, content }) =>
    contentType === cardType ? flawsOf((content ?? {}) as Readonly<Record<string, unknown>>) : [],
  );
  if (flaws.length > 0) return { refusal: refused(400, 'BadSyntax', flaws.join('\n')) };
  if (sizeOf(body) > sizeMost) return { refusal: refused(413, 'MessageSizeTooBig', 'Message size too large.') };
  const isEmpty = (read.data.text ?? '') === '' && (read.data.attachments ?? []).length === 0;
  return isEmpty ? { refusal: refused(400, 'BadSyntax', 'Empty activity.') } : read.data;
};

/** The strictest figure that Microsoft ever wrote down. Pictures in the message itself do not count. */
const sizeMost = 28 * 1_024;

const sizeOf = (body: unknown): number =>
  2 * JSON.stringify(body).replace(/data:image\/\w+;base64,[A-Za-z0-9+/=]*/gu, '').length;

const shownBy = ({ text = '', summary = '', attachments = [], entities = [] }: Activity) => {
  const card = attachments.find(({ contentType }) => contentType === cardType)?.content ?? null;
  const others = attachments.filter(({ contentType }) => contentType !== cardType);
  return { text, summary, card: card as Shown['card'], attachments: others, entities };
};

const createShape = z.object({
  isGroup: z.boolean().optional(),
  tenantId: z.string().optional(),
  members: z.array(z.object({ id: z.string() })).optional(),
  channelData: z
    .looseObject({ tenant: z.object({ id: z.string() }).optional(), channel: z.object({ id: z.string() }).optional() })
    .optional(),
  activity: z.unknown().optional(),
});

const create = (desk: Desk, app: App, call: ConnectorCall): Answer => {
  const read = createShape.safeParse(call.body);
  if (!read.success) return refused(400, 'BadSyntax', z.prettifyError(read.error));
  const wait = desk.rates.other(call.tenant, desk.nowMs);
  if (wait > 0) return { limitedForS: wait };
  const { isGroup = false, members: [member] = [], channelData, activity } = read.data;
  const place = isGroup
    ? conversationIn(desk.world, channelData?.channel?.id ?? '')
    : personalWith(desk.world, app, member?.id ?? '', call.tenant);
  if (place === null || !place.apps.has(app.id)) {
    return refused(403, 'ForbiddenOperationException', 'The bot is not installed in the user’s personal scope.');
  }
  if (activity === undefined) {
    return { status: 201, body: { id: place.id, serviceUrl: desk.serviceUrl(place.tenant) } };
  }
  const sent = send(desk, place, app, { ...call, activity: null, body: activity });
  if ('limitedForS' in sent || sent.status !== 201) return sent;
  const activityId = (sent.body as { readonly id: string }).id;
  const id = isGroup ? `${place.id};messageid=${activityId}` : place.id;
  return { status: 201, body: { id, activityId, serviceUrl: desk.serviceUrl(place.tenant) } };
};

/** The conversation of the bot with one person: there is one, however often it is asked for. */
const personalWith = (world: World, app: App, id: string, tenant: string): Conversation | null => {
  const person = personIn(world, id);
  if (person === null || person.deleted) return null;
  const meets = [...world.conversations.values()].some(
    ({ tenant: home, members: all, apps, gone }) => home === tenant && !gone && apps.has(app.id) && all.has(person.id),
  );
  if (!meets) return null;
  const name = `a:${app.id}-${person.object}`;
  const there = world.conversations.get(name);
  if (there !== undefined) return there;
  const place: Conversation = {
    id: name,
    kind: 'personal',
    tenant,
    name: person.name,
    team: null,
    members: new Set([person.id]),
    apps: new Set([app.id]),
    gone: false,
    shown: [],
  };
  world.conversations.set(name, place);
  return place;
};

const blockedIn = (world: World, { members: all }: Conversation): boolean =>
  [...all].some((id) => personIn(world, id)?.blocked === true);

const members = ({ world }: Desk, place: Conversation, { member }: ConnectorCall): Answer => {
  const all = [...place.members].flatMap((id) => {
    const person = personIn(world, id);
    return person === null || person.deleted ? [] : [accountOf(person)];
  });
  if (member === null) return { status: 200, body: all };
  const found = all.find(({ id, aadObjectId }) => id === member || aadObjectId === member);
  return found === undefined ? notFound('MemberNotFoundInConversation') : { status: 200, body: found };
};

/** The channels of a team, where the bot is in it; the first has the id of the team, and no name. */
const channels = ({ world }: Desk, app: App, { conversation: team }: ConnectorCall): Answer => {
  const found = [...world.conversations.values()].filter((each) => each.team === team && each.apps.has(app.id));
  if (found.length === 0) return notFound('TeamNotFound');
  const named = found.map(({ id, name }) => (id === team ? { id } : { id, name }));
  return { status: 200, body: { conversations: named } };
};

/** Somebody as the connector describes them to a bot. */
const accountOf = ({ id, object, name, upn, email, role, tenant }: Person) => ({
  id,
  name,
  aadObjectId: object,
  objectId: object,
  givenName: name.split(' ')[0],
  surname: name.split(' ').slice(1).join(' '),
  userPrincipalName: upn,
  ...(email === null ? {} : { email }),
  tenantId: tenant,
  userRole: role,
});

export const refused = (status: number, code: string, message: string): Answer => ({
  status,
  body: { error: { code, message } },
});

const notFound = (code: string): Answer => refused(404, code, 'Conversation not found.');
