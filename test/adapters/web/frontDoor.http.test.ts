import { connect } from 'node:net';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type PlaygroundProcess, send, startPlayground, startToRefusal, token } from './playgroundProcess.js';

let playground: PlaygroundProcess;
beforeAll(async () => {
  playground = await startPlayground();
});
afterAll(() => playground.remove());

/** Sends bytes as they are and gives everything that came back until the server closed the connection. */
const raw = (
  bytes: string | Buffer,
  then: (socket: ReturnType<typeof connect>) => void = () => undefined,
): Promise<string> =>
  new Promise((resolve, reject) => {
    const socket = connect(Number(new URL(playground.origin).port), '127.0.0.1');
    let got = '';
    socket.setEncoding('utf8');
    socket.on('data', (text: string) => (got += text));
    socket.on('error', (error: NodeJS.ErrnoException) => (error.code === 'ECONNRESET' ? resolve(got) : reject(error)));
    socket.on('close', () => resolve(got));
    socket.write(bytes);
    then(socket);
  });

const page = (path: string, headers: Readonly<Record<string, string>> = {}): Promise<Response> =>
  fetch(`${playground.origin}${path}`, { headers, redirect: 'manual' });

describe('the front door of the playground', () => {
  it('answers only at its own address, so that no other name can be pointed at it', async () => {
    const { host } = new URL(playground.origin);
    const asked = (name: string): Promise<string> =>
      raw(`GET /p/${token}/ HTTP/1.1\r\nHost: ${name}\r\nConnection: close\r\n\r\n`);
    for (const name of ['evil.example.org', `evil.example.org:${host.split(':')[1]}`, '127.0.0.1', '127.0.0.1:1', '']) {
      const answer = await asked(name);
      expect(answer, name).toMatch(/^HTTP\/1\.1 40[03] /);
      expect(answer).not.toContain('Plymouth');
    }
    expect(await asked(host)).toMatch(/^HTTP\/1\.1 200 /);
    expect(await asked(host.replace('127.0.0.1', 'localhost'))).toMatch(/^HTTP\/1\.1 200 /);
  });

  it('takes what changes something from its own pages only', async () => {
    const from = (headers: Readonly<Record<string, string>>) =>
      send(playground, 'clock', { to: '2026-01-01T00:00:00.000Z' }, headers);
    for (const origin of ['https://evil.example.org', 'null', 'http://127.0.0.1:1', '']) {
      const { status, body } = await from({ origin });
      expect(status, origin).toBe(403);
      expect(body.summary).toBe(
        'This was sent from another site, so nothing was done. Open the playground and press the button there.',
      );
    }
    expect((await from({ origin: 'null', 'sec-fetch-site': 'cross-site' })).status).toBe(403);
    expect((await from({ origin: 'null', 'sec-fetch-site': 'same-origin' })).status).toBe(200);
    expect((await from({})).status).toBe(200);
  });

  it('wants the token that it printed, and shows nothing without it', async () => {
    for (const path of ['/', '/p/', `/p/${token}x/`, `/p/${token.slice(1)}/`, '/p/x/PLY/', '/p/x/PLY/person-1/press']) {
      const answer = await page(path);
      expect(answer.status, path).toBeGreaterThanOrEqual(403);
      expect(await answer.text()).not.toContain('Plymouth');
    }
    expect(await (await page('/')).text()).toContain('does not carry the token that the server printed');
    expect((await page(`/p/${token}/`)).status).toBe(200);
  });

  it('sends every page with headers that forbid foreign script, frames and leaks', async () => {
    for (const path of [`/p/${token}/`, '/nowhere', '/static/playground.js', '/healthz']) {
      const { headers } = await page(path);
      expect(headers.get('content-security-policy'), path).toMatch(/^default-src 'none';.*frame-ancestors 'none'$/);
      expect(headers.get('content-security-policy')).not.toContain('unsafe');
      expect(headers.get('referrer-policy')).toBe('no-referrer');
      expect(headers.get('x-content-type-options')).toBe('nosniff');
    }
    const html = await (await page(`/p/${token}/PLY/person-1/`)).text();
    expect(html).not.toMatch(/<style|style=|<script(?! src="\/static\/)|\son\w+=/);
  });

  it('says in words that a page is not there or cannot be used so', async () => {
    const missing = await page(`/p/${token}/PLY/person-999/`);
    expect(missing.status).toBe(404);
    expect(await missing.text()).toContain('There is no such page here.');
    for (const path of ['XYZ/', 'PLY/person-0/', 'PLY/person-1/proposal/P-77', 'PLY/person-1/history', 'ply/']) {
      expect((await page(`/p/${token}/${path}`)).status, path).toBe(404);
    }
    const wrong = await fetch(`${playground.base}/PLY/person-1/`, {
      method: 'DELETE',
      headers: { origin: playground.origin },
    });
    expect(wrong.status).toBe(405);
    expect(await wrong.text()).toContain('This page cannot be used in that way.');
  });

  it('tells whoever watches it that it is alive and ready', async () => {
    expect(await (await page('/healthz')).text()).toBe('alive');
    expect(await (await page('/readyz')).text()).toBe('ready');
  });
});

describe('what a stranger can hold is bounded', () => {
  it('[F19] a body of 1 MB and one of 20 MB are refused before they are read, in a sentence', async () => {
    for (const megabytes of [1, 20]) {
      const { status, body } = await send(
        playground,
        'PLY/person-1/press',
        'press='.padEnd(megabytes * 1_048_576, 'x'),
      );
      expect(status).toBe(413);
      expect(body.summary).toContain('more than this server reads at once (64 KB)');
    }
  });

  it('a body that grows past the limit without announcing it is cut off there', async () => {
    const { host } = new URL(playground.origin);
    const chunk = 'x'.repeat(16_384);
    const answer = await raw(
      `POST /p/${token}/PLY/person-1/press HTTP/1.1\r\nHost: ${host}\r\nOrigin: ${playground.origin}\r\n` +
        'Accept: application/json\r\nConnection: close\r\n' +
        'Content-Type: application/x-www-form-urlencoded\r\nTransfer-Encoding: chunked\r\n\r\n' +
        `4000\r\n${chunk}\r\n`.repeat(5),
    );
    expect(answer).toMatch(/^HTTP\/1\.1 413 /);
  });

  it('[F41] a header bomb, half a request and a line that is no request are turned away, and it serves on', async () => {
    const { host } = new URL(playground.origin);
    expect(await raw(`GET / HTTP/1.1\r\nHost: ${host}\r\nX: ${'y'.repeat(40_000)}\r\n\r\n`)).toMatch(/^HTTP\/1\.1 4/);
    expect(await raw('nonsense\r\n\r\n')).toMatch(/^HTTP\/1\.1 400 /);
    await raw(`POST /p/${token}/clock HTTP/1.1\r\nHost: ${host}\r\nContent-Length: 60000\r\n\r\nto=`, (socket) => {
      socket.end();
    });
    expect((await page('/healthz')).status).toBe(200);
  });

  it('[F41] pipelined requests are answered in order', async () => {
    const { host } = new URL(playground.origin);
    const one = `GET /healthz HTTP/1.1\r\nHost: ${host}\r\n\r\n`;
    const last = `GET /nowhere HTTP/1.1\r\nHost: ${host}\r\nConnection: close\r\n\r\n`;
    const answers = await raw(one.repeat(20) + last);
    expect(answers.match(/HTTP\/1\.1 200 OK/g)).toHaveLength(20);
    expect(answers.lastIndexOf('HTTP/1.1 404')).toBeGreaterThan(answers.lastIndexOf('HTTP/1.1 200'));
  });

  it('[F41] a thousand idle connections do not keep others out', async () => {
    const port = Number(new URL(playground.origin).port);
    const idle = Array.from({ length: 1_000 }, () => connect(port, '127.0.0.1').on('error', () => undefined));
    try {
      await Promise.all(idle.map((socket) => new Promise((resolve) => socket.once('connect', resolve))));
      expect((await page('/healthz')).status).toBe(200);
      expect((await page(`/p/${token}/`)).status).toBe(200);
    } finally {
      for (const socket of idle) socket.destroy();
    }
  });

  it('[F41] a request whose headers never end is cut off', async () => {
    const { host } = new URL(playground.origin);
    const answer = await raw(`GET / HTTP/1.1\r\nHost: ${host}\r\nX-Slow: `);
    expect(answer === '' || answer.startsWith('HTTP/1.1 4')).toBe(true);
  }, 30_000);
});

describe('a start that cannot be', () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'roundtable-'));
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('on a taken port says so, and how to choose another', async () => {
    const { port } = new URL(playground.origin);
    const { code, said } = await startToRefusal({ PORT: port }, folder);
    expect(code).toBe(1);
    expect(said).toBe(
      `Port ${port} is taken by another program. Stop that program, or start Roundtable on another port: PORT=${Number(port) + 1} npm start\n`,
    );
  });

  it('with settings that cannot be used names each of them', async () => {
    const settings = {
      PORT: 'http',
      LOG_LEVEL: 'loud',
      PLAYGROUND_TOKEN: 'short',
      PLAYGROUND_DATABASE_URL: 'mysql://x',
    };
    const { code, said } = await startToRefusal(settings, folder);
    expect(code).toBe(1);
    expect(said).toContain('PORT must be a number from 0 to 65535, such as 3000');
    expect(said).toContain('LOG_LEVEL must be one of fatal, error, warn, info, debug, trace or silent');
    expect(said).toContain('PLAYGROUND_TOKEN must be 16 to 64 letters, digits, hyphens or underscores');
    expect(said).toContain('PLAYGROUND_DATABASE_URL must name a file');
    expect(said).not.toContain('    at ');
  });

  it('[F14] on the file of a playground that runs is refused, and the first one serves on', async () => {
    const { code, said } = await startToRefusal({}, playground.folder);
    expect(code).toBe(1);
    expect(said).toContain('is in use by a Roundtable that is running');
    expect((await page('/readyz')).status).toBe(200);
  });
});
