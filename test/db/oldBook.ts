import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { backup } from '../../db/backup.js';
import { openKeyring } from '../../db/keyring.js';
import { openStore } from '../../db/store.js';
import type { Store } from '../../db/store.js';
import { plusMs } from '../../src/alliance/instant.js';
import type { Instant } from '../../src/alliance/instant.js';
import type { Command } from '../../src/alliance/commands.js';
import type { Actor, MemberId, PersonId } from '../../src/alliance/names.js';
import { appointed, holdersOf } from '../../src/alliance/speaking.js';
import { openAnnouncer } from '../../src/clerk/announcer.js';
import type { Announcer } from '../../src/clerk/announcer.js';
import { openClerk } from '../../src/clerk/clerk.js';
import type { Clerk } from '../../src/clerk/orders.js';
import { exampleCharter } from '../alliance/charters.js';
import { meetingAgain } from './oldAgenda.js';
import { inPlymouthLater, redacted } from './oldChanges.js';
import { inMeetings } from './oldMeetings.js';
import { readingOf } from './oldReading.js';
import { overTime } from './oldTimes.js';
import { inTeams } from './oldTeams.js';

/**
 * Writes the record that this release leaves behind for every later one to read: `npx tsx test/db/oldBook.ts
 * test/db/old-1.db`. Four alliances in which every kind of entry occurs (old.test.ts), and what was read in it beside
 * it as JSON. The private keys are thrown away: nobody writes in it again.
 */
const write = async (path: string): Promise<void> => {
  const folder = mkdtempSync(join(tmpdir(), 'roundtable-old-'));
  try {
    const file = join(folder, 'record.db');
    const store = openStore(file);
    const life = lifeOn(store, join(folder, 'keys'));
    await plymouth(life);
    await ipsa(life);
    await inSlack(life, store);
    await overTime(life, store);
    await inTeams(life, store);
    await inMeetings(life);
    await meetingAgain(life);
    await inPlymouthLater(life);
    const { publicKey } = (await life.clerk.view('PLY'))!;
    await life.clerk.close();
    await redacted(store, openKeyring({ folder: join(folder, 'keys') }), publicKey);
    const reading = await readingOf(store);
    await store.close();
    await backup(file, path);
    writeFileSync(path.replace(/\.db$/u, '.json'), `${JSON.stringify(reading, null, 2)}\n`);
  } finally {
    rmSync(folder, { recursive: true });
  }
};

export interface Life {
  readonly clerk: Clerk;
  /** Moves the clock on. */
  readonly goTo: (at: Instant) => void;
  /** Puts the wall clock wrong by so much more, while time goes on. */
  readonly jump: (ms: number) => void;
  readonly does: (code: string, by: Actor, command: Command) => Promise<void>;
  readonly says: (code: string, member: MemberId, command: Command) => Promise<void>;
  readonly officer: (code: string) => Promise<PersonId>;
}

const lifeOn = (store: Store, keys: string): Life => {
  let now: Instant = '2026-03-02T09:00:00.000Z';
  let [acts, wrongMs] = [0, 0];
  const clock = { now: () => plusMs(now, wrongMs), monotonicMs: () => Date.parse(now) };
  const randomness = { bytes: (count: number) => randomBytes(count) };
  const report = (fault: unknown): void => {
    if (!String(fault).endsWith('so closing waits')) throw fault;
  };
  const keyring = openKeyring({ folder: keys });
  const clerk = openClerk({ ledger: store, keyring, directory: store, heartbeats: store, clock, randomness, report });
  const does: Life['does'] = async (alliance, by, command) => {
    acts += 1;
    now = plusMs(now, 60_000);
    const reply = await clerk.serve({ alliance, command, by, cause: `act-${acts}`, via: 'web' });
    if (reply.kind === 'refused' && reply.refusal.why !== 'objectionAfterOutcome') {
      throw new Error(`${command.kind}: ${JSON.stringify(reply.refusal)}`);
    }
  };
  return {
    clerk,
    goTo: (at) => {
      now = at;
    },
    jump: (ms) => {
      wrongMs += ms;
    },
    does,
    says: async (code, member, command) => {
      const alliance = await clerk.view(code);
      const [representative] = alliance === null ? [] : appointed(alliance, member, 'representative', now);
      if (representative === undefined) throw new Error(`${member} has no representative`);
      await does(code, representative.person, { ...command, member } as Command);
    },
    officer: async (code) => {
      const alliance = await clerk.view(code);
      const [person] = (['allianceManager', 'chair', 'convenor'] as const).flatMap((office) =>
        alliance === null ? [] : holdersOf(alliance, office, now),
      );
      if (person === undefined) throw new Error(`${code} has no officer`);
      return person;
    },
  };
};

