import { createHash } from 'node:crypto';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';
import { framesIn, textFrame } from './frames.js';

/** The far end of Socket Mode: what would arrive by HTTP arrives in envelopes, each of which is to be acknowledged. */
export interface Sockets {
  /** Where the app is told to connect. */
  readonly url: () => string;
  /** Sends to the newest connection, waiting for one where there is none; resolves with what it was answered. */
  readonly send: (type: 'interactive' | 'slash_commands' | 'events_api', payload: object) => Promise<unknown>;
  readonly connected: () => number;
}

export const openSockets = (server: Server): Sockets => {
  const connections: Duplex[] = [];
  const waiting = new Map<string, (payload: unknown) => void>();
  let envelopes = 0;
  let arrived = (): void => undefined;
  let arrival = new Promise<void>((resolve) => (arrived = resolve));

  server.on('upgrade', (request, socket) => {
    const key = request.headers['sec-websocket-key'] ?? '';
    const accept = createHash('sha1').update(`${key}258EAFA5-E914-47DA-95CA-C5AB0DC85B11`).digest('base64');
    socket.write(
      `HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: ${accept}\r\n\r\n`,
    );
    connections.push(socket);
    const leave = (): void => {
      connections.splice(connections.indexOf(socket), 1);
      arrival = new Promise((resolve) => (arrived = resolve));
    };
    socket.once('close', leave).on('error', () => socket.destroy());
    framesIn(socket, (text) => {
      const { envelope_id: envelope = '', payload } = JSON.parse(text) as { envelope_id?: string; payload?: unknown };
      waiting.get(envelope)?.(payload);
      waiting.delete(envelope);
    });
    socket.write(textFrame(JSON.stringify({ type: 'hello', num_connections: 1, connection_info: { app_id: 'A0' } })));
    arrived();
  });

  return {
    url: () => `ws://127.0.0.1:${(server.address() as AddressInfo).port}/link/?ticket=${connections.length}`,
    connected: () => connections.length,
    send: async (type, payload) => {
      if (connections.length === 0) await arrival;
      envelopes += 1;
      const envelope = `envelope-${envelopes}`;
      const answered = new Promise((resolve) => waiting.set(envelope, resolve));
      const body = { envelope_id: envelope, type, payload, accepts_response_payload: true };
      connections.at(-1)?.write(textFrame(JSON.stringify(body)));
      return answered;
    },
  };
};
