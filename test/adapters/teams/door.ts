import { type Answers, buttonIn, type Card, givenIn } from './buttons.js';
import { councilApp, objectOf, plymouthApp } from './cast.js';
import type { Standin } from './standin/standin.js';
import type { Shown } from './standin/world.js';

/** What came back from /api/messages. */
export interface Came {
  readonly status: number;
  readonly body: unknown;
}

/** Teams as it reaches the program: each activity posted over HTTP, with a token of the connector. */
export interface Door {
  /** Posts anything, with any headers; the token is right unless others are given. */
  post(activity: unknown, headers?: Readonly<Record<string, string>>): Promise<Came>;
  /** An activity of somebody in a conversation, as Teams makes it, with what is said of it. */
  activity(name: string, conversation: string, said: Readonly<Record<string, unknown>>): Activity;
  /** Somebody says it where they are. */
  says(name: string, conversation: string, said: Readonly<Record<string, unknown>>): Promise<Came>;
  /** Somebody calls Roundtable in a channel, or writes to it alone where no conversation is named. */
  types(name: string, text: string, conversation?: string): Promise<Came>;
  /** Somebody presses a button of a card, in a message or in what came back; an Action.Execute or what opens a dialog. */
  presses(name: string, on: Pick<Shown, 'card' | 'conversation' | 'id'>, label: string): Promise<Card>;
  /** Somebody fills in the form in a dialog and sends it; the next card of the dialog. */
  fills(name: string, form: Card, answers: Answers, conversation: string): Promise<Card>;
}

export type Activity = Readonly<Record<string, unknown>> & { readonly id: string };

export const doorAt = (origin: string, standin: Standin, nowMs: () => number = Date.now): Door => {
  const post: Door['post'] = async (activity, headers) => {
    const body = typeof activity === 'string' ? activity : JSON.stringify(activity);
    const type = { 'content-type': 'application/json' };
    const response = await fetch(`${origin}/api/messages`, {
      method: 'POST',
      body,
      headers: headers ?? { ...type, authorization: await right(activity) },
    });
    const text = await response.text();
    return { status: response.status, body: text === '' ? null : jsonOf(text) };
  };
  const right = async (activity: unknown): Promise<string> => {
    const { recipient } = activity as { readonly recipient?: { readonly id?: string } };
    return `Bearer ${await standin.token(recipient?.id?.replace(/^28:/u, '') ?? plymouthApp)}`;
  };
  const activity: Door['activity'] = (name, conversation, said) => {
    const person = standin.person(objectOf(name));
    const direct = conversation === '';
    const app = standin.app(plymouthApp).tenant === person.tenant ? plymouthApp : councilApp;
    const tenant = { id: person.tenant };
    const id = direct ? `a:${app}-${person.object}` : conversation;
    return {
      id: `f:${standin.nextId()}`,
      channelId: 'msteams',
      timestamp: new Date(nowMs()).toISOString(),
      serviceUrl: standin.serviceUrl(person.tenant),
      from: { id: person.id, aadObjectId: person.object, name: person.name },
      recipient: { id: `28:${app}`, name: 'Roundtable' },
      conversation: { id, tenantId: tenant.id, conversationType: direct ? 'personal' : 'channel' },
      channelData: { tenant },
      ...said,
    };
  };
  const says: Door['says'] = (name, conversation, said) => post(activity(name, conversation, said));
  const invoked = async (
    name: string,
    conversation: string,
    said: Readonly<Record<string, unknown>>,
  ): Promise<Card> => {
    const came = await says(name, conversation, { type: 'invoke', ...said });
    const card = cardIn(came);
    if (came.status !== 200 || card === null) throw new Error(`no card came back: ${JSON.stringify(came)}`);
    return card;
  };
  return {
    post,
    activity,
    says,
    types: (name, text, conversation = '') =>
      says(
        name,
        conversation,
        conversation === ''
          ? { type: 'message', text }
          : {
              type: 'message',
              text: `<at>Roundtable</at> ${text}`,
              entities: [
                { type: 'mention', text: '<at>Roundtable</at>', mentioned: { id: `28:${appIn(standin, name)}` } },
              ],
            },
      ),
    presses: (name, { card, conversation, id }, label) => {
      const { type, data, verb } = buttonIn(card, label);
      const { msteams } = data as { readonly msteams?: { readonly type?: string } };
      const where = conversation.startsWith('a:') ? '' : conversation;
      if (type === 'Action.Execute') {
        const value = { action: { type, verb, data }, trigger: 'manual' };
        return invoked(name, where, { name: 'adaptiveCard/action', value, replyToId: id });
      }
      const asked = msteams?.type === 'task/fetch' ? 'task/fetch' : 'task/submit';
      return invoked(name, where, { name: asked, value: { data, context: { theme: 'default' } }, replyToId: id });
    },
    fills: (name, form, answers, conversation) => {
      const { data } = buttonIn(form, null);
      const where = conversation.startsWith('a:') ? '' : conversation;
      return invoked(name, where, { name: 'task/submit', value: { data: { ...data, ...givenIn(form), ...answers } } });
    },
  };
};

const appIn = (standin: Standin, name: string): string =>
  standin.app(plymouthApp).tenant === standin.person(objectOf(name)).tenant ? plymouthApp : councilApp;

const jsonOf = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
};

/** The card of an answer to an invoke: in the place of the message, or in a dialog. */
export const cardIn = ({ body }: Came): Card | null => {
  const { value, task } = (body ?? {}) as {
    readonly value?: unknown;
    readonly task?: { readonly value?: { readonly card?: { readonly content?: unknown } } };
  };
  return (value ?? task?.value?.card?.content ?? null) as Card | null;
};