export const propose = (title: string): Command => ({
  kind: 'tableProposal',
  class: 'routine',
  title,
  text: `${title}, as discussed at the launch workshop.`,
  bestForPeople: 'People meet one service that acts alike.',
});

export const agree = (proposal: `P-${number}`, revision = 1): Command => ({
  kind: 'recordPosition',
  proposal,
  revision,
  position: 'agree',
});

const object = (proposal: `P-${number}`, reason: string): Command => ({
  kind: 'recordPosition',
  proposal,
  revision: 1,
  position: 'object',
  reason,
});

const plymouth = async ({ clerk, does, says, officer, goTo }: Life): Promise<void> => {
  const charter = exampleCharter('plymouth');
  await clerk.found(charter, { practice: false, via: 'cli' });
  const manager = await officer('PLY');
  const members = charter.members.filter(({ voting }) => voting).map(({ id }) => id);
  const rest = (...without: readonly MemberId[]) => members.filter((member) => !without.includes(member));
  // P-1: adopted unanimously; an objection comes too late.
  await does('PLY', manager, propose('Adopt Alliance values and behaviours'));
  for (const member of members) await says('PLY', member, agree('P-1'));
  await says('PLY', 'path', object('P-1', 'We had not read the second page.'));
  // P-2: an objection, a suggestion that is accepted, a re-vote with a reservation.
  await says('PLY', 'harbour', propose('Move the Thursday drop-in to the library'));
  for (const member of rest('zone')) await says('PLY', member, agree('P-2'));
  await says('PLY', 'zone', object('P-2', 'Young people do not use the library.'));
  await says('PLY', 'zone', {
    kind: 'suggestAmendment',
    proposal: 'P-2',
    revision: 1,
    text: 'Move the Thursday drop-in to the youth centre.',
    why: 'Young people go there.',
  });
  await says('PLY', 'harbour', {
    kind: 'amendProposal',
    proposal: 'P-2',
    revision: 1,
    suggestion: 1,
    why: 'The Zone is right.',
  });
  for (const member of rest('livewest')) await says('PLY', member, agree('P-2', 2));
  await says('PLY', 'livewest', {
    kind: 'recordPosition',
    proposal: 'P-2',
    revision: 2,
    position: 'agreeWithReservation',
    reason: 'The lease must be checked.',
  });
  // P-3: the last member recuses itself, which completes the agreement: a recount. P-4: one objects, and it ends so.
  await does('PLY', manager, propose('Share the vacancy list each Friday'));
  for (const member of rest('bcha')) await says('PLY', member, agree('P-3'));
  await says('PLY', 'bcha', {
    kind: 'declareInterest',
    proposal: 'P-3',
    revision: 1,
    level: 'recuse',
    scope: 'organisation',
    nature: 'We own the building.',
  });
  await does('PLY', manager, { kind: 'confirmRecount', proposal: 'P-3', revision: 1 });
  await does('PLY', manager, propose('Close the Saturday line'));
  await says('PLY', 'shekinah', object('P-4', 'It is the only line at weekends.'));
  // P-5 lapses, P-6 is withdrawn, P-7 is referred and stays so, P-8 stays open.
  await does('PLY', manager, propose('Print new leaflets'));
  await says('PLY', 'path', propose('Change the logo'));
  await says('PLY', 'path', { kind: 'withdrawProposal', proposal: 'P-6', reason: 'Not now.' });
  await does('PLY', manager, propose('Review the out-of-hours rota'));
  await says('PLY', 'harbour', {
    kind: 'callMeeting',
    proposal: 'P-7',
    revision: 1,
    reason: 'We want to talk it through.',
  });
  goTo('2026-03-16T09:00:00.000Z');
  await clerk.tick();
  // People change; a member leaves while a proposal is open.
  await does('PLY', manager, {
    kind: 'appoint',
    person: { name: 'Wren Castle', organisation: 'bcha' },
    member: 'bcha',
    as: 'deputy',
  });
  await does('PLY', manager, propose('Meet monthly'));
  await says('PLY', 'path', agree('P-8'));
  await does('PLY', manager, { kind: 'recordDeparture', member: 'livewest' });
};

