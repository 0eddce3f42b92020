import { webApi } from '@slack/bolt';
import type { Logger } from 'pino';
import { slackLog } from './log.js';

/** Reaching Slack: one call at a time as it is told, no retries of its own, and an end to waiting. */
export const clientOptions = (apiUrl: string, log: Logger): webApi.WebClientOptions => ({
  slackApiUrl: apiUrl,
  logger: slackLog(log),
  retryConfig: { retries: 0 },
  rejectRateLimitedCalls: true,
  timeout: callTimeoutMs,
  allowAbsoluteUrls: false,
  fetch: withRetryAfter,
});

const callTimeoutMs = 10_000;

/** The client of each workspace's own token. */
export interface Workspaces {
  /** Null where the app is not installed, or not any more. */
  clientOf(tenant: string): Promise<webApi.WebClient | null>;
  clientWith(token: string): webApi.WebClient;
}

export const workspaces = (
  tokenOf: (tenant: string) => Promise<string | null>,
  options: webApi.WebClientOptions,
): Workspaces => {
  const clients = new Map<string, webApi.WebClient>();
  const clientWith = (token: string): webApi.WebClient => {
    const known = clients.get(token) ?? new webApi.WebClient(token, { ...options });
    clients.delete(token);
    clients.set(token, known);
    const [oldest] = clients.keys();
    if (clients.size > clientsMost && oldest !== undefined) clients.delete(oldest);
    return known;
  };
  return {
    clientWith,
    clientOf: async (tenant) => {
      const token = await tokenOf(tenant);
      return token === null ? null : clientWith(token);
    },
  };
};

const clientsMost = 500;

/** The client gives up on a 429 that does not say for how long; half a minute is said in its place (F48). */
const withRetryAfter: typeof fetch = async (input, init) => {
  const response = await fetch(input, init);
  if (response.status !== 429 || /^\s*\d{1,6}\s*$/u.test(response.headers.get('retry-after') ?? '')) return response;
  await response.body?.cancel();
  return new Response(null, { status: 429, headers: { 'retry-after': '30' } });
};
