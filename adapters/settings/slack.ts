import { z } from 'zod';
import { slackSettingWords } from '../../src/cards/words/server.js';
import { secureUrl } from './addresses.js';

/** How Slack reaches us, and as whom we speak to it. */
export interface SlackConfig {
  /** Address of the Web API, with a slash at its end. */
  readonly apiUrl: string;
  /** Where browsers and Slack reach this server, if somebody said so. */
  readonly publicUrl: string | null;
  readonly receiving:
    { readonly kind: 'http'; readonly signingSecret: string } | { readonly kind: 'socket'; readonly appToken: string };
  readonly speaking:
    | { readonly kind: 'token'; readonly botToken: string }
    | {
        readonly kind: 'oauth';
        readonly clientId: string;
        readonly clientSecret: string;
        /** The first writes, all read. */
        readonly keys: readonly [TokenKey, ...TokenKey[]];
      };
}

/** A key that seals the tokens of workspaces: its name, and 32 bytes. */
export interface TokenKey {
  readonly id: string;
  readonly key: Buffer;
}

/** Which of Slack's settings go together; every combination that cannot work is refused with what to change. */
export const slackIn = (given: Given): SlackConfig | { readonly problems: readonly string[] } | null => {
  const names = Object.keys(given).filter((name) => name.startsWith('SLACK_') && name !== 'SLACK_API_URL');
  if (names.length === 0) return null;
  const receiving = receivingIn(given);
  const speaking = speakingIn(given);
  const problems = slackProblems(given);
  if (problems.length > 0 || receiving === null || speaking === null) return { problems };
  return { apiUrl: given.SLACK_API_URL, publicUrl: given.PUBLIC_URL ?? null, receiving, speaking };
};

const receivingIn = (given: Given): SlackConfig['receiving'] | null => {
  const { SLACK_SIGNING_SECRET: signingSecret, SLACK_APP_TOKEN: appToken } = given;
  if (signingSecret !== undefined) return { kind: 'http', signingSecret };
  return appToken === undefined ? null : { kind: 'socket', appToken };
};

const speakingIn = (given: Given): SlackConfig['speaking'] | null => {
  const { SLACK_BOT_TOKEN: botToken, SLACK_CLIENT_ID: clientId, SLACK_CLIENT_SECRET: clientSecret } = given;
  const [first, ...others] = given.SLACK_TOKEN_KEYS ?? [];
  if (botToken !== undefined) return { kind: 'token', botToken };
  if (clientId === undefined || clientSecret === undefined || first === undefined) return null;
  return { kind: 'oauth', clientId, clientSecret, keys: [first, ...others] };
};

const slackProblems = (given: Given): readonly string[] => {
  const { SLACK_BOT_TOKEN: token, SLACK_CLIENT_ID: client, SLACK_CLIENT_SECRET: secretOfClient } = given;
  const words = slackSettingWords;
  const receives = receivingIn(given)?.kind;
  const found: readonly (readonly [boolean, string])[] = [
    [receives === undefined, words.receiving],
    [token === undefined && client === undefined, words.speaking],
    [token !== undefined && client !== undefined, words.both],
    [(client === undefined) !== (secretOfClient === undefined), words.clientPair],
    [client !== undefined && given.SLACK_TOKEN_KEYS === undefined, words.keysMissing],
    [client !== undefined && receives === 'socket', words.socketInstalls],
  ];
  return found.flatMap(([is, problem]) => (is ? [problem] : []));
};

const tokenKeys = z
  .string()
  .regex(/^[\w-]{1,40}:[A-Za-z0-9+/]{43}=(?:,[\w-]{1,40}:[A-Za-z0-9+/]{43}=)*$/, slackSettingWords.keys)
  .transform((list) =>
    list.split(',').map((each): TokenKey => {
      const [id = '', key = ''] = each.split(':');
      return { id, key: Buffer.from(key, 'base64') };
    }),
  )
  .refine((all) => new Set(all.map(({ id }) => id)).size === all.length, slackSettingWords.keys);

const secret = (sentence: string) => z.string().regex(/^[\x21-\x7e]{8,200}$/, sentence);

/** Slack's settings, each by itself. */
export const slackSettings = {
  SLACK_BOT_TOKEN: z
    .string()
    .regex(/^xoxb-[\w-]{4,200}$/, slackSettingWords.botToken)
    .optional(),
  SLACK_SIGNING_SECRET: secret(slackSettingWords.signingSecret).optional(),
  SLACK_APP_TOKEN: z
    .string()
    .regex(/^xapp-[\w-]{4,300}$/, slackSettingWords.appToken)
    .optional(),
  SLACK_CLIENT_ID: z
    .string()
    .regex(/^[\w.-]{3,100}$/, slackSettingWords.clientId)
    .optional(),
  SLACK_CLIENT_SECRET: secret(slackSettingWords.clientSecret).optional(),
  SLACK_TOKEN_KEYS: tokenKeys.optional(),
  SLACK_API_URL: secureUrl(slackSettingWords.apiUrl)
    .transform((url) => url.replace(/\/*$/, '/'))
    .prefault('https://slack.com/api/'),
};

type Given = z.infer<z.ZodObject<typeof slackSettings>> & { readonly PUBLIC_URL?: string | undefined };