/** Rooms, accounts, a code's worth of links, and what was shown where; one message may not have arrived. */
const inSlack = async ({ clerk, does, says, officer }: Life, store: Store): Promise<void> => {
  const tenant = 'T0PLYMOUTH';
  const manager = await officer('PLY');
  const account = (user: string) => ({ platform: 'slack' as const, tenant, user });
  await does('PLY', 'operator', { kind: 'proposeLink', person: manager, account: account('U0MANAGER') });
  await does('PLY', manager, { kind: 'confirmLink', link: 1 });
  const alliance = await clerk.view('PLY');
  const speakers = (alliance === null ? [] : [...alliance.people.keys()]).filter((person) => person !== manager);
  for (const [nth, person] of speakers.slice(0, 3).entries()) {
    await does('PLY', manager, { kind: 'proposeLink', person, account: account(`U0SPEAKER${nth}`) });
    await does('PLY', person, { kind: 'confirmLink', link: nth + 2 });
  }
  await does('PLY', manager, { kind: 'unlinkAccount', link: 3, because: 'asked' });
  for (const place of ['C0LEADERSHIP', 'C0COUNCIL']) {
    await does('PLY', manager, { kind: 'bindRoom', body: 'leadership', address: { platform: 'slack', tenant, place } });
  }
  await does('PLY', manager, { kind: 'releaseRoom', room: 2, because: 'asked' });
  const shown = await following(clerk, store);
  await does('PLY', manager, propose('Write to the newspaper'));
  await does('PLY', manager, propose('Open the hub on Saturdays'));
  const newest = `P-${(await clerk.view('PLY'))?.proposals.size ?? 0}` as const;
  await says('PLY', 'path', agree(newest));
  await shown();
  await store.keepInstallation({ platform: 'slack', tenant, sealed: 'sealed-by-nobody' });
  await store.noteAttempt({
    alliance: 'PLY',
    at: clerk.now(),
    who: 'slack T0ELSEWHERE U0FOREIGN',
    what: 'act',
    why: 'stranger',
  });
};

/** An announcer for which every second message arrives and the others are lost; it says when it has done all. */
const following = async (clerk: Clerk, store: Store): Promise<() => Promise<void>> => {
  const announcer = halfHeard(clerk, store);
  await announcer.start();
  return async () => {
    await announcer.settled();
    await announcer.stop();
  };
};

/** An announcer for which every second message arrives and the others are lost. */
export const halfHeard = (clerk: Clerk, store: Store): Announcer => {
  let calls = 0;
  let steadyMs = 0;
  const call = async () => {
    calls += 1;
    return calls % 2 === 1
      ? ({ kind: 'shown', reference: `1700000000.00000${calls}` } as const)
      : ({ kind: 'unknown', reason: 'connection' } as const);
  };
  return openAnnouncer({
    clerk,
    directory: store,
    posts: store,
    surfaces: [
      { platform: 'slack', post: call, update: call, whisper: call, mention: call, permalink: async () => null },
    ],
    pace: { slack: { room: {}, workspace: {} } },
    clock: { now: () => clerk.now(), monotonicMs: () => steadyMs },
    wait: async (ms, stop) => {
      // What waits for working hours waits here for good: the clock goes on by hand.
      if (ms > 60_000) await new Promise((resolve) => stop.addEventListener('abort', resolve));
      steadyMs += ms;
    },
    gatherMs: 0,
    report: (fault) => {
      throw fault;
    },
  });
};

/** In its shadow phase: nothing that it decides binds yet. */
const ipsa = async ({ clerk, does, says, officer, goTo }: Life): Promise<void> => {
  const charter = exampleCharter('ipsa');
  const shadow = { ...charter.phases, live: { planned: '2027-04-01' }, ends: undefined, shadowFrom: '2026-01-01' };
  goTo('2026-03-17T09:00:00.000Z');
  await clerk.found({ ...charter, phases: shadow }, { practice: false, via: 'cli' });
  await does('IPS', await officer('IPS'), propose('Agree the wording of clause 12'));
  for (const { id, voting } of charter.members) if (voting) await says('IPS', id, agree('P-1'));
};

const [, , path] = process.argv;
if (path !== undefined) await write(path);
