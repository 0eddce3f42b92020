import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { leadership as slackChannel, plymouthInSlack, workspacesOf } from './slack/cast.js';
import { recordOf, type RecordProcess, singleSettings } from './slack/recordProcess.js';
import { labelsOf as slackLabels, textOf as slackText } from './slack/seeing.js';
import { proposalOf } from './slack/scene.js';
import { startStandin as startSlack, type Standin as Slack } from './slack/standin/standin.js';
import { councilTenant, leadership as teamsChannel, plymouthApp, plymouthTenant, tenantsOf } from './teams/cast.js';
import { type Door, doorAt } from './teams/door.js';
import { isLiving } from './teams/outward.js';
import { labelsOf, textOf } from './teams/seeing.js';
import { startStandin as startTeams, type Standin as Teams } from './teams/standin/standin.js';

let slack: Slack;
let teams: Teams;
let record: RecordProcess;
let door: Door;

/** One record with Slack and Teams in front of it; everybody has an account on both. */
beforeAll(async () => {
  const charter = plymouthInSlack((whole) => ({
    ...whole,
    organisations: whole.organisations.map((each) => ({ ...each, entraTenants: [plymouthTenant, councilTenant] })),
    // Nobody speaks for two, so that one press is one vote.
    people: whole.people.map((person) => ({
      ...person,
      appointments: person.appointments.filter(({ as, member }) => !(as === 'deputy' && member === 'hamoaze')),
    })),
  }));
  slack = await startSlack(workspacesOf(charter));
  teams = await startTeams(tenantsOf(charter));
  record = await recordOf(charter, slack, {
    ...singleSettings,
    MicrosoftAppId: plymouthApp,
    MicrosoftAppPassword: `secret-of-${plymouthApp}`,
    MicrosoftAppTenantId: plymouthTenant,
    TEAMS_SERVICE_HOSTS: new URL(teams.origin).host,
    TEAMS_OPENID_URL: teams.metadataUrl,
    TEAMS_LOGIN_URL: `${teams.origin}/`,
  });
  await record.start();
  door = doorAt(record.origin(), teams);
  await record.door().type('Naomi Clarke', slackChannel, 'PLY here');
  await door.types('Naomi Clarke', 'PLY here', teamsChannel);
});
afterAll(async () => {
  await record.end();
  await record.remove();
  await slack.stop();
  await teams.stop();
});

const inSlack = (title: string, words = '') =>
  slack.until(
    () =>
      slack
        .messages(slackChannel)
        .findLast(
          (card) =>
            slackLabels(card).includes('Agree') && [title, words].every((each) => slackText(card).includes(each)),
        ) ?? null,
  );
const inTeams = (title: string, words = '') =>
  teams.until(
    () =>
      teams
        .messages(teamsChannel)
        .findLast((card) => isLiving(card) && [title, words].every((each) => textOf(card).includes(each))) ?? null,
  );

const tables = async (title: string): Promise<void> => {
  await record.door().type('Naomi Clarke', slackChannel, 'table');
  await record.door().submit('Naomi Clarke', proposalOf(title));
};

const countOf = async (kind: string): Promise<number> => (await record.kinds()).filter((each) => each === kind).length;

