import { createHash } from 'node:crypto';
import { once } from 'node:events';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';
import { framesIn, textFrame } from './frames.js';

/** The far end of Socket Mode: what would arrive by HTTP arrives in envelopes, each of which is to be acknowledged. */
export interface Sockets {
  /** Where the app is told to connect. */
  readonly url: () => string;
  /**
   * Sends to the newest connection, waiting for one where there is none; resolves with what it was answered. With the
   * name of an envelope that was sent before, the same is delivered again.
   */
  readonly send: (type: EnvelopeType, payload: object, envelope?: string) => Promise<unknown>;
  readonly connected: () => number;
  /** Breaks every connection, as a network does. */
  readonly drop: () => void;
  /** Asks the app to connect anew, as Slack does every few hours; resolves when the old connection is gone. */
  readonly refresh: () => Promise<void>;
}

export type EnvelopeType = 'interactive' | 'slash_commands' | 'events_api';

export const openSockets = (server: Server): Sockets => {
  const connections: Duplex[] = [];
  const waiting = new Map<string, ((payload: unknown) => void)[]>();
  let envelopes = 0;
  const expecting: (() => void)[] = [];

  server.on('upgrade', (request, socket) => {
    const key = request.headers['sec-websocket-key'] ?? '';
    const accept = createHash('sha1').update(`${key}258EAFA5-E914-47DA-95CA-C5AB0DC85B11`).digest('base64');
    socket.write(
      `HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: ${accept}\r\n\r\n`,
    );
    connections.push(socket);
    const leave = (): void => {
      const at = connections.indexOf(socket);
      if (at >= 0) connections.splice(at, 1);
    };
    socket.once('close', leave).on('error', () => socket.destroy());
    framesIn(socket, (text) => {
      const { envelope_id: envelope = '', payload } = JSON.parse(text) as { envelope_id?: string; payload?: unknown };
      waiting.get(envelope)?.shift()?.(payload);
    });
    socket.write(textFrame(JSON.stringify({ type: 'hello', num_connections: 1, connection_info: { app_id: 'A0' } })));
    for (const go of expecting.splice(0)) go();
  });

  return {
    url: () => `ws://127.0.0.1:${(server.address() as AddressInfo).port}/link/?ticket=${connections.length}`,
    connected: () => connections.length,
    drop: () => {
      for (const socket of connections.splice(0)) socket.destroy();
    },
    refresh: async () => {
      const asked = textFrame(JSON.stringify({ type: 'disconnect', reason: 'refresh_requested', debug_info: {} }));
      const gone = connections.map((socket) => once(socket, 'close'));
      for (const socket of connections) socket.write(asked);
      await Promise.all(gone);
    },
    send: async (type, payload, envelope = `envelope-${(envelopes += 1)}`) => {
      if (connections.length === 0) await new Promise<void>((resolve) => expecting.push(resolve));
      const answered = new Promise((resolve) => waiting.set(envelope, [...(waiting.get(envelope) ?? []), resolve]));
      const body = { envelope_id: envelope, type, payload, accepts_response_payload: true };
      connections.at(-1)?.write(textFrame(JSON.stringify(body)));
      return answered;
    },
  };
};
