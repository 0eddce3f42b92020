import { randomBytes } from 'node:crypto';
import { pino } from 'pino';
import { expect, onTestFinished } from 'vitest';
import type { TeamsConfig } from '../../../adapters/config.js';
import { paint } from '../../../adapters/documents/painter.js';
import { teamsSurface } from '../../../adapters/teams/surface.js';
import { teamsWire } from '../../../adapters/teams/wire.js';
import { openKeyring } from '../../../db/keyring.js';
import { openStore } from '../../../db/store.js';
import type { Command } from '../../../src/alliance/commands.js';
import { plusMs } from '../../../src/alliance/instant.js';
import type { MemberId, PersonId } from '../../../src/alliance/names.js';
import { appointed, holdersOf } from '../../../src/alliance/speaking.js';
import { type Announcer, openAnnouncer } from '../../../src/clerk/announcer.js';
import { openClerk } from '../../../src/clerk/clerk.js';
import type { Clerk } from '../../../src/clerk/orders.js';
import { teamsPace } from '../../../src/clerk/pace.js';
import type { Post } from '../../../src/clerk/surfaces.js';
import { audit } from '../../../src/ledger/auditor.js';
import { exampleCharter } from '../../alliance/charters.js';
import { type Act, propose } from '../../cast/acts.js';
import { momentIn } from '../../cast/clocks.js';
import { waitingClock, type WaitingClock } from '../slack/clocks.js';
import { settled } from '../settling.js';
import { whileAlive } from '../whileAlive.js';
import { textOf } from './seeing.js';
import { type Standin, startStandin } from './standin/standin.js';
import type { Shown, TenantSpec } from './standin/world.js';

/** Plymouth's rooms in Teams as far as we speak to them: the real clerk, store, announcer and wire, and orders as they come. */
export interface Outward {
  readonly clock: WaitingClock;
  readonly standin: Standin;
  readonly clerk: () => Clerk;
  readonly announcer: () => Announcer;
  readonly posts: () => Promise<readonly Post[]>;
  /** An officer tables it; returns when every room was told that can be told. */
  readonly tables: (title: string) => Promise<void>;
  readonly says: (member: MemberId, act: Act) => Promise<void>;
  readonly does: (person: PersonId, command: Command) => Promise<void>;
  readonly agree: (...members: readonly MemberId[]) => Promise<void>;
  readonly officer: () => Promise<PersonId>;
  /** Links an account of the person, in the tenant of the room. */
  readonly link: (person: PersonId, user: string) => Promise<void>;
  /** Lets everything that is to be sent be sent, however often it must wait; at most so long. */
  readonly settle: (mostMs?: number) => Promise<void>;
  /** The living card in a room: the only message with buttons or a heading that has the words in it. */
  readonly card: (words: string, room?: string) => Shown;
  /** Living cards, and all that was said once, in a room. */
  readonly inRoom: (room?: string) => { readonly cards: number; readonly once: number };
  /** It stops and starts again on the same store: in good order, or where it is. */
  readonly restart: (how?: 'killed') => Promise<void>;
}

export const tenants = {
  council: '0b5c1d2e-7a41-4d8e-9c36-2f1a6b7c8d90',
  livewell: '1c6d2e3f-8b52-4e9f-8d47-3f2b7c8d9e01',
} as const;
export const apps = {
  council: '2d7e3f40-9c63-4fa0-9e58-402c8d9eaf12',
  livewell: '3e8f4051-ad74-40b1-8f69-513d9eafb023',
} as const;
export const councilRoom = '19:council@thread.tacv2';
export const livewellRoom = '19:livewell@thread.tacv2';

/** Somebody of the Council and of Livewell, by their Entra object id. */
export const margaret = '4f905162-be85-41c2-9a7a-624eafb0c134';
export const priya = '50a16273-cf96-42d3-8b8b-735fb0c1d245';

