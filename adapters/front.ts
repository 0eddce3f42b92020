import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { pathOf } from './address.js';
import { type Patience, patienceOf, usualPatience } from './patience.js';
import { serverWords } from '../src/cards/words/server.js';

/** The one HTTP server of a record: health for whoever watches it, and whatever the surfaces listen to. */
export interface Front {
  /** Where it listens, as the system says: "http://127.0.0.1:3000". */
  readonly address: string;
  /** Takes no new connection, lets requests under way finish, and cuts what is left after `graceMs`. */
  stop(graceMs: number): Promise<void>;
}

/** Answers a request if it is for this surface. */
export type Listener = (request: IncomingMessage, response: ServerResponse) => boolean;

/** Which requests may be slow, and how slow. */
export interface Slowness {
  /** For what somebody was asked for the file in a request; null for one without. */
  readonly bringsFile?: (request: IncomingMessage) => string | null;
  readonly patience?: Patience;
}

/**
 * Listens on one address of this computer, behind whatever holds the certificate. Everything a stranger can hold is bounded: how long
 * headers and a request may take, how large headers may be, how many connections. Rejects with the system's error when
 * the address or the port cannot be had.
 */
export const openFront = async (
  at: { readonly host: string; readonly port: number },
  listeners: readonly Listener[],
  readiness: () => Promise<string | null>,
  { bringsFile = () => null, patience = usualPatience }: Slowness = {},
): Promise<Front> => {
  const watch = patienceOf(patience, bringsFile);
  const underWay = new Set<UnderWay>();
  let stopping = false;
  const server = createServer(bounds, (request, response) => {
    watch(request, response);
    const own: UnderWay = { response };
    underWay.add(own);
    response.once('close', () => {
      underWay.delete(own);
      own.response = null;
    });
    request.on('error', () => response.destroy());
    // A busy connection would bring one request after another and be cut in the middle of the last one.
    if (stopping) response.shouldKeepAlive = false;
    if (pathOf(request) === null) {
      say(request, response, 400, '');
      return;
    }
    if (listeners.some((listener) => listener(request, response))) return;
    void health(request, response, () => (stopping ? Promise.resolve(serverWords.stopping) : readiness()));
  });
  server.maxConnections = connectionsMost;
  server.timeout = 0;
  server.on('clientError', (_error, socket) => {
    if (socket.writable) socket.end('HTTP/1.1 400 Bad Request\r\nConnection: close\r\n\r\n');
    else socket.destroy();
  });
  await listening(server, at);
  return {
    address: addressOf(server.address() as AddressInfo),
    stop: (graceMs) => {
      stopping = true;
      for (const { response } of underWay) if (response !== null) response.shouldKeepAlive = false;
      return stopped(server, graceMs);
    },
  };
};

/** Emptied when it is over: a set that has grown old holds what it last held until the next full collection. */
interface UnderWay {
  response: ServerResponse | null;
}

/** The time of bodies is watched for each by itself; this is the most that any may take. */
const bounds = {
  headersTimeout: 10_000,
  requestTimeout: 10_000 + usualPatience.fileMs,
  keepAliveTimeout: 5_000,
  connectionsCheckingInterval: 1_000,
  maxHeaderSize: 16_384,
} as const;
const connectionsMost = 1_500;

const health = async (
  request: IncomingMessage,
  response: ServerResponse,
  readiness: () => Promise<string | null>,
): Promise<void> => {
  const asked = request.method === 'GET' || request.method === 'HEAD' ? request.url : '';
  if (asked === '/healthz') say(request, response, 200, serverWords.alive);
  else if (asked === '/readyz') {
    const reason = await readiness().catch(() => serverWords.storeSilent);
    say(request, response, reason === null ? 200 : 503, reason ?? serverWords.ready);
  } else say(request, response, 404, serverWords.notFound);
};

const say = (request: IncomingMessage, response: ServerResponse, status: number, words: string): void => {
  request.resume();
  response.writeHead(status, { 'content-type': 'text/plain; charset=utf-8', 'x-content-type-options': 'nosniff' });
  response.end(words);
};

const addressOf = ({ address, family, port }: AddressInfo): string =>
  `http://${family === 'IPv6' ? `[${address}]` : address}:${port}`;

const listening = (server: Server, { host, port }: { readonly host: string; readonly port: number }): Promise<void> =>
  new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen({ port, host, backlog: 511 }, () => {
      server.off('error', reject);
      resolve();
    });
  });

const stopped = (server: Server, graceMs: number): Promise<void> =>
  new Promise((resolve) => {
    const cut = setTimeout(() => server.closeAllConnections(), graceMs);
    server.close(() => {
      clearTimeout(cut);
      resolve();
    });
    server.closeIdleConnections();
  });
