import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { pino } from 'pino';
import type { SlackConfig } from '../../../adapters/config.js';
import { asIcs } from '../../../adapters/calendar/ics.js';
import { paint } from '../../../adapters/documents/painter.js';
import { openSlack } from '../../../adapters/slack/open.js';
import type { OpenSlack } from '../../../adapters/slack/open.js';
import { openKeyring } from '../../../db/keyring.js';
import type { Store } from '../../../db/store.js';
import { openAnnouncer } from '../../../src/clerk/announcer.js';
import type { Announcer } from '../../../src/clerk/announcer.js';
import { openClerk } from '../../../src/clerk/clerk.js';
import type { Clerk } from '../../../src/clerk/orders.js';
import { slackPace } from '../../../src/clerk/pace.js';
import type { WaitingClock } from './clocks.js';

/** The whole of Slack's side of the program on one store: clerk, announcer, the Bolt app and its server. */
export interface Office {
  readonly clerk: Clerk;
  readonly announcer: Announcer;
  readonly slack: OpenSlack;
  /** "http://127.0.0.1:41234" */
  readonly origin: string;
  /** What was reported as a fault of the machine, and every line of the log. */
  readonly faults: readonly unknown[];
  readonly log: readonly string[];
  /** Ends it in good order; the store stays open. */
  readonly close: () => Promise<void>;
}

/** Opens it as the program does, with a clock that the test moves, on a port that the system chooses. */
export const openOffice = async (
  store: Store,
  clock: WaitingClock,
  config: SlackConfig,
  keyring = openKeyring({ folder: null }),
): Promise<Office> => {
  const faults: unknown[] = [];
  const lines: string[] = [];
  const log = pino({ level: 'debug', base: undefined }, { write: (line: string) => void lines.push(line) });
  const report = (fault: unknown): void => void faults.push(fault);
  const randomness = { bytes: (count: number): Buffer => randomBytes(count) };
  const clerk = openClerk({ ledger: store, directory: store, feeds: store, keyring, clock, randomness, report });
  const slack = openSlack(
    {
      clerk,
      announcer: { retry: (where) => announcer.retry(where), seen: (...message) => announcer.seen(...message) },
      ledger: store,
      directory: store,
      posts: store,
      installations: store,
      keyring,
      clock,
      randomness,
      paint,
      writeCalendar: asIcs,
      wait: (ms) => clock.wait(ms, new AbortController().signal),
      log,
    },
    config,
  );
  const announcer = openAnnouncer({
    clerk,
    directory: store,
    posts: store,
    surfaces: [slack.surface],
    pace: { slack: slackPace },
    clock,
    wait: clock.wait,
    gatherMs: 250,
    report,
  });
  const server = createServer((request, response) => {
    if (!slack.listener(request, response)) response.writeHead(404).end();
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  slack.start();
  return {
    clerk,
    announcer,
    slack,
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    faults,
    log: lines,
    close: async () => {
      server.close();
      server.closeAllConnections();
      await slack.stop();
      await slack.receiptsSent();
      await announcer.stop();
      await clerk.close();
    },
  };
};
