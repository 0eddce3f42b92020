import { expect, it } from 'vitest';
import { leadership } from './cast.js';
import { plymouth } from './scene.js';
import { textOf } from './seeing.js';

it('a channel that was bound is told once what it is for now, and the receipt calls it by its name', async () => {
  const scene = await plymouth({ unbound: true });
  const { name } = scene.standin.world.channels.get(leadership)!;
  expect(await scene.types('Rowan Ellis', 'PLY here')).toContain('Nothing was recorded');
  expect(scene.standin.messages(leadership)).toEqual([]);
  expect(await scene.types('Naomi Clarke', 'PLY here')).toContain(`“#${name}” in Slack hears of the business`);
  await scene.settle();
  const [told] = scene.standin.messages(leadership);
  expect(textOf(told!)).toContain('this is where the Alliance Leadership Team of Plymouth Alliance decides');
  expect(textOf(told!)).toContain('Begin with “/alliance table”.');
  expect(await scene.types('Naomi Clarke', 'PLY here')).toContain('already belongs to Plymouth Alliance');
  await scene.settle();
  expect(scene.standin.messages(leadership)).toHaveLength(1);
});
