import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  readFileSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import Database from 'better-sqlite3';
import { describe, expect, it, onTestFinished } from 'vitest';
import { logLimitBytes, openDatabase } from '../../db/open.js';
import { openStore, type Store } from '../../db/store.js';
import { openThreadStore } from '../../db/thread.js';
import { bookOf, keep } from './books.js';
import { canMount, mounted } from './mounting.js';
import { temporaryFolder, temporaryPath } from './stores.js';

const recorded = async (): Promise<string> => {
  const path = temporaryPath();
  const store = openStore(path);
  await keep(store, (await bookOf()).write());
  await store.close();
  return path;
};

/** The files as a killed process leaves them: the log is there and holds what the database does not. */
const killedWhileWriting = async (pages = 1): Promise<string> => {
  const path = temporaryPath();
  const [store, book] = [openStore(path), await bookOf()];
  await keep(store, book.write());
  for (let page = 0; page < pages; page += 1) await keep(store, book.write());
  const left = join(temporaryFolder(), 'roundtable.db');
  for (const suffix of ['', '-wal', '-shm']) copyFileSync(`${path}${suffix}`, `${left}${suffix}`);
  await store.close();
  return left;
};

const refusal = (path: string): string => {
  try {
    openDatabase(path).close();
    return 'opened';
  } catch (thrown) {
    expect(thrown).toMatchObject({ name: 'StoreRefused' });
    return (thrown as Error).message;
  }
};

describe('a connection', () => {
  it('waits for the disk at each commit, overwrites what it deletes, and keeps its log short', async () => {
    const client = openDatabase(await recorded());
    const settings = ['journal_mode', 'synchronous', 'foreign_keys', 'secure_delete', 'journal_size_limit'];
    expect(settings.map((name) => client.pragma(name, { simple: true }))).toEqual(['wal', 2, 1, 1, logLimitBytes]);
    client.close();
  });

  it('[F10] carries the log into the database again after somebody has held a snapshot', async () => {
    const path = await recorded();
    const store = openStore(path);
    const reader = openDatabase(path, { reading: true });
    reader.exec('BEGIN');
    expect(reader.prepare('SELECT COUNT(*) FROM ledger').pluck().get()).toBe(2);
    const book = await bookOf('LWN');
    const much = Array.from({ length: 400 }, (_, index) => `Person ${index} ${'x'.repeat(2_000)}`);
    while (statSync(`${path}-wal`).size < 1.5 * logLimitBytes) await keep(store, book.write({ names: much }));
    expect(reader.prepare('SELECT COUNT(*) FROM ledger').pluck().get()).toBe(2);
    reader.exec('COMMIT');
    for (let page = 0; page < 3; page += 1) await keep(store, book.write({ names: much }));
    expect(statSync(`${path}-wal`).size).toBeLessThanOrEqual(logLimitBytes);
    reader.close();
    await store.close();
  });
});

describe('a file that is no record', () => {
  it.each([
    ['text', 'The minutes of the last meeting\n'.repeat(400), /is not a Roundtable database/],
    ['nothing', '', /is empty, which a record never is/],
  ])('[F13] that holds %s is refused and left as it is', (_, content, sentence) => {
    const path = temporaryPath();
    writeFileSync(path, content);
    expect(refusal(path)).toMatch(sentence);
    expect(readFileSync(path, 'utf8')).toBe(content);
  });

  it('[F13] that is a folder or another program’s database is refused', () => {
    const path = temporaryPath();
    mkdirSync(path);
    expect(refusal(path)).toMatch(/is not a file/);
    const other = temporaryPath();
    new Database(other).exec('CREATE TABLE things (a)').close();
    expect(refusal(other)).toMatch(/is a database of another program/);
  });
});

describe('a record that was damaged', () => {
  it.each([0.3, 0.6, 0.9])('[F13] and lost all but %d of its bytes is refused', async (part) => {
    const path = await recorded();
    truncateSync(path, Math.floor((statSync(path).size * part) / 4096) * 4096);
    const left = readFileSync(path);
    expect(refusal(path)).toMatch(/is damaged: restore a backup/);
    expect(readFileSync(path).equals(left)).toBe(true);
  });

  it('[F13] and is empty or gone beside its log is refused, and no fresh book is begun', async () => {
    const emptied = await killedWhileWriting();
    truncateSync(emptied, 0);
    expect(refusal(emptied)).toMatch(/is empty, which a record never is/);
    const path = await killedWhileWriting();
    const moved = `${path}.moved`;
    copyFileSync(path, moved);
    execFileSync('rm', [path]);
    expect(refusal(path)).toMatch(/is missing, but its write-ahead log .* is there/);
    expect(existsSync(path)).toBe(false);
    copyFileSync(moved, path);
    const store = openStore(path);
    expect(await store.read('PLY', 0, 10)).toHaveLength(3);
    await store.close();
  });

  it('[F13] whose log is gone still has its books, up to where they were carried over', async () => {
    const path = await killedWhileWriting();
    execFileSync('rm', [`${path}-wal`]);
    const store = openStore(path);
    expect((await store.alliances()).map(({ code }) => code)).toEqual(['PLY']);
    expect(await store.read('PLY', 0, 10)).toHaveLength(2);
    await store.close();
  });

  it('[F13] by a stale index of its log recovers by itself', async () => {
    const path = await killedWhileWriting(3);
    const other = await killedWhileWriting(1);
    copyFileSync(`${other}-shm`, `${path}-shm`);
    const store = openStore(path);
    expect(await store.read('PLY', 0, 10)).toHaveLength(5);
    await store.close();
  });

  it('[F13] by the log of another record is refused before anything of it is carried over', async () => {
    const [path, other] = [await killedWhileWriting(2), await killedWhileWriting(4)];
    const before = readFileSync(path);
    copyFileSync(`${other}-wal`, `${path}-wal`);
    expect(refusal(path)).toMatch(/and its write-ahead log .* do not belong together/);
    expect(readFileSync(path).equals(before)).toBe(true);
  });

  it('[F13] by a restoring that was interrupted is refused until that is finished', async () => {
    const path = await recorded();
    writeFileSync(`${path}.restoring`, '');
    expect(refusal(path)).toMatch(/restoring of .* was interrupted: run "roundtable restore" again/);
  });
});

