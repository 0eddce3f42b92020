import { expect, it, onTestFinished } from 'vitest';
import { councilTeam, leadership, plymouthInSlack, plymouthTeam, workspacesOf } from './cast.js';
import { beginInstall, finishInstall } from './installing.js';
import { installedSettings, recordOf } from './recordProcess.js';
import { startStandin } from './standin/standin.js';

const key = (id: string, byte: number): string => `${id}:${Buffer.alloc(32, byte).toString('base64')}`;
const [old, fresh] = [key('k1', 7), key('k2', 8)];

it('[F42] the key of the tokens is exchanged by one command, and nobody installs anything again', async () => {
  const charter = plymouthInSlack();
  const standin = await startStandin(workspacesOf(charter));
  const record = await recordOf(charter, standin, installedSettings);
  onTestFinished(async () => {
    await record.remove();
    await standin.stop();
  });
  await record.start();
  for (const team of [plymouthTeam, councilTeam]) {
    const origin = record.origin();
    expect((await finishInstall(origin, standin, team, await beginInstall(origin))).status).toBe(200);
  }
  const seal = (keys: string) => record.command(['seal-tokens'], { SLACK_TOKEN_KEYS: keys });
  expect(await seal(`${fresh},${old}`)).toMatchObject({ code: 2, err: expect.stringContaining('is in use') as string });
  await record.end();

  // Without the key that sealed them nothing can be done, and nothing is lost.
  expect(await seal(fresh)).toMatchObject({
    code: 1,
    err: `No key of SLACK_TOKEN_KEYS opens the token of ${councilTeam}, ${plymouthTeam}. Put the key back that sealed it and run this again, or install the app there again.\n`,
  });
  expect(await seal(`${fresh},${old}`)).toEqual({
    code: 0,
    out: 'The tokens of 2 workspaces were sealed anew under the key k2; 0 had been sealed under it before.\nEvery other key can be taken out of SLACK_TOKEN_KEYS now.\n',
    err: '',
  });
  expect((await seal(fresh)).out).toContain('The tokens of 0 workspaces were sealed anew under the key k2; 2 had been');

  await record.start({ SLACK_TOKEN_KEYS: fresh });
  await record.door().type('Naomi Clarke', leadership, 'PLY here');
  expect((await record.door().type('Rowan Ellis', leadership, 'PLY mine')).body).toContain('What waits for me');
  await record.end();
});

it('where no tokens of several workspaces are kept, the command says so', async () => {
  const charter = plymouthInSlack();
  const standin = await startStandin(workspacesOf(charter));
  const record = await recordOf(charter, standin, {});
  onTestFinished(async () => {
    await record.remove();
    await standin.stop();
  });
  expect(await record.command(['seal-tokens'])).toMatchObject({
    code: 2,
    err: 'SLACK_TOKEN_KEYS is not in the settings, so no tokens of several workspaces are kept here.\n',
  });
});
