import { execFile, execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { scenarios } from './faultyDiskScenarios.js';
import { temporaryFolder } from './stores.js';

type Outcome<S extends keyof typeof scenarios> = Awaited<ReturnType<(typeof scenarios)[S]>>;

/**
 * Plays a scenario in a process whose disk fails when the scenario says so, and gives back what it saw, with a line for
 * each file opened and each flush. The faults are real ones as SQLite meets them: its own system calls return errors.
 */
export const onFaultyDisk = async <S extends keyof typeof scenarios>(
  scenario: S,
): Promise<{ readonly outcome: Outcome<S>; readonly log: readonly string[] }> => {
  const folder = temporaryFolder();
  const shim = join(folder, 'faults.so');
  execFileSync(compiler, [
    '-shared',
    '-fPIC',
    '-O1',
    '-o',
    shim,
    fileURLToPath(new URL('faults.c', import.meta.url)),
    '-ldl',
  ]);
  const [control, log, disk] = [join(folder, 'control'), join(folder, 'log'), join(folder, 'disk')];
  mkdirSync(disk);
  writeFileSync(control, Buffer.alloc(32));
  writeFileSync(log, '');
  const program = fileURLToPath(new URL('faultyDiskScenarios.ts', import.meta.url));
  const { stdout } = await promisify(execFile)(
    process.execPath,
    ['--import', 'tsx', program, scenario, disk, control],
    {
      cwd: fileURLToPath(new URL('../..', import.meta.url)),
      env: { ...process.env, LD_PRELOAD: shim, FAULT_UNDER: `${disk}/`, FAULT_CONTROL: control, FAULT_LOG: log },
      maxBuffer: 16 * 1024 * 1024,
    },
  );
  return { outcome: JSON.parse(stdout) as Outcome<S>, log: readFileSync(log, 'utf8').trim().split('\n') };
};

const compiler = process.env['CC'] ?? 'cc';

const hasCompiler = (): boolean => {
  try {
    execFileSync(compiler, ['--version'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
};

/** Faults are put between a process and its disk with the loader of Linux and a C compiler. */
export const disksCanFail = process.platform === 'linux' && hasCompiler();
