import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import process from 'node:process';
import { pino, type Logger } from 'pino';
import { keysBeside, openKeyring } from '../db/keyring.js';
import { isStoreRefused, storeRefused } from '../db/refused.js';
import type { Store } from '../db/store.js';
import { openThreadStore } from '../db/thread.js';
import { serverWords } from '../src/cards/words/server.js';
import { type Announcer, type AnnouncerPorts, openAnnouncer } from '../src/clerk/announcer.js';
import { openClerk } from '../src/clerk/clerk.js';
import { slackPace, teamsPace } from '../src/clerk/pace.js';
import type { Clerk } from '../src/clerk/orders.js';
import type { Surface } from '../src/clerk/surfaces.js';
import type { Clock, Keyring } from '../src/clerk/ports.js';
import { type Mending, mendSchedules } from '../src/clerk/schedules.js';
import { newestEntry, whyNotServed } from './books.js';
import { asIcs } from './calendar/ics.js';
import { type Config, readConfig, type SlackConfig, type TeamsConfig } from './config.js';
import { everyMinute } from './cron/minute.js';
import { paint } from './documents/painter.js';
import { typeset } from './documents/typesetting.js';
import { type Listener, openFront } from './front.js';
import { machineClock, randomness, wait } from './machine.js';
import { type OpenPages, openPages } from './pages/open.js';
import { answersInTime } from './readiness.js';
import { endWhenAsked, type Running } from './running.js';
import type { SlackOffice } from './slack/open.js';
import type { TeamsOffice } from './teams/open.js';

/** Starts the process: settings, what they ask for, and how it ends. */
const main = async (): Promise<void> => {
  if (existsSync('.env')) process.loadEnvFile('.env');
  const read = readConfig(process.env);
  if ('problem' in read) {
    giveUp(read.problem);
    return;
  }
  const log = pino({ level: read.config.logLevel, base: undefined }, pino.destination({ fd: 2, sync: true }));
  process.on('unhandledRejection', (reason) => log.error({ err: reason }, 'a promise was left unhandled'));
  process.on('uncaughtException', (error) => {
    log.fatal({ err: error }, 'stopped by an error that nobody caught');
    process.exit(1);
  });
  try {
    const running = await start(read.config, log);
    endWhenAsked(running, log);
    process.stdout.write(`${running.says}\n`);
  } catch (error) {
    giveUp(whyNotStarted(error, read.config));
  }
};

/**
 * What is configured is started, and only that is imported: with a chat platform the record, without any the playground
 * on a file of its own (rulings 3.4).
 */
const start = (config: Config, log: Logger): Promise<Running> =>
  config.slack === null && config.teams === null ? startPlayground(config, log) : startRecord(config, log);

/** The record with its chat platforms in front of it: the clerk first, then what receives, then the announcer. */
const startRecord = async (config: Config, log: Logger): Promise<Running> => {
  const opening = openThreadStore(config.databaseFile);
  const [openings, store] = await Promise.all([platformsIn(config), opening]);
  try {
    const lines = await store.alliances();
    const refused = whyNotServed(store.path, lines, 'record');
    if (refused !== null) throw storeRefused(refused);
    const report = (error: unknown): void => log.error({ err: error }, 'an order or a message failed');
    const keyring = openKeyring({ folder: keysBeside(config.databaseFile), given: config.keys ?? undefined });
    const clock = machineClock;
    const heartbeats = store;
    const kept = { ledger: store, directory: store, feeds: store };
    const clerk = openClerk({ ...kept, keyring, clock, randomness, heartbeats, report });
    const missed = await clerk.tick();
    const sources = { ...kept, clerk, papers: store, keyring, clock, randomness, typeset, writeCalendar: asIcs, log };
    const { listener, bringsFile, ...addresses } = openPages(sources, config.publicUrl);
    const { platforms, following } = joined(openings, { clerk, store, keyring, clock, log, report, ...addresses });
    const answers = answersInTime(() => store.alliances(), serverWords.storeSilent);
    const readiness = async () =>
      (await answers()) ?? platforms.map((each) => each.problem?.() ?? null).find((each) => each !== null) ?? null;
    const listeners = [...platforms.map((platform) => platform.listener), listener];
    const front = await openFront(config, listeners, readiness, { bringsFile });
    const beats = platforms.map(({ surface }) => surface.platform);
    await following.start();
    await following.timePassed(missed);
    for (const platform of platforms) platform.start();
    await clerk.beat(beats);
    const mending = mendingOf(clerk, store, log);
    const stopBeat = everyMinute(
      async () => {
        await following.timePassed(await clerk.tick());
        await clerk.beat(beats);
      },
      (error) => log.error({ err: error }, 'a tick failed'),
    );
    const stop = async (): Promise<void> => {
      await Promise.all([front.stop(requestGraceMs), ...platforms.map((each) => each.stop()), mending.stop()]);
      await Promise.all(platforms.map((each) => each.receiptsSent()));
      await stopBeat();
      await following.stop();
      await clerk.close();
      await store.close();
    };
    return { says: serverWords.recordAt(front.address, lines.length, beats), stop };
  } catch (error) {
    await store.close();
    throw error;
  }
};

/** A chat platform, opened. */
interface OpenPlatform {
  readonly surface: Surface;
  readonly listener: Listener;
  /** Why nothing can come in from there, where that can be known. */
  problem?(): string | null;
  start(): void;
  stop(): Promise<void>;
  /** Sends the answers that wait, when nothing comes in any more. */
  receiptsSent(): Promise<void>;
}

type OpensPlatform = (office: SlackOffice & TeamsOffice) => OpenPlatform;

