import {
  App,
  type AppOptions,
  type Context,
  HTTPReceiver,
  type InstallationStore,
  type ReceiverEvent,
  SocketModeReceiver,
  type webApi,
} from '@slack/bolt';
import type { SlackConfig } from '../config.js';
import type { Given } from './answering.js';
import { safely } from './answering.js';
import { commandListener } from './commands.js';
import { eventListeners, hearEvent } from './events.js';
import { openHomes } from './home.js';
import { installerOptions } from './installing.js';
import { slackLog } from './log.js';
import type { SlackOffice } from './office.js';
import { commandName } from './permissions.js';
import { pressListener } from './presses.js';
import type { EventName } from './shapes.js';
import type { ReceiptLine } from './receiptLine.js';
import { shortcutListener } from './shortcut.js';
import { submissionListener } from './submissions.js';
import { callbacks } from './views.js';
import type { Workspaces } from './workspaces.js';

type SlackReceiver = HTTPReceiver | SocketModeReceiver;

export interface OpenApp {
  /** What receives by Socket Mode, and what people install through. */
  readonly receiver: SlackReceiver;
  /** Works on one payload; rejects when it should be delivered again. */
  readonly work: (event: ReceiverEvent) => Promise<void>;
}

/** What the Bolt app is made with beside the office. */
export interface AppParts {
  readonly options: webApi.WebClientOptions;
  /** Who the bot is in single-token mode; else Bolt's installer asks the store. */
  readonly authorize: AppOptions['authorize'];
  readonly store: InstallationStore | null;
  readonly reached: Workspaces;
  readonly receipts: ReceiptLine;
}

/** Our Bolt app, and the receiver before it: every payload that comes in is answered, whatever it holds. */
export const openApp = (office: SlackOffice, config: SlackConfig, parts: AppParts): OpenApp => {
  const receiver = receiverFor(office, config, parts);
  const app = new App({
    receiver,
    ...(config.receiving.kind === 'socket' ? { socketMode: true } : {}),
    ...(parts.store === null ? { authorize: parts.authorize } : {}),
    clientOptions: { ...parts.options },
    logger: slackLog(office.log),
    ignoreSelf: false,
    convoStore: false,
  });
  app.error(async (error) => {
    throw error;
  });
  listen(app, office, parts);
  const work = (event: ReceiverEvent): Promise<void> => answered(app, office, event);
  receiver.init({ processEvent: work } as unknown as App);
  return { receiver, work };
};

const receiverFor = (office: SlackOffice, config: SlackConfig, { options, store }: AppParts): SlackReceiver => {
  const logger = slackLog(office.log);
  if (config.receiving.kind === 'socket') {
    const { appToken } = config.receiving;
    const clientOptions = { ...options, retryConfig: untilReached };
    return new SocketModeReceiver({ appToken, logger, installerOptions: { clientOptions } });
  }
  return new HTTPReceiver({
    signingSecret: config.receiving.signingSecret,
    // Nothing but installing goes through it: payloads are verified and received by ourselves (open.ts).
    endpoints: [],
    logger,
    ...(store === null ? {} : installerOptions(office, config, store, options)),
  });
};

/** Socket Mode gives up for good when it is refused a connection once, so it is not told before there is one. */
const untilReached = { forever: true, minTimeout: 1_000, factor: 1.5, maxTimeout: 30_000, unref: true } as const;

export const eventsPath = '/slack/events';

/** Listeners by our own nouns: presses, forms, commands, the shortcut, and what happens to rooms and accounts. */
const listen = (app: App, office: SlackOffice, { reached, receipts }: AppParts): void => {
  const homes = openHomes(office);
  const press = pressListener(office, homes, receipts);
  const submission = submissionListener(office, homes);
  const command = commandListener(office, homes);
  const shortcut = shortcutListener(office);
  // Before the listeners: Bolt asks every one of them about every payload, and a press is what most people wait for.
  app.use(async (bolt) => (isPress(bolt.payload) ? press(givenBy(bolt, reached)) : bolt.next()));
  app.view(callbacks.form, (bolt) => submission(givenBy(bolt, reached)));
  app.command(commandName, (bolt) => command(givenBy(bolt, reached)));
  const onMessage = { callback_id: callbacks.tableMessage, type: 'message_action' } as const;
  app.shortcut(onMessage, (bolt) => shortcut(givenBy(bolt, reached)));
  const listeners = eventListeners(office, homes);
  for (const name of Object.keys(listeners) as EventName[]) {
    const hear = hearEvent(name, listeners[name]);
    app.event(name, (bolt) => hear(givenBy(bolt, reached)));
  }
};

/** A button of one of our cards, as the renderer named it. */
const isPress = (payload: unknown): boolean =>
  isRecord(payload) &&
  payload['type'] === 'button' &&
  typeof payload['action_id'] === 'string' &&
  /^(?:press|page):\d{1,4}$/u.test(payload['action_id']);

/** What our listeners take of what Bolt gives; the client is ours, which adds nothing to a call by itself. */
const givenBy = (
  bolt: { readonly body: unknown; readonly context: Context; readonly ack?: unknown },
  reached: Workspaces,
): Given => ({
  body: bolt.body,
  ack: (bolt.ack ?? (async () => undefined)) as Given['ack'],
  context: bolt.context,
  client: reached.clientWith(bolt.context.botToken ?? ''),
});

/**
 * Lets Bolt work on a payload, and makes sure that it is answered exactly once: with what a listener said, else with an
 * empty 200. An event is answered only when it has been dealt with; one that failed here is left unanswered for Bolt to
 * refuse, so that Slack delivers it again.
 */
const answered = async (app: App, { log }: SlackOffice, event: ReceiverEvent): Promise<void> => {
  const isEvent = isRecord(event.body) && isRecord(event.body['event']);
  let done = false;
  const answer = async (response?: unknown): Promise<void> => {
    if (done) return;
    done = true;
    await event.ack(response as never).catch((thrown: unknown) => log.warn(safely(thrown), 'an answer was not taken'));
  };
  if (!isRecord(event.body)) return answer();
  try {
    await app.processEvent({ ...event, ack: isEvent ? async () => undefined : answer });
  } catch (thrown) {
    log.error(safely(thrown), 'a payload from Slack could not be dealt with');
    if (isEvent && isOurs(thrown)) throw thrown;
  }
  await answer();
};

const isRecord = (body: unknown): body is Readonly<Record<string, unknown>> =>
  typeof body === 'object' && body !== null && !Array.isArray(body);

/** A listener failed, and the same event may succeed later; a payload that Bolt cannot read never will. */
const isOurs = (thrown: unknown): boolean =>
  ['slack_bolt_unknown_error', 'slack_bolt_multiple_listener_error'].includes(
    String((thrown as { readonly code?: unknown }).code),
  );
