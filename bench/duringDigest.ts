import { randomBytes } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { setImmediate as breath, setTimeout as thought } from 'node:timers/promises';
import { messageOf, nobody } from '../adapters/slack/private.js';
import { paint } from '../adapters/documents/painter.js';
import { openKeyring } from '../db/keyring.js';
import { openThreadStore } from '../db/thread.js';
import type { Command } from '../src/alliance/commands.js';
import { msOf } from '../src/alliance/instant.js';
import type { Instant } from '../src/alliance/instant.js';
import type { AllianceCode, PersonId } from '../src/alliance/names.js';
import type { Card } from '../src/cards/card.js';
import { openAnnouncer } from '../src/clerk/announcer.js';
import { openClerk } from '../src/clerk/clerk.js';
import type { Clerk } from '../src/clerk/orders.js';
import type { Sent, Surface } from '../src/clerk/surfaces.js';
import { charterOfNine, codeOf } from './alliances.js';
import type { Bench, Figure } from './bench.js';
import { median } from './pairs.js';

/**
 * Votes in a process with many alliances of 200 open proposals each, while all of their weekly digests fall due in one
 * minute, are drawn, painted and sent: to a room and to nine people each, without any of Slack's gaps between messages.
 * The ninety-ninth percentile of the wait for an answer, divided by the same of as many votes just before.
 */
const votesDuringDigest = (hosted: number, weeks: number): Bench => ({
  name: `vote/during-digest@${hosted}`,
  method: `p99 of votes while the digests of ${hosted} alliances × ${proposals} proposals are built and sent ÷ quiet p99`,
  measure: async (folder): Promise<readonly Figure[]> => {
    const house = await openHouse(join(folder, `digest-${hosted}`), hosted);
    const counted: Week[] = [];
    for (const [nth, monday] of mondays.slice(0, weeks).entries()) {
      const week = await weekOf(house, monday);
      // The first week warms up and is not counted, where there is another.
      if (nth > 0 || weeks === 1) counted.push(week);
    }
    await house.close();
    const of = (part: (week: Week) => number): number => median(counted.map(part));
    return [
      {
        bench: `vote/during-digest@${hosted}`,
        value: { ratio: of(({ busyMs, quietMs }) => busyMs / quietMs) },
        goal: { most: 3 },
        more: {
          p99Ms: of(({ busyMs }) => busyMs),
          quietP99Ms: of(({ quietMs }) => quietMs),
          votes: of(({ votes }) => votes),
          messages: of(({ messages }) => messages),
          pictures: of(({ pictures }) => pictures),
          seconds: of(({ seconds }) => seconds),
        },
      },
    ];
  },
});

interface Week {
  readonly quietMs: number;
  readonly busyMs: number;
  readonly votes: number;
  readonly messages: number;
  readonly pictures: number;
  readonly seconds: number;
}

const proposals = 200;
const people = 9;
/** Voters at once, and how long each thinks before the next vote: far from all that the process can take. */
const voters = 4;
const thinkingMs = 20;
const opening: Instant = '2026-03-04T09:00:00.000Z';
const deadline: Instant = '2026-03-31T15:00:00.000Z';
const mondays: readonly Instant[] = ['2026-03-09', '2026-03-16', '2026-03-23'].map((day) => `${day}T09:00:30.000Z`);
const quietVotes = 2_000;
/** The busiest part is the beginning; what is not sent after so many votes gives way to the digests of the next week. */
const busyVotesMost = 6_000;

interface House {
  readonly goTo: (at: Instant) => Promise<void>;
  /** Everything that falls due in this minute is written down, drawn and sent. */
  readonly digest: () => Promise<void>;
  /** Milliseconds until the next vote is answered. */
  readonly vote: () => Promise<number>;
  readonly sent: () => { readonly messages: number; readonly pictures: number };
  readonly close: () => Promise<void>;
}

const weekOf = async (house: House, monday: Instant): Promise<Week> => {
  await house.goTo(monday);
  let votes = 0;
  const quiet = await votesUntil(house, () => (votes += 1) > quietVotes);
  const before = house.sent();
  const from = performance.now();
  let over = false;
  void house.digest().then(() => (over = true));
  let votesBeside = 0;
  const busy = await votesUntil(house, () => over || (votesBeside += 1) > busyVotesMost);
  const after = house.sent();
  return {
    quietMs: p99(quiet),
    busyMs: p99(busy),
    votes: busy.length,
    messages: after.messages - before.messages,
    pictures: after.pictures - before.pictures,
    seconds: (performance.now() - from) / 1_000,
  };
};

/** So many voters at once, each of whom thinks for a moment once answered. */
const votesUntil = async (house: House, isOver: () => boolean): Promise<readonly number[]> => {
  const waits: number[] = [];
  const voter = async (): Promise<void> => {
    while (!isOver()) {
      waits.push(await house.vote());
      await thought(thinkingMs);
    }
  };
  await Promise.all(Array.from({ length: voters }, voter));
  return waits;
};

const p99 = (waits: readonly number[]): number =>
  [...waits].sort((a, b) => a - b)[Math.floor(waits.length * 0.99)] ?? Number.NaN;

