import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

/** A process that was started, and how it is ended. */
export interface Running {
  readonly url: string;
  readonly end: () => Promise<void>;
}

/** Starts the program itself on a record, with the settings of a platform; resolves once it says where it is. */
export const runProgram = async (file: string, settings: Readonly<Record<string, string>>): Promise<Running> => {
  const child = spawn(process.execPath, [fileURLToPath(new URL('../adapters/main.js', import.meta.url))], {
    env: {
      PATH: process.env['PATH'] ?? '',
      PORT: '0',
      DATABASE_URL: `file:${file}`,
      LOG_LEVEL: 'error',
      ...settings,
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  for await (const chunk of child.stdout) {
    const port = /127\.0\.0\.1:(\d+)/u.exec(String(chunk))?.[1];
    if (port === undefined) continue;
    child.stdout.resume();
    return { url: `http://127.0.0.1:${port}`, end: () => ended(child, () => child.kill('SIGTERM')) };
  }
  throw new Error('the program ended before it was ready');
};

/** Ends a process in its own way and waits until it is gone. */
export const ended = async (child: ChildProcess, end: () => void): Promise<void> => {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exit = once(child, 'exit');
  end();
  await exit;
};
