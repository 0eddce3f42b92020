import { spawn } from 'node:child_process';
import { join } from 'node:path';

/** The real program in a process of its own, as a person starts it, on its own file and a port that the system chose. */
export interface Program {
  readonly port: number;
  /** The playground's path with its token: "/p/…". */
  readonly base: string;
  readonly signal: (signal: 'SIGKILL' | 'SIGTERM') => void;
  readonly ended: Promise<Ending>;
}

export interface Ending {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  /** What it wrote for whoever keeps it. */
  readonly said: string;
}

/** Starts the compiled program in a folder and waits until it serves. Rejects when it ends before that. */
export const startProgram = async (folder: string): Promise<Program> => {
  const child = spawn(process.execPath, ['dist/adapters/main.js'], {
    env: {
      PATH: process.env['PATH'],
      PORT: '0',
      LOG_LEVEL: 'warn',
      DATABASE_URL: `file:${join(folder, 'record.db')}`,
      PLAYGROUND_DATABASE_URL: `file:${recordOf(folder)}`,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  const ended = new Promise<Ending>((resolve) => {
    child.once('close', (code, signal) => resolve({ code, signal, said }));
  });
  const served = new Promise<RegExpExecArray>((resolve) => {
    const listen = (chunk: Buffer): void => {
      said = `${said}${chunk.toString()}`.slice(-20_000);
      const address = /http:\/\/127\.0\.0\.1:(\d+)(\/p\/[\w-]+)\//u.exec(said);
      if (address) resolve(address);
    };
    child.stdout.on('data', listen);
    child.stderr.on('data', listen);
  });
  const first = await Promise.race([served, ended]);
  if (!Array.isArray(first)) throw new Error(`the program did not start: ${JSON.stringify(first)}`);
  return { port: Number(first[1]), base: first[2] ?? '', signal: (signal) => child.kill(signal), ended };
};

/** The file in which the program keeps its practice books in this folder. */
export const recordOf = (folder: string): string => join(folder, 'playground.db');