const openHouse = async (folder: string, hosted: number): Promise<House> => {
  mkdirSync(folder);
  const store = await openThreadStore(join(folder, 'digest.db'));
  let from = { wall: msOf(opening), steady: performance.now() };
  const wall = (): number => from.wall + performance.now() - from.steady;
  const clock = { now: () => new Date(wall()).toISOString(), monotonicMs: wall };
  const report = (thrown: unknown): void => {
    throw thrown;
  };
  const randomness = { bytes: (count: number) => randomBytes(count) };
  const keyring = openKeyring({ folder: null });
  const clerk = openClerk({ ledger: store, directory: store, keyring, clock, randomness, report });
  const codes = Array.from({ length: hosted }, (_, n) => codeOf(n));
  await Promise.all(codes.map((code, n) => settle(clerk, code, n)));
  const chat = chatOf();
  const announcer = openAnnouncer({
    clerk,
    directory: store,
    posts: store,
    surfaces: [chat.surface],
    pace: { slack: { room: {}, workspace: {} } },
    clock,
    wait: () => breath(),
    gatherMs: 0,
    report,
  });
  await store.setTold(clock.now());
  await announcer.start();
  await announcer.settled();
  return {
    goTo: async (at) => {
      from = { wall: msOf(at), steady: performance.now() };
      // Reminders of the week before are no part of what is measured.
      await store.setTold(new Date(msOf(at) - 60_000).toISOString());
    },
    digest: async () => {
      await announcer.timePassed(await clerk.tick());
      await announcer.settled();
    },
    vote: votesIn(clerk, codes),
    sent: chat.sent,
    close: async () => {
      await announcer.stop();
      await clerk.close();
      await store.close();
    },
  };
};

/** The first member proposed and the ninth never speaks, so that nothing is ever adopted. */
const votesIn = (clerk: Clerk, codes: readonly AllianceCode[]): House['vote'] => {
  let nth = -1;
  return async () => {
    nth += 1;
    const round = Math.floor(nth / codes.length);
    const voter = 2 + (Math.floor(round / proposals) % 7);
    const from = performance.now();
    await served(clerk, codes[nth % codes.length] ?? '', `person:${voter}`, `vote-${nth}`, {
      kind: 'recordPosition',
      position: 'agree',
      proposal: `P-${(round % proposals) + 1}`,
      revision: 1,
    });
    return performance.now() - from;
  };
};

/** The room is bound last: its digests name all proposals, and none of them has a living card there. */
const settle = async (clerk: Clerk, code: AllianceCode, n: number): Promise<void> => {
  const charter = charterOfNine(code);
  const tenant = `T0BENCH${n}`;
  const organisations = charter.organisations.map((each) => ({
    ...each,
    slackTeams: [tenant],
    mailDomains: ['bench.example.org'],
  }));
  await clerk.found({ ...charter, organisations }, { practice: false, via: 'cli' });
  for (let nth = 1; nth <= proposals; nth += 1) {
    await served(clerk, code, 'person:1', `table-${nth}`, {
      kind: 'tableProposal',
      class: 'routine',
      title: `Move session ${nth} to the new centre`,
      text: `Move session ${nth} to the new centre from 1 June.`,
      bestForPeople: 'People can walk there.',
      deadline,
    });
  }
  for (let person = 1; person <= people; person += 1) {
    const account = { platform: 'slack', tenant, user: `U0BENCH${n}X${person}` } as const;
    const command: Command = { kind: 'linkAccount', account, mailDomain: 'bench.example.org' };
    await served(clerk, code, `person:${person}`, `link-${person}`, command);
  }
  const address = { platform: 'slack', tenant, place: `C0BENCH${n}` } as const;
  await served(clerk, code, 'person:1', 'bind', { kind: 'bindRoom', body: 'leadership', address });
};

const served = async (
  clerk: Clerk,
  alliance: AllianceCode,
  by: PersonId,
  cause: string,
  command: Command,
): Promise<void> => {
  const reply = await clerk.serve({ alliance, by, cause, command, via: 'cli' });
  if (reply.kind === 'refused') throw new Error(`${command.kind} was refused: ${JSON.stringify(reply.refusal)}`);
};

/** A platform on which everything arrives, once it is rendered for Slack and its pictures are painted. */
const chatOf = (): { readonly surface: Surface; readonly sent: House['sent'] } => {
  let messages = 0;
  let pictures = 0;
  const arrives = async (card: Card): Promise<Sent> => {
    for (const block of card.blocks) {
      if (block.kind !== 'picture') continue;
      await paint(block.picture.svg);
      pictures += 1;
    }
    JSON.stringify(messageOf(card, nobody, undefined, () => 'F0BENCH'));
    messages += 1;
    return { kind: 'shown', reference: `1700000000.${String(messages).padStart(6, '0')}` };
  };
  return {
    surface: {
      platform: 'slack',
      post: (_, card) => arrives(card),
      update: (_, _reference, card) => arrives(card),
      whisper: (_, card) => arrives(card),
      mention: (_, _account, card) => arrives(card),
      permalink: () => Promise.resolve(null),
    },
    sent: () => ({ messages, pictures }),
  };
};

export const votesDuringDigestOfHundred = votesDuringDigest(100, 3);
/** Takes some minutes to set up. */
export const votesDuringDigestOfThousand = votesDuringDigest(1_000, 1);
/** Of ten, for looking at one change after another. */
export const votesDuringDigestOfTen = votesDuringDigest(10, 3);
