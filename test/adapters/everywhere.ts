import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { pino } from 'pino';
import { expect, onTestFinished } from 'vitest';
import { asIcs } from '../../adapters/calendar/ics.js';
import { paint } from '../../adapters/documents/painter.js';
import { openSlack } from '../../adapters/slack/open.js';
import { openTeams } from '../../adapters/teams/open.js';
import { openKeyring } from '../../db/keyring.js';
import { openStore, type Store } from '../../db/store.js';
import type { Command } from '../../src/alliance/commands.js';
import { plusMs } from '../../src/alliance/instant.js';
import type { PersonId } from '../../src/alliance/names.js';
import { holdersOf } from '../../src/alliance/speaking.js';
import { type Announcer, openAnnouncer } from '../../src/clerk/announcer.js';
import { openClerk } from '../../src/clerk/clerk.js';
import type { Clerk } from '../../src/clerk/orders.js';
import { slackPace, teamsPace } from '../../src/clerk/pace.js';
import { audit } from '../../src/ledger/auditor.js';
import type { Entry } from '../../src/ledger/entry.js';
import { momentIn } from '../cast/clocks.js';
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
import { userOf } from './slack/cast.js';
import { waitingClock, type WaitingClock } from './slack/clocks.js';
import { settled } from './settling.js';
import * as slackDoor from './slack/door.js';
import { beginInstall, finishInstall } from './slack/installing.js';
import * as slackScene from './slack/scene.js';
import { testApp } from './slack/standin/answering.js';
import * as slackStandin from './slack/standin/standin.js';
import * as teamsDoor from './teams/door.js';
import * as outward from './teams/outward.js';
import { configOf } from './teams/scene.js';
import * as teamsStandin from './teams/standin/standin.js';
import { whileAlive } from './whileAlive.js';

/**
 * The Plymouth Alliance in four rooms: its Council and Livewell each in a tenant of Teams of their own, the charities in
 * two workspaces of Slack. One clerk, one store, one announcer, and both platforms in front of them.
 */
export interface Everywhere {
  readonly clock: WaitingClock;
  readonly store: Store;
  readonly slack: slackStandin.Standin;
  readonly teams: teamsStandin.Standin;
  readonly clerk: () => Clerk;
  readonly slackDoor: () => slackDoor.Door;
  readonly teamsDoor: () => teamsDoor.Door;
  readonly settle: (mostMs?: number) => Promise<void>;
  readonly entries: () => Promise<readonly Entry[]>;
  readonly does: (person: PersonId, command: Command) => Promise<void>;
  /** Somebody's account in the workspace of the homelessness charities is linked, as an officer and they say. */
  readonly links: (person: PersonId, name: string) => Promise<void>;
  /** Killed where it is, and started again on the same store. */
  readonly killed: () => Promise<void>;
}

