import { z } from 'zod';
import { serverWords, settingWords } from '../src/cards/words/server.js';

/** Every setting of the process, read once at start. */
export interface Config {
  /** File of the record. */
  readonly databaseFile: string;
  /** File of the playground's practice books (rulings 3.4). */
  readonly playgroundFile: string;
  /** TCP port on loopback; 0 lets the system choose. */
  readonly port: number;
  readonly logLevel: 'fatal' | 'error' | 'warn' | 'info' | 'debug' | 'trace' | 'silent';
  /** Private keys of books, as JSON, that are not to lie in files (db/keyring.ts); null when all are in files. */
  readonly keys: string | null;
  /** Fixes the token in the playground's address; a new one each start when null. */
  readonly playgroundToken: string | null;
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
  const { DATABASE_URL, PLAYGROUND_DATABASE_URL, PORT, LOG_LEVEL, ROUNDTABLE_KEYS, PLAYGROUND_TOKEN } = read.data;
  return {
    config: {
      databaseFile: DATABASE_URL,
      playgroundFile: PLAYGROUND_DATABASE_URL,
      port: PORT,
      logLevel: LOG_LEVEL,
      keys: ROUNDTABLE_KEYS ?? null,
      playgroundToken: PLAYGROUND_TOKEN ?? null,
    },
  };
};

const file = z
  .string()
  .regex(/^file:[^\0?#]+$/, settingWords.databaseUrl)
  .transform((url) => url.slice('file:'.length).replace(/^\/\/(?=\/)/, ''));

const settings = z.object({
  DATABASE_URL: file.prefault('file:./data/roundtable.db'),
  PLAYGROUND_DATABASE_URL: file.prefault('file:./data/playground.db'),
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
});
