#!/usr/bin/env node
import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import process from 'node:process';
import { backup } from '../../db/backup.js';
import { alliancesWithKeys, keysBeside, openKeyring } from '../../db/keyring.js';
import { restore } from '../../db/restore.js';
import { openStore } from '../../db/store.js';
import { integrityCheck } from '../../db/verify.js';
import { instantOf } from '../../src/alliance/instant.js';
import { openClerk } from '../../src/clerk/clerk.js';
import { readConfig } from '../config.js';
import type { Books, Desk } from './desk.js';
import { runCommand } from './program.js';

/** The command line: joins the store and the clerk, and leaves the rest to the commands. */
const main = async (): Promise<void> => {
  if (existsSync('.env')) process.loadEnvFile('.env');
  const read = readConfig(process.env);
  if ('problem' in read) {
    process.stderr.write(`${read.problem}\n`);
    process.exitCode = 2;
    return;
  }
  // Somebody who reads only the beginning ("roundtable export PLY | head") has seen enough.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
  });
  const { databaseFile: record, playgroundFile: practice, keys } = read.config;
  process.exitCode = await runCommand(deskOver(record, practice, keys), process.argv.slice(2), () => new Date());
};

const deskOver = (record: string, practice: string, keys: string | null): Desk => ({
  record,
  practice,
  isThere: existsSync,
  read: async (file) => booksIn(file, keys, true),
  write: async (file) => booksIn(file, keys, false),
  flaws: integrityCheck,
  backUp: backup,
  restore,
  say: (text) => void process.stdout.write(text),
  complain: (text) => void process.stderr.write(text),
});

const booksIn = (file: string, keys: string | null, reading: boolean): Books => {
  const store = openStore(file, { reading });
  const keysAt = keysBeside(file);
  const keyring = openKeyring({ folder: keysAt, given: keys ?? undefined });
  const clerk = openClerk({
    ledger: store,
    directory: store,
    keyring,
    clock: { now: () => instantOf(Date.now()), monotonicMs: () => performance.now() },
    randomness: { bytes: (count) => randomBytes(count) },
    report: (thrown) => void process.stderr.write(`${thrown instanceof Error ? thrown.message : String(thrown)}\n`),
  });
  return {
    clerk,
    ledger: store,
    sign: (...given) => keyring.sign(...given),
    holdsKey: (...given) => keyring.holds(...given),
    alliancesWithKeys: () => alliancesWithKeys(keysAt),
    keysAt,
    close: async () => {
      await clerk.close();
      await store.close();
    },
  };
};

await main();