export const everywhere = async (): Promise<Everywhere> => {
  const charter = charterEverywhere();
  const { code, calendar } = charter;
  const opening = momentIn(calendar, '2026-04-01 09:00');
  const clock = waitingClock(plusMs(opening, -60_000));
  const slack = await slackStandin.startStandin(teamsOf(charter), { now: clock.nowMs });
  const teams = await teamsStandin.startStandin(tenantsOf(charter), { now: clock.nowMs });
  const store = openStore(':memory:');
  const keyring = openKeyring({ folder: null });
  const faults: unknown[] = [];
  const open = (): Promise<Office> =>
    openOffice({ store, keyring, clock, slack, teams, report: (each) => faults.push(each) });
  let office = await open();
  let orders = 0;
  onTestFinished(async () => {
    await office.close();
    await slack.stop();
    await teams.stop();
    const entries = await store.read(code, 0, 100_000);
    const { findings } = audit({ entries, signedHead: await store.signedHead(code) });
    await store.close();
    expect(findings).toEqual([]);
    expect(faults).toEqual([]);
  });
  const scene: Everywhere = {
    clock,
    store,
    slack,
    teams,
    clerk: () => office.clerk,
    slackDoor: () => slackDoor.doorAt(office.origin, slack, { nowMs: Date.now }),
    teamsDoor: () => teamsDoor.doorAt(office.origin, teams, clock.nowMs),
    settle: (mostMs) => settled(office.announcer, clock, mostMs),
    entries: () => office.clerk.entries(code, 0, 100_000),
    does: async (by, command) => {
      const cause = `order ${(orders += 1)}`;
      expect((await office.clerk.serve({ alliance: code, command, by, cause, via: 'cli' })).kind).toBe('done');
    },
    links: async (person, name) => {
      const view = (await office.clerk.view(code))!;
      const [officer] = holdersOf(view, 'allianceManager', office.clerk.now());
      const account = { platform: 'slack', tenant: homelessTeam, user: userOf(name) } as const;
      await scene.does(officer!, { kind: 'proposeLink', person, account });
      await scene.does(person, { kind: 'confirmLink', link: (await office.clerk.view(code))!.links.at(-1)!.number });
    },
    killed: async () => {
      await office.kill();
      office = await open();
      await office.announcer.start();
      await scene.settle();
    },
  };
  expect((await office.clerk.found(charter, { practice: false, via: 'cli' })).kind).toBe('done');
  clock.runTo(opening);
  for (const team of [homelessTeam, recoveryTeam]) {
    expect((await finishInstall(office.origin, slack, team, await beginInstall(office.origin))).status).toBe(200);
  }
  await scene.slackDoor().type('Naomi Clarke', homelessRoom, 'PLY here');
  await scene.slackDoor().type('Gareth Pugh', recoveryRoom, 'PLY here');
  await scene.teamsDoor().types('Tom Pascoe', 'PLY here', councilRoom);
  await scene.teamsDoor().types('Callum Reeves', 'PLY here', livewellRoom);
  await scene.settle();
  for (const room of [homelessRoom, recoveryRoom]) slackScene.forgetGreeting(slack, room);
  for (const room of [councilRoom, livewellRoom]) outward.forgetGreeting(teams, room);
  clock.runTo(plusMs(clock.now(), 2_000));
  await scene.settle();
  return scene;
};

interface Office {
  readonly clerk: Clerk;
  readonly announcer: Announcer;
  readonly origin: string;
  readonly close: () => Promise<void>;
  readonly kill: () => Promise<void>;
}

interface Ground extends Pick<Everywhere, 'clock' | 'store' | 'slack' | 'teams'> {
  readonly keyring: ReturnType<typeof openKeyring>;
  readonly report: (fault: unknown) => void;
}

const openOffice = async ({ store, keyring, clock, slack, teams, report }: Ground): Promise<Office> => {
  const life = { over: false };
  const alive = whileAlive(store, life);
  const log = pino({ level: 'silent' });
  const randomness = { bytes: (count: number): Buffer => randomBytes(count) };
  const clerk = openClerk({ ledger: store, directory: store, keyring, clock, randomness, report });
  const told = {
    retry: (...where: Parameters<Announcer['retry']>) => announcer.retry(...where),
    seen: (...seen: Parameters<Announcer['seen']>) => announcer.seen(...seen),
  };
  const wait = (ms: number): Promise<void> => clock.wait(ms, new AbortController().signal);
  const kept = { ledger: store, directory: store, posts: store, installations: store, conversations: store };
  const desk = { clerk, ...kept, announcer: told, keyring, clock, randomness, paint, writeCalendar: asIcs, wait, log };
  const open = {
    slack: openSlack(desk, {
      apiUrl: slack.url,
      publicUrl: null,
      receiving: { kind: 'http', signingSecret: testApp.signingSecret },
      speaking: {
        kind: 'oauth',
        clientId: testApp.clientId,
        clientSecret: testApp.clientSecret,
        keys: [{ id: 'k1', key: Buffer.alloc(32, 7) }],
      },
    }),
    teams: openTeams(desk, configOf(teams)),
  };
  const announcer = openAnnouncer({
    clerk,
    directory: store,
    posts: alive,
    surfaces: [whileAlive(open.slack.surface, life), whileAlive(open.teams.surface, life)],
    pace: { slack: slackPace, teams: teamsPace },
    clock,
    wait: clock.wait,
    gatherMs: 250,
    report,
  });
  const server = createServer((request, response) => {
    if (!open.slack.listener(request, response) && !open.teams.listener(request, response)) {
      response.writeHead(404).end();
    }
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const shut = async (): Promise<void> => {
    server.close();
    server.closeAllConnections();
    await open.slack.stop();
    await open.slack.receiptsSent();
    await open.teams.receiptsSent();
  };
  return {
    clerk,
    announcer,
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: async () => {
      await shut();
      await announcer.stop();
      await clerk.close();
    },
    kill: async () => {
      life.over = true;
      await shut();
      await clerk.close();
    },
  };
};
