import { type ChildProcess, fork, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { testApp } from '../../test/adapters/slack/standin/answering.js';
import type { Ground } from './ground.js';

/** A process that was started, and how it is ended. */
export interface Running {
  readonly url: string;
  readonly end: () => Promise<void>;
}

export interface RunningStandin extends Running {
  readonly token: string;
  /** Calls so far, by method; refused ones under "method error" too. */
  readonly counts: () => Promise<Readonly<Record<string, number>>>;
}

const beside = (file: string): string => fileURLToPath(new URL(file, import.meta.url));

/** Starts the stand-in for Slack with these cards standing. */
export const runStandin = async (shown: Ground['shown']): Promise<RunningStandin> => {
  const child = fork(beside('./standin.js'));
  child.send(shown);
  const [{ url, token }] = (await once(child, 'message')) as [{ url: string; token: string }];
  return {
    url,
    token,
    counts: async () => {
      child.send('counts');
      const [{ counts }] = (await once(child, 'message')) as [{ counts: Readonly<Record<string, number>> }];
      return counts;
    },
    end: () => ended(child, () => child.disconnect()),
  };
};

export const runBareBolt = async (): Promise<Running> => {
  const child = fork(beside('./bareBolt.js'));
  const [{ url }] = (await once(child, 'message')) as [{ url: string }];
  return { url, end: () => ended(child, () => child.disconnect()) };
};

/** Starts the program itself on a record, with the stand-in for its Slack; resolves once it says where it is. */
export const runProgram = async (file: string, standin: RunningStandin): Promise<Running> => {
  const child = spawn(process.execPath, [beside('../../adapters/main.js')], {
    env: {
      PATH: process.env['PATH'] ?? '',
      PORT: '0',
      DATABASE_URL: `file:${file}`,
      LOG_LEVEL: 'error',
      SLACK_BOT_TOKEN: standin.token,
      SLACK_SIGNING_SECRET: testApp.signingSecret,
      SLACK_API_URL: standin.url,
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

const ended = async (child: ChildProcess, end: () => void): Promise<void> => {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exit = once(child, 'exit');
  end();
  await exit;
};
