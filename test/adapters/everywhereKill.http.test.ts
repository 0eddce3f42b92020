import { expect, it, onTestFinished } from 'vitest';
import {
  charterEverywhere,
  councilRoom,
  homelessRoom,
  homelessTeam,
  livewellRoom,
  recoveryRoom,
  recoveryTeam,
  teamsOf,
  tenantsOf,
} from './everywhereCast.js';
import { beginInstall, finishInstall } from './slack/installing.js';
import { installedSettings, recordOf, type RecordProcess } from './slack/recordProcess.js';
import * as slackSeeing from './slack/seeing.js';
import * as slackStandin from './slack/standin/standin.js';
import { doorAt } from './teams/door.js';
import { isLiving } from './teams/outward.js';
import { configOf } from './teams/scene.js';
import * as teamsSeeing from './teams/seeing.js';
import * as teamsStandin from './teams/standin/standin.js';

const title = 'Share one referral form';
const adopted = 'Adopted unanimously, 9 of 9';
const inSlack = {
  [homelessRoom]: ['Marcus Bailey', 'Moira Sinclair', 'Joseph Mensah', 'Anjali Patel'],
  [recoveryRoom]: ['Gareth Pugh', 'Rowan Ellis', 'Kieran Doyle'],
};
const inTeams = { [councilRoom]: ['Margaret Okafor'], [livewellRoom]: ['Priya Nair'] };

interface Both {
  readonly slack: slackStandin.Standin;
  readonly teams: teamsStandin.Standin;
  readonly record: RecordProcess;
}

/** The real program on one record, with both platforms in front of it and every room bound. */
const running = async (): Promise<Both> => {
  const whole = charterEverywhere();
  // Nobody speaks for two, so that one press is one vote.
  const people = whole.people.map((person) => ({
    ...person,
    appointments: person.appointments.filter(({ as, member }) => !(as === 'deputy' && member === 'hamoaze')),
  }));
  const charter = { ...whole, people };
  const slack = await slackStandin.startStandin(teamsOf(charter));
  const teams = await teamsStandin.startStandin(tenantsOf(charter));
  const { apps, serviceHosts, openIdUrl, loginUrl } = configOf(teams);
  const record = await recordOf(charter, slack, {
    ...installedSettings,
    TEAMS_APPS: JSON.stringify(apps),
    TEAMS_SERVICE_HOSTS: serviceHosts.join(),
    TEAMS_OPENID_URL: openIdUrl,
    TEAMS_LOGIN_URL: loginUrl,
  });
  onTestFinished(async () => {
    await record.remove();
    await slack.stop();
    await teams.stop();
  });
  await record.start();
  const origin = record.origin();
  for (const team of [homelessTeam, recoveryTeam]) {
    expect((await finishInstall(origin, slack, team, await beginInstall(origin))).status).toBe(200);
  }
  await record.door().type('Naomi Clarke', homelessRoom, 'PLY here');
  await record.door().type('Gareth Pugh', recoveryRoom, 'PLY here');
  await doorAt(origin, teams).types('Tom Pascoe', 'PLY here', councilRoom);
  await doorAt(origin, teams).types('Callum Reeves', 'PLY here', livewellRoom);
  return { slack, teams, record };
};

const slackRoom = ({ slack }: Both, room: string) => {
  const all = slack.messages(room).filter((each) => slackSeeing.textOf(each).includes(title));
  return { cards: all.filter(slackSeeing.isLiving), once: all.filter((each) => !slackSeeing.isLiving(each)) };
};
const teamsRoom = ({ teams }: Both, room: string) => {
  const all = teams.messages(room).filter((each) => teamsSeeing.textOf(each).includes(title));
  return { cards: all.filter(isLiving), once: all.filter((each) => !isLiving(each)) };
};

const tables = async (both: Both): Promise<void> => {
  const door = both.record.door();
  await door.type('Naomi Clarke', homelessRoom, 'table');
  const bestForPeople = 'People meet one service that acts alike.';
  await door.submit('Naomi Clarke', { title, bestForPeople, text: `${title}, as discussed.` });
};

/** All nine press at once, each at home, once the card stands there; each is answered when the vote is durable. */
const everybodyAgrees = async (both: Both): Promise<void> => {
  const presses: (() => Promise<unknown>)[] = [];
  for (const [room, names] of Object.entries(inSlack)) {
    const card = await both.slack.until(() => slackRoom(both, room).cards.at(-1) ?? null);
    presses.push(...names.map((name) => () => both.record.door().press(name, card, 'Agree')));
  }
  const door = doorAt(both.record.origin(), both.teams);
  for (const [room, names] of Object.entries(inTeams)) {
    const card = await both.teams.until(() => teamsRoom(both, room).cards.at(-1) ?? null);
    presses.push(...names.map((name) => () => door.presses(name, card, 'Agree')));
  }
  await Promise.all(presses.map((press) => press()));
};

it('[F3] the program is killed as soon as the last vote is acknowledged: on restart every card converges, and no room hears it twice', async () => {
  const both = await running();
  const { record, slack, teams } = both;
  await tables(both);
  await everybodyAgrees(both);
  await record.kill();
  expect((await record.kinds()).filter((kind) => kind === 'ProposalAdopted')).toHaveLength(1);
  await record.start();
  const isSaid = (cards: readonly string[], once: number): true | null =>
    cards.at(-1)?.includes(adopted) === true && once > 0 ? true : null;
  for (const room of Object.keys(inSlack)) {
    await slack.until(() => {
      const { cards, once } = slackRoom(both, room);
      return isSaid(cards.map(slackSeeing.textOf), once.length);
    });
  }
  for (const room of Object.keys(inTeams)) {
    await teams.until(() => {
      const { cards, once } = teamsRoom(both, room);
      return isSaid(cards.map(teamsSeeing.textOf), once.length);
    });
  }
  await record.end();
  expect((await record.kinds()).filter((kind) => kind === 'ProposalAdopted')).toHaveLength(1);
  for (const { cards, once } of [
    ...Object.keys(inSlack).map((room) => slackRoom(both, room)),
    ...Object.keys(inTeams).map((room) => teamsRoom(both, room)),
  ]) {
    expect([cards.length, once.length]).toEqual([1, 1]);
  }
});
