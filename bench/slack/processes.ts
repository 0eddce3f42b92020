import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { testApp } from '../../test/adapters/slack/standin/answering.js';
import { ended, type Running } from '../processes.js';
import type { Ground } from './ground.js';

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

/** With what the program is told of the stand-in. */
export const settingsFor = (standin: RunningStandin): Readonly<Record<string, string>> => ({
  SLACK_BOT_TOKEN: standin.token,
  SLACK_SIGNING_SECRET: testApp.signingSecret,
  SLACK_API_URL: standin.url,
});
