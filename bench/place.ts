import {
  closeSync,
  fdatasyncSync,
  mkdtempSync,
  openSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeSync,
} from 'node:fs';
import { cpus, loadavg, release, tmpdir } from 'node:os';
import { join } from 'node:path';
import { median } from './pairs.js';

/** Where and on what a benchmark was run: without it a figure means nothing. */
export interface Place {
  readonly node: string;
  readonly system: string;
  readonly processor: string;
  readonly processors: number;
  readonly device: string;
  readonly fileSystem: string;
  /** Median time of writing 4 KiB at the end of a file and waiting for the disk. */
  readonly flushMs: number;
  /** Processes that wanted a processor in the minute before; above the number of processors, others were measured too. */
  readonly load: number;
}

/** A folder for one run, on the disk that is measured. Call `remove` when done. */
export const workFolder = (within: string = tmpdir()): { readonly path: string; readonly remove: () => void } => {
  const path = mkdtempSync(join(within, 'roundtable-bench-'));
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) };
};

/** Looks at the place of a folder. Throws where the folder is kept in memory: a flush there measures nothing. */
export const placeOf = (folder: string): Place => {
  const { device, fileSystem } = mountOf(folder);
  if (fileSystem === 'tmpfs' || fileSystem === 'ramfs') {
    throw new Error(
      `${folder} is kept in memory (${fileSystem}), where durability costs nothing: name another with --in.`,
    );
  }
  const processors = cpus();
  return {
    node: process.version,
    system: `${process.platform} ${release()} ${process.arch}`,
    processor: processors[0]?.model ?? 'unknown',
    processors: processors.length,
    device,
    fileSystem,
    flushMs: flushMsOf(folder),
    load: loadavg()[0] ?? Number.NaN,
  };
};

/** The mount with the longest path that leads to the folder, from the system's own table. */
const mountOf = (folder: string): { readonly device: string; readonly fileSystem: string } => {
  const real = `${realpathSync(folder)}/`;
  const mounts = mountTable().flatMap((line) => {
    const [before = '', after = ''] = line.split(' - ');
    const path = before.split(' ')[4];
    const [fileSystem, device] = after.split(' ');
    if (path === undefined || fileSystem === undefined || device === undefined) return [];
    return real.startsWith(path === '/' ? '/' : `${path}/`) ? [{ path, device, fileSystem }] : [];
  });
  const [nearest] = mounts.sort((a, b) => b.path.length - a.path.length);
  return nearest ?? { device: 'unknown', fileSystem: 'unknown' };
};

const mountTable = (): readonly string[] => {
  try {
    return readFileSync('/proc/self/mountinfo', 'utf8').split('\n');
  } catch {
    return [];
  }
};

const flushMsOf = (folder: string): number => {
  const path = join(folder, 'flush');
  const file = openSync(path, 'w');
  const block = Buffer.alloc(4_096, 1);
  try {
    return median(
      Array.from({ length: 200 }, () => {
        const from = performance.now();
        writeSync(file, block);
        fdatasyncSync(file);
        return performance.now() - from;
      }),
    );
  } finally {
    closeSync(file);
    rmSync(path);
  }
};
