import { LogLevel, type Logger as SlackLogger } from '@slack/bolt';
import type { Logger } from 'pino';

/**
 * Slack's libraries write their log through ours. They print whole payloads when they explain themselves, so what is
 * below a warning is left out, and what is kept is cut short, on one line and without anything that looks like a token.
 */
export const slackLog = (log: Logger): SlackLogger => {
  const said = (parts: readonly unknown[]): string => withoutTokens(parts.map(worded).join(' ')).slice(0, lineMost);
  return {
    debug: () => undefined,
    info: () => undefined,
    warn: (...parts) => log.warn({ by: 'slack' }, said(parts)),
    error: (...parts) => log.error({ by: 'slack' }, said(parts)),
    getLevel: () => LogLevel.WARN,
    setLevel: () => undefined,
    setName: () => undefined,
  };
};

/** Tokens, secrets of webhooks and answers' addresses. */
export const withoutTokens = (text: string): string =>
  text
    .replaceAll(/x(?:ox[a-z]?|app|oxe)[.-][\w.-]+/giu, '[token]')
    .replaceAll(/https:\/\/hooks\.slack\.com\/\S+/giu, '[address]')
    .replaceAll(/\s+/gu, ' ');

const worded = (part: unknown): string => {
  if (typeof part === 'string') return part;
  return part instanceof Error ? part.message : '';
};

const lineMost = 300;
