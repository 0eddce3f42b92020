import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';

/** The real program in a process of its own, with a folder to work in. */
export interface ProgramProcess {
  /** The address that it printed when it was ready. */
  readonly address: string;
  readonly process: ChildProcess;
  /** Everything it wrote to standard error so far: its log. */
  readonly log: () => string;
  /** Asks it to end, or kills it, and gives its exit code: null where a signal ended it. */
  readonly stop: (signal?: NodeJS.Signals) => Promise<number | null>;
}

/**
 * Starts it with these settings and no others; rejects with its log when it ends before it is ready. From the sources,
 * or, where it is started often, as `npm test` has compiled it.
 */
export const startProgram = async (
  folder: string,
  settings: Readonly<Record<string, string>>,
  from: 'sources' | 'compiled' = 'sources',
): Promise<ProgramProcess> => {
  const { child, log } = launch(folder, settings, from);
  const address = await printedAddress(child, log);
  const stop = async (signal: NodeJS.Signals = 'SIGTERM'): Promise<number | null> => {
    if (child.exitCode === null && child.signalCode === null) {
      child.kill(signal);
      await once(child, 'exit');
    }
    return child.exitCode;
  };
  return { address, process: child, log, stop };
};

/** Starts it and waits for its end: for starts that are refused. */
export const startToRefusal = async (
  settings: Readonly<Record<string, string>>,
  folder: string,
): Promise<{ readonly code: number | null; readonly said: string }> => {
  const { child, log } = launch(folder, settings, 'sources');
  await once(child, 'exit');
  return { code: child.exitCode, said: log() };
};

/** What a command printed, and its exit code. */
export interface Ran {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** Runs the command line as `npm test` has compiled it. */
export const runCompiled = (
  folder: string,
  words: readonly string[],
  settings: Readonly<Record<string, string>>,
): Promise<Ran> =>
  new Promise((resolve) => {
    const entry = join(root, 'dist/adapters/cli/roundtable.js');
    const child = execFile(process.execPath, [entry, ...words], { cwd: folder, env: settings }, (_, out, err) => {
      resolve({ code: child.exitCode, out, err });
    });
  });

const root = fileURLToPath(new URL('../../', import.meta.url));

const launch = (
  folder: string,
  settings: Readonly<Record<string, string>>,
  from: 'sources' | 'compiled',
): { readonly child: ChildProcess; readonly log: () => string } => {
  const { PATH = '', HOME = '', TMPDIR = '' } = process.env;
  const words =
    from === 'compiled'
      ? [join(root, 'dist/adapters/main.js')]
      : ['--import', import.meta.resolve('tsx'), join(root, 'adapters/main.ts')];
  const child = spawn(process.execPath, words, {
    cwd: folder,
    env: { PATH, HOME, TMPDIR, PORT: '0', ...settings },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => (said += text));
  return { child, log: () => said };
};

const printedAddress = (child: ChildProcess, log: () => string): Promise<string> =>
  new Promise((resolve, reject) => {
    let printed = '';
    child.stdout?.setEncoding('utf8').on('data', (text: string) => {
      printed += text;
      const address = /http:\S+/.exec(printed)?.[0];
      if (address !== undefined) resolve(address);
    });
    child.once('exit', (code) => reject(new Error(`the program ended with ${code}: ${log()}`)));
  });
