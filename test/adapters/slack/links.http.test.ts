import { expect, it } from 'vitest';
import { plymouth, proposalOf } from './scene.js';
import { textOf } from './seeing.js';

const title = 'Share one referral form';

it('a link that is made while a proposal is open is said on its card in every room', async () => {
  const scene = await plymouth({ single: true });
  await scene.tables('Naomi Clarke', proposalOf(title));
  expect(textOf(scene.card(title))).not.toContain('accounts linked');
  await scene.types('Rowan Ellis', 'mine');
  await scene.settle();
  expect(textOf(scene.card(title))).toMatch(
    /New accounts linked while this is open: Rowan Ellis \(Slack, \d+ \w+, \d\d:\d\d\)\./,
  );
});
