import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { ended, type Running } from '../processes.js';
import { app, secret, tenant } from './ground.js';

/** The stand-in for Teams, as it says that it can be reached. */
export interface RunningStandin extends Running {
  readonly openIdUrl: string;
  readonly service: string;
  /** With which everything of the benchmark is sent. */
  readonly token: string;
}

export const runStandin = async (): Promise<RunningStandin> => {
  const child = fork(beside('./standin.js'));
  const [said] = (await once(child, 'message')) as [Omit<RunningStandin, 'end'>];
  return { ...said, end: () => ended(child, () => child.disconnect()) };
};

export const runBareBot = async ({ openIdUrl, url: standin }: RunningStandin): Promise<Running> => {
  const child = fork(beside('./bareBot.js'));
  child.send({ openIdUrl, url: standin });
  const [{ url }] = (await once(child, 'message')) as [{ url: string }];
  return { url, end: () => ended(child, () => child.disconnect()) };
};

/** With what the program is told of the stand-in. */
export const settingsFor = ({ url, openIdUrl }: RunningStandin): Readonly<Record<string, string>> => ({
  MicrosoftAppId: app,
  MicrosoftAppPassword: secret,
  MicrosoftAppTenantId: tenant,
  TEAMS_SERVICE_HOSTS: new URL(url).host,
  TEAMS_OPENID_URL: openIdUrl,
  TEAMS_LOGIN_URL: `${url}/`,
});

const beside = (file: string): string => fileURLToPath(new URL(file, import.meta.url));
