import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { pino } from 'pino';
import type { TeamsConfig } from '../../../adapters/config.js';
import { asIcs } from '../../../adapters/calendar/ics.js';
import { paint } from '../../../adapters/documents/painter.js';
import { typeset } from '../../../adapters/documents/typesetting.js';
import type { Listener } from '../../../adapters/front.js';
import { openPages } from '../../../adapters/pages/open.js';
import { openTeams } from '../../../adapters/teams/open.js';
import type { OpenTeams } from '../../../adapters/teams/open.js';
import { openKeyring } from '../../../db/keyring.js';
import type { Store } from '../../../db/store.js';
import { openAnnouncer } from '../../../src/clerk/announcer.js';
import type { Announcer } from '../../../src/clerk/announcer.js';
import { openClerk } from '../../../src/clerk/clerk.js';
import type { Clerk } from '../../../src/clerk/orders.js';
import { teamsPace } from '../../../src/clerk/pace.js';
import type { WaitingClock } from '../slack/clocks.js';

/** The whole of Teams' side of the program on one store: clerk, announcer, botbuilder and a server. */
export interface Office {
  readonly clerk: Clerk;
  readonly announcer: Announcer;
  readonly teams: OpenTeams;
  /** "http://127.0.0.1:41234" */
  readonly origin: string;
  /** What was reported as a fault of the machine, and every line of the log. */
  readonly faults: readonly unknown[];
  readonly log: readonly string[];
  /** Ends it in good order; the store stays open. */
  readonly close: () => Promise<void>;
}

interface Setting {
  readonly keyring?: ReturnType<typeof openKeyring>;
  /** It has an address on the web, and gives out files there. */
  readonly reachable?: boolean;
}

/** Opens it as the program does, with a clock that the test moves, on a port that the system chooses. */
export const openOffice = async (
  store: Store,
  clock: WaitingClock,
  config: TeamsConfig,
  { keyring = openKeyring({ folder: null }), reachable = false }: Setting = {},
): Promise<Office> => {
  const faults: unknown[] = [];
  const lines: string[] = [];
  const log = pino({ level: 'debug', base: undefined }, { write: (line: string) => void lines.push(line) });
  const report = (fault: unknown): void => void faults.push(fault);
  const randomness = { bytes: (count: number): Buffer => randomBytes(count) };
  const clerk = openClerk({ ledger: store, directory: store, feeds: store, keyring, clock, randomness, report });
  const listeners: Listener[] = [];
  const server = createServer((request, response) => {
    if (!listeners.some((listener) => listener(request, response))) response.writeHead(404).end();
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const sources = { clerk, ledger: store, papers: store, feeds: store, keyring, clock, randomness };
  const made = { typeset, writeCalendar: asIcs, log };
  const { listener, ...addresses } = openPages({ ...sources, ...made }, reachable ? origin : null);
  const kept = { ledger: store, directory: store, posts: store, conversations: store };
  const told = {
    retry: (...where: Parameters<Announcer['retry']>) => announcer.retry(...where),
    seen: (...seen: Parameters<Announcer['seen']>) => announcer.seen(...seen),
  };
  const wait = (ms: number): Promise<void> => clock.wait(ms, new AbortController().signal);
  const office = { clerk, ...kept, ...addresses, announcer: told, keyring, clock, randomness, paint, wait, log };
  const teams = openTeams(office, config);
  listeners.push(teams.listener, listener);
  const announcer = openAnnouncer({
    clerk,
    directory: store,
    posts: store,
    surfaces: [teams.surface],
    pace: { teams: teamsPace },
    clock,
    wait: clock.wait,
    gatherMs: 250,
    report,
  });
  return {
    clerk,
    announcer,
    teams,
    origin,
    faults,
    log: lines,
    close: async () => {
      server.close();
      server.closeAllConnections();
      await teams.receiptsSent();
      await announcer.stop();
      await clerk.close();
    },
  };
};
