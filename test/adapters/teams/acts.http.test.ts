import { describe, expect, it } from 'vitest';
import { buttonIn } from './buttons.js';
import { councilRoom, leadership, objectOf, plymouthApp, plymouthTenant } from './cast.js';
import { cardIn } from './door.js';
import { plymouth, proposalOf, type Scene } from './scene.js';
import { labelsOf, textOf } from './seeing.js';
import type { Shown } from './standin/world.js';

const agreeing = (scene: Scene, name: string, card: Shown) => {
  const { type, verb, data } = buttonIn(card.card, 'Agree');
  const value = { action: { type, verb, data }, trigger: 'manual' };
  return scene.door().activity(name, card.conversation, {
    type: 'invoke',
    name: 'adaptiveCard/action',
    value,
    replyToId: card.id,
  });
};

const positions = async (scene: Scene): Promise<number> =>
  (await scene.kinds()).filter((kind) => kind === 'PositionRecorded').length;

describe('a press', () => {
  it('is answered with the presser’s own card, what came of it first; then everybody’s card is drawn anew', async () => {
    const scene = await plymouth();
    const card = await scene.tables('Naomi Clarke', proposalOf('One referral form'));
    const came = await scene.door().presses('Rowan Ellis', card, 'Agree');
    const lines = textOf({ text: '', card: came }).split('\n');
    expect(lines[0]).toMatch(/^Recorded: .*Harbour/u);
    expect(lines.join('\n')).toContain('1 of 9 agreed');
    await scene.settle();
    expect(textOf(scene.card('One referral form'))).toContain('1 of 9 agreed');
    expect(textOf(scene.card('One referral form', councilRoom))).toContain('1 of 9 agreed');
  });

  it('[F32] sent again three times while the first is under way: one entry, every answer well-formed', async () => {
    const scene = await plymouth();
    const card = await scene.tables('Naomi Clarke', proposalOf('One referral form'));
    const click = agreeing(scene, 'Rowan Ellis', card);
    const all = await Promise.all([1, 2, 3, 4].map(() => scene.door().post(click)));
    for (const { status, body } of all) {
      expect([status, (body as { statusCode: number }).statusCode]).toEqual([200, 200]);
      expect(textOf({ text: '', card: cardIn({ status, body }) })).toContain('Harbour');
    }
    expect(await positions(scene)).toBe(1);
    const [first] = (await scene.entries()).filter(({ kind }) => kind === 'PositionRecorded');
    expect([first?.via, first?.cause]).toEqual(['teams', expect.stringContaining(click.id) as string]);
  });

  it('[E8][E9] representative and deputy are one voice, and what the representative says replaces it', async () => {
    const scene = await plymouth();
    const card = await scene.tables('Naomi Clarke', proposalOf('One referral form'));
    const deputy = scene.charter.people.find(({ name }) => name === 'Sunita Rao');
    expect(deputy).toBeDefined();
    expect(await scene.presses('Sunita Rao', card, 'Agree')).toMatch(/^Recorded/u);
    expect(await scene.presses('Rowan Ellis', card, 'Agree')).not.toContain('2 of 9');
    const form = await scene.door().presses('Rowan Ellis', card, 'Object');
    await scene.door().fills('Rowan Ellis', form, { reason: 'The form leaves out consent.' }, leadership);
    await scene.settle();
    expect(textOf(scene.card('One referral form'))).toContain('The form leaves out consent.');
  });

  it('[F29][E34] the last two agree at the same moment: one adoption', async () => {
    const scene = await plymouth();
    const card = await scene.tables('Naomi Clarke', proposalOf('One referral form'));
    const council = scene.card('One referral form', councilRoom);
    for (const name of ['Margaret Okafor', 'Priya Nair']) await scene.votes(name, council);
    for (const name of ['Gareth Pugh', 'Marcus Bailey', 'Rowan Ellis', 'Joseph Mensah', 'Kieran Doyle']) {
      await scene.votes(name, card);
    }
    await Promise.all(['Moira Sinclair', 'Anjali Patel'].map((name) => scene.door().post(agreeing(scene, name, card))));
    await scene.settle();
    expect((await scene.kinds()).filter((kind) => kind === 'ProposalAdopted')).toHaveLength(1);
  });

  it('[E30][E31] counts by Teams’ own time where it was before the deadline and came in soon after', async () => {
    const scene = await plymouth();
    const card = await scene.tables('Naomi Clarke', proposalOf('One referral form'));
    const click = agreeing(scene, 'Rowan Ellis', card);
    const late = { ...agreeing(scene, 'Gareth Pugh', card), timestamp: '2026-04-10T16:00:00.001Z' };
    scene.clock.runTo('2026-04-10T16:01:30.000Z');
    await scene.door().post({ ...click, timestamp: '2026-04-10T16:00:00.000Z' });
    await scene.door().post(late);
    expect(await positions(scene)).toBe(1);
  });
});

