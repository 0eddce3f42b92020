import { isIP } from 'node:net';
import { z } from 'zod';
import { serverWords, settingWords } from '../src/cards/words/server.js';
import { secureUrl } from './settings/addresses.js';
import { type SlackConfig, slackIn, slackSettings } from './settings/slack.js';
import { type TeamsConfig, teamsIn, teamsSettings } from './settings/teams.js';

export type { SlackConfig, TokenKey } from './settings/slack.js';
export type { TeamsConfig, TeamsRegistration } from './settings/teams.js';

/** Every setting of the process, read once at start. */
export interface Config {
  /** File of the record. */
  readonly databaseFile: string;
  /** File of the playground's practice books (rulings 3.4). */
  readonly playgroundFile: string;
  /** Address of this computer on which a record is served; a playground is on loopback always (rulings 3.4). */
  readonly host: string;
  /** TCP port; 0 lets the system choose. */
  readonly port: number;
  readonly logLevel: 'fatal' | 'error' | 'warn' | 'info' | 'debug' | 'trace' | 'silent';
  /** Private keys of books, as JSON, that are not to lie in files (db/keyring.ts); null when all are in files. */
  readonly keys: string | null;
  /** Fixes the token in the playground's address; a new one each start when null. */
  readonly playgroundToken: string | null;
  /** Where people’s browsers and calendars reach this server; null where they do not. */
  readonly publicUrl: string | null;
  /** Null when they are not configured. */
  readonly slack: SlackConfig | null;
  readonly teams: TeamsConfig | null;
}

/** Reads the settings, or says in one sentence each what cannot be used. An empty variable counts as left out. */
export const readConfig = (
  environment: Readonly<Record<string, string | undefined>>,
): { readonly config: Config } | { readonly problem: string } => {
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''));
  const read = settings.safeParse(given);
  if (!read.success) {
    const problems = read.error.issues.map(({ path, message }) => `${path.join('.')} ${message}`);
    return { problem: serverWords.badSettings(problems) };
  }
  const slack = slackIn(read.data);
  if (slack !== null && 'problems' in slack) return { problem: serverWords.badSettings(slack.problems) };
  const teams = teamsIn(read.data);
  if (teams !== null && 'problems' in teams) return { problem: serverWords.badSettings(teams.problems) };
  // Asked with a chat platform only: some shells set HOST to the computer's name, and the playground does not ask for it.
  const { HOST: host = loopback } = slack === null && teams === null ? {} : read.data;
  if (isIP(host) === 0) return { problem: serverWords.badSettings([`HOST ${settingWords.host}`]) };
  const { DATABASE_URL, PLAYGROUND_DATABASE_URL, PORT, LOG_LEVEL, ROUNDTABLE_KEYS, PLAYGROUND_TOKEN } = read.data;
  return {
    config: {
      databaseFile: DATABASE_URL,
      playgroundFile: PLAYGROUND_DATABASE_URL,
      host,
      port: PORT,
      logLevel: LOG_LEVEL,
      keys: ROUNDTABLE_KEYS ?? null,
      playgroundToken: PLAYGROUND_TOKEN ?? null,
      publicUrl: read.data.PUBLIC_URL ?? null,
      slack,
      teams,
    },
  };
};

const loopback = '127.0.0.1';

const file = z
  .string()
  .regex(/^file:[^\0?#]+$/, settingWords.databaseUrl)
  .transform((url) => url.slice('file:'.length).replace(/^\/\/(?=\/)/, ''));

const settings = z.object({
  DATABASE_URL: file.prefault('file:./data/roundtable.db'),
  PLAYGROUND_DATABASE_URL: file.prefault('file:./data/playground.db'),
  HOST: z
    .string()
    .regex(/^[\w.:-]{1,255}$/, settingWords.host)
    .optional(),
  PORT: z
    .string()
    .regex(/^\d{1,5}$/, settingWords.port)
    .transform(Number)
    .refine((port) => port <= 65_535, settingWords.port)
    .prefault('3000'),
  LOG_LEVEL: z
    .enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'], settingWords.logLevel)
    .default('info'),
  ROUNDTABLE_KEYS: z
    .string()
    .regex(/^\s*\{[^\0]*\}\s*$/, settingWords.keys)
    .optional(),
  PLAYGROUND_TOKEN: z
    .string()
    .regex(/^[A-Za-z0-9_-]{16,64}$/, settingWords.playgroundToken)
    .optional(),
  PUBLIC_URL: secureUrl(settingWords.publicUrl).optional(),
  ...slackSettings,
  ...teamsSettings,
});
