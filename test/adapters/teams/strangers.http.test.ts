import { describe, expect, it } from 'vitest';
import { councilTenant, leadership, objectOf, plymouthApp, plymouthTenant } from './cast.js';
import { cardIn } from './door.js';
import { plymouth, proposalOf, type Scene } from './scene.js';
import { textOf } from './seeing.js';

const links = async (scene: Scene): Promise<number> =>
  (await scene.kinds()).filter((kind) => kind === 'AccountLinked').length;

describe('accounts are linked only where the rules allow it', () => {
  it('by a UPN on record of one person, in a tenant and mail domain that the charter lists', async () => {
    const scene = await plymouth();
    const before = await links(scene);
    expect(await scene.types('Rowan Ellis', 'mine', leadership)).toContain('What waits for me');
    expect(await scene.types('Rowan Ellis', 'mine', leadership)).toContain('What waits for me');
    expect(await links(scene)).toBe(before + 1);
  });

  it.each([
    ['a guest', { role: 'guest' as const }, 'This is a guest account'],
    ['a guest by the UPN', { upn: 'rowan.ellis_harbour.example.org#EXT#@x.example.org' }, 'This is a guest account'],
    ['a UPN that nobody has', { upn: 'nobody@harbour.example.org' }, 'is not linked to anybody'],
    ['a UPN that is none', { upn: 'rowan' }, 'Teams has not confirmed'],
  ])('[F38] not %s, whatever the free-text mail says', async (_, change, says) => {
    const scene = await plymouth();
    const person = scene.standin.person(objectOf('Rowan Ellis'));
    Object.assign(person, { email: person.upn }, change);
    const before = await links(scene);
    expect(await scene.types('Rowan Ellis', 'PLY mine', leadership)).toContain(says);
    expect(scene.lastTold('Rowan Ellis')).toBeDefined();
    expect(await links(scene)).toBe(before);
    expect(await scene.store.attempts('PLY', 10)).toMatchObject([{ who: expect.stringMatching(/^teams /u) as string }]);
  });

  it('[F38] not where the mail domain, or the tenant, is not the organisation’s', async () => {
    const scene = await plymouth({
      charter: (charter) => ({
        ...charter,
        organisations: charter.organisations.map((each) =>
          each.id === 'harbour' ? { ...each, entraTenants: [councilTenant] } : each,
        ),
      }),
    });
    expect(await scene.types('Rowan Ellis', 'PLY mine', leadership)).toContain(
      'does not list this account’s organisation',
    );
  });

  it('[E82] a guest who was removed and invited again is another account: not linked until somebody vouches, and told', async () => {
    const scene = await plymouth();
    const card = await scene.tables('Naomi Clarke', proposalOf('One referral form'));
    expect(await scene.presses('Rowan Ellis', card, 'Agree')).toMatch(/^Recorded/u);
    const tenant = scene.standin.tenant(plymouthTenant);
    const old = scene.standin.person(objectOf('Rowan Ellis'));
    const object = objectOf('Rowan Ellis, invited again');
    tenant.people.delete(old.object);
    const again = { ...old, object, id: `29:${object}`, role: 'guest' as const };
    tenant.people.set(object, again);
    scene.standin.conversation(leadership).members.add(again.id);
    const said = scene.door().activity('Rowan Ellis, invited again', leadership, {
      type: 'invoke',
      name: 'task/fetch',
      value: { data: { press: '{"v":1,"act":"form","alliance":"PLY","form":"object","proposal":"P-1","revision":1}' } },
    });
    const came = await scene.door().post(said);
    expect(textOf({ text: '', card: cardIn(came) })).toContain('This is a guest account');
    expect((await scene.kinds()).filter((kind) => kind === 'PositionRecorded')).toHaveLength(1);
  });

  it('[E83] a display name changes nothing: the account counts, and the register’s name is shown', async () => {
    const scene = await plymouth();
    const card = await scene.tables('Naomi Clarke', proposalOf('One referral form'));
    scene.standin.person(objectOf('Nobody Known')).name = 'Rowan Ellis';
    expect(await scene.presses('Nobody Known', card, 'Agree')).toContain('is not linked to anybody');
    scene.standin.person(objectOf('Rowan Ellis')).name = 'Margaret Okafor';
    await scene.presses('Rowan Ellis', card, 'Agree');
    await scene.settle();
    expect(textOf(scene.card('One referral form'))).toContain('Rowan Ellis, representative');
  });

  it('[F38] a program has no account, and is answered all the same', async () => {
    const scene = await plymouth();
    const said = {
      type: 'invoke',
      name: 'adaptiveCard/action',
      value: {},
      from: { id: '28:another-bot', name: 'Bot' },
    };
    const came = await scene.door().says('Rowan Ellis', leadership, said);
    expect(textOf({ text: '', card: cardIn(came) })).toContain('Only people with an account');
  });
});

describe('rooms and cards', () => {
  it('[E51] a reaction is no position, and is answered once, privately, with the way to the button', async () => {
    const scene = await plymouth();
    const card = await scene.tables('Naomi Clarke', proposalOf('One referral form'));
    const reacted = { type: 'messageReaction', reactionsAdded: [{ type: 'like' }], replyToId: card.id };
    for (let times = 0; times < 3; times += 1) {
      expect((await scene.door().says('Gareth Pugh', leadership, reacted)).status).toBe(200);
    }
    const told = scene.standin.privately(objectOf('Gareth Pugh')).map(textOf);
    expect(told.filter((text) => text.includes('does not count as a position'))).toHaveLength(1);
    expect(await scene.kinds()).not.toContain('PositionRecorded');
  });

  it('a channel that is deleted is released in the book; a new name changes nothing', async () => {
    const scene = await plymouth();
    const event = (eventType: string) => ({
      type: 'conversationUpdate',
      channelData: { tenant: { id: plymouthTenant }, eventType, channel: { id: leadership } },
    });
    await scene.door().says('Naomi Clarke', leadership, event('channelRenamed'));
    expect(await scene.kinds()).not.toContain('RoomReleased');
    const deleted = scene.door().activity('Naomi Clarke', leadership, event('channelDeleted'));
    for (let times = 0; times < 2; times += 1) expect((await scene.door().post(deleted)).status).toBe(200);
    expect((await scene.kinds()).filter((kind) => kind === 'RoomReleased')).toHaveLength(1);
  });

  it('[F42] where the bot is removed the book stays as it is, and what waited is sent when it is added again', async () => {
    const scene = await plymouth();
    const bot = [{ id: `28:${plymouthApp}` }];
    const room = scene.standin.conversation(leadership);
    room.apps.clear();
    await scene.door().says('Naomi Clarke', leadership, { type: 'conversationUpdate', membersRemoved: bot });
    const before = (await scene.entries()).length;
    const at = { platform: 'teams', tenant: plymouthTenant, place: leadership } as const;
    expect(await scene.store.findConversation(at)).toBeNull();
    await scene.door().fills('Naomi Clarke', await scene.tableDialog('Naomi Clarke', ''), proposalOf('Meanwhile'), '');
    await scene.settle();
    expect(scene.standin.messages(leadership).map(textOf).join('\n')).not.toContain('Meanwhile');
    room.apps.add(plymouthApp);
    await scene.door().says('Naomi Clarke', leadership, { type: 'conversationUpdate', membersAdded: bot });
    await scene.settle();
    expect(textOf(scene.card('Meanwhile'))).toContain('0 of 9');
    expect((await scene.entries()).length).toBeGreaterThan(before);
  });
});
