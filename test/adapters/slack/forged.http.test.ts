import { createHmac } from 'node:crypto';
import { expect, it } from 'vitest';
import { leadership } from './cast.js';
import { plymouth, proposalOf, type Scene } from './scene.js';
import { buttonCalled } from './seeing.js';
import type { Outgoing } from './signing.js';
import { testApp } from './standin/answering.js';

const stamp = 'x-slack-request-timestamp';
const signature = 'x-slack-signature';

const clicked = async (): Promise<{ scene: Scene; request: Outgoing; before: number }> => {
  const scene = await plymouth();
  const card = await scene.tables('Naomi Clarke', proposalOf('Share one referral form'));
  const request = scene.door().clicking('Rowan Ellis', card, buttonCalled(card, 'Agree'));
  return { scene, request, before: (await scene.entries()).length };
};

/** Signed by whoever knows the secret, over whatever they say the time is. */
const signedAt = (at: string, body: string): Readonly<Record<string, string>> => ({
  [stamp]: at,
  [signature]: `v0=${createHmac('sha256', testApp.signingSecret).update(`v0:${at}:${body}`).digest('hex')}`,
});

it('[F35] a wrong, missing or malformed signature is turned away with 401 before anything is looked at', async () => {
  const { scene, request, before } = await clicked();
  const right = request.headers[signature] ?? '';
  const without = (name: string): Outgoing => ({
    ...request,
    headers: Object.fromEntries(Object.entries(request.headers).filter(([each]) => each !== name)),
  });
  const wrong = [
    right.replace('v0=', 'v1='),
    right.replace('v0=', ''),
    right.toUpperCase(),
    `v0=${right.slice(3).toUpperCase()}`,
    `${right}0`,
    right.slice(0, -1),
    `${right.slice(0, -1)}${right.endsWith('0') ? '1' : '0'}`,
    'v0=',
    '',
    `v0=${'0'.repeat(64)}`,
    `v0=${'ü'.repeat(32)}`,
    `${right},${right}`,
    'x'.repeat(10_000),
  ];
  const calls = scene.standin.calls.length;
  for (const each of wrong) {
    const headers = { [signature]: Buffer.from(each, 'utf8').toString('latin1') };
    expect([each, (await scene.door().again(request, headers)).status]).toEqual([each, 401]);
  }
  expect((await scene.door().again(without(signature))).status).toBe(401);
  expect((await scene.door().again(without(stamp))).status).toBe(401);
  const changed = { ...request, body: String(request.body).replace('U0ROWANELLIS', 'U0GARETHPUGH') };
  expect((await scene.door().again(changed)).status).toBe(401);
  expect(scene.standin.calls.length).toBe(calls);
  expect((await scene.entries()).length).toBe(before);
  expect((await scene.door().again(request)).status).toBe(200);
});

it('[F36] a time stamp that is not within five minutes of now is refused, however well it is signed', async () => {
  const { scene, request, before } = await clicked();
  const body = String(request.body);
  const now = Math.floor(Date.now() / 1_000);
  const stamps = [
    now - 360,
    now + 360,
    0,
    -now,
    `${now}.5`,
    `${now}e0`,
    `0${now}`,
    ` ${now}`,
    '1e10',
    'Infinity',
    'NaN',
    '',
    'now',
    `0x${now.toString(16)}`,
    '99999999999999999999',
    `${now}, ${now}`,
  ];
  for (const at of stamps.map(String)) {
    const headers = signedAt(at, body);
    const came = await scene.door().again(request, headers);
    // Node trims white space around a header, so that " now" arrives as it should be, but signed as something else.
    expect([at, came.status]).toEqual([at, 401]);
  }
  expect((await scene.entries()).length).toBe(before);
  expect((await scene.door().again(request, signedAt(String(now - 290), body))).status).toBe(200);
});

it('[F39] altered ids and values in a button are refused, and nothing is recorded', async () => {
  const { scene, before } = await clicked();
  const card = scene.card('Share one referral form');
  const real = buttonCalled(card, 'Agree');
  const press = JSON.parse(real.value ?? '{}') as { alliance: string; command: Record<string, unknown> };
  const altered: readonly string[] = [
    ...['LWN', 'XXXX', '__proto__', '', 'ply', 'PLY\u0000'].map((alliance) => JSON.stringify({ ...press, alliance })),
    ...['P-2', 'P-0', 'P--1', 'P-9007199254740993', 'P-1e3', '__proto__', 'constructor', 'P-1 '].map((proposal) =>
      JSON.stringify({ ...press, command: { ...press.command, proposal } }),
    ),
    ...[-1, 0, 2, 1.5, 2 ** 53, '1', null, [], {}].map((revision) =>
      JSON.stringify({ ...press, command: { ...press.command, revision } }),
    ),
    JSON.stringify({ ...press, command: { ...press.command, member: 'hamoaze' } }),
    JSON.stringify({ ...press, command: { ...press.command, position: 'object' } }),
    JSON.stringify({ ...press, command: { ...press.command, by: 'person:1' } }),
    JSON.stringify({ ...press, command: { kind: 'adopt', proposal: 'P-1' } }),
    JSON.stringify({ ...press, v: 2 }),
    '{"__proto__":{"act":"order"}}',
    'null',
    '[]',
    '',
    '{',
    '1e999',
    real.value?.slice(0, -1) ?? '',
    'x'.repeat(2_000),
    'x'.repeat(1_000_000),
  ];
  for (const value of altered) {
    const came = await scene.door().click('Rowan Ellis', card, { ...real, value });
    expect([value.slice(0, 200), came.status < 500]).toEqual([value.slice(0, 200), true]);
  }
  const kinds = (await scene.entries()).slice(before).map(({ kind }) => kind);
  expect(kinds.filter((kind) => kind !== 'AccountLinked')).toEqual([]);
  expect(await scene.presses('Rowan Ellis', card, 'Agree')).toContain('Harbour agrees to P-1');
});

it('[F39] a form that comes back with another proposal, member or alliance in it is refused', async () => {
  const { scene } = await clicked();
  await scene.presses('Rowan Ellis', scene.card('Share one referral form'), 'Object');
  const view = scene.modal('Rowan Ellis');
  const kept = view.body;
  const press = JSON.parse(kept.private_metadata ?? '{}') as object;
  const altered = [
    { alliance: 'LWN' },
    { proposal: 'P-7' },
    { revision: 9 },
    { member: 'hamoaze' },
    { form: 'nothing' },
    { person: 'person:1' },
    { extra: true },
  ];
  for (const change of altered) {
    view.body = { ...kept, private_metadata: JSON.stringify({ ...press, ...change }) };
    scene.standin.world.views.set(view.id, view);
    const answers = { reason: 'It leaves out the day centre.' };
    const came = await scene.door().submit('Rowan Ellis', answers, { unchecked: true });
    expect([change, came.status]).toEqual([change, 200]);
    for (const other of scene.standin.modals('U0ROWANELLIS')) scene.standin.world.views.delete(other.id);
  }
  expect(await scene.kinds()).not.toContain('PositionRecorded');
  expect(await scene.types('Rowan Ellis', 'mine', leadership)).toContain('For Harbour:');
});
