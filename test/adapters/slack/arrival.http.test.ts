import { expect, it } from 'vitest';
import { leadership } from './cast.js';
import { plymouth } from './scene.js';

it('the receipt of a channel that was bound calls it by its name', async () => {
  const scene = await plymouth({ unbound: true });
  const { name } = scene.standin.world.channels.get(leadership)!;
  expect(await scene.types('Rowan Ellis', 'PLY here')).toContain('Nothing was recorded');
  expect(await scene.types('Naomi Clarke', 'PLY here')).toContain(`“#${name}” in Slack hears of the business`);
  expect(await scene.types('Naomi Clarke', 'PLY here')).toContain('already belongs to Plymouth Alliance');
});
