#!/usr/bin/env node
import { existsSync } from 'node:fs';
import process from 'node:process';
import { backup } from '../../db/backup.js';
import { alliancesWithKeys, keysBeside, openKeyring } from '../../db/keyring.js';
import { isHeld } from '../../db/lock.js';
import { restore } from '../../db/restore.js';
import { openStore } from '../../db/store.js';
import { integrityCheck } from '../../db/verify.js';
import { openClerk } from '../../src/clerk/clerk.js';
import { type Config, readConfig } from '../config.js';
import { typeset } from '../documents/typesetting.js';
import { machineClock, randomness } from '../machine.js';
import { resealed } from '../slack/resealing.js';
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
  process.exitCode = await runCommand(deskOver(read.config), process.argv.slice(2), () => new Date());
};

const deskOver = (config: Config): Desk => ({
  record: config.databaseFile,
  practice: config.playgroundFile,
  isThere: existsSync,
  read: async (file) => booksIn(file, config, true),
  write: async (file) => booksIn(file, config, false),
  flaws: integrityCheck,
  backUp: backup,
  restore,
  typeset,
  say: (text) => void process.stdout.write(text),
  complain: (text) => void process.stderr.write(text),
});

const booksIn = (file: string, { keys, slack }: Config, reading: boolean): Books => {
  const tokenKeys = slack?.speaking.kind === 'oauth' ? slack.speaking.keys : null;
  const store = openStore(file, { reading });
  const keysAt = keysBeside(file);
  const keyring = openKeyring({ folder: keysAt, given: keys ?? undefined });
  const clerk = openClerk({
    ledger: store,
    directory: store,
    keyring,
    clock: machineClock,
    randomness,
    report: (thrown) => void process.stderr.write(`${thrown instanceof Error ? thrown.message : String(thrown)}\n`),
  });
  return {
    clerk,
    ledger: store,
    sign: (...given) => keyring.sign(...given),
    holdsKey: (...given) => keyring.holds(...given),
    alliancesWithKeys: () => alliancesWithKeys(keysAt),
    isHeld: () => isHeld(file),
    sealTokens: async () => (tokenKeys === null ? null : resealed(store, tokenKeys)),
    keysAt,
    close: async () => {
      await clerk.close();
      await store.close();
    },
  };
};

await main();
