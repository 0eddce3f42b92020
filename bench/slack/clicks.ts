import { once } from 'node:events';
import { connect } from 'node:net';
import { encodePress } from '../../src/cards/press.js';
import { formType, signed } from '../../test/adapters/slack/signing.js';
import { testApp } from '../../test/adapters/slack/standin/answering.js';
import { channelOf, type Message, tenant, userOf } from './ground.js';

/** One person's click on Agree on the card of one proposal. */
export interface Click {
  readonly code: string;
  readonly alliance: number;
  readonly person: number;
  readonly proposal: number;
}

/** The body of the click as Slack sends it: with a trigger of its own, and the whole message that was clicked on. */
export const bodyOf = ({ code, alliance, person, proposal }: Click, message: Message): string => {
  const stamp = (Date.now() / 1_000).toFixed(6);
  const value = encodePress({
    act: 'order',
    alliance: code,
    command: { kind: 'recordPosition', position: 'agree', proposal: `P-${proposal}`, revision: 1 },
  });
  const channel = { id: channelOf(alliance), name: `leadership-${alliance}` };
  const text = { type: 'plain_text', text: 'Agree' };
  const payload = {
    type: 'block_actions',
    user: { id: userOf(alliance, person), username: 'voter', name: 'voter', team_id: tenant },
    team: { id: tenant, domain: 'bench' },
    api_app_id: 'A0ROUNDTABLE',
    token: 'a-verification-token',
    trigger_id: `${alliance}.${person}.${proposal}`,
    enterprise: null,
    is_enterprise_install: false,
    container: { type: 'message', message_ts: '1700000000.000001', channel_id: channel.id, is_ephemeral: false },
    channel,
    message: {
      user: 'U0BOT',
      type: 'message',
      ts: '1700000000.000001',
      bot_id: 'B0BOT',
      app_id: 'A0ROUNDTABLE',
      ...message,
      team: tenant,
    },
    state: { values: {} },
    actions: [{ action_id: 'press:1', block_id: 'b9', text, value, type: 'button', action_ts: stamp }],
  };
  return new URLSearchParams({ payload: JSON.stringify(payload) }).toString();
};

export interface Storm {
  readonly ms: number;
  /** Milliseconds from click to acknowledgement, one a click. */
  readonly waits: readonly number[];
}

/**
 * Sends signed clicks, so many in flight, over connections that stay open. Signed and written out before the clock runs, and
 * sent through plain sockets: on a machine of two cores a client that costs as much as the server would be what is measured.
 * Throws at anything but an empty 200.
 */
export const storm = async (url: string, bodies: readonly string[], inFlight: number): Promise<Storm> => {
  const requests = bodies.map((body) => requestOf(url, body));
  const lines = await Promise.all(Array.from({ length: inFlight }, () => lineTo(url)));
  const waits: number[] = [];
  let next = 0;
  const person = async (line: Line): Promise<void> => {
    for (let request = requests[next]; request !== undefined; request = requests[next]) {
      next += 1;
      const sent = performance.now();
      await line.send(request);
      waits.push(performance.now() - sent);
    }
  };
  const from = performance.now();
  await Promise.all(lines.map(person));
  const ms = performance.now() - from;
  for (const line of lines) line.end();
  return { ms, waits };
};

const requestOf = (url: string, body: string): Buffer => {
  const headers = {
    host: new URL(url).host,
    ...signed(testApp.signingSecret, body, { atMs: Date.now(), type: formType }),
    'content-length': String(Buffer.byteLength(body)),
  };
  const fields = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);
  return Buffer.from(`POST /slack/events HTTP/1.1\r\n${fields.join('')}\r\n${body}`, 'utf8');
};

/** One connection, on which one request is answered before the next is sent. */
interface Line {
  readonly send: (request: Buffer) => Promise<void>;
  readonly end: () => void;
}

const lineTo = async (url: string): Promise<Line> => {
  const { hostname, port } = new URL(url);
  const socket = connect({ host: hostname, port: Number(port), noDelay: true });
  await once(socket, 'connect');
  let said = '';
  let waiting: { readonly resolve: () => void; readonly reject: (reason: Error) => void } | null = null;
  const failed = (reason: Error): void => waiting?.reject(reason);
  socket.setEncoding('latin1').on('error', failed);
  socket.on('close', () => failed(new Error('the connection was closed')));
  socket.on('data', (chunk: string) => {
    said += chunk;
    const heard = heardOf(said);
    if (heard === 'whole') {
      said = '';
      waiting?.resolve();
    } else if (heard === 'wrong') failed(new Error(`a click was answered ${said.slice(0, 200)}`));
  });
  return {
    send: (request) =>
      new Promise((resolve, reject) => {
        waiting = { resolve, reject };
        socket.write(request);
      }),
    end: () => socket.destroy(),
  };
};

/** How much of an empty 200 has come, whichever way its end is written. */
const heardOf = (said: string): 'part' | 'whole' | 'wrong' => {
  const head = said.indexOf(blankLine);
  if (head === -1) return 'part';
  if (!said.startsWith('HTTP/1.1 200 ')) return 'wrong';
  const body = said.slice(head + blankLine.length);
  if (body === lastChunk || (body === '' && said.includes('Content-Length: 0\r\n'))) return 'whole';
  return lastChunk.startsWith(body) ? 'part' : 'wrong';
};

const blankLine = '\r\n\r\n';
const lastChunk = `0${blankLine}`;
