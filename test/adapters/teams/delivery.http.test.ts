import { expect, it } from 'vitest';
import { labelsOf, textOf } from './seeing.js';
import { apps, councilRoom, isLiving, livewellRoom, margaret, type Outward, outward, tenants } from './outward.js';

const title = 'Share one referral form';
const hour = 3_600_000;
const everybody = [
  'council',
  'livewell',
  'hamoaze',
  'bcha',
  'harbour',
  'shekinah',
  'zone',
  'path',
  'livewest',
] as const;

const throttled = ({ standin }: Outward): readonly string[] =>
  [...standin.counts.keys()].filter((name) => name.endsWith(' Throttled'));

it('a proposal is one card in the rooms of both tenants, each by its own registration, and ends as one announcement', async () => {
  const scene = await outward();
  await scene.tables(title);
  expect(labelsOf(scene.card(title))).toContain('Agree');
  expect(textOf(scene.card(title, livewellRoom))).toContain('0 of 9 agreed');
  await scene.agree(...everybody);
  await scene.settle();
  for (const room of [councilRoom, livewellRoom]) {
    expect(textOf(scene.card(title, room))).toContain('Adopted unanimously, 9 of 9');
    expect(labelsOf(scene.card(title, room))).not.toContain('Agree');
    expect(scene.inRoom(room)).toEqual({ cards: 1, once: 1 });
  }
  const [card] = scene.standin.messages(livewellRoom);
  const announced = scene.standin.messages(livewellRoom).at(-1)!;
  expect(JSON.stringify(announced.card)).toContain(encodeURIComponent(card!.id));
  expect(JSON.stringify(announced.card)).toContain(tenants.livewell);
  expect(throttled(scene)).toEqual([]);
});

it('eight votes in a burst are a few updates in a room, and Teams never has to ask for patience', async () => {
  const scene = await outward({ more: 6 });
  await scene.tables(title);
  const before = scene.standin.counts.get('update') ?? 0;
  await scene.agree(...everybody.slice(0, 8));
  await scene.settle();
  const updates = (scene.standin.counts.get('update') ?? 0) - before;
  expect(updates / 8 / 8).toBeLessThanOrEqual(0.3);
  expect(textOf(scene.card(title))).toContain('8 of 9 agreed');
  expect(throttled(scene)).toEqual([]);
});

it.each([
  ['1', 1],
  ['30', 30],
  ['3600', 3_600],
  [null, 1],
  ['abc', 1],
])(
  '[F49] 429 with Retry-After %s: nothing is sent there before its time, then one card, and the other room is not held up',
  async (retryAfter, seconds) => {
    const scene = await outward();
    const does = { kind: 'limited', retryAfter } as const;
    scene.standin.fault({ on: ['send'], conversation: councilRoom, times: 2, does });
    const from = scene.clock.nowMs();
    await scene.does(await scene.officer(), { kind: 'tableProposal', ...proposal });
    await scene.settle(500);
    expect(scene.inRoom(livewellRoom)).toEqual({ cards: 1, once: 0 });
    expect(scene.inRoom()).toEqual({ cards: 0, once: 0 });
    await scene.settle(3 * hour);
    expect(scene.inRoom()).toEqual({ cards: 1, once: 0 });
    const tries = scene.standin.calls.filter(
      ({ operation, conversation, atMs }) => operation === 'send' && conversation === councilRoom && atMs >= from,
    );
    expect(tries).toHaveLength(3);
    for (const [index, { atMs }] of tries.slice(1).entries()) {
      expect(atMs - tries[index]!.atMs).toBeGreaterThanOrEqual(seconds * 1_000);
    }
  },
);

it.each([
  ['412 PreconditionFailed', { kind: 'refused', status: 412, code: 'PreconditionFailed' }],
  ['502', { kind: 'status', status: 502 }],
  ['504', { kind: 'status', status: 504 }],
  ['a connection that breaks', { kind: 'lostBefore' }],
] as const)('[F49] %s while the card is posted: it is posted once the way is free', async (_, does) => {
  const scene = await outward();
  scene.standin.fault({ on: ['send'], conversation: councilRoom, times: 2, does });
  await scene.tables(title);
  await scene.settle(hour);
  expect(scene.inRoom()).toEqual({ cards: 1, once: 0 });
  await scene.agree('council');
  await scene.settle();
  expect(textOf(scene.card(title))).toContain('1 of 9 agreed');
});

