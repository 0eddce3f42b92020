import { createHash, createPrivateKey } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { openKeyring } from '../../../db/keyring.js';
import { openStore } from '../../../db/store.js';
import type { CharterDocument } from '../../../src/alliance/charter.js';
import { readCharter } from '../../../src/alliance/charterText.js';
import type { Command } from '../../../src/alliance/commands.js';
import type { Instant } from '../../../src/alliance/instant.js';
import type { Actor, AllianceCode, PersonId } from '../../../src/alliance/names.js';
import { holdersOf } from '../../../src/alliance/speaking.js';
import type { Card } from '../../../src/cards/card.js';
import { openAnnouncer } from '../../../src/clerk/announcer.js';
import { openClerk } from '../../../src/clerk/clerk.js';
import type { Clerk, Passed, Reply } from '../../../src/clerk/orders.js';
import { slackPace } from '../../../src/clerk/pace.js';
import type { Post, Posts, Surface } from '../../../src/clerk/surfaces.js';
import { handAlarms } from '../../cast/alarms.js';
import { handClock } from '../../cast/clocks.js';
import type { HandClock } from '../../cast/clocks.js';
import { farSide } from '../farSide.js';

/**
 * The whole record, founded from every example that ships, with a room and an account for everybody on a platform that
 * takes what it is given. Nothing in it is left to chance: keys and salts come from the seed, time from the test.
 */
export const openOffice = async (seed: number, from: Instant): Promise<Office> => {
  const charters = seedAlliances.map(charterOf);
  const clock = handClock(from);
  const alarms = handAlarms(clock);
  const store = openStore(':memory:');
  const faults: unknown[] = [];
  const report = (fault: unknown): void => void faults.push(fault);
  const outbox = outboxOn(clock, farSide(clock).surface, store);
  const ports = {
    ledger: store,
    directory: store,
    heartbeats: store,
    keyring: openKeyring({ folder: null, given: keysOf(charters, seed) }),
    randomness: { bytes: streamOf(seed) },
    clock,
    report,
  };
  const open = () => {
    const clerk = openClerk(ports);
    const { posts, surface } = outbox;
    const surfaces = [surface];
    const sending = { clerk, directory: store, posts, surfaces, pace: { slack: slackPace }, clock, report };
    return { clerk, announcer: openAnnouncer({ ...sending, wait: alarms.wait, gatherMs: 300 }) };
  };
  let up = open();
  let causes = 0;
  const office: Office = {
    charters,
    clock,
    store,
    faults,
    messages: outbox.messages,
    fingerprint: outbox.fingerprint,
    clerk: () => up.clerk,
    run: alarms.run,
    serve: (alliance, by, command) =>
      up.clerk.serve({ alliance, by, command, cause: `act-${(causes += 1)}`, via: 'slack' }),
    tick: async () => {
      const passed = await up.clerk.tick();
      await up.announcer.timePassed(passed);
      await up.clerk.beat(['slack']);
      await alarms.run(settleMs);
      return passed;
    },
    stop: async () => {
      await up.announcer.stop();
      await up.clerk.close();
    },
    start: async () => {
      up = open();
      // In the order of adapters/main.ts.
      const missed = await up.clerk.tick();
      await up.announcer.start();
      await up.announcer.timePassed(missed);
      await up.clerk.beat(['slack']);
      await alarms.run(settleMs);
      return missed;
    },
  };
  for (const charter of charters) await found(office, charter);
  await office.stop();
  await office.start();
  return office;
};

const seedAlliances = ['idream', 'ipsa', 'lwn', 'plymouth', 'young-people-pilot'] as const;

/** Long enough for all that is to be said, and shorter than a minute. */
const settleMs = 10_000;

const charterOf = (name: string): CharterDocument => {
  const file = `examples/${name}.charter.yaml`;
  const read = readCharter(readFileSync(file, 'utf8'), file);
  if ('problems' in read) throw new Error(JSON.stringify(read.problems));
  return read.charter;
};

/** A room for the leadership, and an account for everybody. */
const found = async (office: Office, charter: CharterDocument): Promise<void> => {
  const { code, bodies } = charter;
  await office.clerk().found(charter, { practice: false, via: 'cli' });
  const alliance = (await office.clerk().view(code))!;
  const officers = (['allianceManager', 'chair', 'convenor'] as const).flatMap((name) =>
    holdersOf(alliance, name, office.clock.now()),
  );
  const tenant = `T0${code}`;
  const address = { platform: 'slack', tenant, place: `C0${code}` } as const;
  must(await office.serve(code, officers[0]!, { kind: 'bindRoom', body: bodies[0]!.id, address }));
  for (const person of alliance.people.keys()) {
    const account = { platform: 'slack', tenant, user: `U0${code}${person.split(':')[1]}` } as const;
    const { entries } = must(await office.serve(code, 'operator', { kind: 'proposeLink', person, account }));
    const [entry] = entries;
    if (entry?.kind !== 'LinkProposed') throw new Error(`${code}: the link of ${person} was not proposed`);
    must(await office.serve(code, person, { kind: 'confirmLink', link: entry.body.link }));
  }
};

