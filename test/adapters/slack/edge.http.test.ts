import { expect, it } from 'vitest';
import { everybodyAgrees } from './acts.js';
import { councilRoom, leadership, plymouthTeam } from './cast.js';
import { plymouth, proposalOf } from './scene.js';
import { buttonCalled, labelsOf, textOf } from './seeing.js';

const title = 'Share one referral form';
const form = proposalOf(title);

it('[E8] representative and deputy agree: one vote, the second is told so and the card counts one', async () => {
  const scene = await plymouth();
  await scene.tables('Naomi Clarke', form);
  await scene.presses('Rowan Ellis', scene.card(title), 'Agree');
  const said = await scene.presses('Sunita Rao', scene.card(title), 'Agree');
  expect(said).toContain('*Already recorded.*');
  expect(said).toContain('Nothing new was written: the record says this already. P-1: 1 of 9 agreed');
  await scene.settle();
  expect(textOf(scene.card(title))).toContain('*1 of 9 agreed');
});

it('[E9] the deputy agrees and then the representative objects: the objection is what the card shows', async () => {
  const scene = await plymouth();
  await scene.tables('Naomi Clarke', form);
  await scene.presses('Sunita Rao', scene.card(title), 'Agree');
  await scene.presses('Rowan Ellis', scene.card(title), 'Object');
  await scene.fills('Rowan Ellis', { reason: 'It leaves out the day centre.' });
  await scene.settle();
  expect(textOf(scene.card(title))).toContain('*Blocked by Harbour; 0 of 9 agreed');
  expect((await scene.kinds()).filter((kind) => kind === 'PositionRecorded')).toHaveLength(2);
});

it('[E10] the representative agreed, so the deputy who objects is refused over the form, with who can change it', async () => {
  const scene = await plymouth();
  await scene.tables('Naomi Clarke', form);
  await scene.presses('Rowan Ellis', scene.card(title), 'Agree');
  await scene.presses('Sunita Rao', scene.card(title), 'Object');
  const said = await scene.fills('Sunita Rao', { reason: 'It leaves out the day centre.' });
  expect(said).toContain(
    'Nothing was recorded. Rowan Ellis has already spoken for Harbour, and a deputy does not overrule the representative.',
  );
  expect(said).toContain('Ask Rowan Ellis to change the position, or to record an absence that you cover.');
  await scene.settle();
  expect(textOf(scene.card(title))).toContain('*1 of 9 agreed');
});

it('[E10] the representative is away and named the deputy to cover: the deputy’s objection counts, and says so', async () => {
  const scene = await plymouth();
  await scene.tables('Naomi Clarke', form);
  await scene.presses('Rowan Ellis', scene.card(title), 'Agree');
  await scene.types('Rowan Ellis', 'away today to 20 April');
  expect(await scene.fills('Rowan Ellis', { cover: 'Sunita Rao' })).toContain('*Recorded.*');
  await scene.presses('Sunita Rao', scene.card(title), 'Object');
  expect(await scene.fills('Sunita Rao', { reason: 'It leaves out the day centre.' })).toContain('*Recorded.*');
  await scene.settle();
  expect(textOf(scene.card(title))).toContain('Sunita Rao, deputy, covering');
  expect(textOf(scene.card(title))).toContain('*Blocked by Harbour; 0 of 9 agreed');
});

it('[E11] the deputy objects and the representative never returns: the objection stands at the deadline', async () => {
  const scene = await plymouth();
  await scene.tables('Naomi Clarke', form);
  await scene.presses('Sunita Rao', scene.card(title), 'Object');
  await scene.fills('Sunita Rao', { reason: 'It leaves out the day centre.' });
  await everybodyAgrees(scene, title, ['Rowan Ellis']);
  await scene.until('2026-04-10 17:05');
  expect(textOf(scene.card(title))).toContain('Not agreed: objection by Harbour stands');
  expect(labelsOf(scene.card(title))).toEqual([]);
});

it('[E12] two deputies of one member differ: the first stands, the second is refused and told who spoke', async () => {
  const scene = await plymouth({
    charter: (charter) => ({
      ...charter,
      people: charter.people.map((person) =>
        person.id === 'ian-prowse'
          ? { ...person, appointments: [{ as: 'deputy' as const, member: 'harbour' }, ...person.appointments] }
          : person,
      ),
    }),
  });
  await scene.tables('Naomi Clarke', form);
  await scene.presses('Sunita Rao', scene.card(title), 'Agree');
  await scene.presses('Ian Prowse', scene.card(title), 'Object');
  const said = await scene.fills('Ian Prowse', { reason: 'It leaves out the day centre.' });
  expect(said).toContain('Nothing was recorded.');
  expect(said).toContain('Sunita Rao');
  await scene.settle();
  expect(textOf(scene.card(title))).toContain('*1 of 9 agreed');
});

