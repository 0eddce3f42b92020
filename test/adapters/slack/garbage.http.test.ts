import { expect, it } from 'vitest';
import { leadership, plymouthTeam } from './cast.js';
import { getFrom } from './installing.js';
import { nested, spoiled } from './nonsense.js';
import { payloadsFor } from './payloads.js';
import { plymouth, proposalOf, type Scene } from './scene.js';
import { buttonCalled } from './seeing.js';
import { formType, sendTo } from './signing.js';
import type { Arrived } from './signing.js';

const json = 'application/json';
const asForm = (payload: unknown): string => new URLSearchParams([['payload', JSON.stringify(payload)]]).toString();

/** Nothing is said of how it is made, and the process answers the next one. */
const expectTurnedAway = ({ status, body }: Arrived, least = 200): void => {
  expect(status).toBeGreaterThanOrEqual(least);
  expect(status).toBeLessThan(500);
  expect(body).not.toMatch(/\bat \S+ \(|node_modules|Error:/);
};

const stillServes = async (scene: Scene): Promise<void> => {
  const said = await scene.types('Gareth Pugh', 'mine');
  expect(said).toContain('What waits for me');
  expect(scene.office().faults).toEqual([]);
};

const someone = { id: 'U0ROWANELLIS', team: plymouthTeam, name: 'Rowan Ellis' } as never;

it(
  '[F40] well-signed nonsense in every field of a click and a form is answered, and records nothing',
  { timeout: 240_000 },
  async () => {
    const scene = await plymouth();
    const card = await scene.tables('Naomi Clarke', proposalOf('Share one referral form'));
    await scene.presses('Rowan Ellis', card, 'Object');
    const view = scene.modal('Rowan Ellis');
    const payloads = payloadsFor(scene.standin);
    const small = { ...card, blocks: [] };
    const values = { reason: { answer: { type: 'plain_text_input', value: '' } } };
    const whole = [
      payloads.click(someone, small, buttonCalled(card, 'Object')),
      payloads.submission(someone, { ...view, body: { ...view.body, blocks: [] } }, values),
      payloads.shortcut(someone, small),
    ];
    let sent = 0;
    for (const payload of whole) {
      for (const each of spoiled(payload)) {
        expectTurnedAway(await scene.door().send(asForm(each)));
        sent += 1;
      }
    }
    expect(sent).toBeGreaterThan(1_000);
    expect(await scene.kinds()).not.toContain('PositionRecorded');
    await stillServes(scene);
  },
);

it(
  '[F40] well-signed nonsense in every field of every event and command is answered',
  { timeout: 240_000 },
  async () => {
    const scene = await plymouth();
    const payloads = payloadsFor(scene.standin);
    const events = [
      { type: 'app_home_opened', user: 'U0ROWANELLIS', tab: 'home' },
      { type: 'reaction_added', user: 'U0ROWANELLIS', item: { type: 'message', channel: leadership, ts: '1.000001' } },
      { type: 'member_joined_channel', user: 'U0ROWANELLIS', channel: leadership },
      { type: 'user_change', user: { id: 'U0STRANGER', team_id: plymouthTeam, deleted: false } },
      { type: 'channel_deleted', channel: 'C0GONE' },
      { type: 'app_uninstalled' },
      { type: 'tokens_revoked', tokens: { bot: [], oauth: ['U0'] } },
      { type: 'nobody_knows_this', what: {} },
    ];
    for (const event of events) {
      const whole = { ...payloads.event('T0ELSEWHERE', event), authorizations: [] };
      for (const each of spoiled(whole)) {
        const body = (JSON.stringify(each) as string | undefined) ?? '';
        expectTurnedAway(await scene.door().send(body, { type: json }));
      }
    }
    for (const each of spoiled(payloads.command(someone, leadership, 'mine'))) {
      const fields = Object.entries(each ?? {}).map(([name, value]): [string, string] => [
        name,
        typeof value === 'string' ? value : ((JSON.stringify(value) as string | undefined) ?? ''),
      ]);
      expectTurnedAway(await scene.door().send(new URLSearchParams(fields).toString()));
    }
    await stillServes(scene);
  },
);

it('[F40] well-signed bodies that are no payload at all are answered: deep nesting, 200 KB, broken forms and JSON', async () => {
  const scene = await plymouth();
  const bodies: readonly (readonly [string, string])[] = [
    ...[
      '',
      'null',
      '0',
      '""',
      '[]',
      '{}',
      '{',
      'payload',
      nested(100_000),
      nested(50_000, '{"a":', '1}'.slice(1)),
    ].flatMap((body): (readonly [string, string])[] => [
      [body, json],
      [body, formType],
      [`payload=${encodeURIComponent(body)}`, formType],
      [body, 'text/plain'],
      [body, ''],
    ]),
    [`payload=${'x'.repeat(200_000)}`, formType],
    [JSON.stringify({ type: 'event_callback', event: { type: 'x'.repeat(200_000) } }), json],
    [`${'a=1&'.repeat(50_000)}payload=%7B%7D`, formType],
    ['payload=%7B%22type%22%3A%22block_actions%22%7D&payload=%7B%7D', formType],
    ['payload=%FF%FE%00', formType],
    ['payload=%7B%zz%7D', formType],
    ['payload=%7B%7', formType],
    ['payload=', formType],
    ['__proto__[x]=1&constructor=2', formType],
    ['command=%2Falliance', formType],
    ['command=%2Fsomething&text=else', formType],
  ];
  for (const [body, type] of bodies) expectTurnedAway(await scene.door().send(body, { type }));
  const challenge = { type: 'url_verification', challenge: 'a-challenge', token: 'x' };
  const answered = await scene.door().send(JSON.stringify(challenge), { type: json });
  expect([answered.status, answered.body]).toEqual([200, JSON.stringify({ challenge: 'a-challenge' })]);
  await stillServes(scene);
});

it('[F40] garbage from whoever has no secret is turned away on every path', async () => {
  const scene = await plymouth();
  const { origin } = scene.office();
  const bodies = ['', 'null', nested(100_000), 'x'.repeat(200_000), asForm({ type: 'block_actions' })];
  for (const path of ['/slack/events', '/slack/install', '/slack/oauth_redirect', '/slack', '/', '/slack/events/x']) {
    for (const body of bodies) {
      for (const type of [json, formType]) {
        expectTurnedAway(await sendTo(origin, { path, body, headers: { 'content-type': type } }), 400);
      }
    }
  }
  for (const query of [
    '',
    '?code=1',
    '?state=1',
    '?code=1&state=1',
    `?code=${'x'.repeat(8_000)}&state=%00`,
    '?error=access_denied',
  ]) {
    expectTurnedAway(await getFrom(origin, `/slack/oauth_redirect${query}`), 400);
  }
  expectTurnedAway(await getFrom(origin, '/slack/events'), 400);
  await stillServes(scene);
});
