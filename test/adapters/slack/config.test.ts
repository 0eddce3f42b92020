import { describe, expect, it } from 'vitest';
import { readConfig } from '../../../adapters/config.js';

const token = { SLACK_BOT_TOKEN: 'xoxb-of-the-tests' };
const http = { SLACK_SIGNING_SECRET: 'a-signing-secret' };
const socket = { SLACK_APP_TOKEN: 'xapp-of-the-tests' };
const client = { SLACK_CLIENT_ID: '123.456', SLACK_CLIENT_SECRET: 'a-client-secret' };
const key = (byte: number): string => Buffer.alloc(32, byte).toString('base64');
const keys = { SLACK_TOKEN_KEYS: `new:${key(2)},old:${key(1)}` };

const slackOf = (environment: Readonly<Record<string, string>>) => {
  const read = readConfig(environment);
  if ('problem' in read) throw new Error(read.problem);
  return read.config.slack;
};
const problemOf = (environment: Readonly<Record<string, string>>): string => {
  const read = readConfig(environment);
  return 'problem' in read ? read.problem : '';
};

describe('which way Slack is reached follows from the credentials that are there', () => {
  it('none: Slack is not configured', () => {
    expect(slackOf({})).toBeNull();
  });

  it('a signing secret: over HTTP, with or without an app token', () => {
    expect(slackOf({ ...token, ...http })?.receiving.kind).toBe('http');
    expect(slackOf({ ...token, ...http, ...socket })?.receiving.kind).toBe('http');
  });

  it('an app token alone: Socket Mode', () => {
    expect(slackOf({ ...token, ...socket })?.receiving.kind).toBe('socket');
  });

  it('a client with keys: several workspaces, and the first key writes', () => {
    const speaking = slackOf({ ...client, ...http, ...keys })?.speaking;
    expect(speaking?.kind === 'oauth' && speaking.keys.map(({ id }) => id)).toEqual(['new', 'old']);
  });
});

describe('what cannot work is refused with what to change', () => {
  it.each([
    ['nothing to receive with', token, 'SLACK_SIGNING_SECRET or SLACK_APP_TOKEN is missing'],
    ['nothing to speak with', http, 'SLACK_BOT_TOKEN is missing'],
    ['a token and a client', { ...token, ...client, ...http, ...keys }, 'exclude each other'],
    ['a client without its secret', { SLACK_CLIENT_ID: '123.456', ...http, ...keys }, 'belong together'],
    ['a client without keys', { ...client, ...http }, 'SLACK_TOKEN_KEYS is missing'],
    ['a client in Socket Mode', { ...client, ...socket, ...keys }, 'SLACK_SIGNING_SECRET is missing'],
    ['a short key', { ...client, ...http, SLACK_TOKEN_KEYS: 'k1:c2hvcnQ=' }, 'SLACK_TOKEN_KEYS must be'],
    ['two keys of one name', { ...client, ...http, SLACK_TOKEN_KEYS: `k:${key(1)},k:${key(2)}` }, 'different names'],
    ['a token of a person', { SLACK_BOT_TOKEN: 'xoxp-of-somebody', ...http }, 'SLACK_BOT_TOKEN must be'],
    ['an API in the open', { ...token, ...http, SLACK_API_URL: 'http://slack.example.org/api/' }, 'SLACK_API_URL must'],
    [
      'a name that looks like loopback',
      { ...token, ...http, SLACK_API_URL: 'http://127.0.0.1.example.org/' },
      'SLACK_API',
    ],
  ] as const)('%s', (_, environment, says) => {
    expect(problemOf(environment)).toContain(says);
  });

  it('no secret is repeated in what is said', () => {
    expect(problemOf({ SLACK_BOT_TOKEN: 'xoxp-secret-of-somebody', ...http })).not.toContain('secret-of-somebody');
  });

  it('the API may be this computer itself, and gets its slash', () => {
    expect(slackOf({ ...token, ...http, SLACK_API_URL: 'http://127.0.0.1:4000/api' })?.apiUrl).toBe(
      'http://127.0.0.1:4000/api/',
    );
  });
});
