import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { getRequestListener, type HttpBindings } from '@hono/node-server';

/** An HTTP server that listens on loopback. */
export interface WebServer {
  /** The port in use; differs from the one asked for only when that was 0. */
  readonly port: number;
  /** Takes no new connection, lets requests under way finish, and cuts what is left after `graceMs`. */
  stop(graceMs: number): Promise<void>;
}

export type Fetch = (request: Request, bindings: HttpBindings) => Response | Promise<Response>;

/**
 * Serves `fetch` on 127.0.0.1. Everything a stranger can hold is bounded: how long headers and a request may take,
 * how many there may be, how many connections, how many requests on one. Rejects when the port cannot be had, with
 * the system's own error (EADDRINUSE, EACCES).
 */
export const listen = async (fetch: Fetch, port: number): Promise<WebServer> => {
  const underWay = new Set<ServerResponse>();
  let stopping = false;
  const server = createServer(bounds, (incoming, outgoing) => {
    underWay.add(outgoing);
    outgoing.once('close', () => underWay.delete(outgoing));
    // A busy connection would bring one request after another and be cut in the middle of the last one.
    if (stopping) outgoing.shouldKeepAlive = false;
    void answer(incoming, outgoing);
  });
  const answer = getRequestListener((request, bindings) => fetch(request, bindings as HttpBindings), {
    overrideGlobalObjects: false,
    errorHandler: () => new Response(null, { status: 400 }),
  });
  server.maxConnections = connectionsMost;
  server.maxRequestsPerSocket = requestsPerConnectionMost;
  server.timeout = 0;
  server.on('clientError', (_error, socket) => {
    if (socket.writable) socket.end('HTTP/1.1 400 Bad Request\r\nConnection: close\r\n\r\n');
    else socket.destroy();
  });
  await listening(server, port);
  return {
    port: (server.address() as AddressInfo).port,
    stop: (graceMs) => {
      stopping = true;
      for (const outgoing of underWay) outgoing.shouldKeepAlive = false;
      return stopped(server, graceMs);
    },
  };
};

const bounds = {
  headersTimeout: 10_000,
  requestTimeout: 20_000,
  keepAliveTimeout: 5_000,
  connectionsCheckingInterval: 1_000,
  maxHeaderSize: 16_384,
} as const;
const connectionsMost = 1_500;
const requestsPerConnectionMost = 10_000;

const listening = (server: Server, port: number): Promise<void> =>
  new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen({ port, host: '127.0.0.1', backlog: 511 }, () => {
      server.off('error', reject);
      resolve();
    });
  });

const stopped = (server: Server, graceMs: number): Promise<void> =>
  new Promise((resolve) => {
    const cut = setTimeout(() => {
      server.closeAllConnections();
    }, graceMs);
    server.close(() => {
      clearTimeout(cut);
      resolve();
    });
    server.closeIdleConnections();
  });
