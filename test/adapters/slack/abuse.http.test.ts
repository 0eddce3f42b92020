import { connect, type Socket } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { raw as sent } from '../raw.js';
import { leadership, plymouthInSlack, workspacesOf } from './cast.js';
import { recordOf, type RecordProcess, singleSettings } from './recordProcess.js';
import { proposalOf } from './scene.js';
import { buttonCalled, firstCard } from './seeing.js';
import { type Arrived, sendTo, signed } from './signing.js';
import { testApp } from './standin/answering.js';
import { type Standin, startStandin } from './standin/standin.js';
import type { Message } from './standin/world.js';

let standin: Standin;
let record: RecordProcess;
let card: Message;
beforeAll(async () => {
  const charter = plymouthInSlack();
  standin = await startStandin(workspacesOf(charter));
  record = await recordOf(charter, standin, { ...singleSettings, NODE_OPTIONS: '--max-old-space-size=96' });
  await record.start();
  const door = record.door();
  await door.type('Naomi Clarke', leadership, 'PLY here');
  await door.type('Naomi Clarke', leadership, 'table');
  await door.submit('Naomi Clarke', proposalOf('Share one referral form'));
  card = await firstCard(standin, leadership);
});
afterAll(async () => {
  await record.remove();
  await standin.stop();
});

const stillServes = async (): Promise<void> => {
  expect((await fetch(`${record.origin()}/readyz`)).status).toBe(200);
  expect((await record.door().type('Gareth Pugh', leadership, 'PLY mine')).body).toContain('What waits for me');
};

/** What comes back for these bytes, until the connection is closed. */
const raw = (text: string, then?: (socket: Socket) => void): Promise<string> => sent(record.origin(), text, then);
const linesOf = (headers: Readonly<Record<string, string>>): string =>
  Object.entries(headers)
    .map(([name, value]) => `${name}: ${value}\r\n`)
    .join('');
const signedLines = (body: string): string => linesOf(signed(testApp.signingSecret, body, { atMs: Date.now() }));
const head = (path: string, more = ''): string => `POST ${path} HTTP/1.1\r\nHost: 127.0.0.1\r\n${more}`;

describe('bodies of megabytes', () => {
  it('[F19] are refused by their size, signed or not, many at once, with little memory', async () => {
    const body = Buffer.alloc(20 * 1_048_576, 'x');
    const headers = signed(testApp.signingSecret, body, { atMs: Date.now() });
    const send = (): Promise<Arrived | null> =>
      // Whoever goes on sending after the refusal may be cut off before they read it.
      sendTo(record.origin(), { path: '/slack/events', body, headers }).catch(() => null);
    const came = await Promise.all(Array.from({ length: 12 }, send));
    expect(came.map((each) => each?.status ?? 413)).toEqual(came.map(() => 413));
    const small = Buffer.alloc(600_000, 'x');
    const one = await sendTo(record.origin(), { path: '/slack/events', body: small, headers: {} });
    expect(one.status).toBe(413);
    await stillServes();
  });

  it('[F19] that do not say their size are cut off where they pass it', async () => {
    const chunk = `10000\r\n${'x'.repeat(65_536)}\r\n`;
    const start = head('/slack/events', `${signedLines('')}Transfer-Encoding: chunked\r\n\r\n`);
    expect(await raw(start + chunk.repeat(10))).toMatch(/^HTTP\/1\.1 413 /);
    await stillServes();
  });
});

describe('requests that hold on to what they can', () => {
  it('[F41] slow headers and slow bodies are cut off while others are served', { timeout: 60_000 }, async () => {
    const begun = signedLines('payload={}');
    const slow = [
      raw(head('/slack/events', 'X-Slow: ')),
      raw(head('/slack/events', `${begun}Content-Length: 1000\r\n\r\npayload=`)),
      raw(head('/slack/events', `${begun}Transfer-Encoding: chunked\r\n\r\n5\r\nab`)),
    ];
    await stillServes();
    for (const came of await Promise.all(slow)) expect(came === '' || came.startsWith('HTTP/1.1 4')).toBe(true);
    await stillServes();
  });

  it('[F41] header bombs, nonsense and half a request are turned away', async () => {
    expect(await raw(head('/slack/events', `X: ${'y'.repeat(40_000)}\r\n\r\n`))).toMatch(/^HTTP\/1\.1 4/);
    expect(await raw(head('/slack/events', `${'X: y\r\n'.repeat(5_000)}\r\n`))).toMatch(/^HTTP\/1\.1 4/);
    expect(await raw('nonsense\r\n\r\n')).toMatch(/^HTTP\/1\.1 400 /);
    await raw(head('/slack/events', 'Content-Length: 60000\r\n\r\npayload='), (socket) => socket.end());
    await stillServes();
  });

  it('[F41] a thousand idle connections do not keep others out', async () => {
    const port = Number(new URL(record.origin()).port);
    const idle = Array.from({ length: 1_000 }, () => connect(port, '127.0.0.1').on('error', () => undefined));
    try {
      await Promise.all(idle.map((socket) => new Promise((resolve) => socket.once('connect', resolve))));
      await stillServes();
    } finally {
      for (const socket of idle) socket.destroy();
    }
  });

  it('[F41] pipelined clicks are answered in order, each once', async () => {
    const before = (await record.kinds()).length;
    const { body, headers, path } = record.door().clicking('Rowan Ellis', card, buttonCalled(card, 'Agree'));
    const one = `${head(path, linesOf(headers))}Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${String(body)}`;
    const last = 'GET /nowhere HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n';
    const came = await raw(one.repeat(20) + last);
    expect(came.match(/HTTP\/1\.1 200 OK/g)).toHaveLength(20);
    expect(came.lastIndexOf('HTTP/1.1 404')).toBeGreaterThan(came.lastIndexOf('HTTP/1.1 200'));
    expect((await record.kinds()).slice(before).filter((kind) => kind === 'PositionRecorded')).toHaveLength(1);
  });
});
