import { expect, it } from 'vitest';
import { everybodyAgrees } from './acts.js';
import { backup } from '../../../db/backup.js';
import { restore } from '../../../db/restore.js';
import { openStore } from '../../../db/store.js';
import { temporaryPath } from '../../db/stores.js';
import { councilRoom, leadership, plymouthTeam } from './cast.js';
import { plymouth, proposalOf, type Scene } from './scene.js';
import { isLiving, labelsOf, textOf } from './seeing.js';

const title = 'Share one referral form';
const form = proposalOf(title);
const hour = 3_600_000;

const avoidable = (scene: Scene): readonly string[] =>
  [...scene.standin.counts.keys()].filter((name) => name.endsWith(' ratelimited'));

/** Living cards and announcements of the one proposal in a room. */
const inRoom = (scene: Scene, room = leadership): { cards: number; announcements: number } => {
  const all = scene.standin.messages(room);
  const cards = all.filter(isLiving).length;
  return { cards, announcements: all.length - cards };
};

it('eight votes in a burst cost at most 0.3 updates a vote in a room, and Slack never has to ask for patience', async () => {
  const scene = await plymouth();
  await scene.tables('Naomi Clarke', form);
  const before = scene.standin.counts.get('chat.update') ?? 0;
  const names = ['Gareth Pugh', 'Marcus Bailey', 'Rowan Ellis', 'Kieran Doyle', 'Moira Sinclair', 'Anjali Patel'];
  await Promise.all(names.map((name) => scene.door().press(name, scene.card(title), 'Agree')));
  const council = ['Margaret Okafor', 'Priya Nair'];
  await Promise.all(council.map((name) => scene.door().press(name, scene.card(title, councilRoom), 'Agree')));
  await scene.settle();
  const updates = (scene.standin.counts.get('chat.update') ?? 0) - before;
  expect(textOf(scene.card(title))).toContain('*8 of 9 agreed');
  // Two rooms, eight votes.
  expect(updates / 2 / 8).toBeLessThanOrEqual(0.3);
  expect(avoidable(scene)).toEqual([]);
});

it.each([
  ['1', 1],
  ['30', 30],
  ['3600', 3_600],
  [null, 1],
  ['abc', 1],
])(
  '[F48] 429 with Retry-After %s: nothing is sent before its time, then one card, and the other workspace is not held up',
  async (retryAfter, seconds) => {
    const scene = await plymouth();
    scene.standin.fault({
      methods: ['chat.postMessage'],
      team: plymouthTeam,
      times: 2,
      does: { kind: 'limited', retryAfter },
    });
    const from = scene.clock.nowMs();
    await scene.door().type('Naomi Clarke', leadership, 'table');
    await scene.door().submit('Naomi Clarke', form);
    await scene.settle(500);
    expect(inRoom(scene, councilRoom)).toEqual({ cards: 1, announcements: 0 });
    expect(inRoom(scene)).toEqual({ cards: 0, announcements: 0 });
    await scene.settle(3 * hour);
    expect(inRoom(scene)).toEqual({ cards: 1, announcements: 0 });
    const tries = scene.standin.calls.filter(
      ({ method, args, atMs }) => method === 'chat.postMessage' && args['channel'] === leadership && atMs >= from,
    );
    expect(tries).toHaveLength(3);
    for (const [index, { atMs }] of tries.slice(1).entries()) {
      expect(atMs - (tries[index]?.atMs ?? 0)).toBeGreaterThanOrEqual(seconds * 1_000);
    }
  },
);

it.each([500, 502, 504])(
  '[F48] HTTP %i before the card is posted: it is posted once the way is free',
  async (status) => {
    const scene = await plymouth();
    scene.standin.fault({
      methods: ['chat.postMessage'],
      channel: leadership,
      times: 2,
      does: { kind: 'status', status },
    });
    await scene.tables('Naomi Clarke', form);
    expect(inRoom(scene)).toEqual({ cards: 1, announcements: 0 });
    expect(inRoom(scene, councilRoom)).toEqual({ cards: 1, announcements: 0 });
  },
);

