import { createPublicKey, generateKeyPairSync, verify } from 'node:crypto';
import { chmodSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { keysBeside, openKeyring } from '../../db/keyring.js';
import { temporaryFolder } from './stores.js';

const words = Buffer.from('the head of a book');

const holds = (publicKey: string, signature: string): boolean =>
  verify(
    null,
    words,
    createPublicKey({ key: Buffer.from(publicKey, 'base64'), format: 'der', type: 'spki' }),
    Buffer.from(signature, 'base64'),
  );

describe('the keyring', () => {
  it('makes a key that only its owner may read, and signs with it after a restart', async () => {
    const folder = join(temporaryFolder(), 'keys', 'roundtable');
    const publicKey = await openKeyring({ folder }).create('PLY');
    expect(readdirSync(folder)).toEqual(['PLY.key']);
    expect(statSync(join(folder, 'PLY.key')).mode & 0o777).toBe(0o600);
    expect(statSync(folder).mode & 0o077).toBe(0);
    expect(holds(publicKey, openKeyring({ folder }).sign('PLY', words, publicKey))).toBe(true);
  });

  it('goes on with the key of a founding that was interrupted', async () => {
    const folder = temporaryFolder();
    const first = await openKeyring({ folder }).create('PLY');
    expect(await openKeyring({ folder }).create('PLY')).toBe(first);
    writeFileSync(join(folder, 'LWN.key.new'), 'half a k');
    const second = await openKeyring({ folder }).create('LWN');
    expect(holds(second, openKeyring({ folder }).sign('LWN', words, second))).toBe(true);
  });

  it('takes keys from the environment first, and never repeats them in a complaint', async () => {
    const pem = generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
    const folder = temporaryFolder();
    const keyring = openKeyring({ folder, given: JSON.stringify({ PLY: pem }) });
    const publicKey = await keyring.create('PLY');
    expect(holds(publicKey, keyring.sign('PLY', words, publicKey))).toBe(true);
    await expect(keyring.prepare('PLY', publicKey)).rejects.toThrow(
      /^The key of PLY is given by ROUNDTABLE_KEYS, where/,
    );
    expect(readdirSync(folder)).toEqual([]);
    const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey.export({ type: 'pkcs8', format: 'pem' });
    for (const given of [
      '{',
      '[]',
      JSON.stringify({ ply: pem }),
      JSON.stringify({ PLY: 'secret' }),
      JSON.stringify({ PLY: rsa }),
    ]) {
      expect(() => openKeyring({ folder: null, given })).toThrow(/^ROUNDTABLE_KEYS cannot be read: it must be JSON/);
    }
  });

  it.skipIf(process.platform === 'win32')(
    'refuses a key that others may read, one that is none, and one that is not here',
    async () => {
      const folder = temporaryFolder();
      const publicKey = await openKeyring({ folder }).create('PLY');
      const file = join(folder, 'PLY.key');
      chmodSync(file, 0o640);
      expect(() => openKeyring({ folder }).sign('PLY', words, publicKey)).toThrow(
        /can be read by other users \(mode 640\): run "chmod 600/,
      );
      await expect(openKeyring({ folder }).create('PLY')).rejects.toThrow(/can be read by other users/);
      chmodSync(file, 0o600);
      writeFileSync(file, readFileSync(file, 'utf8').slice(0, 60));
      expect(() => openKeyring({ folder }).sign('PLY', words, publicKey)).toThrow(/cannot be read \(/);
      expect(() => openKeyring({ folder }).sign('LWN', words, publicKey)).toThrow(
        /The private key of LWN is not here .*LWN.key/,
      );
      await expect(openKeyring({ folder }).create('../PLY')).rejects.toThrow(/no alliance is called/);
    },
  );

  it('keeps the key of a rotation beside the present one, and signs with whichever the book names', async () => {
    const folder = temporaryFolder();
    const first = await openKeyring({ folder }).create('PLY');
    const second = await openKeyring({ folder }).prepare('PLY', first);
    const [later, founding] = readdirSync(folder).sort();
    expect(later).toMatch(/^PLY-[0-9a-f]{16}\.key$/);
    expect(founding).toBe('PLY.key');
    expect(statSync(join(folder, later!)).mode & 0o777).toBe(0o600);
    const after = openKeyring({ folder });
    expect(holds(second, after.sign('PLY', words, second))).toBe(true);
    expect(holds(first, after.sign('PLY', words, first))).toBe(true);
    expect([after.holds('PLY', [second]), after.holds('PLY', ['another', first])]).toEqual([true, true]);
    expect([after.holds('PLY', ['another']), after.holds('LWN', [first])]).toEqual([false, null]);
  });

  it('never signs with a key that is not the one of the book, nor prepares another without it', async () => {
    const folder = temporaryFolder();
    await openKeyring({ folder }).create('PLY');
    const elsewhere = await openKeyring({ folder: null }).create('PLY');
    const says =
      /^The private key of PLY is not here \(neither \S+PLY\.key nor \S+PLY-[0-9a-f]{16}\.key is it\): put it/;
    expect(() => openKeyring({ folder }).sign('PLY', words, elsewhere)).toThrow(says);
    await expect(openKeyring({ folder }).prepare('PLY', elsewhere)).rejects.toThrow(says);
    expect(readdirSync(folder)).toEqual(['PLY.key']);
  });

  it('keeps the keys of two databases in one folder apart', () => {
    expect(keysBeside('/data/roundtable.db')).toBe('/data/keys/roundtable');
    expect(keysBeside('/data/playground.db')).toBe('/data/keys/playground');
    expect(keysBeside(':memory:')).toBeNull();
  });
});