it.each([
  ['502', { kind: 'status', status: 502 }],
  ['an answer that is lost after the work', { kind: 'lostAfter' }],
] as const)(
  '[F49] %s while an adoption is announced: it is not said twice there, and the cards say that it may not have arrived',
  async (_, does) => {
    const scene = await outward();
    await scene.tables(title);
    await scene.agree(...everybody.slice(0, 8));
    await scene.settle();
    scene.standin.fault({ on: ['send'], conversation: councilRoom, times: 1, does });
    await scene.agree('livewest');
    await scene.settle(hour);
    expect(scene.inRoom(livewellRoom)).toEqual({ cards: 1, once: 1 });
    expect(scene.inRoom().once).toBeLessThanOrEqual(1);
    for (const room of [councilRoom, livewellRoom]) {
      expect(textOf(scene.card(title, room))).toContain('Adopted unanimously, 9 of 9');
      expect(textOf(scene.card(title, room))).toContain('may not have arrived');
    }
  },
);

it('[F49] Teams never answers: nobody else waits, and the card is there in the end', async () => {
  const scene = await outward();
  await scene.tables(title);
  const lift = scene.standin.fault({ on: ['update'], conversation: councilRoom, does: { kind: 'never' } });
  await scene.agree('council');
  const settling = scene.settle();
  await scene.standin.until(() => (textOf(scene.card(title, livewellRoom)).includes('1 of 9 agreed') ? true : null));
  expect(textOf(scene.card(title))).toContain('0 of 9 agreed');
  lift();
  await settling;
  await scene.settle(hour);
  expect(textOf(scene.card(title))).toContain('1 of 9 agreed');
});

it('[F49] a room that is slow gets everything in the order of the book, and meanwhile the other has it all in that order', async () => {
  const scene = await outward();
  const gate: { open: () => void } = { open: () => undefined };
  const until = new Promise<void>((open) => (gate.open = open));
  const lift = scene.standin.fault({ on: ['send'], conversation: councilRoom, does: { kind: 'held', until } });
  const titles = ['Share one form', 'Open on Saturdays', 'Move to the new centre'];
  for (const each of titles)
    await scene.does(await scene.officer(), { kind: 'tableProposal', ...proposal, title: each });
  await scene.agree(...everybody);
  const settling = scene.settle();
  const order = (room: string): readonly string[] =>
    scene.standin
      .messages(room)
      .map((each) => `${isLiving(each) ? 'card' : 'said'} ${/P-\d/u.exec(textOf(each))?.[0] ?? ''}`);
  const whole = ['card P-1', 'card P-2', 'card P-3', 'said P-1'];
  await scene.standin.until(() => (order(livewellRoom).length === whole.length ? true : null));
  expect(order(livewellRoom)).toEqual(whole);
  expect(order(councilRoom)).toEqual([]);
  lift();
  gate.open();
  await settling;
  await scene.settle(hour);
  expect(order(councilRoom)).toEqual(whole);
  expect(textOf(scene.card('Share one form'))).toContain('Adopted unanimously, 9 of 9');
});

it.each([
  ['BotNotInConversationRoster', 403, 'Roundtable is not in that channel. Invite it there'],
  ['BotDisabledByAdmin', 403, 'Roundtable was removed from that workspace'],
  ['NotEnoughPermissions', 403, 'does not let Roundtable write there'],
  ['ConversationNotFound', 404, 'the channel no longer exists'],
  ['MessageSizeTooBig', 413, 'it was longer than the platform allows'],
])('[F49] %s: it is not tried again, and the other room says so with its mend', async (code, status, mend) => {
  const scene = await outward();
  const lift = scene.standin.fault({
    on: ['send'],
    conversation: councilRoom,
    does: { kind: 'refused', status, code },
  });
  await scene.tables(title);
  const tried = scene.standin.counts.get('send');
  await scene.settle(24 * hour);
  expect(scene.standin.counts.get('send')).toBe(tried);
  expect(textOf(scene.card(title, livewellRoom))).toContain(mend);
  lift();
  await scene.announcer().retry({ platform: 'teams', tenant: tenants.council, place: councilRoom });
  await scene.settle();
  expect(scene.inRoom()).toEqual({ cards: 1, once: 0 });
  expect(textOf(scene.card(title, livewellRoom))).not.toContain(mend);
});