it('[F48] an answer that is lost after the work is done: a second card may stand there, votes on both count, and it is retired on sight', async () => {
  const scene = await plymouth();
  scene.standin.fault({ methods: ['chat.postMessage'], channel: leadership, times: 1, does: { kind: 'lostAfter' } });
  await scene.tables('Naomi Clarke', form);
  const [twin, card] = scene.standin.messages(leadership);
  expect(inRoom(scene).cards).toBe(2);
  expect(await scene.presses('Rowan Ellis', twin!, 'Agree')).toContain('Harbour agrees to P-1');
  await scene.standin.until(() => (labelsOf(twin!).length === 0 ? true : null));
  expect(textOf(twin!)).toMatch(/<https:\/\/\S+\|/);
  expect(await scene.presses('Gareth Pugh', card!, 'Agree')).toContain('Hamoaze agrees to P-1');
  await scene.settle();
  expect(textOf(card!)).toContain('*2 of 9 agreed');
});

it('[F48] the announcement whose answer is lost is not said twice, and the card says that it may not have arrived', async () => {
  const scene = await plymouth();
  await scene.tables('Naomi Clarke', form);
  await everybodyAgrees(scene, title, ['Rowan Ellis']);
  await scene.settle();
  scene.standin.fault({ methods: ['chat.postMessage'], channel: leadership, times: 1, does: { kind: 'lostAfter' } });
  await scene.door().press('Rowan Ellis', scene.card(title), 'Agree');
  await scene.settle(hour);
  expect(inRoom(scene)).toEqual({ cards: 1, announcements: 1 });
  expect(textOf(scene.card(title))).toContain('may not have arrived');
  expect(textOf(scene.card(title))).toContain('Adopted unanimously, 9 of 9');
});

it.each([
  ['is_archived', 'archived'],
  ['not_in_channel', 'Invite it there'],
  ['restricted_action', 'permissions'],
  ['channel_not_found', 'no longer exists'],
])('[F48] %s is permanent: it is not tried again, the other room shows it with its mend', async (error, mend) => {
  const scene = await plymouth();
  const lift = scene.standin.fault({ channel: leadership, does: { kind: 'refused', error } });
  await scene.door().type('Naomi Clarke', leadership, 'table');
  await scene.door().submit('Naomi Clarke', form);
  await scene.settle(hour);
  const tried = scene.standin.counts.get('chat.postMessage') ?? 0;
  await scene.settle(24 * hour);
  expect(scene.standin.counts.get('chat.postMessage')).toBe(tried);
  expect(textOf(scene.card(title, councilRoom))).toContain(mend);
  lift();
  await scene.office().announcer.retry({ platform: 'slack', tenant: plymouthTeam, place: leadership });
  await scene.settle();
  expect(inRoom(scene).cards).toBe(1);
});

it('[F33] an update that is slow and one that comes after it leave the newest card', async () => {
  const scene = await plymouth();
  await scene.tables('Naomi Clarke', form);
  let release = (): void => undefined;
  const until = new Promise<void>((resolve) => (release = resolve));
  scene.standin.fault({ methods: ['chat.update'], channel: leadership, times: 1, does: { kind: 'held', until } });
  await scene.door().press('Rowan Ellis', scene.card(title), 'Agree');
  const running = scene.settle();
  await scene.door().press('Gareth Pugh', scene.card(title), 'Agree');
  await scene.door().press('Marcus Bailey', scene.card(title), 'Agree');
  release();
  await running;
  await scene.settle();
  expect(textOf(scene.card(title))).toContain('*3 of 9 agreed');
});