/** `more` channels beside the one of the Council, and how the far side begins. */
export const outward = async ({ more = 0, limited = true } = {}): Promise<Outward> => {
  const charter = exampleCharter('plymouth');
  const { code, calendar } = charter;
  const opening = momentIn(calendar, '2026-04-01 09:00');
  const clock = waitingClock(plusMs(opening, -60_000));
  const others = Array.from({ length: more }, (_, at) => `19:council-${at + 2}@thread.tacv2`);
  const standin = await startStandin(tenantsWith(others), { now: clock.nowMs, limited });
  const store = openStore(':memory:');
  const keyring = openKeyring({ folder: null });
  const faults: unknown[] = [];
  const report = (fault: unknown): void => void faults.push(fault);
  const randomness = { bytes: (count: number): Buffer => randomBytes(count) };
  const log = pino({ level: 'silent' });
  const open = () => {
    const life = { over: false };
    const clerk = openClerk({ ledger: store, directory: store, keyring, clock, randomness, report });
    const surface = teamsSurface(teamsWire(configOf(standin)), { conversations: store, directory: store, paint, log });
    const [posts, surfaces] = [whileAlive(store, life), [whileAlive(surface, life)]];
    const ports = { clerk, directory: store, posts, surfaces, clock, wait: clock.wait, report };
    return { clerk, life, announcer: openAnnouncer({ ...ports, pace: { teams: teamsPace }, gatherMs: 250 }) };
  };
  let office = open();
  let causes = 0;
  onTestFinished(async () => {
    await office.announcer.stop();
    await office.clerk.close();
    await standin.stop();
    const entries = await store.read(code, 0, 100_000);
    const { findings } = audit({ entries, signedHead: await store.signedHead(code) });
    await store.close();
    expect(findings).toEqual([]);
    expect(faults).toEqual([]);
  });

  const serve = async (by: PersonId, command: Command): Promise<void> => {
    const cause = `act-${(causes += 1)}`;
    const reply = await office.clerk.serve({ alliance: code, command, by, cause, via: 'teams' });
    if (reply.kind === 'refused') throw new Error(`refused: ${JSON.stringify(reply.refusal)}`);
  };
  const now = async () => (await office.clerk.view(code))!;
  const scene: Outward = {
    clock,
    standin,
    clerk: () => office.clerk,
    announcer: () => office.announcer,
    posts: () => store.postsAbout(code, 'P-1'),
    officer: async () => holdersOf(await now(), 'allianceManager', office.clerk.now())[0]!,
    does: serve,
    says: async (member, act) => {
      const { person } = appointed(await now(), member, 'representative', office.clerk.now())[0]!;
      await serve(person, act(await now(), member));
    },
    tables: async (title) => {
      await serve(await scene.officer(), propose(title)(await now(), undefined));
      await scene.settle();
    },
    agree: async (...members) => {
      for (const member of members) {
        await scene.says(member, (alliance, speaking) => ({
          kind: 'recordPosition',
          position: 'agree',
          proposal: 'P-1',
          revision: alliance.proposals.get('P-1')!.current!.number,
          member: speaking,
        }));
      }
    },
    link: async (person, user) => {
      const account = { platform: 'teams', tenant: tenants.council, user } as const;
      await serve(await scene.officer(), { kind: 'proposeLink', person, account });
      const link = (await now()).links.at(-1)!.number;
      await serve(person, { kind: 'confirmLink', link });
    },
    settle: (mostMs) => settled(office.announcer, clock, mostMs),
    card: (words, room = councilRoom) => {
      const found = standin.messages(room).filter((each) => isLiving(each) && textOf(each).includes(words));
      const last = found.at(-1);
      if (last === undefined) throw new Error(`there is no card of ${words} in ${room}`);
      return last;
    },
    inRoom: (room = councilRoom) => {
      const all = standin.messages(room);
      const cards = all.filter(isLiving).length;
      return { cards, once: all.length - cards };
    },
    restart: async (how) => {
      if (how === 'killed') office.life.over = true;
      else await office.announcer.stop();
      await office.clerk.close();
      office = open();
      await office.announcer.start();
      await scene.settle();
    },
  };

  expect((await office.clerk.found(charter, { practice: false, via: 'cli' })).kind).toBe('done');
  clock.runTo(opening);
  for (const [tenant, app, place] of [
    [tenants.council, apps.council, councilRoom],
    ...others.map((each) => [tenants.council, apps.council, each] as const),
    [tenants.livewell, apps.livewell, livewellRoom],
  ] as const) {
    const address = { platform: 'teams', tenant, place } as const;
    await store.keepConversation({ ...address, app, service: standin.serviceUrl(tenant), conversation: place });
    await serve(await scene.officer(), { kind: 'bindRoom', body: 'leadership', address });
  }
  await scene.settle();
  for (const room of [councilRoom, ...others, livewellRoom]) forgetGreeting(standin, room);
  clock.runTo(plusMs(clock.now(), 2_000));
  await scene.settle();
  return scene;
};

/** A living card has a heading; announcements have none. */
export const isLiving = ({ card }: Shown): boolean => JSON.stringify(card).includes('"style":"heading"');

/** What a conversation is told when it is bound is no part of what a scene counts. */
export const forgetGreeting = ({ conversation }: Pick<Standin, 'conversation'>, room: string): void => {
  expect(conversation(room).shown.splice(0)).toHaveLength(1);
};

const tenantsWith = (others: readonly string[]): readonly TenantSpec[] => [
  {
    id: tenants.council,
    name: 'Plymouth City Council',
    people: [{ object: margaret, name: 'Margaret Okafor', upn: 'margaret.okafor@plymouth.example.org' }],
    apps: [{ id: apps.council }],
    conversations: [councilRoom, ...others].map((id) => ({ id, name: id })),
  },
  {
    id: tenants.livewell,
    name: 'Livewell Southwest',
    people: [{ object: priya, name: 'Priya Nair', upn: 'priya.nair@livewell.example.org' }],
    apps: [{ id: apps.livewell }],
    conversations: [{ id: livewellRoom, name: 'Alliance' }],
  },
];

const configOf = (standin: Standin): TeamsConfig => {
  const registration = (app: string, tenantId: string) =>
    ({ appId: app, password: `secret-of-${app}`, tenantId, type: 'SingleTenant' }) as const;
  return {
    apps: [registration(apps.council, tenants.council), registration(apps.livewell, tenants.livewell)],
    serviceHosts: [new URL(standin.origin).host],
    openIdUrl: standin.metadataUrl,
    loginUrl: `${standin.origin}/`,
  };
};
