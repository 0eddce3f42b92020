import { describe, expect, it } from 'vitest';
import type { Verified } from '../../../adapters/teams/door.js';
import { membershipChanged } from '../../../adapters/teams/membership.js';
import type { TeamsOffice } from '../../../adapters/teams/office.js';
import type { TeamsWire } from '../../../adapters/teams/wire.js';
import { leadership, objectOf, plymouthApp, plymouthTenant } from './cast.js';
import { plymouth, type Scene } from './scene.js';
import { textOf } from './seeing.js';

const tenant = { id: plymouthTenant };
const team = { id: `19:team-of-${plymouthTenant}@thread.tacv2` };

const inRoom = (scene: Scene): readonly string[] => scene.standin.messages(leadership).map(textOf);

/** Everything that was asked for is sent once nothing is under way any more. */
const said = (scene: Scene, words: string, place = leadership): Promise<string> =>
  scene.standin.until(
    () =>
      scene.standin
        .messages(place)
        .map(textOf)
        .find((each) => each.includes(words)) ?? null,
  );

describe('a conversation that was bound', () => {
  it('is told once what it is for now, who asked for it, and how to begin', async () => {
    const scene = await plymouth({ unbound: true });
    await scene.types('Rowan Ellis', 'PLY here', leadership);
    expect(inRoom(scene)).toEqual([]);
    await scene.types('Naomi Clarke', 'PLY here', leadership);
    await scene.settle();
    const told = await said(scene, 'this is where');
    expect(told).toContain('the Alliance Leadership Team of Plymouth Alliance decides. Naomi Clarke asked for it.');
    expect(told).toContain('Begin with “@Roundtable table”.');
    expect(await scene.types('Naomi Clarke', 'PLY here', leadership)).toContain('already belongs to Plymouth Alliance');
    await scene.settle();
    expect(inRoom(scene)).toEqual([told]);
  });

  it('is called by its own name in the receipt, as the message says it or as Teams says when it is asked', async () => {
    for (const [about, name] of [
      [
        {
          conversation: { id: leadership, tenantId: tenant.id, conversationType: 'groupChat', name: 'Chief officers' },
        },
        'Chief officers',
      ],
      [{ channelData: { tenant, team, channel: { id: leadership } } }, 'Leadership'],
      [{ channelData: { tenant, team: { id: '19:another@thread.tacv2' }, channel: { id: leadership } } }, null],
      [{}, null],
    ] as const) {
      const scene = await plymouth({ unbound: true });
      const text = '<at>Roundtable</at> PLY here';
      const entities = [{ type: 'mention', text: '<at>Roundtable</at>', mentioned: { id: `28:${plymouthApp}` } }];
      await scene.door().says('Naomi Clarke', leadership, { type: 'message', text, entities, ...about });
      await scene.standin.until(() => scene.standin.privately(objectOf('Naomi Clarke')).at(-1) ?? null);
      const called = name === null ? 'Room 1' : `“${name}”`;
      expect(textOf(scene.lastTold('Naomi Clarke'))).toContain(`${called} in Microsoft Teams hears of the business`);
    }
  });
});

describe('where the app was installed', () => {
  const installed = (scene: Scene, conversation: string, action = 'add') =>
    scene.door().says('Naomi Clarke', conversation, { type: 'installationUpdate', action });
  const added = (scene: Scene, conversation: string) => {
    const membersAdded = [{ id: `28:${plymouthApp}` }];
    return scene.door().says('Naomi Clarke', conversation, { type: 'conversationUpdate', membersAdded });
  };

  it('a channel is greeted once with what this is and what to type first, however Teams tells of it', async () => {
    const scene = await plymouth({ unbound: true });
    await added(scene, leadership);
    await installed(scene, leadership);
    const told = await said(scene, 'this is Roundtable');
    for (const first of ['“@Roundtable LWN here”', '“@Roundtable table”', '“@Roundtable help”'])
      expect(told).toContain(first);
    await installed(scene, leadership, 'add-upgrade');
    await added(scene, leadership);
    await scene.types('Naomi Clarke', 'PLY here', leadership);
    await scene.settle();
    await said(scene, 'this is where');
    expect(inRoom(scene).filter((each) => each.includes('this is Roundtable'))).toEqual([told]);
  });

  it('is greeted once at most, however often Teams tells of it, and the operator hears of what may not have arrived', async () => {
    const scene = await plymouth({ unbound: true });
    const doubtful = () => scene.store.doubtfulGreetings(10);
    let sent = 0;
    scene.standin.fault({
      on: ['send'],
      conversation: leadership,
      does: { kind: 'status', status: 502 },
      met: () => (sent += 1),
    });
    await installed(scene, leadership);
    await scene.office().teams.receiptsSent();
    await installed(scene, leadership);
    await scene.office().teams.receiptsSent();
    expect(sent).toBe(1);
    expect(await doubtful()).toEqual([
      { platform: 'teams', tenant: plymouthTenant, place: leadership, state: 'unknown' },
    ]);
    await installed(scene, leadership, 'remove');
    expect(await doubtful()).toEqual([]);
  });

  it('that was refused for now is greeted by the next installation, since it was certainly not said', async () => {
    const scene = await plymouth({ unbound: true });
    scene.standin.fault({
      ...{ on: ['send'], conversation: leadership, times: 1 },
      does: { kind: 'limited', retryAfter: '5' },
    });
    await installed(scene, leadership);
    await scene.office().teams.receiptsSent();
    expect(inRoom(scene)).toEqual([]);
    expect(await scene.store.doubtfulGreetings(10)).toEqual([]);
    await installed(scene, leadership);
    await said(scene, 'this is Roundtable');
    await scene.office().teams.receiptsSent();
    await installed(scene, leadership);
    await scene.office().teams.receiptsSent();
    expect(inRoom(scene)).toHaveLength(1);
  });

  it('has its greeting written down before Teams is answered, so that none is lost without the operator hearing of it', async () => {
    const { store, office } = await plymouth({ unbound: true });
    const activity = {
      ...{ type: 'installationUpdate', action: 'add', serviceUrl: 'https://teams.example.org/' },
      ...{ conversation: { id: leadership, conversationType: 'channel' }, recipient: { id: `28:${plymouthApp}` } },
    };
    const about = { activity, app: { appId: plymouthApp }, tenant: plymouthTenant } as unknown as Verified;
    const desk = { conversations: store, announcer: office().announcer } as unknown as TeamsOffice;
    const wire = { post: () => Promise.reject(new Error('nothing is said before Teams is answered')) };
    const begun = await membershipChanged(desk, { wire: wire as unknown as TeamsWire }, about);
    expect(await store.doubtfulGreetings(10)).toMatchObject([{ place: leadership, state: 'sending' }]);
    expect(begun).not.toBeNull();
    expect(await membershipChanged(desk, { wire: wire as unknown as TeamsWire }, about)).toBeNull();
  });

  it('a person is greeted with what they can ask for', async () => {
    const scene = await plymouth({ unbound: true });
    await scene.types('Naomi Clarke', 'PLY mine', leadership);
    await installed(scene, '');
    const greeting = await scene.standin.until(
      () => scene.standin.privately(objectOf('Naomi Clarke')).find((each) => textOf(each).includes('Hello')) ?? null,
    );
    for (const first of ['“@Roundtable mine”', '“@Roundtable proposals”', '“@Roundtable help”']) {
      expect(textOf(greeting)).toContain(first);
    }
  });
});
