import { createHash, createPrivateKey, createPublicKey, generateKeyPairSync, sign, type KeyObject } from 'node:crypto';
import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
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
 * The private keys of the books: Ed25519, a file of mode 0600 each, or given by the environment, which goes first
 * (rulings 4.3). The key of the founding is `<CODE>.key`; each later one is named after its public half as well. Which
 * one signs is said by the book, so nothing is renamed or removed when a key takes over: a rotation that was
 * interrupted leaves nothing to repair, and a backup from before it finds its own key. Throws `StoreRefused` for keys
 * that cannot be read as such; `sign` also for a key file that others may read, or when the key is not here.
 */
export const openKeyring = ({ folder, given }: KeyPlaces): Keyring => {
  const fromOutside = new Map<AllianceCode, KeyObject>(given === undefined ? [] : givenKeys(given));
  const founding = new Map<AllianceCode, KeyObject>(fromOutside);
  const known = new Map<string, KeyObject>();
  const remember = (alliance: AllianceCode, key: KeyObject): string => {
    const publicKey = publicKeyOf(key);
    known.set(`${alliance} ${publicKey}`, key);
    return publicKey;
  };
  const foundingKey = (alliance: AllianceCode): KeyObject | null => {
    const key = founding.get(alliance) ?? (folder === null ? null : readKey(keyFile(folder, alliance)));
    if (key !== null) founding.set(alliance, key);
    return key;
  };
  const find = (alliance: AllianceCode, publicKey: string): KeyObject | null => {
    const kept = known.get(`${alliance} ${publicKey}`);
    if (kept !== undefined) return kept;
    for (const look of [() => laterKey(folder, alliance, publicKey), () => foundingKey(alliance)]) {
      const key = look();
      if (key !== null && remember(alliance, key) === publicKey) return key;
    }
    return null;
  };
  const keyOf = (alliance: AllianceCode, publicKey: string): KeyObject => {
    const key = find(alliance, publicKey);
    if (key === null) throw storeRefused(notHere(folder, alliance, publicKey));
    return key;
  };
  return {
    // A founding that was interrupted after its key was kept goes on with that key.
    create: async (alliance) => {
      const key = foundingKey(alliance) ?? newKey();
      if (!founding.has(alliance) && folder !== null) writeKey(keyFile(folder, alliance), key);
      founding.set(alliance, key);
      return remember(alliance, key);
    },
    prepare: async (alliance, present) => {
      if (fromOutside.has(alliance)) throw storeRefused(fromOutsideWords(alliance));
      keyOf(alliance, present);
      const key = newKey();
      if (folder !== null) writeKey(laterFile(folder, alliance, publicKeyOf(key)), key);
      return remember(alliance, key);
    },
    sign: (alliance, bytes, publicKey) => sign(null, bytes, keyOf(alliance, publicKey)).toString('base64'),
    keyOf,
    holds: (alliance, publicKeys) => {
      try {
        if (publicKeys.some((publicKey) => find(alliance, publicKey) !== null)) return true;
        return foundingKey(alliance) === null ? null : false;
      } catch {
        return null;
      }
    },
  };
};

/** Where the key files of a database are: `keys/<name of the file>/` beside it, so that two databases never share one. */
export const keysBeside = (path: string): string | null => {
  if (path === ':memory:') return null;
  const file = resolve(path);
  return join(dirname(file), 'keys', basename(file, extname(file)));
};

/**
 * The alliances for whose books key files lie in this folder. A key is kept before the book that it signs, so one without
 * a book belongs to a founding that was interrupted, or to a book that was taken away.
 */
export const alliancesWithKeys = (folder: string | null): readonly AllianceCode[] => {
  if (folder === null || !existsSync(folder)) return [];
  const codes = readdirSync(folder).flatMap((name) => /^([A-Z]{2,6})(?:-[0-9a-f]{16})?\.key$/.exec(name)?.[1] ?? []);
  return [...new Set(codes)].sort();
};

const newKey = (): KeyObject => generateKeyPairSync('ed25519').privateKey;

const fromOutsideWords = (alliance: AllianceCode): string =>
  `The key of ${alliance} is given by ROUNDTABLE_KEYS, where this program cannot replace it: put it into the file ${alliance}.key (mode 0600) in the folder of the keys, take it out of ROUNDTABLE_KEYS, and try again.`;

const publicKeyOf = (key: KeyObject): string =>
  createPublicKey(key).export({ type: 'spki', format: 'der' }).toString('base64');

const keyFile = (folder: string, alliance: AllianceCode, mark = ''): string => {
  if (!/^[A-Z]{2,6}$/.test(alliance)) throw new Error(`no alliance is called ${JSON.stringify(alliance)}`);
  return join(folder, `${alliance}${mark}.key`);
};

/** `PLY-3f9a0c51d2e4b687.key`: the first 64 bits of SHA-256 over the public key tell the keys of a book apart. */
const laterFile = (folder: string, alliance: AllianceCode, publicKey: string): string =>
  keyFile(folder, alliance, `-${createHash('sha256').update(publicKey).digest('hex').slice(0, 16)}`);

const laterKey = (folder: string | null, alliance: AllianceCode, publicKey: string): KeyObject | null =>
  folder === null ? null : readKey(laterFile(folder, alliance, publicKey));

const notHere = (folder: string | null, alliance: AllianceCode, publicKey: string): string => {
  const places =
    folder === null
      ? ''
      : ` (neither ${keyFile(folder, alliance)} nor ${laterFile(folder, alliance, publicKey)} is it)`;
  return `The private key of ${alliance} is not here${places}: put it back from the safe copy of the keys; without it nothing can be added to this book.`;
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

/** Complete and durable under its name, or not there at all. */
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