describe('one decision in Slack and in Teams at once', () => {
  it('[E81][F30] the same person in both at the same moment: one person, one vote, and both cards show it', async () => {
    await tables('Known on both sides');
    const [here, there] = [await inSlack('Known on both sides'), await inTeams('Known on both sides')];
    const before = await countOf('PositionRecorded');
    const [pressed, came] = await Promise.all([
      record.door().press('Rowan Ellis', here, 'Agree'),
      door.presses('Rowan Ellis', there, 'Agree'),
    ]);
    expect([pressed.status, textOf({ text: '', card: came }).split('\n')[0]]).toEqual([
      200,
      expect.stringMatching(/^(?:Recorded|Already recorded)/u) as string,
    ]);
    expect(await countOf('PositionRecorded')).toBe(before + 1);
    expect(slackText(await inSlack('Known on both sides', '1 of 9 agreed'))).toContain('Harbour');
    expect(textOf(await inTeams('Known on both sides', '1 of 9 agreed'))).toContain('Harbour');
  });

  it('[E10] the representative agreed in Slack; the deputy’s objection from Teams is refused', async () => {
    await tables('Two voices of one member');
    await record.door().press('Rowan Ellis', await inSlack('Two voices of one member'), 'Agree');
    const card = await inTeams('Two voices of one member');
    const form = await door.presses('Sunita Rao', card, 'Object');
    const answer = labelsOf({ card: form }).includes('Record the objection')
      ? await door.fills('Sunita Rao', form, { reason: 'We would rather wait for the summer.' }, teamsChannel)
      : form;
    expect(textOf({ text: '', card: answer })).toContain('Nothing was recorded');
  });

  it('a vote in Teams is on the card in Slack, and its sentence names the member and not the platform', async () => {
    await tables('Seen everywhere');
    await door.presses('Gareth Pugh', await inTeams('Seen everywhere'), 'Agree');
    expect(slackText(await inSlack('Seen everywhere', '1 of 9 agreed'))).toContain('Hamoaze');
  });
});

describe('[F40] garbage that is posted to the program', () => {
  it('is answered, says nothing of how it is made, and leaves the program alive', async () => {
    const headers = { 'content-type': 'application/json', authorization: `Bearer ${await teams.token(plymouthApp)}` };
    const deep = `${'['.repeat(100_000)}${']'.repeat(100_000)}`;
    const bodies = ['', '{', 'null', '[]', '"text"', '1e999', deep, '{"type":"message"}', 'x'.repeat(200_000)];
    for (const body of bodies) {
      const came = await door.post(body, headers);
      expect([body.slice(0, 20), came.status, came.body]).toEqual([body.slice(0, 20), 400, null]);
    }
    expect((await door.post('x'.repeat(2_000_000), headers).catch(() => ({ status: 413 }))).status).toBe(413);
    expect((await door.post('{}', { ...headers, 'content-type': 'text/plain' })).status).toBe(415);
    expect((await fetch(`${record.origin()}/api/messages`)).status).toBe(405);
    for (const name of ['adaptiveCard/action', 'task/fetch', 'task/submit', 'composeExtension/submitAction', 'other']) {
      for (const value of [
        undefined,
        null,
        1,
        'text',
        [],
        {},
        { action: 1 },
        { data: { press: '{}' } },
        { data: { press: 'x'.repeat(9_000) } },
      ]) {
        const came = await door.says('Rowan Ellis', teamsChannel, { type: 'invoke', name, value });
        expect([name, came.status]).toEqual([name, name === 'other' ? 501 : 200]);
        expect(came.body).not.toBeNull();
      }
    }
    for (const type of [
      'message',
      'messageReaction',
      'conversationUpdate',
      'installationUpdate',
      'typing',
      '__proto__',
    ]) {
      expect((await door.says('Rowan Ellis', teamsChannel, { type, value: { press: 1 } })).status).toBe(200);
    }
    const log = record.program().log();
    expect(['node_modules', '.js:', 'Bearer', 'BEGIN '].filter((each) => log.includes(each))).toEqual([]);
    expect((await fetch(`${record.origin()}/healthz`)).status).toBe(200);
  });

  it('[F41] two thousand requests that nobody signed are refused in bounded time, and a right one counts', async () => {
    const activity = JSON.stringify(door.activity('Rowan Ellis', teamsChannel, { type: 'message', text: 'mine' }));
    const headers = { 'content-type': 'application/json', authorization: 'Bearer a.b.c' };
    for (let round = 0; round < 20; round += 1) {
      const came = await Promise.all(Array.from({ length: 100 }, () => door.post(activity, headers)));
      expect(came.every(({ status }) => status === 401)).toBe(true);
    }
    expect((await door.types('Rowan Ellis', 'mine', teamsChannel)).status).toBe(200);
  });
});