const must = (reply: Reply): Extract<Reply, { kind: 'done' }> => {
  if (reply.kind === 'refused') throw new Error(JSON.stringify(reply.refusal));
  return reply;
};

/** One message as somebody got it, and everything that it stood for. */
export interface Message {
  readonly alliance: AllianceCode;
  readonly to: Post['to'];
  readonly keys: readonly string[];
  readonly card: Card;
  readonly at: Instant;
}

/** Notes every call to the platform, and which posts each new message was for. */
const outboxOn = (clock: HandClock, surface: Surface, store: Posts) => {
  const messages: Message[] = [];
  const sum = createHash('sha256');
  const sending = new Map<string, readonly Post[]>();
  const note = (kind: string, where: string, card: Card): void => {
    sum.update(`${JSON.stringify([clock.now(), kind, where, card])}\n`);
    const posts = kind === 'update' ? undefined : sending.get(where);
    const [first] = posts ?? [];
    if (posts === undefined || first === undefined) return;
    sending.delete(where);
    const { alliance, to } = first;
    messages.push({ alliance, to, keys: posts.map(({ key }) => key), card, at: clock.now() });
  };
  const noting: Surface = {
    ...surface,
    post: (room, card) => (note('post', room.place, card), surface.post(room, card)),
    update: (room, reference, card) => (note('update', room.place, card), surface.update(room, reference, card)),
    whisper: (account, card) => (note('whisper', account.user, card), surface.whisper(account, card)),
    mention: (room, account, card) => (note('mention', room.place, card), surface.mention(room, account, card)),
  };
  const posts: Posts = {
    ...store,
    keepPosts: (kept) => {
      const [first] = kept;
      if (first?.state === 'sending') sending.set(placeOf(first), kept);
      return store.keepPosts(kept);
    },
  };
  return { messages, surface: noting, posts, fingerprint: (): string => sum.copy().digest('hex') };
};

/** The first room of each alliance is its only one. */
const placeOf = ({ alliance, to }: Post): string => {
  const [kind, number = ''] = to.split(':');
  return kind === 'room' ? `C0${alliance}` : `U0${alliance}${number}`;
};

/** Bytes that are the same for the same seed. */
const streamOf = (seed: number) => {
  let count = 0;
  return (length: number): Uint8Array => {
    const parts: Buffer[] = [];
    for (let have = 0; have < length; have += 32) {
      parts.push(
        createHash('sha256')
          .update(`${seed}/${(count += 1)}`)
          .digest(),
      );
    }
    return new Uint8Array(Buffer.concat(parts).subarray(0, length));
  };
};

/** An Ed25519 key of its own for each book, from the seed. */
const keysOf = (charters: readonly CharterDocument[], seed: number): string => {
  const head = Buffer.from('302e020100300506032b657004220420', 'hex');
  const pems = charters.map(({ code }) => {
    const secret = createHash('sha256').update(`${seed}/${code}`).digest();
    const key = createPrivateKey({ key: Buffer.concat([head, secret]), format: 'der', type: 'pkcs8' });
    return [code, key.export({ type: 'pkcs8', format: 'pem' })];
  });
  return JSON.stringify(Object.fromEntries(pems));
};

export interface Office {
  readonly charters: readonly CharterDocument[];
  readonly clock: HandClock;
  readonly store: ReturnType<typeof openStore>;
  readonly faults: readonly unknown[];
  /** Every new message since the beginning. */
  readonly messages: readonly Message[];
  /** SHA-256 over every call to the platform so far, in order, with its moment. */
  readonly fingerprint: () => string;
  readonly clerk: () => Clerk;
  /** Time passes, and with it everything that waits for it. */
  readonly run: (ms: number) => Promise<void>;
  readonly serve: (alliance: AllianceCode, by: Actor | PersonId, command: Command) => Promise<Reply>;
  /** The minute strikes, and ten seconds pass. */
  readonly tick: () => Promise<Passed>;
  readonly stop: () => Promise<void>;
  /** A new process on the same store. */
  readonly start: () => Promise<Passed>;
}
