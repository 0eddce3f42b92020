import { existsSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { openStore } from '../../../db/store.js';
import { plusMs } from '../../../src/alliance/instant.js';
import { temporaryPath } from '../../db/stores.js';
import { councilRoom, councilTeam, leadership, plymouthTeam } from './cast.js';
import { beginInstall, finishInstall, getFrom } from './installing.js';
import { plymouth, proposalOf, type Scene } from './scene.js';
import { textOf } from './seeing.js';
import type { Arrived } from './signing.js';

const title = 'Share one referral form';
const elsewhere = 'T0ELSEWHERE';

const installed = async ({ store }: Scene): Promise<readonly string[]> =>
  (await store.installations('slack')).map(({ tenant }) => tenant);

/** Refused in a sentence that says how to begin again, with nothing kept and nothing asked of Slack. */
const expectRefused = async (scene: Scene, came: Arrived): Promise<void> => {
  expect(came.status).toBe(400);
  expect(came.body).toContain('Roundtable was not installed. Begin again');
  expect(await installed(scene)).toEqual([councilTeam, plymouthTeam]);
};

it('[F42] a state that is missing, made up or another browser’s is refused, and Slack is asked nothing', async () => {
  const scene = await plymouth();
  const { origin } = scene.office();
  const { standin } = scene;
  const asked = standin.counts.get('oauth.v2.access');
  const mine = await beginInstall(origin);
  const theirs = await beginInstall(origin);
  expect(mine.authorize.searchParams.get('client_id')).toBe('1234567890.0987654321');
  const { cookie } = mine;
  for (const query of ['code=c', 'code=c&state=', 'code=c&state=made-up', `code=c&state=${theirs.state}`]) {
    await expectRefused(scene, await getFrom(origin, `/slack/oauth_redirect?${query}`, { cookie }));
  }
  await expectRefused(scene, await finishInstall(origin, standin, elsewhere, { ...mine, cookie: '' }));
  await expectRefused(scene, await finishInstall(origin, standin, elsewhere, { ...mine, cookie: theirs.cookie }));
  expect(standin.counts.get('oauth.v2.access')).toBe(asked);
});

it('[F42] a state is good once, and for ten minutes', async () => {
  const scene = await plymouth();
  const { origin } = scene.office();
  const { standin } = scene;
  const begun = await beginInstall(origin);
  expect((await finishInstall(origin, standin, plymouthTeam, begun)).status).toBe(200);
  await expectRefused(scene, await finishInstall(origin, standin, elsewhere, begun));
  const late = await beginInstall(origin);
  scene.clock.runTo(plusMs(scene.clock.now(), 600_001));
  await expectRefused(scene, await finishInstall(origin, standin, elsewhere, late));
});

it('[F42] who cancels in Slack is told so, and can begin again; a code of Slack’s is good once', async () => {
  const scene = await plymouth();
  const { origin } = scene.office();
  const { standin } = scene;
  const begun = await beginInstall(origin);
  const { cookie, state } = begun;
  await expectRefused(
    scene,
    await getFrom(origin, `/slack/oauth_redirect?error=access_denied&state=${state}`, { cookie }),
  );
  for (const code of standin.world.codes.values()) expect(code.used).toBe(true);
  const [used = ''] = [...standin.world.codes.keys()];
  await expectRefused(scene, await getFrom(origin, `/slack/oauth_redirect?code=${used}&state=${state}`, { cookie }));
  expect((await finishInstall(origin, standin, elsewhere, await beginInstall(origin))).status).toBe(200);
  expect(await installed(scene)).toContain(elsewhere);
});

it('[F42] each workspace is spoken to with its own token, and no token can be read in the file', async () => {
  const path = temporaryPath();
  const scene = await plymouth({ store: openStore(path) });
  await scene.tables('Naomi Clarke', proposalOf(title));
  const posted = scene.standin.calls.filter(({ method }) => method === 'chat.postMessage');
  const teamOf = (room: string) =>
    new Set(posted.filter(({ args }) => args['channel'] === room).map(({ team }) => team));
  expect([teamOf(leadership), teamOf(councilRoom)]).toEqual([new Set([plymouthTeam]), new Set([councilTeam])]);
  const kept = [path, `${path}-wal`].filter((file) => existsSync(file)).map((file) => readFileSync(file, 'latin1'));
  expect(kept.join('')).toContain(plymouthTeam);
  for (const secret of ['xoxb-', 'a-client-secret', 'a-signing-secret'])
    expect([...kept, ...scene.office().log].join('')).not.toContain(secret);
  // What was sealed for one workspace is worth nothing in the place of another.
  const [council] = await scene.store.installations('slack');
  await scene.store.keepInstallation({ ...council!, tenant: plymouthTeam });
  expect((await scene.door().press('Rowan Ellis', scene.card(title), 'Agree')).status).toBe(200);
  expect(await scene.kinds()).not.toContain('PositionRecorded');
});

it('[F42] removed from a workspace while a vote is open, the other one sees it; installed again, it goes on', async () => {
  const scene = await plymouth();
  const card = await scene.tables('Naomi Clarke', proposalOf(title));
  const team = scene.standin.team(plymouthTeam);
  const before = await scene.kinds();
  team.tokenEnd = 'account_inactive';
  await scene.door().event(plymouthTeam, { type: 'tokens_revoked', tokens: { oauth: [], bot: [team.bot.user] } });
  await scene.door().event(plymouthTeam, { type: 'app_uninstalled' });
  expect(await installed(scene)).toEqual([councilTeam]);
  expect(await scene.kinds()).toEqual(before);

  expect(await scene.presses('Priya Nair', scene.card(title, councilRoom), 'Agree')).toContain('*Recorded.*');
  await scene.settle();
  expect(textOf(scene.card(title, councilRoom))).toContain('1 of 9 agreed');
  expect(textOf(scene.card(title, councilRoom))).toContain('was removed from');
  expect(textOf(card)).not.toContain('1 of 9 agreed');

  team.token = 'xoxb-T0PLYMOUTH-2';
  const { origin } = scene.office();
  expect((await finishInstall(origin, scene.standin, plymouthTeam, await beginInstall(origin))).status).toBe(200);
  await scene.settle();
  expect(textOf(scene.card(title))).toContain('1 of 9 agreed');
  expect(scene.standin.messages(leadership)).toHaveLength(1);
  expect(await scene.presses('Rowan Ellis', scene.card(title), 'Agree')).toContain('Harbour agrees to P-1');
});

it('[F42] installed once more, the new token takes the place of the old one', async () => {
  const scene = await plymouth();
  await scene.tables('Naomi Clarke', proposalOf(title));
  scene.standin.team(plymouthTeam).token = 'xoxb-T0PLYMOUTH-2';
  const { origin } = scene.office();
  expect((await finishInstall(origin, scene.standin, plymouthTeam, await beginInstall(origin))).status).toBe(200);
  expect(await installed(scene)).toEqual([councilTeam, plymouthTeam]);
  expect(await scene.presses('Rowan Ellis', scene.card(title), 'Agree')).toContain('Harbour agrees to P-1');
  await scene.settle();
  expect(textOf(scene.card(title))).toContain('1 of 9 agreed');
});