/** Those that are configured; of the others nothing is imported, which saves half a second and 40 MB. */
const platformsIn = ({ slack, teams }: Config): Promise<readonly OpensPlatform[]> => {
  const openings = [...(slack === null ? [] : [inSlack(slack)]), ...(teams === null ? [] : [inTeams(teams)])];
  return Promise.all(openings);
};

const inSlack = async (config: SlackConfig): Promise<OpensPlatform> => {
  const { openSlack } = await import('./slack/open.js');
  return (office) => openSlack(office, config);
};

const inTeams = async (config: TeamsConfig): Promise<OpensPlatform> => {
  const { openTeams } = await import('./teams/open.js');
  return (office) => openTeams(office, config);
};

interface Reach {
  readonly clerk: Clerk;
  readonly store: Store;
  readonly keyring: Keyring;
  readonly clock: Clock;
  readonly log: Logger;
  readonly report: (error: unknown) => void;
  readonly pages: OpenPages['pages'];
  readonly invitations: OpenPages['invitations'];
}

/** One announcer sends through all surfaces, and the surfaces tell it what they see. */
const joined = (openings: readonly OpensPlatform[], reach: Reach) => {
  const { clerk, store, keyring, clock, log, report, pages, invitations } = reach;
  const announcer: { current: Announcer | null } = { current: null };
  const told = {
    retry: async (where: Parameters<Announcer['retry']>[0]) => announcer.current?.retry(where),
    seen: async (...seen: Parameters<Announcer['seen']>) => announcer.current?.seen(...seen),
  };
  const kept = { ledger: store, directory: store, posts: store, installations: store, conversations: store };
  const office = {
    ...{ clerk, ...kept, pages, invitations, keyring, announcer: told, clock, randomness },
    ...{ paint, writeCalendar: asIcs, wait, log },
  };
  const platforms = openings.map((open) => open(office));
  const surfaces = platforms.map(({ surface }) => surface);
  const following = announcerFor({ clerk, directory: store, posts: store, surfaces, clock, report });
  announcer.current = following;
  return { platforms, following };
};

/** After the start, so that nobody waits for it. */
const mendingOf = (clerk: Clerk, schedules: Store, log: Logger): Mending =>
  mendSchedules({
    clerk,
    schedules,
    mended: (alliance) => log.warn({ alliance }, 'the schedule was not what the book says, and was written anew'),
    report: (error) => log.error({ err: error }, 'the schedules could not be held against their books'),
  });

/** Several entries of one burst are shown in one update of a card. */
const announcerFor = (
  ports: Pick<AnnouncerPorts, 'clerk' | 'directory' | 'posts' | 'surfaces' | 'clock' | 'report'>,
): Announcer =>
  openAnnouncer({
    ...ports,
    pace: { slack: slackPace, teams: teamsPace },
    wait,
    gatherMs: 250,
  });

const startPlayground = async (config: Config, log: Logger): Promise<Running> => {
  // The thread of the store comes up while the pages are brought in.
  const opening = openThreadStore(config.playgroundFile);
  const [{ foundExamples, movableClock, openPlayground }, store] = await Promise.all([
    import('./web/open.js'),
    opening,
  ]);
  try {
    const lines = await store.alliances();
    const refused = whyNotServed(store.path, lines, 'practice');
    if (refused !== null) throw storeRefused(refused);
    const clock = movableClock(machineClock, await newestEntry(store, lines));
    const report = (error: unknown): void => log.error({ err: error }, 'an order failed');
    const keyring = openKeyring({ folder: keysBeside(config.playgroundFile) });
    const kept = { ledger: store, directory: store, feeds: store };
    const clerk = openClerk({ ...kept, keyring, clock, randomness, report });
    await foundExamples(clerk, lines, new URL('examples/', packageRoot()));
    await clerk.tick();
    const token = config.playgroundToken ?? randomBytes(16).toString('base64url');
    const web = await openPlayground(
      {
        ...{ clerk, ledger: store, posts: store, papers: store, feeds: store, keyring, clock, randomness },
        ...{ token, log, paint, typeset, writeCalendar: asIcs },
      },
      { port: config.port, packageRoot: packageRoot() },
    );
    const mending = mendingOf(clerk, store, log);
    const stopBeat = everyMinute(
      async () => {
        await web.timePassed(await clerk.tick());
      },
      (error) => log.error({ err: error }, 'a tick failed'),
    );
    const stop = async (): Promise<void> => {
      await Promise.all([web.stop(requestGraceMs), mending.stop()]);
      await stopBeat();
      await clerk.close();
      await store.close();
    };
    return { says: serverWords.playgroundAt(web.address), stop };
  } catch (error) {
    await store.close();
    throw error;
  }
};

/** Requests under way get this long after the signal; with closing the store it stays under three seconds (F18). */
const requestGraceMs = 2_000;

const whyNotStarted = (error: unknown, { host, port }: Config): string => {
  const code = (error as { readonly code?: unknown } | null)?.code;
  if (code === 'EADDRINUSE') return serverWords.portTaken(port);
  if (code === 'EADDRNOTAVAIL') return serverWords.hostMissing(host);
  if (code === 'EACCES') return serverWords.portForbidden(port);
  if (isStoreRefused(error)) return error.message;
  return serverWords.didNotStart(error instanceof Error ? error.message : String(error));
};

const giveUp = (sentence: string): void => {
  process.stderr.write(`${sentence}\n`);
  process.exitCode = 1;
};

/** The folder of package.json: one step up from the sources, two from what was compiled. */
const packageRoot = (): URL => {
  const near = new URL('..', import.meta.url);
  return existsSync(new URL('package.json', near)) ? near : new URL('..', near);
};

await main();
