import { createPrivateKey, createPublicKey, generateKeyPairSync, sign, type KeyObject } from 'node:crypto';
import {
  closeSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs';
import { basename, dirname, extname, join, resolve } from 'node:path';
import { z } from 'zod';
import type { AllianceCode } from '../src/alliance/names.js';
import type { Keyring } from '../src/clerk/ports.js';
import { fsyncFolderOf } from './disk.js';
import { codeOf, storeRefused } from './refused.js';

export interface KeyPlaces {
  /** Folder of the key files; null keeps new keys in memory only, for stores in memory. */
  readonly folder: string | null;
  /** Keys given by the environment variable ROUNDTABLE_KEYS: JSON, alliance code to private key in PEM. */
  readonly given?: string;
}

/**
 * The private keys of the books: Ed25519, one file `<CODE>.key` of mode 0600 each, or given by the environment, which
 * goes first (rulings 4.3). Throws `StoreRefused` for keys that cannot be read as such; `sign` also for a key file that
 * others may read, or when there is none.
 */
export const openKeyring = ({ folder, given }: KeyPlaces): Keyring => {
  const keys = new Map<AllianceCode, KeyObject>(given === undefined ? [] : givenKeys(given));
  const keyOf = (alliance: AllianceCode): KeyObject | null => {
    const key = keys.get(alliance) ?? (folder === null ? null : readKey(keyFile(folder, alliance)));
    if (key !== null) keys.set(alliance, key);
    return key;
  };
  return {
    // A founding that was interrupted after its key was kept goes on with that key.
    create: async (alliance) => publicKeyOf(keyOf(alliance) ?? made(keys, folder, alliance)),
    sign: (alliance, bytes) => {
      const key = keyOf(alliance);
      if (key === null) {
        throw storeRefused(
          `The private key of ${alliance} is not here${folder === null ? '' : ` (${keyFile(folder, alliance)})`}: put it back from the safe copy of the keys; without it nothing can be added to this book.`,
        );
      }
      return sign(null, bytes, key).toString('base64');
    },
  };
};

/** Where the key files of a database are: `keys/<name of the file>/` beside it, so that two databases never share one. */
export const keysBeside = (path: string): string | null => {
  if (path === ':memory:') return null;
  const file = resolve(path);
  return join(dirname(file), 'keys', basename(file, extname(file)));
};

const made = (keys: Map<AllianceCode, KeyObject>, folder: string | null, alliance: AllianceCode): KeyObject => {
  const { privateKey } = generateKeyPairSync('ed25519');
  if (folder !== null) writeKey(keyFile(folder, alliance), privateKey);
  keys.set(alliance, privateKey);
  return privateKey;
};

const publicKeyOf = (key: KeyObject): string =>
  createPublicKey(key).export({ type: 'spki', format: 'der' }).toString('base64');

const keyFile = (folder: string, alliance: AllianceCode): string => {
  if (!/^[A-Z]{2,6}$/.test(alliance)) throw new Error(`no alliance is called ${JSON.stringify(alliance)}`);
  return join(folder, `${alliance}.key`);
};

const readKey = (file: string): KeyObject | null => {
  const found = statSync(file, { throwIfNoEntry: false });
  if (found === undefined) return null;
  if (process.platform !== 'win32' && (found.mode & 0o077) !== 0) {
    throw storeRefused(
      `The private key ${file} can be read by other users (mode ${(found.mode & 0o777).toString(8)}): run "chmod 600 ${file}", and rotate the key if somebody may have copied it.`,
    );
  }
  try {
    return privateKeyFrom(readFileSync(file, 'utf8'));
  } catch (thrown) {
    throw storeRefused(`The private key ${file} cannot be read (${codeOf(thrown) || 'not an Ed25519 key'}).`);
  }
};

/** Complete and durable under its name before the founding entry names its public half. */
const writeKey = (file: string, key: KeyObject): void => {
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  const unfinished = `${file}.new`;
  rmSync(unfinished, { force: true });
  const handle = openSync(unfinished, 'wx', 0o600);
  try {
    writeSync(handle, key.export({ type: 'pkcs8', format: 'pem' }).toString());
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
  renameSync(unfinished, file);
  fsyncFolderOf(file);
};

const givenKeys = (given: string): readonly (readonly [AllianceCode, KeyObject])[] => {
  try {
    const pems = z.record(z.string().regex(/^[A-Z]{2,6}$/), z.string()).parse(JSON.parse(given));
    return Object.entries(pems).map(([alliance, pem]) => [alliance, privateKeyFrom(pem)]);
  } catch {
    // What was given is secret and is not repeated.
    throw storeRefused(
      'ROUNDTABLE_KEYS cannot be read: it must be JSON that gives each alliance code its Ed25519 private key in PEM, {"PLY": "-----BEGIN PRIVATE KEY-----\\n…"}.',
    );
  }
};

const privateKeyFrom = (pem: string): KeyObject => {
  const key = createPrivateKey(pem);
  if (key.asymmetricKeyType !== 'ed25519') throw new Error('not an Ed25519 key');
  return key;
};
