import type { IncomingMessage, ServerResponse } from 'node:http';
import { type AppOptions, HTTPReceiver, SocketModeReceiver } from '@slack/bolt';
import { serverWords } from '../../src/cards/words/server.js';
import type { Surface } from '../../src/clerk/surfaces.js';
import { pathOf } from '../address.js';
import type { SlackConfig } from '../config.js';
import { safely } from './answering.js';
import { eventsPath, type OpenApp, openApp } from './app.js';
import { watchConnection } from './connection.js';
import { type Bot, botIn, installationStore } from './installations.js';
import { installPath, redirectPath } from './installing.js';
import { verified } from './door.js';
import type { SlackOffice } from './office.js';
import { receive } from './receiving.js';
import { reasonOf } from './private.js';
import { openReceiptLine } from './receiptLine.js';
import { sealingWith } from './sealing.js';
import { slackSurface } from './surface.js';
import { clientOptions, workspaces } from './workspaces.js';

export type { SlackOffice } from './office.js';

/** Slack, once it is open. */
export interface OpenSlack {
  /** What the announcer sends through. */
  readonly surface: Surface;
  /** Answers a request if it is for Slack; false leaves it to others. */
  readonly listener: (request: IncomingMessage, response: ServerResponse) => boolean;
  /** Why nothing can come in from Slack, in one sentence; null while it can, as far as anybody knows here. */
  problem(): string | null;
  /** Begins to receive where that needs a connection of our own (Socket Mode). */
  start(): void;
  /** Takes nothing new over that connection. */
  stop(): Promise<void>;
  /** Sends the receipts that wait; call it when nothing comes in any more. Resolves after seconds even if Slack does not answer. */
  receiptsSent(): Promise<void>;
}

/** Opens the Slack surface; it receives through its listener, or once it is started. */
export const openSlack = (office: SlackOffice, config: SlackConfig): OpenSlack => {
  const options = clientOptions(config.apiUrl, office.log);
  const { speaking } = config;
  const sealing = speaking.kind === 'token' ? null : sealingWith(speaking.keys);
  const tokenOf = async (tenant: string): Promise<string | null> =>
    sealing === null ? botToken(config) : ((await botIn(office.installations, sealing, tenant))?.token ?? null);
  const reached = workspaces(tokenOf, options);
  const bot = speaking.kind === 'token' ? ownBot(office, speaking.botToken, reached) : null;
  const isBack = (tenant: string): void => {
    office.announcer.retry({ platform: 'slack', tenant }).catch((thrown: unknown) => {
      office.log.warn(safely(thrown), 'what waited for a workspace could not be sent');
    });
  };
  const receipts = openReceiptLine((thrown) => office.log.error(safely(thrown), 'a receipt could not be sent'));
  const app = openApp(office, config, {
    options,
    reached,
    receipts,
    authorize: async (source) => ({ botToken: botToken(config) ?? undefined, teamId: source.teamId, ...bot?.() }),
    store: sealing === null ? null : installationStore(office.installations, sealing, isBack),
  });
  const { receiver } = app;
  const connection =
    receiver instanceof SocketModeReceiver ? watchConnection(receiver, () => office.clock.monotonicMs()) : null;
  return {
    surface: slackSurface(reached, office),
    listener: (request, response) => {
      const path = pathOf(request);
      if (!(receiver instanceof HTTPReceiver) || path === null || !isOurs(path, speaking.kind === 'oauth'))
        return false;
      void answer(office, config, app, { path, request, response });
      return true;
    },
    problem: () => (connection === null || connection.isUp() ? null : serverWords.slackSilent),
    start: () => {
      if (!(receiver instanceof SocketModeReceiver)) return;
      receiver.start().catch((thrown: unknown) => {
        office.log.error({ reason: reasonOf(thrown) }, 'Slack did not accept the connection of Socket Mode');
      });
    },
    stop: async () => {
      if (receiver instanceof SocketModeReceiver) await receiver.stop();
    },
    receiptsSent: () => receipts.empty(receiptsMostMs),
  };
};

/** For what waits when the server is stopped. */
const receiptsMostMs = 5_000;

const botToken = ({ speaking }: SlackConfig): string | null => (speaking.kind === 'token' ? speaking.botToken : null);

const isOurs = (path: string, installs: boolean): boolean =>
  path === eventsPath || (installs && (path === installPath || path === redirectPath));

interface Knock {
  readonly path: string;
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
}

const answer = async (
  { log }: SlackOffice,
  { receiving }: SlackConfig,
  { receiver, work }: OpenApp,
  { path, request, response }: Knock,
): Promise<void> => {
  try {
    const wanted = path === eventsPath ? 'POST' : 'GET';
    if (request.method !== wanted || receiving.kind !== 'http') {
      response.writeHead(405, { allow: wanted, connection: 'close' }).end();
      request.resume();
      return;
    }
    if (path === eventsPath) {
      const whole = await verified(request, response, { secret: receiving.signingSecret, nowMs: Date.now });
      if (whole !== null) await receive(work, { request, response }, whole);
    } else if (receiver instanceof HTTPReceiver) receiver.requestListener(request, response);
  } catch (thrown) {
    log.warn(safely(thrown), 'a request for Slack could not be read');
    if (!response.headersSent) response.writeHead(400, { connection: 'close' }).end();
    else response.destroy();
  }
};

/** Who our own bot is, as soon as Slack has said it; asked again at the next event where it could not be asked. */
const ownBot = (
  { log }: SlackOffice,
  token: string,
  reached: ReturnType<typeof workspaces>,
): (() => Awaited<ReturnType<NonNullable<AppOptions['authorize']>>>) => {
  let known: Partial<Pick<Bot, 'userId'>> & { readonly botId?: string } = {};
  let asking = false;
  const ask = async (): Promise<void> => {
    asking = true;
    try {
      const said = await (await reached.clientOf(''))?.auth.test();
      known = { userId: said?.user_id ?? null, ...(said?.bot_id === undefined ? {} : { botId: said.bot_id }) };
    } catch (thrown) {
      log.warn({ reason: reasonOf(thrown) }, 'Slack did not say who the bot is');
    } finally {
      asking = false;
    }
  };
  void ask();
  return () => {
    if (known.userId == null && !asking) void ask();
    const { userId, botId } = known;
    return {
      botToken: token,
      ...(botId === undefined ? {} : { botId }),
      ...(userId == null ? {} : { botUserId: userId }),
    };
  };
};
