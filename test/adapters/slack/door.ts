import { userOf } from './cast.js';
import { type Answers, afterSubmission, stateOf, type SubmissionAnswer } from './modals.js';
import { type Button, payloadsFor } from './payloads.js';
import { buttonCalled } from './seeing.js';
import { type Arrived, formType, type Outgoing, sendTo, signed } from './signing.js';
import { testApp } from './standin/answering.js';
import { checkedBlocks } from './standin/blockKit.js';
import { limits } from './standin/limits.js';
import type { EnvelopeType } from './standin/sockets.js';
import type { Standin } from './standin/standin.js';
import type { Message, Person, View } from './standin/world.js';

/**
 * People with Slack before them: they press what the stand-in shows, fill in forms and type commands, and the requests
 * go to the front door, signed as Slack signs them.
 */
export interface Door {
  /** Presses the button with this label on a message or in a window, as it looks now. */
  readonly press: (who: string, on: Message | View, label: string) => Promise<Came>;
  /** Presses a button that need not be there: an old one, or one that somebody made up. */
  readonly click: (who: string, on: Message | View, button: Button) => Promise<Came>;
  /** Sends the topmost window of somebody, filled in; windows then change as Slack would change them. */
  readonly submit: (who: string, answers: Answers, how?: { readonly unchecked?: boolean }) => Promise<Submitted>;
  /** `/alliance …`; what is answered is shown to that person alone. */
  readonly type: (who: string, channel: string, text: string) => Promise<Came>;
  /** "Table as proposal" on a message. */
  readonly shortcut: (who: string, on: Message) => Promise<Came>;
  readonly event: (team: string, event: object, headers?: Readonly<Record<string, string>>) => Promise<Came>;
  /** The same bytes again. */
  readonly again: (request: Outgoing, headers?: Readonly<Record<string, string>>) => Promise<Arrived>;
  readonly send: (body: string | Buffer, how?: { type?: string; atMs?: number; path?: string }) => Promise<Came>;
  /** The request as it would be sent. */
  readonly written: (body: string | Buffer, how?: { type?: string; atMs?: number; path?: string }) => Outgoing;
  readonly clicking: (who: string, on: Message | View, button: Button) => Outgoing;
}

export interface Came extends Arrived {
  readonly request: Outgoing;
}

export interface Submitted extends Came {
  readonly answer: SubmissionAnswer;
}

interface DoorSetting {
  readonly nowMs?: () => number;
  readonly secret?: string;
}

/** The door of a server: requests come by HTTP. */
export const doorAt = (origin: string, standin: Standin, setting: DoorSetting = {}): Door =>
  doorOver((request) => sendTo(origin, request), standin, setting);

/** The door of an app in Socket Mode: what a request says comes in an envelope, and what it answers goes back in one. */
export const doorBySocket = (standin: Standin): Door =>
  doorOver(async (request) => {
    const { type, payload } = envelopeOf(request);
    const said = (await standin.sockets.send(type, payload)) as object | undefined;
    const body = said === undefined || Object.keys(said).length === 0 ? '' : JSON.stringify(said);
    return { status: 200, body, headers: {} };
  }, standin);

/** What is in a request, as it travels in an envelope. */
export const envelopeOf = ({ body, headers }: Outgoing): { readonly type: EnvelopeType; readonly payload: object } => {
  if (headers['content-type'] !== formType) {
    return { type: 'events_api', payload: JSON.parse(String(body)) as object };
  }
  const { payload, ...fields } = Object.fromEntries(new URLSearchParams(String(body)));
  return payload === undefined
    ? { type: 'slash_commands', payload: fields }
    : { type: 'interactive', payload: JSON.parse(payload) as object };
};

const doorOver = (
  carry: (request: Outgoing) => Promise<Arrived>,
  standin: Standin,
  { nowMs = standin.now, secret = testApp.signingSecret }: DoorSetting = {},
): Door => {
  const payloads = payloadsFor(standin);
  const person = (who: string): Person => {
    const found = [...standin.world.teams.values()].flatMap(
      ({ people }) => people.get(who) ?? people.get(userOf(who)) ?? [],
    )[0];
    if (found === undefined) throw new Error(`there is no ${who}`);
    return found;
  };
  const written: Door['written'] = (body, { type = formType, atMs = nowMs(), path = '/slack/events' } = {}) => ({
    path,
    body,
    headers: signed(secret, body, { atMs, type }),
  });
  const through = async (request: Outgoing): Promise<Came> => ({ ...(await carry(request)), request });
  const interactive = (payload: object): Outgoing =>
    written(new URLSearchParams({ payload: JSON.stringify(payload) }).toString());
  const clicking: Door['clicking'] = (who, on, button) => interactive(payloads.click(person(who), on, button));

  return {
    written,
    clicking,
    press: (who, on, label) => through(clicking(who, on, buttonCalled(on, label))),
    click: (who, on, button) => through(clicking(who, on, button)),
    submit: async (who, answers, { unchecked = false } = {}) => {
      // A program in a process of its own opens it a moment after it answered the click.
      const view = await standin.until(() => standin.modals(person(who).id).at(-1) ?? null);
      const came = await through(
        interactive(payloads.submission(person(who), view, stateOf(view, answers, unchecked))),
      );
      const answer = (came.body === '' ? {} : JSON.parse(came.body)) as SubmissionAnswer;
      if (came.status === 200) afterSubmission(standin, view, answer);
      return { ...came, answer };
    },
    type: async (who, channel, text) => {
      const fields = payloads.command(person(who), channel, asTyped(text));
      const came = await through(written(new URLSearchParams(fields).toString()));
      if (came.status === 200 && came.body !== '') show(standin, person(who), channel, came.body);
      return came;
    },
    shortcut: (who, on) => through(interactive(payloads.shortcut(person(who), on))),
    event: async (team, event, headers = {}) => {
      const request = written(JSON.stringify(payloads.event(team, event)), { type: 'application/json' });
      return through({ ...request, headers: { ...request.headers, ...headers } });
    },
    again: (request, headers = {}) => carry({ ...request, headers: { ...request.headers, ...headers } }),
    send: (body, how) => through(written(body, how)),
  };
};

/** Slack escapes what people type, except for the mentions that it found itself. */
const asTyped = (text: string): string =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replace(/&lt;(@[UW]\w+(?:\|[^&]*)?)&gt;/g, '<$1>');

/** The answer to a command, shown as Slack shows it; throws at one that Slack would not take. */
const show = (standin: Standin, who: Person, channel: string, body: string): void => {
  const answer = JSON.parse(body) as { response_type?: string; text?: string; blocks?: unknown };
  const checked = checkedBlocks(answer.blocks ?? [], limits.blocksInMessage);
  if ('error' in checked) throw new Error(`Slack refuses the answer: ${checked.messages.join('; ')}`);
  if (JSON.stringify(checked.blocks).length > limits.messageCharacters) throw new Error('the answer is too long');
  standin.channel(channel).messages.push({
    ts: standin.nextStamp(),
    channel,
    team: who.team,
    user: standin.team(who.team).bot.user,
    text: answer.text ?? '',
    blocks: checked.blocks,
    edits: 0,
    only: answer.response_type === 'in_channel' ? null : who.id,
    thread: null,
  });
};
