import { isIP } from 'node:net';
import { z } from 'zod';
import { serverWords, settingWords, slackSettingWords, teamsSettingWords } from '../src/cards/words/server.js';

/** Every setting of the process, read once at start. */
export interface Config {
  /** File of the record. */
  readonly databaseFile: string;
  /** File of the playground's practice books (rulings 3.4). */
  readonly playgroundFile: string;
  /** Address of this computer on which a record is served; a playground is on loopback always (rulings 3.4). */
  readonly host: string;
  /** TCP port; 0 lets the system choose. */
  readonly port: number;
  readonly logLevel: 'fatal' | 'error' | 'warn' | 'info' | 'debug' | 'trace' | 'silent';
  /** Private keys of books, as JSON, that are not to lie in files (db/keyring.ts); null when all are in files. */
  readonly keys: string | null;
  /** Fixes the token in the playground's address; a new one each start when null. */
  readonly playgroundToken: string | null;
  /** Where people’s browsers and calendars reach this server; null where they do not. */
  readonly publicUrl: string | null;
  /** Null when they are not configured. */
  readonly slack: SlackConfig | null;
  readonly teams: TeamsConfig | null;
}

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

/** As which bots we are known to Teams, and where its services are. */
export interface TeamsConfig {
  /** The first is that of the MicrosoftApp… variables, where they are set. */
  readonly apps: readonly [TeamsRegistration, ...TeamsRegistration[]];
  /** Hosts, with a port where it is not the usual one, to which anything may be sent. */
  readonly serviceHosts: readonly string[];
  /** Where the keys are described with which the Bot Connector signs. */
  readonly openIdUrl: string;
  /** Where tokens are got, with a slash at its end. */
  readonly loginUrl: string;
}

/** One registration of a bot in Azure (rulings 3.5). */
export interface TeamsRegistration {
  readonly appId: string;
  readonly password: string;
  /** The Entra tenant of the registration; a bot of a single tenant serves no other. */
  readonly tenantId: string;
  readonly type: 'SingleTenant' | 'MultiTenant';
}

/** A key that seals the tokens of workspaces: its name, and 32 bytes. */
export interface TokenKey {
  readonly id: string;
  readonly key: Buffer;
}

/** Reads the settings, or says in one sentence each what cannot be used. An empty variable counts as left out. */
export const readConfig = (
  environment: Readonly<Record<string, string | undefined>>,
): { readonly config: Config } | { readonly problem: string } => {
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''));
  const read = settings.safeParse(given);
  if (!read.success) {
    const problems = read.error.issues.map(({ path, message }) => `${path.join('.')} ${message}`);
    return { problem: serverWords.badSettings(problems) };
  }
  const slack = slackIn(read.data);
  if (slack !== null && 'problems' in slack) return { problem: serverWords.badSettings(slack.problems) };
  const teams = teamsIn(read.data);
  if (teams !== null && 'problems' in teams) return { problem: serverWords.badSettings(teams.problems) };
  const { DATABASE_URL, PLAYGROUND_DATABASE_URL, PORT, LOG_LEVEL, ROUNDTABLE_KEYS, PLAYGROUND_TOKEN } = read.data;
  return {
    config: {
      databaseFile: DATABASE_URL,
      playgroundFile: PLAYGROUND_DATABASE_URL,
      host: (slack === null && teams === null ? undefined : read.data.HOST) ?? '127.0.0.1',
      port: PORT,
      logLevel: LOG_LEVEL,
      keys: ROUNDTABLE_KEYS ?? null,
      playgroundToken: PLAYGROUND_TOKEN ?? null,
      ...{ publicUrl: read.data.PUBLIC_URL ?? null, slack, teams },
    },
  };
};

/** Which of Slack's settings go together; every combination that cannot work is refused with what to change. */
const slackIn = (given: Settings): SlackConfig | { readonly problems: readonly string[] } | null => {
  const names = Object.keys(given).filter((name) => name.startsWith('SLACK_') && name !== 'SLACK_API_URL');
  if (names.length === 0) return null;
  const receiving = receivingIn(given);
  const speaking = speakingIn(given);
  const problems = slackProblems(given);
  if (problems.length > 0 || receiving === null || speaking === null) return { problems };
  return { apiUrl: given.SLACK_API_URL, publicUrl: given.PUBLIC_URL ?? null, receiving, speaking };
};

const receivingIn = (given: Settings): SlackConfig['receiving'] | null => {
  const { SLACK_SIGNING_SECRET: signingSecret, SLACK_APP_TOKEN: appToken } = given;
  if (signingSecret !== undefined) return { kind: 'http', signingSecret };
  return appToken === undefined ? null : { kind: 'socket', appToken };
};

const speakingIn = (given: Settings): SlackConfig['speaking'] | null => {
  const { SLACK_BOT_TOKEN: botToken, SLACK_CLIENT_ID: clientId, SLACK_CLIENT_SECRET: clientSecret } = given;
  const [first, ...others] = given.SLACK_TOKEN_KEYS ?? [];
  if (botToken !== undefined) return { kind: 'token', botToken };
  if (clientId === undefined || clientSecret === undefined || first === undefined) return null;
  return { kind: 'oauth', clientId, clientSecret, keys: [first, ...others] };
};

const slackProblems = (given: Settings): readonly string[] => {
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
    ...hostProblem(given),
  ];
  return found.flatMap(([is, problem]) => (is ? [problem] : []));
};

/** Asked with a chat platform only: some shells set HOST to the computer's name, and the playground does not ask for it. */
const hostProblem = ({ HOST }: Settings): readonly (readonly [boolean, string])[] => [
  [HOST !== undefined && isIP(HOST) === 0, `HOST ${settingWords.host}`],
];