it('[F50] an hour without Slack: every card is right within a minute of its return, each drawn anew once', async () => {
  const scene = await plymouth();
  await scene.tables('Naomi Clarke', form);
  await scene.standin.goAway();
  const alliance = (await scene.office().clerk.view('PLY'))!;
  const speakers = alliance.appointments.filter(({ as }) => as === 'representative').slice(0, 8);
  for (let nth = 0; nth < 500; nth += 1) {
    const { person, member } = speakers[nth % speakers.length]!;
    const positions = [
      { position: 'agree' as const },
      { position: 'agreeWithReservation' as const, reason: `Provided that week ${nth} is quiet.` },
    ];
    const command = { kind: 'recordPosition' as const, proposal: 'P-1' as const, revision: 1, member };
    const said = positions[Math.floor(nth / speakers.length) % 2]!;
    const order = { alliance: 'PLY', command: { ...command, ...said }, by: person, cause: `other-${nth}` };
    expect((await scene.office().clerk.serve({ ...order, via: 'web' })).kind).toBe('done');
    if (nth % 50 === 0) await scene.settle(hour / 20);
  }
  const before = scene.standin.counts.get('chat.update') ?? 0;
  await scene.standin.comeBack();
  await scene.settle(60_000);
  for (const room of [leadership, councilRoom]) {
    expect(textOf(scene.card(title, room))).toContain('*8 of 9 agreed');
    expect(inRoom(scene, room)).toEqual({ cards: 1, announcements: 0 });
  }
  expect((scene.standin.counts.get('chat.update') ?? 0) - before).toBeLessThanOrEqual(4);
  expect(avoidable(scene)).toEqual([]);
});

it('one call in a hundred loses its answer after the work is done: every vote is recorded once and the cards are right', async () => {
  const scene = await plymouth();
  scene.standin.fault({ share: 0.01, does: { kind: 'lostAfter' } });
  const titles = Array.from({ length: 12 }, (_, nth) => `Proposal number ${nth + 1} of twelve`);
  for (const each of titles) {
    await scene.door().type('Naomi Clarke', leadership, 'table');
    await scene.door().submit('Naomi Clarke', proposalOf(each));
    await scene.settle();
    for (const name of ['Rowan Ellis', 'Gareth Pugh', 'Marcus Bailey', 'Kieran Doyle']) {
      await scene.door().press(name, scene.card(each), 'Agree');
    }
    await scene.settle();
  }
  // Receipts go out in their own time; with all of them it is more than a hundred calls.
  const { calls, until } = scene.standin;
  await until(() => (calls.filter(({ method }) => method === 'chat.postEphemeral').length >= 48 ? true : null));
  const lost = calls.filter(({ came }) => came.includes('lost'));
  expect(lost.length).toBeGreaterThan(0);
  expect((await scene.kinds()).filter((kind) => kind === 'PositionRecorded')).toHaveLength(48);
  for (const each of titles) {
    expect(textOf(scene.card(each))).toContain('*4 of 9 agreed');
    expect(textOf(scene.card(each, councilRoom))).toContain('*4 of 9 agreed');
  }
});

it('[F16] an earlier copy of the store is put back: cards are drawn from what it has, and what is missing is not invented', async () => {
  const path = temporaryPath();
  const scene = await plymouth({ store: openStore(path) });
  await scene.tables('Naomi Clarke', form);
  await scene.presses('Rowan Ellis', scene.card(title), 'Agree');
  await scene.settle();
  const copy = `${path}.copy`;
  await backup(path, copy);
  await scene.presses('Gareth Pugh', scene.card(title), 'Agree');
  await scene.settle();
  expect(textOf(scene.card(title))).toContain('*2 of 9 agreed');
  const head = (): Promise<{ readonly hash: string }> => scene.office().clerk.head('PLY');
  const before = await head();

  await scene.restart(async () => {
    await restore(copy, path, 'before');
    return openStore(path);
  });
  expect(textOf(scene.card(title))).toContain('*1 of 9 agreed');
  expect(inRoom(scene)).toEqual({ cards: 1, announcements: 0 });
  // The same number is never given to another vote under the same hash.
  expect(await scene.presses('Marcus Bailey', scene.card(title), 'Agree')).toContain('BCHA agrees to P-1');
  expect((await head()).hash).not.toBe(before.hash);
  await scene.settle();
  expect(textOf(scene.card(title))).toContain('*2 of 9 agreed');
  expect(textOf(scene.card(title))).not.toContain('Gareth Pugh');
});
