import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll } from 'vitest';
import { keysBeside, openKeyring } from '../../../db/keyring.js';
import { openStore } from '../../../db/store.js';
import { instantOf } from '../../../src/alliance/instant.js';
import type { MemberId } from '../../../src/alliance/names.js';
import { appointed } from '../../../src/alliance/speaking.js';
import { openClerk } from '../../../src/clerk/clerk.js';
import type { Clerk, Order } from '../../../src/clerk/orders.js';

const entry = fileURLToPath(new URL('../../../adapters/cli/roundtable.ts', import.meta.url));
const loader = import.meta.resolve('tsx');

/** What a command printed, and its exit code. */
export interface Ran {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** A folder with the examples in it, in which the real command line runs as a process of its own. */
export interface Workplace {
  readonly folder: string;
  readonly record: string;
  readonly practice: string;
  readonly run: (...words: readonly string[]) => Promise<Ran>;
}

/** A workplace for the tests of one file; it is removed after them. */
export const workplace = (): Workplace => {
  const folder = mkdtempSync(join(tmpdir(), 'roundtable-cli-'));
  cpSync(fileURLToPath(new URL('../../../examples', import.meta.url)), join(folder, 'examples'), { recursive: true });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  return {
    folder,
    record: join(folder, 'data', 'roundtable.db'),
    practice: join(folder, 'data', 'playground.db'),
    run: (...words) =>
      new Promise((resolve) => {
        const settings = { cwd: folder, env: { PATH: process.env.PATH, TZ: 'UTC' }, maxBuffer: 64 * 1024 * 1024 };
        const child = execFile(process.execPath, ['--import', loader, entry, ...words], settings, (_, out, err) => {
          resolve({ code: child.exitCode ?? -1, out, err });
        });
      }),
  };
};

/** The clerk on a file, as a server has it, at some moment from now on; closed when the work is done. */
export const withClerk = async <T>(
  file: string,
  work: (clerk: Clerk) => Promise<T>,
  nowMs: () => number = Date.now,
): Promise<T> => {
  const store = openStore(file);
  const clerk = openClerk({
    ledger: store,
    directory: store,
    keyring: openKeyring({ folder: keysBeside(file) }),
    clock: { now: () => instantOf(nowMs()), monotonicMs: nowMs },
    randomness: { bytes: (count) => randomBytes(count) },
    report: (thrown) => {
      throw thrown;
    },
  });
  try {
    return await work(clerk);
  } finally {
    await clerk.close();
    await store.close();
  }
};

let orders = 0;

/** Has an order carried out; fails when it is refused. */
export const order = async (clerk: Clerk, given: Pick<Order, 'command' | 'by'>): Promise<void> => {
  const reply = await clerk.serve({ alliance: 'PLY', via: 'web', cause: `order-${(orders += 1)}`, ...given });
  if (reply.kind === 'refused') throw new Error(JSON.stringify(reply.refusal));
};

/** The Alliance Manager of Plymouth tables a proposal, and so many members agree to it, in the order of the charter. */
export const proposed = async (clerk: Clerk, title: string, agreements: number): Promise<void> => {
  const bestForPeople = 'People meet one service that acts alike.';
  const text = `${title}, as discussed.`;
  await order(clerk, {
    by: 'person:21',
    command: { kind: 'tableProposal', class: 'routine', title, text, bestForPeople },
  });
  const alliance = (await clerk.view('PLY'))!;
  const proposal = [...alliance.proposals.keys()].at(-1)!;
  for (const member of [...alliance.members.keys()].slice(0, agreements)) {
    const by = representativeOf(alliance, member, clerk.now());
    await order(clerk, { by, command: { kind: 'recordPosition', proposal, revision: 1, position: 'agree', member } });
  }
};

const representativeOf = (...[alliance, member, at]: [Parameters<typeof appointed>[0], MemberId, string]) =>
  appointed(alliance, member, 'representative', at)[0]!.person;