describe('a place where nothing can be written', () => {
  it.skipIf(!canMount)('[F9] because it is mounted to be read only is refused with a sentence', async () => {
    const folder = await mounted('ro', async (place) => {
      copyFileSync(await recorded(), join(place, 'roundtable.db'));
    });
    expect(refusal(join(folder, 'roundtable.db'))).toMatch(/can only be read here|must be able to read and write/);
    expect(refusal(join(folder, 'new.db'))).toMatch(/can only be read here|must be able to read and write/);
  });

  it('[F9] because of its permissions is refused with a sentence to whoever has not the right', async () => {
    const path = await recorded();
    chmodSync(path, 0o444);
    chmodSync(dirname(path), 0o555);
    onTestFinished(() => chmodSync(dirname(path), 0o755));
    const program = `
      import { openDatabase } from './db/open.ts';
      if (process.getuid?.() === 0) process.setuid(65534);
      try { openDatabase(${JSON.stringify(path)}); } catch (thrown) { process.stdout.write(thrown.name + ': ' + thrown.message); process.exitCode = 1; }`;
    const child = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', program], {
      cwd: fileURLToPath(new URL('../..', import.meta.url)),
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    let said = '';
    child.stdout.on('data', (bytes: Buffer) => (said += bytes.toString()));
    const [code] = (await once(child, 'close')) as [number];
    expect(said).toMatch(/^StoreRefused: .* (cannot be opened: the account that runs|can only be read here)/);
    expect(code).toBe(1);
  });
});

describe.skipIf(!canMount)('a disk that is full', () => {
  it('[F8] acknowledges nothing, answers reads, and goes on by itself when there is room', async () => {
    const folder = await mounted('size=2m', (place) => writeFileSync(join(place, 'ballast'), Buffer.alloc(900_000)));
    const store = await openThreadStore(join(folder, 'roundtable.db'));
    const book = await bookOf();
    await keep(store, book.write());
    const names = Array.from({ length: 60 }, (_, index) => `Person ${index}`);
    let acknowledged = book.head();
    let batch = book.write({ names });
    let failure: unknown = null;
    while (failure === null) {
      try {
        await keep(store, batch);
        acknowledged = book.head();
        batch = book.write({ names });
      } catch (thrown) {
        failure = thrown;
      }
    }
    expect(failure).toMatchObject({ code: 'SQLITE_FULL' });
    expect(await store.head('PLY')).toEqual(acknowledged);
    expect(await store.read('PLY', 0, 3)).toHaveLength(3);
    await expect(store.append([batch])).rejects.toMatchObject({ code: 'SQLITE_FULL' });
    execFileSync('rm', [join(folder, 'ballast')]);
    await keep(store, batch);
    expect(await store.head('PLY')).toEqual(book.head());
    await store.close();
  });
});

describe('two servers on one file', () => {
  const ways: readonly (readonly [string, (path: string) => Store | Promise<Store>])[] = [
    ['on this thread', openStore],
    ['writing on its own', openThreadStore],
  ];
  it.each(ways)('[F14] the second is refused with a sentence, in one process, %s', async (_, again) => {
    const path = temporaryPath();
    const store = openStore(path);
    await expect((async () => again(path))()).rejects.toThrow(
      /is in use by a Roundtable that is running: stop it first/,
    );
    const looking = openStore(path, { reading: true });
    expect(await looking.alliances()).toEqual([]);
    await looking.close();
    await store.close();
    await (await again(path)).close();
  });

  it('[F14] the second is refused while another process lives, and gets its place when that is killed', async () => {
    const path = temporaryPath();
    const program = `import { openStore } from './db/store.ts'; openStore(${JSON.stringify(path)}); globalThis.gc(); process.stdout.write('open'); setInterval(() => undefined, 1e6);`;
    const child = spawn(process.execPath, ['--expose-gc', '--import', 'tsx', '--input-type=module', '-e', program], {
      cwd: fileURLToPath(new URL('../..', import.meta.url)),
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    onTestFinished(() => void child.kill('SIGKILL'));
    await Promise.race([once(child.stdout, 'data'), once(child, 'close')]);
    expect(() => openStore(path)).toThrow(/is in use by a Roundtable that is running/);
    child.kill('SIGKILL');
    await once(child, 'close');
    await openStore(path).close();
  });
});
