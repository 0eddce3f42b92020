import { expect, it } from 'vitest';
import { councilRoom, leadership, representatives } from './cast.js';
import { plymouth, proposalOf } from './scene.js';
import { labelsOf, textOf } from './seeing.js';

it('nine members in two workspaces adopt a proposal: one announcement with a link, and the buttons go', async () => {
  const scene = await plymouth();
  const { standin } = scene;
  const card = await scene.tables('Naomi Clarke', proposalOf('Share one referral form'));
  for (const name of representatives) {
    const inCouncil = ['Margaret Okafor', 'Priya Nair'].includes(name);
    console.log(
      await scene.presses(name, scene.card('Share one referral form', inCouncil ? councilRoom : leadership), 'Agree'),
    );
    if (name.startsWith('Joseph')) console.log(await scene.fills(name, {}), labelsOf(scene.modal(name)));
  }
  await scene.settle();
  for (const m of standin.messages(leadership)) console.log('---', textOf(m), labelsOf(m));
  console.log(standin.counts);
});
