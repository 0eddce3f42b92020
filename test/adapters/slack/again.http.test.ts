import { expect, it } from 'vitest';
import { leadership, representatives } from './cast.js';
import { plymouth, proposalOf, type Scene } from './scene.js';
import { buttonCalled, textOf } from './seeing.js';
import type { Outgoing } from './signing.js';

const title = 'Share one referral form';

/** A scene with one card in it, and a click of Rowan Ellis on Agree as it would be sent. */
const clicked = async (): Promise<{ scene: Scene; request: Outgoing }> => {
  const scene = await plymouth();
  const card = await scene.tables('Naomi Clarke', proposalOf(title));
  return { scene, request: scene.door().clicking('Rowan Ellis', card, buttonCalled(card, 'Agree')) };
};

const positions = async (scene: Scene): Promise<number> =>
  (await scene.kinds()).filter((kind) => kind === 'PositionRecorded').length;

it('[F26] the same click twice, again as a redelivery, and 32 times at once is one entry', async () => {
  const { scene, request } = await clicked();
  const { again } = scene.door();
  expect((await again(request)).status).toBe(200);
  expect((await again(request)).status).toBe(200);
  for (const nth of ['1', '2', '3']) {
    const came = await again(request, { 'x-slack-retry-num': nth, 'x-slack-retry-reason': 'http_timeout' });
    expect(came.status).toBe(200);
  }
  expect(await positions(scene)).toBe(1);
  const other = scene.door().clicking('Gareth Pugh', scene.card(title), buttonCalled(scene.card(title), 'Agree'));
  const all = await Promise.all(Array.from({ length: 32 }, () => again(other)));
  expect(new Set(all.map(({ status }) => status))).toEqual(new Set([200]));
  expect(await positions(scene)).toBe(2);
  await scene.settle();
  expect(textOf(scene.card(title))).toContain('*2 of 9 agreed');
});

it('[F26] a form that is delivered twice is one entry, and a command too', async () => {
  const { scene } = await clicked();
  await scene.presses('Rowan Ellis', scene.card(title), 'Object');
  const { request } = await scene.door().submit('Rowan Ellis', { reason: 'It leaves out the day centre.' });
  const second = await scene.door().again(request, { 'x-slack-retry-num': '1' });
  expect(second.body).toContain('this is the same receipt again');
  const { request: typed } = await scene.door().type('Gareth Pugh', leadership, 'agree P-1 r1');
  expect((await scene.door().again(typed)).body).toContain('this is the same receipt again');
  expect(await positions(scene)).toBe(2);
});

it('[F27] a double click is two clicks and one vote: the second is told that it stands already', async () => {
  const { scene } = await clicked();
  expect(await scene.presses('Rowan Ellis', scene.card(title), 'Agree')).toContain('*Recorded.*');
  expect(await scene.presses('Rowan Ellis', scene.card(title), 'Agree')).toContain('*Already recorded.*');
  expect(await positions(scene)).toBe(1);
});

it('[F28] an Agree that is replayed after an Object changes nothing', async () => {
  const { scene, request } = await clicked();
  await scene.door().again(request);
  await scene.presses('Rowan Ellis', scene.card(title), 'Object');
  await scene.fills('Rowan Ellis', { reason: 'It leaves out the day centre.' });
  scene.clock.runTo(scene.moment('2026-04-01 09:04'));
  expect((await scene.door().again(request)).status).toBe(200);
  expect(await positions(scene)).toBe(2);
  await scene.settle();
  expect(textOf(scene.card(title))).toContain('*Blocked by Harbour');
});

it('[F29] nine people press in one tick: nine votes, one adoption, one announcement', async () => {
  const scene = await plymouth({
    charter: (charter) => ({
      ...charter,
      people: charter.people.map((person) => ({
        ...person,
        appointments: person.appointments.filter(({ as, member }) => !(as === 'deputy' && member === 'hamoaze')),
      })),
    }),
  });
  await scene.tables('Naomi Clarke', proposalOf(title));
  const rooms = representatives.map((name) => ['Margaret Okafor', 'Priya Nair'].includes(name));
  const came = await Promise.all(
    representatives.map((name, index) =>
      scene.door().press(name, scene.card(title, rooms[index] === true ? 'C0COUNCIL' : leadership), 'Agree'),
    ),
  );
  expect(came.map(({ status }) => status)).toEqual(representatives.map(() => 200));
  await scene.settle();
  expect(await positions(scene)).toBe(9);
  expect((await scene.kinds()).filter((kind) => kind === 'ProposalAdopted')).toHaveLength(1);
  expect(scene.standin.messages(leadership)).toHaveLength(2);
});

it('[F31] Agree and Object of one member at once are put in an order; after the outcome both are refused with a reason', async () => {
  const { scene, request } = await clicked();
  const old = { ...scene.card(title) };
  await scene.presses('Sunita Rao', scene.card(title), 'Object');
  const both = await Promise.all([
    scene.door().again(request),
    scene.door().submit('Sunita Rao', { reason: 'It leaves out the day centre.' }),
  ]);
  expect(both.map(({ status }) => status)).toEqual([200, 200]);
  await scene.presses('Naomi Clarke', old, 'More');
  await scene.presses('Naomi Clarke', scene.modal('Naomi Clarke'), 'Withdraw the proposal');
  await scene.fills('Naomi Clarke', { reason: 'It comes back after the summer.' });
  await scene.settle();
  expect(await scene.presses('Rowan Ellis', old, 'Agree')).toContain('P-1 is closed');
  expect(await scene.presses('Rowan Ellis', old, 'Object')).toContain('P-1 is closed');
});

it('an old card is refused with a sentence and the way to the new one, and is never taken for the new text', async () => {
  const { scene } = await clicked();
  const old = { ...scene.card(title) };
  await scene.presses('Naomi Clarke', old, 'More');
  await scene.presses('Naomi Clarke', scene.modal('Naomi Clarke'), 'Change the text');
  await scene.fills('Naomi Clarke', { text: 'Share two referral forms.', why: 'One is not enough.' });
  const said = await scene.presses('Rowan Ellis', old, 'Agree');
  expect(said).toContain('Nothing was recorded.');
  expect(said).toContain('revision 2');
  expect(await positions(scene)).toBe(0);
});

it('a private choice between two members is never taken for a second card, even where Slack does not call it private', async () => {
  const { scene } = await clicked();
  await scene.presses('Joseph Mensah', scene.card(title), 'Agree');
  const choice = scene.lastTold('Joseph Mensah');
  // Long enough after the card's last update for another one.
  await scene.settle();
  scene.clock.runTo(scene.moment('2026-04-01 09:10'));
  const said = await scene.presses('Joseph Mensah', { ...choice, only: null }, 'Vote for Shekinah');
  expect(said).toContain('Shekinah agrees to P-1');
  await scene.office().slack.receiptsSent();
  await scene.settle();
  expect(
    scene.standin.calls.filter(({ method, args }) => method === 'chat.update' && args['ts'] === choice.ts),
  ).toEqual([]);
  expect(textOf(scene.card(title))).toContain('*1 of 9 agreed');
});
