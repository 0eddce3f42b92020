import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'vitest';
import { keysBeside, openKeyring } from '../../../db/keyring.js';
import { openStore } from '../../../db/store.js';
import type { CharterDocument } from '../../../src/alliance/charter.js';
import { instantOf } from '../../../src/alliance/instant.js';
import { openClerk } from '../../../src/clerk/clerk.js';
import { audit } from '../../../src/ledger/auditor.js';
import { type ProgramProcess, type Ran, runCompiled, startProgram } from '../program.js';
import { type Door, doorAt, doorBySocket } from './door.js';
import { plymouthTeam } from './cast.js';
import { testApp } from './standin/answering.js';
import type { Standin } from './standin/standin.js';
import { tokenOf } from './standin/world.js';

/** The real program serving one record, which can be killed and started again; Slack is the stand-in in this process. */
export interface RecordProcess {
  readonly door: () => Door;
  /** "http://127.0.0.1:41234" */
  readonly origin: () => string;
  readonly program: () => ProgramProcess;
  /** Starts it with its settings, and with others in the place of some. */
  readonly start: (others?: Readonly<Record<string, string>>) => Promise<void>;
  /** Runs the command line on the same file, with the same settings. */
  readonly command: (words: readonly string[], others?: Readonly<Record<string, string>>) => Promise<Ran>;
  /** Ends it in good order; fails when that is not what it does. */
  readonly end: () => Promise<void>;
  readonly kill: () => Promise<void>;
  /** The kinds of entries in the book, oldest first; fails where the auditor finds anything wrong with it. */
  readonly kinds: () => Promise<readonly string[]>;
  /** Founds another alliance beside it, before the program is started. */
  readonly foundToo: (other: CharterDocument) => Promise<void>;
  readonly remove: () => Promise<void>;
}

/** Founds the alliance in this place, or in a folder of its own that goes with it; the program is not started yet. */
export const recordOf = async (
  charter: CharterDocument,
  standin: Standin,
  settings: Readonly<Record<string, string>>,
  place?: string,
): Promise<RecordProcess> => {
  const folder = place ?? mkdtempSync(join(tmpdir(), 'roundtable-slack-'));
  const file = join(folder, 'record.db');
  await found(charter, file);
  const given = { DATABASE_URL: `file:${file}`, SLACK_API_URL: standin.url, LOG_LEVEL: 'warn', ...settings };
  let program: ProgramProcess | null = null;
  const running = (): ProgramProcess => {
    if (program === null) throw new Error('the program was not started');
    return program;
  };
  const origin = (): string => new URL(running().address).origin;
  return {
    origin,
    program: running,
    door: () => ('SLACK_APP_TOKEN' in settings ? doorBySocket(standin) : doorAt(origin(), standin)),
    start: async (others = {}) => {
      program = await startProgram(folder, { ...given, ...others }, 'compiled');
    },
    command: (words, others = {}) => runCompiled(folder, words, { ...given, ...others }),
    end: async () => {
      expect(await running().stop(), running().log()).toBe(0);
    },
    kill: async () => {
      expect(await running().stop('SIGKILL')).toBeNull();
    },
    kinds: async () => {
      const store = openStore(file, { reading: true });
      try {
        const entries = await store.read(charter.code, 0, 100_000);
        expect(audit({ entries, signedHead: await store.signedHead(charter.code) }).findings).toEqual([]);
        return entries.map(({ kind }) => kind);
      } finally {
        await store.close();
      }
    },
    foundToo: (other) => found(other, file),
    remove: async () => {
      await program?.stop('SIGKILL');
      if (place === undefined) rmSync(folder, { recursive: true, force: true });
    },
  };
};

/** As one workspace reaches it over HTTP. */
export const singleSettings = {
  SLACK_SIGNING_SECRET: testApp.signingSecret,
  SLACK_BOT_TOKEN: tokenOf(plymouthTeam),
} as const;

/** As a workspace or several reach it over HTTP, each with a token of its own. */
export const installedSettings = {
  SLACK_SIGNING_SECRET: testApp.signingSecret,
  SLACK_CLIENT_ID: testApp.clientId,
  SLACK_CLIENT_SECRET: testApp.clientSecret,
  SLACK_TOKEN_KEYS: `k1:${Buffer.alloc(32, 7).toString('base64')}`,
} as const;

const found = async (charter: CharterDocument, file: string): Promise<void> => {
  const store = openStore(file);
  const clerk = openClerk({
    ledger: store,
    directory: store,
    keyring: openKeyring({ folder: keysBeside(file) }),
    clock: { now: () => instantOf(Date.now()), monotonicMs: () => performance.now() },
    randomness: { bytes: (count) => randomBytes(count) },
    report: (thrown) => {
      throw thrown;
    },
  });
  expect((await clerk.found(charter, { practice: false, via: 'cli' })).kind).toBe('done');
  await clerk.close();
  await store.close();
};
