import { randomBytes } from 'node:crypto';
import { existsSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { keysBeside, openKeyring } from '../../db/keyring.js';
import { openStore } from '../../db/store.js';
import type { Command } from '../../src/alliance/commands.js';
import { instantOf } from '../../src/alliance/instant.js';
import type { Actor } from '../../src/alliance/names.js';
import { openClerk } from '../../src/clerk/clerk.js';
import type { Clerk, Reply } from '../../src/clerk/orders.js';
import type { Keyring, Ledger } from '../../src/clerk/ports.js';
import { audit } from '../../src/ledger/auditor.js';
import { exampleCharter } from '../alliance/charters.js';
import { temporaryFolder } from '../db/stores.js';

interface Office {
  readonly clerk: Clerk;
  readonly close: () => Promise<void>;
  readonly reported: readonly unknown[];
}

interface Breaking {
  readonly ledger?: (ledger: Ledger) => Ledger;
  readonly keyring?: (keyring: Keyring) => Keyring;
}

/** A process on a file, and what of it is to break. */
const openOn = (file: string, { ledger = (it) => it, keyring = (it) => it }: Breaking = {}): Office => {
  const store = openStore(file);
  const reported: unknown[] = [];
  const clerk = openClerk({
    ledger: ledger(store),
    directory: store,
    keyring: keyring(openKeyring({ folder: keysBeside(file) })),
    clock: { now: () => instantOf(Date.now()), monotonicMs: () => performance.now() },
    randomness: { bytes: (count) => randomBytes(count) },
    report: (thrown) => void reported.push(thrown),
  });
  const close = async (): Promise<void> => {
    await clerk.close();
    await store.close();
  };
  onTestFinished(close);
  return { clerk, close, reported };
};

/** A file with Plymouth in it, as one process left it. */
const founded = async (): Promise<string> => {
  const file = join(temporaryFolder(), 'roundtable.db');
  const { clerk, close } = openOn(file);
  await clerk.found(exampleCharter('plymouth'), { practice: false, via: 'cli' });
  await close();
  return file;
};

/** The Alliance Manager records something, as any order would. */
const rename = (clerk: Clerk, name: string): Promise<Reply> =>
  order(clerk, 'person:21', { kind: 'renamePerson', person: 'person:21', name });

const order = (clerk: Clerk, by: Actor, command: Command): Promise<Reply> =>
  clerk.serve({ alliance: 'PLY', by, command, cause: randomBytes(8).toString('hex'), via: 'web' });

/** What the auditor finds in the file, and whose key it names. */
const judged = async (file: string) => {
  const store = openStore(file, { reading: true });
  const entries = await store.read('PLY', 0, 10_000);
  const { findings } = audit({ entries, signedHead: await store.signedHead('PLY') });
  await store.close();
  return { findings, rotations: entries.filter(({ kind }) => kind === 'KeyRotated').length };
};

const keysIn = (file: string): readonly string[] => readdirSync(keysBeside(file)!).sort();

/** Afterwards another process must be able to add to the book and to rotate its key. */
const goesOn = async (file: string, rotations: number): Promise<void> => {
  expect(await judged(file)).toEqual({ findings: [], rotations });
  const { clerk, close } = openOn(file);
  expect((await rename(clerk, `Morgan Vale ${rotations}`)).kind).toBe('done');
  expect((await clerk.rotateKey('PLY')).kind).toBe('done');
  expect((await rename(clerk, 'Morgan Vale')).kind).toBe('done');
  await close();
  expect(await judged(file)).toEqual({ findings: [], rotations: rotations + 1 });
};

describe('rotating the key of a book', () => {
  it('signs the entry that names the new key with the new key, and everything after it', async () => {
    const file = await founded();
    const { clerk, close } = openOn(file);
    const before = (await clerk.view('PLY'))!.publicKey;
    await rename(clerk, 'Morgan Vale');
    const reply = await clerk.rotateKey('PLY');
    expect(reply.kind === 'done' && reply.entries.map(({ kind, by, subject }) => [kind, by, subject])).toEqual([
      ['KeyRotated', 'operator', 'alliance'],
    ]);
    expect((await clerk.view('PLY'))!.publicKey).not.toBe(before);
    await close();
    expect(await judged(file)).toEqual({ findings: [], rotations: 1 });
    await goesOn(file, 1);
  });

  it('is refused to everybody but the operator, and for a handover that was signed for another place', async () => {
    const { clerk } = openOn(await founded());
    const { seq } = await clerk.head('PLY');
    const command = { kind: 'rotateKey', publicKey: 'key', handover: 'signature', after: seq } as const;
    expect(await order(clerk, 'person:21', command)).toMatchObject({ refusal: { why: 'operatorOnly' } });
    const late = { ...command, after: seq - 1 };
    expect(await order(clerk, 'operator', late)).toMatchObject({ refusal: { why: 'notRecordedTryAgain' } });
    expect(await clerk.rotateKey('NONE')).toMatchObject({ refusal: { why: 'noSuchAlliance' } });
    expect((await clerk.head('PLY')).seq).toBe(seq);
  });

  it('changes nothing when the new key cannot be kept', async () => {
    const file = await founded();
    const broken = openOn(file, {
      keyring: (keyring) => ({ ...keyring, prepare: () => Promise.reject(new Error('no space left')) }),
    });
    await expect(broken.clerk.rotateKey('PLY')).rejects.toThrow('no space left');
    await broken.close();
    await goesOn(file, 0);
  });

  it('goes on with the present key when it ends after the new one was kept and before the entry', async () => {
    const file = await founded();
    const broken = openOn(file, {
      ledger: (ledger) => ({ ...ledger, append: () => Promise.reject(new Error('the disk is full')) }),
    });
    expect(await broken.clerk.rotateKey('PLY')).toMatchObject({ refusal: { why: 'notRecordedTryAgain' } });
    expect(broken.reported).toEqual([new Error('the disk is full')]);
    await broken.close();
    expect(keysIn(file)).toHaveLength(2);
    await goesOn(file, 0);
  });

  it('goes on with the new key when it ends right after the entry, before anybody was told', async () => {
    const file = await founded();
    const broken = openOn(file, {
      ledger: (ledger) => ({
        ...ledger,
        append: async (batches) => {
          await ledger.append(batches);
          throw new Error('ended');
        },
      }),
    });
    expect((await broken.clerk.rotateKey('PLY')).kind).toBe('refused');
    await broken.close();
    await goesOn(file, 1);
  });

  it('adds nothing once the new key is lost, though the earlier one is there, and says which file is missing', async () => {
    const file = await founded();
    const first = openOn(file);
    await first.clerk.rotateKey('PLY');
    await first.close();
    const [later] = keysIn(file);
    rmSync(join(keysBeside(file)!, later!));
    const { clerk, reported } = openOn(file);
    expect(await rename(clerk, 'Morgan Vale')).toMatchObject({ refusal: { why: 'notRecordedTryAgain' } });
    expect(String(reported[0])).toContain(later);
    await expect(clerk.rotateKey('PLY')).rejects.toThrow(/The private key of PLY is not here/);
    expect(existsSync(join(keysBeside(file)!, 'PLY.key'))).toBe(true);
    expect(await judged(file)).toEqual({ findings: [], rotations: 1 });
  });
});
