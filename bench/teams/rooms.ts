import { randomBytes } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { paint } from '../../adapters/documents/painter.js';
import { teamsSurface } from '../../adapters/teams/surface.js';
import { teamsWire } from '../../adapters/teams/wire.js';
import { openKeyring } from '../../db/keyring.js';
import { openStore } from '../../db/store.js';
import type { Command } from '../../src/alliance/commands.js';
import { instantOf } from '../../src/alliance/instant.js';
import type { PersonId } from '../../src/alliance/names.js';
import { openAnnouncer } from '../../src/clerk/announcer.js';
import { openClerk } from '../../src/clerk/clerk.js';
import { teamsPace } from '../../src/clerk/pace.js';
import { type Standin, startStandin } from '../../test/adapters/teams/standin/standin.js';
import { charterOfNine } from '../alliances.js';
import type { Bench, Figure } from '../bench.js';

/** How long a vote takes to reach every room of its alliance, where each call to Teams takes a fixed time. */
export const roomsInTeams: Bench = {
  name: 'rooms/teams@8',
  method: 'until a vote is on the card in all of 8 rooms, gathering taken off ÷ the time that each call takes',
  measure: async (): Promise<readonly Figure[]> => {
    const house = await openHouse();
    const taken: number[] = [];
    for (const [nth, person] of voters.entries()) {
      taken.push(await house.vote(person, nth + 1));
      // A card is drawn anew at most every other second.
      await pause(2_200);
    }
    const calls = house.updates();
    await house.close();
    const middle = [...taken].sort((a, b) => a - b)[Math.floor(taken.length / 2)] ?? NaN;
    const ratio = (middle - gatherMs) / delayMs;
    return [
      {
        bench: 'rooms/teams@8',
        value: { ratio },
        goal: { most: 2 },
        more: { middleMs: middle, slowestMs: Math.max(...taken), updatesARoomAndVote: calls / rooms / voters.length },
      },
    ];
  },
};

const rooms = 8;
const delayMs = 150;
const gatherMs = 250;
const [tenant, app] = ['0b5c1d2e-7a41-4d8e-9c36-2f1a6b7c8d90', '2d7e3f40-9c63-4fa0-9e58-402c8d9eaf12'];
const places = Array.from({ length: rooms }, (_, at) => `19:room-${at + 1}@thread.tacv2`);
const voters: readonly PersonId[] = [1, 2, 3, 4, 5].map((nth): PersonId => `person:${nth}`);
const chair: PersonId = 'person:1';

interface House {
  /** Milliseconds until the nth vote is on the card in every room. */
  readonly vote: (person: PersonId, nth: number) => Promise<number>;
  readonly updates: () => number;
  readonly close: () => Promise<void>;
}

const openHouse = async (): Promise<House> => {
  const standin = await startStandin([
    {
      id: tenant,
      name: 'Bench',
      people: [],
      apps: [{ id: app }],
      conversations: places.map((id) => ({ id, name: id })),
    },
  ]);
  const store = openStore(':memory:');
  const clock = { now: () => instantOf(Date.now()), monotonicMs: () => performance.now() };
  const report = (thrown: unknown): never => {
    throw thrown;
  };
  const clerk = openClerk({
    ledger: store,
    keyring: openKeyring({ folder: null }),
    directory: store,
    clock,
    randomness: { bytes: (count) => randomBytes(count) },
    report,
  });
  const log = { warn: () => undefined };
  const surface = teamsSurface(teamsWire(configOf(standin)), { conversations: store, directory: store, paint, log });
  const announcer = openAnnouncer({
    clerk,
    directory: store,
    posts: store,
    surfaces: [surface],
    pace: { teams: teamsPace },
    clock,
    wait: (ms, stop) => pause(ms, undefined, { signal: stop }).catch(() => undefined),
    gatherMs,
    report,
  });
  let orders = 0;
  const serve = async (by: PersonId, command: Command): Promise<void> => {
    const cause = `bench-${(orders += 1)}`;
    const reply = await clerk.serve({ alliance: code, command, by, cause, via: 'teams' });
    if (reply.kind !== 'done') throw new Error(`the order was refused: ${JSON.stringify(reply)}`);
  };
  const founded = await clerk.found(charterOfNine(code), { practice: false, via: 'cli' });
  if (founded.kind !== 'done') throw new Error('the alliance was not founded');
  for (const place of places) {
    const address = { platform: 'teams', tenant, place } as const;
    await store.keepConversation({ ...address, app, service: standin.serviceUrl(tenant), conversation: place });
    await serve(chair, { kind: 'bindRoom', body: 'leadership', address });
  }
  const [title, text] = ['Share one form', 'One form for all services.'];
  const bestForPeople = 'People meet one service that acts alike.';
  await serve(chair, { kind: 'tableProposal', class: 'routine', title, text, bestForPeople });
  await announcer.settled();
  await pause(2_200);
  standin.delay(delayMs);
  const isEverywhere = (nth: number): boolean =>
    places.every((place) => JSON.stringify(standin.messages(place)).includes(`${nth} of 9 agreed`));
  return {
    vote: async (person, nth) => {
      const from = performance.now();
      await serve(person, { kind: 'recordPosition', position: 'agree', proposal: 'P-1', revision: 1 });
      await standin.until(() => (isEverywhere(nth) ? true : null));
      return performance.now() - from;
    },
    updates: () => standin.counts.get('update') ?? 0,
    close: async () => {
      await announcer.stop();
      await clerk.close();
      await store.close();
      await standin.stop();
    },
  };
};

const code = 'BENCH';

const configOf = ({ origin, metadataUrl }: Standin) => ({
  apps: [{ appId: app, password: `secret-of-${app}`, tenantId: tenant, type: 'SingleTenant' }] as const,
  serviceHosts: [new URL(origin).host],
  openIdUrl: metadataUrl,
  loginUrl: `${origin}/`,
});
