import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { encodePress, type Press } from '../../../src/cards/press.js';

/** The real process, on a free port, with a data folder of its own. */
export interface PlaygroundProcess {
  /** "http://127.0.0.1:41234" */
  readonly origin: string;
  /** Address of the playground, without a slash at its end. */
  readonly base: string;
  readonly folder: string;
  readonly process: ChildProcess;
  /** Everything it wrote to standard error so far: its log. */
  readonly log: () => string;
  /** Asks it to end and gives its exit code. The data folder stays until `remove`. */
  readonly stop: (signal?: NodeJS.Signals) => Promise<number | null>;
  readonly remove: () => Promise<void>;
}

export const token = 'a-token-for-tests-0123456789';

export const startPlayground = async (
  settings: Readonly<Record<string, string>> = {},
  folder = mkdtempSync(join(tmpdir(), 'roundtable-')),
): Promise<PlaygroundProcess> => {
  const { child, log } = launch(folder, { PLAYGROUND_TOKEN: token, PORT: '0', ...settings });
  const base = await printedAddress(child, log);
  const stop = async (signal: NodeJS.Signals = 'SIGTERM'): Promise<number | null> => {
    if (child.exitCode === null && child.signalCode === null) {
      child.kill(signal);
      await once(child, 'exit');
    }
    return child.exitCode;
  };
  return {
    origin: new URL(base).origin,
    base: base.replace(/\/$/, ''),
    folder,
    process: child,
    log,
    stop,
    remove: async () => {
      await stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
};

/** Starts it and waits for its end: for starts that are refused. */
export const startToRefusal = async (
  settings: Readonly<Record<string, string>>,
  folder: string,
): Promise<{ readonly code: number | null; readonly said: string }> => {
  const { child, log } = launch(folder, { PORT: '0', ...settings });
  await once(child, 'exit');
  return { code: child.exitCode, said: log() };
};

/** A press as a program sends it. */
export const send = async (
  playground: PlaygroundProcess,
  at: string,
  fields: Readonly<Record<string, string>> | string,
  headers: Readonly<Record<string, string>> = {},
): Promise<{ readonly status: number; readonly body: Answer }> => {
  const answer = await fetch(`${playground.base}/${at}`, {
    method: 'POST',
    redirect: 'manual',
    body: typeof fields === 'string' ? fields : new URLSearchParams(fields),
    headers: {
      accept: 'application/json',
      origin: playground.origin,
      'content-type': 'application/x-www-form-urlencoded',
      ...headers,
    },
  });
  return { status: answer.status, body: (await answer.json()) as Answer };
};

export interface Answer {
  readonly kind: 'done' | 'refused' | 'error';
  readonly why?: string;
  readonly repeated?: boolean;
  readonly seqs?: readonly number[];
  readonly summary: string;
  readonly now?: string;
}

let acts = 0;
/** A nonce that no act of this run has used. */
export const nonce = (): string => `test-${process.pid}-${(acts += 1).toString().padStart(10, '0')}`;

export const press = (
  playground: PlaygroundProcess,
  chair: string,
  what: Press,
  answers: Readonly<Record<string, string>> = {},
): ReturnType<typeof send> =>
  send(playground, `${what.alliance}/${chair}/press`, {
    press: encodePress(what),
    nonce: nonce(),
    ...Object.fromEntries(Object.entries(answers).map(([name, text]) => [`answer.${name}`, text])),
  });

/** Moves the clock of the playground on. */
export const moveTo = (playground: PlaygroundProcess, to: string): ReturnType<typeof send> =>
  send(playground, 'clock', { to });

const root = fileURLToPath(new URL('../../../', import.meta.url));

const launch = (
  folder: string,
  settings: Readonly<Record<string, string>>,
): { readonly child: ChildProcess; readonly log: () => string } => {
  const { PATH = '', HOME = '', TMPDIR = '' } = process.env;
  const child = spawn(process.execPath, ['--import', import.meta.resolve('tsx'), join(root, 'adapters/main.ts')], {
    cwd: folder,
    env: { PATH, HOME, TMPDIR, ...settings },
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
    child.once('exit', (code) => reject(new Error(`the playground ended with ${code}: ${log()}`)));
  });