describe('a dialog', () => {
  it('shows what is wrong beside its field and keeps what was typed', async () => {
    const scene = await plymouth();
    const card = await scene.tables('Naomi Clarke', proposalOf('One referral form'));
    const form = await scene.door().presses('Rowan Ellis', card, 'Object');
    const again = await scene.door().fills('Rowan Ellis', form, { reason: '', wouldChange: 'A clause.' }, leadership);
    expect(JSON.stringify(again)).toContain('A clause.');
    expect(await positions(scene)).toBe(0);
    const done = await scene.door().fills('Rowan Ellis', again, { reason: 'Consent is missing.' }, leadership);
    expect(textOf({ text: '', card: done })).toMatch(/^Recorded/u);
    expect(await positions(scene)).toBe(1);
  });

  it('is given to whoever asks, and the same form goes without one: as a message in a chat with Roundtable alone', async () => {
    const scene = await plymouth();
    const card = await scene.tables('Naomi Clarke', proposalOf('One referral form'));
    expect(await scene.types('Rowan Ellis', `object ${proposalIn(card)} because of consent`, leadership)).toContain(
      'Why do you object?',
    );
    const form = scene.lastTold('Rowan Ellis');
    const { data } = buttonIn(form.card, null);
    const value = { ...data, reason: 'Consent is missing.' };
    const came = await scene.door().says('Rowan Ellis', '', { type: 'message', value, replyToId: form.id });
    expect(came.status).toBe(200);
    await scene.standin.until(() => (textOf(scene.lastTold('Rowan Ellis')).startsWith('Recorded') ? true : null));
    expect(await positions(scene)).toBe(1);
    expect(scene.lastTold('Rowan Ellis').id).toBe(form.id);
  });
});

const proposalIn = (card: Shown): string => /\bP-\d+/u.exec(textOf(card))?.[0] ?? '';

describe('typed words', () => {
  it('are answered to the person alone, and the room sees nothing of them', async () => {
    const scene = await plymouth();
    await scene.tables('Naomi Clarke', proposalOf('One referral form'));
    const before = scene.standin.messages(leadership).length;
    expect(await scene.types('Rowan Ellis', 'mine', leadership)).toContain('What waits for me');
    expect(await scene.types('Rowan Ellis', 'PLY people')).toContain('Harbour');
    const help = await scene.types('Rowan Ellis', 'help');
    for (const words of ['mine', 'meeting plan', 'papers M-3', 'paper M-3', 'calendar']) {
      expect(help).toContain(`“@Roundtable ${words}”`);
    }
    expect(await scene.types('Rowan Ellis', 'sing something', leadership)).toContain(
      'is not something that Roundtable',
    );
    expect(await scene.types('Rowan Ellis', 'back', leadership)).not.toBe('');
    expect(scene.standin.messages(leadership).length).toBe(before);
  });

  it('a position counts with its revision; without, the text comes back with the button that counts', async () => {
    const scene = await plymouth();
    const card = await scene.tables('Naomi Clarke', proposalOf('One referral form'));
    const proposal = proposalIn(card);
    expect(await scene.types('Rowan Ellis', `agree ${proposal}`, leadership)).toContain('Only the button counts');
    expect(await positions(scene)).toBe(0);
    expect(labelsOf(scene.lastTold('Rowan Ellis'))).toContain('Agree');
    expect(await scene.types('Rowan Ellis', `agree ${proposal} r1`, leadership)).toMatch(/^Recorded/u);
    expect(await positions(scene)).toBe(1);
  });

  it('“table” in a room gives a button that opens the form for whoever presses it', async () => {
    const scene = await plymouth();
    await scene.door().types('Naomi Clarke', 'table', leadership);
    const offer = await scene.standin.until(
      () => scene.standin.messages(leadership).find((each) => labelsOf(each).includes('Table a proposal')) ?? null,
    );
    const form = await scene.door().presses('Naomi Clarke', offer, labelsOf(offer)[0] ?? '');
    await scene.door().fills('Naomi Clarke', form, proposalOf('Tabled by a button'), leadership);
    expect(await scene.kinds()).toContain('ProposalTabled');
  });

  it('“here” binds a channel for officers only, and what reaches it is kept', async () => {
    const scene = await plymouth({ unbound: true });
    expect(await scene.types('Rowan Ellis', 'PLY here', leadership)).toContain('Nothing was recorded');
    expect(await scene.kinds()).not.toContain('RoomBound');
    expect(await scene.types('Naomi Clarke', 'PLY here', leadership)).toContain('Recorded');
    expect(await scene.kinds()).toContain('RoomBound');
    const at = { platform: 'teams', tenant: plymouthTenant, place: leadership } as const;
    expect((await scene.store.findConversation(at))?.app).toBe(plymouthApp);
    expect(await scene.types('Naomi Clarke', 'PLY here')).toContain('cannot be a leadership channel');
  });

  it('an officer proposes a link by a mention, and the person confirms it from an account that is known', async () => {
    const scene = await plymouth();
    const mention = { id: `29:${objectOf('Nobody Known')}`, name: 'Nobody Known' };
    const text = '<at>Roundtable</at> link&nbsp;<at>Nobody Known</at> Rowan Ellis';
    const entities = [
      { type: 'mention', text: '<at>Roundtable</at>', mentioned: { id: `28:${plymouthApp}` } },
      { type: 'mention', text: '<at>Nobody Known</at>', mentioned: mention },
    ];
    await scene.door().says('Naomi Clarke', leadership, { type: 'message', text, entities });
    expect(await scene.kinds()).toContain('LinkProposed');
    await scene.types('Rowan Ellis', 'mine', leadership);
    const link = (await scene.office().clerk.view('PLY'))?.links.find(({ state }) => state === 'proposed');
    await scene.types('Rowan Ellis', `confirm ${link?.number ?? 0}`, leadership);
    expect(await scene.types('Nobody Known', 'mine', leadership)).toContain('What waits for me');
  });
});