it('[E34] the last two agreements arrive together: one adoption, one number, one announcement in each room', async () => {
  const scene = await plymouth();
  await scene.tables('Naomi Clarke', form);
  await everybodyAgrees(scene, title, ['Rowan Ellis', 'Priya Nair']);
  await scene.settle();
  const both = [
    scene.door().press('Rowan Ellis', scene.card(title), 'Agree'),
    scene.door().press('Priya Nair', scene.card(title, councilRoom), 'Agree'),
  ];
  expect((await Promise.all(both)).map(({ status }) => status)).toEqual([200, 200]);
  await scene.settle();
  expect((await scene.kinds()).filter((kind) => kind === 'ProposalAdopted')).toHaveLength(1);
  for (const room of [leadership, councilRoom]) {
    const announced = scene.standin.messages(room).filter((message) => textOf(message).includes('PLY-2026-001'));
    expect(announced).toHaveLength(2);
  }
});

it('[E35] an objection and the last agreement race: the objection of one batch comes first, and nothing is adopted', async () => {
  const scene = await plymouth();
  await scene.tables('Naomi Clarke', form);
  await everybodyAgrees(scene, title, ['Rowan Ellis', 'Kieran Doyle']);
  await scene.settle();
  await scene.presses('Rowan Ellis', scene.card(title), 'Object');
  const [agreed, objected] = await Promise.all([
    scene.door().press('Kieran Doyle', scene.card(title), 'Agree'),
    scene.door().submit('Rowan Ellis', { reason: 'It leaves out the day centre.' }),
  ]);
  expect([agreed.status, objected.status]).toEqual([200, 200]);
  await scene.settle();
  expect(await scene.kinds()).not.toContain('ProposalAdopted');
  expect(textOf(scene.card(title))).toContain('*Blocked by Harbour; 8 of 9 agreed');
});

it('[E41] somebody removes the card by hand: it is posted again with a note, and nothing of the record is lost', async () => {
  const scene = await plymouth();
  const first = await scene.tables('Naomi Clarke', form);
  await scene.presses('Rowan Ellis', first, 'Agree');
  await scene.settle();
  const { messages } = scene.standin.channel(leadership);
  messages.splice(messages.indexOf(first), 1);
  await scene.presses('Priya Nair', scene.card(title, councilRoom), 'Agree');
  await scene.settle();
  const again = scene.card(title);
  expect(again.ts).not.toBe(first.ts);
  expect(textOf(again)).toContain('*2 of 9 agreed');
  expect(textOf(again)).toContain('removed');
  expect(await scene.presses('Gareth Pugh', again, 'Agree')).toContain('*Recorded.*');
});

it('[E51] a reaction on a card is answered once, with the way to the button, and counts nothing', async () => {
  const scene = await plymouth();
  const card = await scene.tables('Naomi Clarke', form);
  const reaction = {
    type: 'reaction_added',
    user: 'U0GARETHPUGH',
    reaction: '+1',
    item: { type: 'message', channel: leadership, ts: card.ts },
    item_user: scene.standin.team(plymouthTeam).bot.user,
  };
  await scene.door().event(plymouthTeam, reaction);
  await scene.door().event(plymouthTeam, { ...reaction, reaction: 'tada' });
  const told = scene.standin.privately('U0GARETHPUGH');
  expect(told.map(textOf).filter((text) => text.includes('does not count as a position on P-1'))).toHaveLength(1);
  expect(await scene.kinds()).not.toContain('PositionRecorded');
  await scene.presses('Gareth Pugh', scene.lastTold('Gareth Pugh'), 'Show P-1');
  expect(await scene.presses('Gareth Pugh', scene.modal('Gareth Pugh'), 'Agree')).toContain('Hamoaze agrees to P-1');

  const elsewhere = { ...reaction, user: 'U0ROWANELLIS', item: { ...reaction.item, ts: '1.000001' } };
  await scene.door().event(plymouthTeam, elsewhere);
  expect(scene.standin.privately('U0ROWANELLIS')).toEqual([]);
});

it('[E83] somebody takes another’s display name: the account is what counts, and the record’s own name is shown', async () => {
  const scene = await plymouth();
  const card = await scene.tables('Naomi Clarke', form);
  await scene.presses('Rowan Ellis', card, 'Agree');
  const { people } = scene.standin.team(plymouthTeam);
  people.get('U0STRANGER')!.name = 'Gareth Pugh';
  people.get('U0ROWANELLIS')!.name = 'Moira Sinclair';
  await scene.door().press('U0STRANGER', card, 'Agree');
  const told = await scene.standin.until(() => scene.standin.privately('U0STRANGER').at(-1) ?? null);
  expect(textOf(told)).toContain('Nothing was recorded.');
  scene.clock.runTo(scene.moment('2026-04-01 10:00'));
  await scene.door().click('U0ROWANELLIS', card, buttonCalled(card, 'Agree'));
  await scene.settle();
  expect(textOf(scene.card(title))).toContain('*1 of 9 agreed');
  expect(textOf(scene.card(title))).not.toContain('Moira Sinclair');
  const spoke = (await scene.entries()).filter(({ kind }) => kind === 'PositionRecorded');
  expect(new Set(spoke.map(({ by }) => by)).size).toBe(1);
});
