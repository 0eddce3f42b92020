import { expect, it, onTestFinished } from 'vitest';
import { plusMs } from '../../../src/alliance/instant.js';
import { leadership, plymouthInSlack, plymouthTeam, workspacesOf } from './cast.js';
import { envelopeOf } from './door.js';
import { recordOf } from './recordProcess.js';
import { plymouth, proposalOf, type Scene } from './scene.js';
import { buttonCalled, firstCard, textOf } from './seeing.js';
import { testApp } from './standin/answering.js';
import { startStandin } from './standin/standin.js';
import { tokenOf } from './standin/world.js';

const title = 'Share one referral form';
const form = proposalOf(title);

/** One workspace, which reaches us over a connection of our own. */
const connected = (): Promise<Scene> =>
  plymouth({ single: true, receiving: { kind: 'socket', appToken: testApp.appToken } });

const positions = async (scene: Scene): Promise<number> =>
  (await scene.kinds()).filter((kind) => kind === 'PositionRecorded').length;

it('over Socket Mode a proposal is tabled and two members vote, each with a receipt', async () => {
  const scene = await connected();
  const card = await scene.tables('Naomi Clarke', form);
  expect(await scene.presses('Rowan Ellis', card, 'Agree')).toContain('Harbour agrees to P-1');
  expect(await scene.presses('Gareth Pugh', card, 'Object')).toContain('Why do you object?');
  const reason = 'It leaves out people without an address.';
  expect(await scene.fills('Gareth Pugh', { reason })).toContain('Hamoaze objects to P-1');
  await scene.settle();
  expect(textOf(scene.card(title))).toContain('*Blocked by Hamoaze; 1 of 9 agreed');
  expect(await scene.types('Marcus Bailey', 'mine')).toContain('For BCHA:');
  expect(await scene.types('Naomi Clarke', 'agree P-1')).toContain('Only the button counts');
});

it('[F26] the same envelope delivered twice is one act, answered twice', async () => {
  const scene = await connected();
  const card = await scene.tables('Naomi Clarke', form);
  const { type, payload } = envelopeOf(scene.door().clicking('Rowan Ellis', card, buttonCalled(card, 'Agree')));
  const { sockets } = scene.standin;
  const both = [sockets.send(type, payload, 'one-envelope'), sockets.send(type, payload, 'one-envelope')];
  await Promise.all(both);
  await scene.settle();
  expect(await positions(scene)).toBe(1);
  expect(textOf(scene.card(title))).toContain('*1 of 9 agreed');
  const typed = envelopeOf((await scene.door().type('Gareth Pugh', leadership, 'agree P-1 r1')).request);
  const again = await sockets.send(typed.type, typed.payload, 'another-envelope');
  expect(JSON.stringify(again)).toContain('this is the same receipt again');
  expect(await positions(scene)).toBe(2);
});

it('a connection that breaks is made again however long Slack is away, and what comes then is recorded', async () => {
  const scene = await connected();
  const card = await scene.tables('Naomi Clarke', form);
  const { standin } = scene;
  const asked = (): number => standin.counts.get('apps.connections.open') ?? 0;
  expect(asked()).toBe(1);
  standin.fault({ methods: ['apps.connections.open'], times: 1, does: { kind: 'lostBefore' } });
  standin.fault({ methods: ['apps.connections.open'], times: 1, does: { kind: 'status', status: 503 } });
  standin.sockets.drop();
  expect(await scene.presses('Rowan Ellis', card, 'Agree')).toContain('Harbour agrees to P-1');
  expect(asked()).toBe(4);
});

it('where no connection is had for a minute, whoever watches the server is told what to check', async () => {
  const scene = await connected();
  const card = await scene.tables('Naomi Clarke', form);
  const { slack } = scene.office();
  const methods = ['apps.connections.open'];
  let back = (): void => undefined;
  await new Promise<void>((met) => {
    back = scene.standin.fault({ methods, does: { kind: 'status', status: 503 }, met });
    scene.standin.sockets.drop();
  });
  expect(slack.problem()).toBeNull();
  scene.clock.runTo(plusMs(scene.clock.now(), 61_000));
  expect(slack.problem()).toMatch(/SLACK_APP_TOKEN/);
  back();
  expect(await scene.presses('Rowan Ellis', card, 'Agree')).toContain('Harbour agrees to P-1');
  expect(slack.problem()).toBeNull();
});

it('when Slack asks for another connection, one is made', async () => {
  const scene = await connected();
  const card = await scene.tables('Naomi Clarke', form);
  await scene.standin.sockets.refresh();
  expect(await scene.presses('Rowan Ellis', card, 'Agree')).toContain('Harbour agrees to P-1');
});

it('the program itself, given an app token and a bot token, takes votes and ends in good order', async () => {
  const charter = plymouthInSlack();
  const standin = await startStandin(workspacesOf(charter));
  const settings = { SLACK_APP_TOKEN: testApp.appToken, SLACK_BOT_TOKEN: tokenOf(plymouthTeam) };
  const record = await recordOf(charter, standin, settings);
  onTestFinished(async () => {
    await record.remove();
    await standin.stop();
  });
  await record.start();
  const door = record.door();
  await door.type('Naomi Clarke', leadership, 'PLY here');
  await door.type('Naomi Clarke', leadership, 'table');
  await door.submit('Naomi Clarke', form);
  const card = await firstCard(standin, leadership);
  const voters = ['Rowan Ellis', 'Gareth Pugh'];
  await Promise.all(voters.map((name) => door.press(name, card, 'Agree')));
  await standin.until(() => (textOf(card).includes('*2 of 9 agreed') ? true : null));
  expect(standin.privately('U0ROWANELLIS').map(textOf).join()).toContain('Harbour agrees to P-1');
  await record.end();
  expect((await record.kinds()).filter((kind) => kind === 'PositionRecorded')).toHaveLength(2);
  expect(record.program().log()).toBe('');
});