/** All registrations: that of the MicrosoftApp… variables first, then the list. */
const teamsIn = (given: Settings): TeamsConfig | { readonly problems: readonly string[] } | null => {
  const { MicrosoftAppId: appId, MicrosoftAppPassword: password, MicrosoftAppTenantId: tenantId } = given;
  const first = [appId, password, tenantId].filter((each) => each !== undefined);
  if (first.length === 0 && given.TEAMS_APPS === undefined) return null;
  const single = appId !== undefined && password !== undefined && tenantId !== undefined;
  const listed = given.TEAMS_APPS ?? [];
  const apps = single ? [{ appId, password, tenantId, type: given.MicrosoftAppType }, ...listed] : listed;
  const [one, ...others] = apps;
  const found: readonly (readonly [boolean, string])[] = [
    [!single && first.length > 0, teamsSettingWords.incomplete],
    [new Set(apps.map((app) => app.appId)).size < apps.length, teamsSettingWords.twice],
    ...hostProblem(given),
  ];
  const problems = found.flatMap(([is, problem]) => (is ? [problem] : []));
  if (problems.length > 0 || one === undefined) return { problems };
  return {
    apps: [one, ...others],
    serviceHosts: given.TEAMS_SERVICE_HOSTS,
    openIdUrl: given.TEAMS_OPENID_URL,
    loginUrl: given.TEAMS_LOGIN_URL,
  };
};

const isLoopback = (host: string): boolean => ['127.0.0.1', 'localhost', '[::1]'].includes(host);

/** https, or http to this computer itself; nothing secret travels in the open. */
const secureUrl = (sentence: string) =>
  z.string().refine((text) => {
    const url = URL.canParse(text) ? new URL(text) : null;
    if (url === null || url.username !== '' || url.search !== '' || url.hash !== '') return false;
    return url.protocol === 'https:' || (url.protocol === 'http:' && isLoopback(url.hostname));
  }, sentence);

/** Elsewhere than at Microsoft only on this computer: whoever answers there can speak as anybody. */
const microsoftUrl = (usual: string) =>
  z
    .string()
    .refine((text) => {
      const url = URL.canParse(text) ? new URL(text) : null;
      return text === usual || (url !== null && url.protocol === 'http:' && isLoopback(url.hostname));
    }, teamsSettingWords.microsoft(usual))
    .prefault(usual);

const entraId = (sentence: string) => z.guid(sentence).transform((id) => id.toLowerCase());
const teamsSecret = z.string().regex(/^[\x21-\x7e]{8,200}$/, teamsSettingWords.password);
const teamsType = z.enum(['SingleTenant', 'MultiTenant'], teamsSettingWords.type).default('SingleTenant');

const teamsApps = z
  .string()
  .transform((text, problems) => {
    const read = teamsAppList.safeParse(jsonOf(text));
    if (read.success) return read.data;
    problems.addIssue(teamsSettingWords.apps);
    return z.NEVER;
  })
  .optional();

const teamsAppList = z
  .array(
    z.strictObject({
      appId: entraId(teamsSettingWords.appId),
      password: teamsSecret,
      tenantId: entraId(teamsSettingWords.tenantId),
      type: teamsType,
    }),
  )
  .min(1)
  .max(50);

const jsonOf = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
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

const file = z
  .string()
  .regex(/^file:[^\0?#]+$/, settingWords.databaseUrl)
  .transform((url) => url.slice('file:'.length).replace(/^\/\/(?=\/)/, ''));

const settings = z.object({
  DATABASE_URL: file.prefault('file:./data/roundtable.db'),
  PLAYGROUND_DATABASE_URL: file.prefault('file:./data/playground.db'),
  HOST: z
    .string()
    .regex(/^[\w.:-]{1,255}$/, settingWords.host)
    .optional(),
  PORT: z
    .string()
    .regex(/^\d{1,5}$/, settingWords.port)
    .transform(Number)
    .refine((port) => port <= 65_535, settingWords.port)
    .prefault('3000'),
  LOG_LEVEL: z
    .enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'], settingWords.logLevel)
    .default('info'),
  ROUNDTABLE_KEYS: z
    .string()
    .regex(/^\s*\{[^\0]*\}\s*$/, settingWords.keys)
    .optional(),
  PLAYGROUND_TOKEN: z
    .string()
    .regex(/^[A-Za-z0-9_-]{16,64}$/, settingWords.playgroundToken)
    .optional(),
  PUBLIC_URL: secureUrl(settingWords.publicUrl).optional(),
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
  MicrosoftAppId: entraId(teamsSettingWords.appId).optional(),
  MicrosoftAppPassword: teamsSecret.optional(),
  MicrosoftAppTenantId: entraId(teamsSettingWords.tenantId).optional(),
  MicrosoftAppType: teamsType,
  TEAMS_APPS: teamsApps,
  TEAMS_SERVICE_HOSTS: z
    .string()
    .regex(/^[a-z0-9.-]+(?::\d{1,5})?(?:,[a-z0-9.-]+(?::\d{1,5})?)*$/, teamsSettingWords.serviceHosts)
    .transform((list): readonly string[] => list.split(','))
    .prefault('smba.trafficmanager.net,smba.infra.gcc.teams.microsoft.com'),
  TEAMS_OPENID_URL: microsoftUrl('https://login.botframework.com/v1/.well-known/openidconfiguration'),
  TEAMS_LOGIN_URL: microsoftUrl('https://login.microsoftonline.com/').transform((url) => url.replace(/\/*$/, '/')),
});
type Settings = z.infer<typeof settings>;
