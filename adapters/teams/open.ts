import type { IncomingMessage, ServerResponse } from 'node:http';
import { openReadings } from '../../src/clerk/readings.js';
import type { Surface } from '../../src/clerk/surfaces.js';
import { pathOf } from '../address.js';
import type { TeamsConfig } from '../config.js';
import { openTokenCheck } from './app.js';
import { turnAway, verified } from './door.js';
import { signingKeys } from './keys.js';
import type { TeamsOffice } from './office.js';
import { teamsSurface } from './surface.js';
import { openTurns, type Turn } from './turn.js';
import { teamsWire } from './wire.js';

export type { TeamsOffice } from './office.js';

/** Teams, once it is open. */
export interface OpenTeams {
  /** What the announcer sends through. */
  readonly surface: Surface;
  /** Answers a request if it is for Teams; false leaves it to others. */
  readonly listener: (request: IncomingMessage, response: ServerResponse) => boolean;
  /** There is nothing to begin: Teams comes to us. */
  start(): void;
  stop(): Promise<void>;
  /** Sends the answers that wait; call it when nothing comes in any more. Resolves after seconds even if Teams does not answer. */
  receiptsSent(): Promise<void>;
}

/** Opens the Teams surface; it receives through its listener. */
export const openTeams = (office: TeamsOffice, config: TeamsConfig): OpenTeams => {
  const { log } = office;
  const wire = teamsWire(config);
  const surface = teamsSurface(wire, office);
  const keys = signingKeys({
    url: config.openIdUrl,
    nowMs: () => performance.now(),
    failed: (reason) =>
      log.error({ reason }, 'the keys of the Bot Connector could not be had; those known still count'),
  });
  const check = openTokenCheck(config, keys, () => log.debug('the SDK of Teams had something to say'));
  const turns = openTurns(office, { wire, surface, readings: openReadings() });
  const afterwards = new Set<Promise<void>>();
  const later = (after: () => Promise<void>): void => {
    const said: Promise<void> = after()
      .catch((thrown: unknown) => log.error({ err: thrown }, 'an answer could not be sent'))
      .finally(() => afterwards.delete(said));
    afterwards.add(said);
  };
  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    try {
      const sent = await verified(request, config, check);
      if ('why' in sent) {
        log.warn({ status: sent.status, why: sent.why }, 'a request for Teams was turned away');
        turnAway(request, response, sent);
        return;
      }
      const turn = await turns(sent);
      write(response, turn);
      if (turn.after !== undefined) later(turn.after);
    } catch (thrown) {
      log.warn({ err: thrown }, 'a request for Teams could not be read');
      if (!response.headersSent) response.writeHead(400, { connection: 'close' }).end();
      else response.destroy();
    }
  };
  return {
    surface,
    listener: (request, response) => {
      if (pathOf(request) !== messagesPath) return false;
      void answer(request, response);
      return true;
    },
    start: () => undefined,
    stop: async () => undefined,
    receiptsSent: async () => {
      await Promise.race([Promise.all(afterwards), office.wait(answersMostMs)]);
      check.close();
    },
  };
};

const messagesPath = '/api/messages';

/** For what waits when the server is stopped. */
const answersMostMs = 5_000;

const write = (response: ServerResponse, { status, body }: Turn): void => {
  if (body === null) {
    response.writeHead(status).end();
    return;
  }
  const json = typeof body === 'string' ? body : JSON.stringify(body);
  // With its length, and as a text, the whole answer leaves in one piece.
  const length = Buffer.byteLength(json);
  response.writeHead(status, { 'content-type': 'application/json; charset=utf-8', 'content-length': length }).end(json);
};