it('[E41] a card that somebody removed is posted again, and says so', async () => {
  const scene = await outward();
  await scene.tables(title);
  scene.card(title).deleted = true;
  await scene.agree('council');
  await scene.settle();
  expect(textOf(scene.card(title))).toContain('removed from the channel, so it is posted again');
  expect(scene.inRoom()).toEqual({ cards: 1, once: 0 });
});

it('[F3] killed between the adoption and its announcements: each room gets them once, and the cards are right', async () => {
  const scene = await outward();
  await scene.tables(title);
  await scene.agree(...everybody.slice(0, 8));
  await scene.settle();
  await scene.agree('livewest');
  for (const room of [councilRoom, livewellRoom]) expect(scene.inRoom(room)).toEqual({ cards: 1, once: 0 });
  await scene.restart('killed');
  await scene.restart('killed');
  for (const room of [councilRoom, livewellRoom]) {
    expect(textOf(scene.card(title, room))).toContain('Adopted unanimously, 9 of 9');
    expect(scene.inRoom(room)).toEqual({ cards: 1, once: 1 });
  }
});

/** The Council agrees, and its agreement is void by a new text: its representative is told so alone. */
const amended = async (scene: Outward, text: string): Promise<void> => {
  await scene.agree('council');
  const { current } = (await scene.clerk().view('PLY'))!.proposals.get('P-1')!;
  const why = 'Members asked for it.';
  const command = { kind: 'amendProposal', proposal: 'P-1', revision: current!.number, text, why } as const;
  await scene.does(await scene.officer(), command);
  await scene.settle(24 * hour);
};

/** Margaret Okafor's account is linked, and a proposal tabled. */
const withMargaret = async (): Promise<Outward> => {
  const scene = await outward();
  const { person } = (await scene.clerk().view('PLY'))!.appointments.find(({ member }) => member === 'council')!;
  await scene.link(person, margaret);
  await scene.tables(title);
  return scene;
};

it('a person is written to in a conversation of their own, opened once and kept; one who blocks us is called in the room', async () => {
  const scene = await withMargaret();
  await amended(scene, 'One form, in two languages.');
  await amended(scene, 'One form, in three languages.');
  const told = scene.standin.privately(margaret).length;
  expect(told).toBeGreaterThanOrEqual(2);
  expect(scene.standin.counts.get('create')).toBe(1);

  scene.standin.person(margaret).blocked = true;
  await amended(scene, 'One form, in four languages.');
  expect(scene.standin.privately(margaret)).toHaveLength(told);
  const called = scene.standin.messages(councilRoom).filter(({ card }) => JSON.stringify(card).includes('<at>'));
  expect(called).toHaveLength(1);
  expect(textOf(called[0]!)).toContain('<at>Margaret Okafor</at>');
});

it('a conversation with a person that Teams no longer knows is opened anew', async () => {
  const scene = await withMargaret();
  await amended(scene, 'One form, in two languages.');
  const told = scene.standin.privately(margaret).length;
  scene.standin.fault({
    on: ['send'],
    conversation: `a:${apps.council}-${margaret}`,
    times: 1,
    does: { kind: 'refused', status: 404, code: 'ConversationNotFound' },
  });
  await amended(scene, 'One form, in three languages.');
  expect(scene.standin.counts.get('create')).toBe(2);
  expect(scene.standin.privately(margaret)).toHaveLength(told + 1);
});

it('[F50] an hour without Teams: every card is right within a minute of its return, each drawn anew once', async () => {
  const scene = await outward();
  await scene.tables(title);
  await scene.standin.goAway();
  await scene.agree(...everybody.slice(0, 8));
  await scene.settle(hour);
  const before = scene.standin.counts.get('update') ?? 0;
  await scene.standin.comeBack();
  await scene.settle(60_000);
  for (const room of [councilRoom, livewellRoom]) {
    expect(textOf(scene.card(title, room))).toContain('8 of 9 agreed');
    expect(scene.inRoom(room)).toEqual({ cards: 1, once: 0 });
  }
  expect((scene.standin.counts.get('update') ?? 0) - before).toBeLessThanOrEqual(4);
});

const proposal = {
  class: 'routine',
  title,
  text: `${title}, as discussed.`,
  bestForPeople: 'People meet one service that acts alike.',
} as const;
