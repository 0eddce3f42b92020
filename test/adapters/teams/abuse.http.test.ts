import { connect } from 'node:net';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { raw as sent } from '../raw.js';
import { recordOf, type RecordProcess, singleSettings } from '../slack/recordProcess.js';
import { startStandin as startSlack, type Standin as Slack } from '../slack/standin/standin.js';
import { plymouthTeam } from '../slack/cast.js';
import { leadership, objectOf, plymouthApp, plymouthInTeams, tenantsOf } from './cast.js';
import { doorAt } from './door.js';
import { configOf } from './scene.js';
import { type Standin, startStandin } from './standin/standin.js';

let slack: Slack;
let standin: Standin;
let record: RecordProcess;
beforeAll(async () => {
  const charter = plymouthInTeams();
  const team = { id: plymouthTeam, name: 'Plymouth Alliance', scopes: [], people: [], channels: [] };
  slack = await startSlack([team]);
  standin = await startStandin(tenantsOf(charter));
  const { apps, serviceHosts, openIdUrl, loginUrl } = configOf(standin);
  record = await recordOf(charter, slack, {
    ...singleSettings,
    TEAMS_APPS: JSON.stringify(apps),
    TEAMS_SERVICE_HOSTS: serviceHosts.join(),
    TEAMS_OPENID_URL: openIdUrl,
    TEAMS_LOGIN_URL: loginUrl,
    NODE_OPTIONS: '--max-old-space-size=128',
  });
  await record.start();
});
afterAll(async () => {
  await record.remove();
  await slack.stop();
  await standin.stop();
});

/** Somebody asks what waits for them, and is told. */
const stillServes = async (): Promise<void> => {
  const told = (): number => standin.privately(objectOf('Gareth Pugh')).length;
  const before = told();
  const came = await doorAt(record.origin(), standin).types('Gareth Pugh', 'PLY mine', leadership);
  expect(came.status).toBe(200);
  await standin.until(() => (told() > before ? true : null));
};

/** What comes back for these bytes, until the connection is closed. */
const raw = (text: string): Promise<string> => sent(record.origin(), text);

/** The beginning of a request with a token that counts. */
const head = async (more = ''): Promise<string> =>
  [
    'POST /api/messages HTTP/1.1',
    'Host: 127.0.0.1',
    'Content-Type: application/json',
    `Authorization: Bearer ${await standin.token(plymouthApp)}`,
    more,
  ].join('\r\n');

it('[F41] slow headers and slow bodies are cut off while others are served', { timeout: 60_000 }, async () => {
  const slow = [
    raw(await head('X-Slow: ')),
    raw(await head('Content-Length: 1000\r\n\r\n{"type"')),
    raw(await head('Transfer-Encoding: chunked\r\n\r\n5\r\n{"')),
  ];
  await stillServes();
  for (const came of await Promise.all(slow)) expect(came === '' || came.startsWith('HTTP/1.1 4')).toBe(true);
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

it('[F19] a body with a right token that does not say its size is cut off where it passes the most', async () => {
  const chunk = `10000\r\n${'x'.repeat(65_536)}\r\n`;
  expect(await raw((await head('Transfer-Encoding: chunked\r\n\r\n')) + chunk.repeat(10))).toMatch(/^HTTP\/1\.1 413 /u);
  await stillServes();
});
