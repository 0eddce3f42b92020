import { expect, it } from 'vitest';
import { councilRoom, leadership, objectOf, plymouthTenant, representatives } from './cast.js';
import { plymouth, proposalOf, type Scene } from './scene.js';
import { labelsOf, textOf } from './seeing.js';
import type { Shown } from './standin/world.js';

const title = 'Share one referral form';
const reason = 'It leaves out the day centre.';

/** The card in the channel of their own tenant. */
const cardFor = (scene: Scene, name: string): Shown => {
  const isHere = scene.standin.person(objectOf(name)).tenant === plymouthTenant;
  return scene.card(title, isHere ? leadership : councilRoom);
};

/** Opens the form, fills it in and sends it; what comes back. */
const objects = async (scene: Scene, name: string): Promise<string> => {
  const card = cardFor(scene, name);
  const form = await scene.door().presses(name, card, 'Object');
  return textOf({ text: '', card: await scene.door().fills(name, form, { reason }, card.conversation) });
};

const everybodyAgrees = async (scene: Scene, but: readonly string[]): Promise<void> => {
  for (const name of representatives.filter((each) => !but.includes(each))) {
    await scene.votes(name, cardFor(scene, name));
  }
  await scene.settle();
};

it('[E11] the deputy objects and the representative never returns: the objection stands at the deadline', async () => {
  const scene = await plymouth();
  await scene.tables('Naomi Clarke', proposalOf(title));
  expect(await objects(scene, 'Sunita Rao')).toMatch(/^Recorded/u);
  await everybodyAgrees(scene, ['Rowan Ellis']);
  await scene.until('2026-04-10 17:05');
  for (const room of [leadership, councilRoom]) {
    expect(textOf(scene.card(title, room))).toContain('Not agreed: objection by Harbour stands');
    expect(labelsOf(scene.card(title, room))).not.toContain('Agree');
  }
  expect(await scene.kinds()).not.toContain('ProposalAdopted');
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
  await scene.tables('Naomi Clarke', proposalOf(title));
  await scene.presses('Sunita Rao', cardFor(scene, 'Sunita Rao'), 'Agree');
  const said = await objects(scene, 'Ian Prowse');
  expect(said).toContain('Nothing was recorded.');
  expect(said).toContain('Sunita Rao');
  await scene.settle();
  expect(textOf(scene.card(title))).toContain('1 of 9 agreed');
});

it('[E35] an objection and the last agreement race: the objection of one batch comes first, and nothing is adopted', async () => {
  const scene = await plymouth();
  await scene.tables('Naomi Clarke', proposalOf(title));
  await everybodyAgrees(scene, ['Rowan Ellis', 'Kieran Doyle']);
  const card = cardFor(scene, 'Rowan Ellis');
  const form = await scene.door().presses('Rowan Ellis', card, 'Object');
  await Promise.all([
    scene.door().presses('Kieran Doyle', cardFor(scene, 'Kieran Doyle'), 'Agree'),
    scene.door().fills('Rowan Ellis', form, { reason }, card.conversation),
  ]);
  await scene.settle();
  expect(await scene.kinds()).not.toContain('ProposalAdopted');
  for (const room of [leadership, councilRoom]) {
    expect(textOf(scene.card(title, room))).toContain('Blocked by Harbour; 8 of 9 agreed');
  }
});
