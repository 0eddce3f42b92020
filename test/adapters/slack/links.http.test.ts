import { expect, it } from 'vitest';
import type { Platform } from '../../../src/alliance/accountEvents.js';
import { linkCode } from './acts.js';
import { plymouthTeam, userOf } from './cast.js';
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

it('the only officer who may propose links is told that the operator proposes hers, and with which command', async () => {
  const scene = await plymouth({ single: true, unbound: true });
  scene.standin.team(plymouthTeam).people.get(userOf('Naomi Clarke'))!.email = 'naomi@private.example.org';
  const told = await scene.types('Naomi Clarke', 'PLY mine');
  const said =
    /If you are Naomi Clarke yourself, the operator of this server proposes it: “npx roundtable propose-link PLY "Naomi Clarke" (\w+):(\w+):(\w+)”\. Nobody proposes their own link\./;
  expect(told).toMatch(said);
  const [, platform, tenant, user] = said.exec(told)!;
  expect([platform, tenant, user]).toEqual(['slack', plymouthTeam, userOf('Naomi Clarke')]);

  const person = [...(await scene.office().clerk.view('PLY'))!.officers].find(
    ({ office }) => office === 'allianceManager',
  )!.person;
  const account = { platform: platform as Platform, tenant: tenant!, user: user! };
  const command = { kind: 'proposeLink', person, account } as const;
  const order = { alliance: 'PLY', command, by: 'operator', cause: 'operator-1', via: 'cli' } as const;
  expect((await scene.office().clerk.serve(order)).kind).toBe('done');
  expect(await scene.types('Naomi Clarke', `PLY confirm 1 ${await linkCode(scene, 1)}`)).toContain('*Recorded.*');
  expect(await scene.types('Naomi Clarke', 'PLY mine')).toContain('What waits for me');
});
