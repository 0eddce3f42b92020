import type { Platform } from '../../alliance/accountEvents.js';

/** What the process says to whoever starts it, and what its front door says to whoever knocks wrongly. */
export const serverWords = {
  recordAt: (address: string, count: number, platforms: readonly Platform[]): string =>
    `Roundtable keeps the record of ${count === 1 ? '1 alliance' : `${count} alliances`} and answers ${platforms.map((each) => platformNames[each]).join(' and ')} at ${address}`,
  playgroundAt: (address: string): string => `Roundtable playground (practice books only): ${address}`,
  portTaken: (port: number): string =>
    `Port ${port} is taken by another program. Stop that program, or start Roundtable on another port: PORT=${port + 1} npm start`,
  hostMissing: (host: string): string =>
    `This computer has no address ${host}, so Roundtable cannot answer there. Leave HOST out, or name an address of this computer: 0.0.0.0 means all of them.`,
  portForbidden: (port: number): string =>
    `This computer does not allow Roundtable to use port ${port}. Choose one above 1023: PORT=3000 npm start`,
  badSettings: (problems: readonly string[]): string =>
    `Roundtable did not start. ${problems.length === 1 ? 'A setting' : 'Some settings'} cannot be used:\n${problems.map((problem) => `  ${problem}`).join('\n')}\n.env.example lists every setting and what it may be.`,
  recordsInPlayground: (file: string, code: string): string =>
    `Roundtable did not start. ${file} holds the book of ${code}, which is a record and not practice; the playground lets anyone act as anybody. Give the playground a file of its own with PLAYGROUND_DATABASE_URL.`,
  practiceAmongRecords: (file: string, code: string): string =>
    `Roundtable did not start. ${file} holds the practice book of ${code}, and practice is not the record. Give this server a file of its own with DATABASE_URL.`,
  didNotStart: (why: string): string => `Roundtable did not start: ${why}`,
  badExample: (file: string, problem: string): string => `The example charter ${file} cannot be used: ${problem}`,

  alive: 'alive',
  ready: 'ready',
  stopping: 'This server is shutting down. Please try again in a minute.',
  storeSilent: 'The minute book does not answer.',
  slackSilent:
    'Slack has not let this server connect for more than a minute, so nothing pressed in Slack arrives here. Check that SLACK_APP_TOKEN has not been revoked, and that this computer reaches slack.com.',

  wrongHost: 'This server answers only at the address that it printed when it started.',
  wrongOrigin: 'This was sent from another site, so nothing was done. Open the playground and press the button there.',
  wrongToken:
    'This address does not carry the token that the server printed when it started. Look for the line “Roundtable playground” where you started it, and open that address.',
  notFound: 'There is no such page here. It may have been mistyped, or belong to another alliance.',
  methodNotAllowed: 'This page cannot be used in that way.',
  fileTooLarge:
    'Nothing was recorded. That file is larger than 10 MB. Make it smaller, or put its address into the item.',
  tooLarge:
    'That is more than this server reads at once (64 KB), so nothing was done. Shorten the text and send it again.',
  notAForm: 'This was not sent as a form, so nothing was done.',
  unreadableForm: 'This form could not be read, so nothing was done. Go back, reload the page and try again.',
  unreadablePress: 'This button does not belong to this page, so nothing was done. Reload the page and press it there.',
  otherAlliance: 'This button belongs to another alliance, so nothing was done. Reload the page and press it there.',
  tooManyWindows:
    'Too many windows are open at once. This page will not change by itself; reload it to see what is new.',
  broken: (reference: string): string =>
    `Something went wrong on our side. It may not have been recorded: reload the page to see. If it happens again, tell whoever runs this server and give the reference ${reference}.`,
  titles: {
    refused: 'That did not work',
    notFound: 'Page not found',
    broken: 'Something went wrong',
  },
} as const;

const platformNames: Readonly<Record<Platform, string>> = { slack: 'Slack', teams: 'Teams' };

/** What is wrong with a setting, and what it may be. */
export const settingWords = {
  databaseUrl: 'must name a file, such as file:./data/roundtable.db',
  host: 'must be an address of this computer, such as 127.0.0.1, or 0.0.0.0 for all of them',
  port: 'must be a number from 0 to 65535, such as 3000',
  logLevel: 'must be one of fatal, error, warn, info, debug, trace or silent',
  keys: 'must be JSON that gives each alliance code its Ed25519 private key in PEM',
  playgroundToken: 'must be 16 to 64 letters, digits, hyphens or underscores',
  publicUrl: 'must be the https address under which this server is reached, such as https://roundtable.example.org',
} as const;

/** The same for Slack, where docs/slack.md says which settings go together. */
export const slackSettingWords = {
  botToken: 'must be the Bot User OAuth Token of the app, which begins with xoxb-',
  signingSecret: 'must be the Signing Secret from Basic Information of the app, without spaces',
  appToken: 'must be an App-Level Token with the scope connections:write, which begins with xapp-',
  clientId: 'must be the Client ID from Basic Information of the app',
  clientSecret: 'must be the Client Secret from Basic Information of the app, without spaces',
  keys: 'must be a list of different names with 32 bytes each in base64, such as k1:… ; `openssl rand -base64 32` makes one',
  apiUrl: 'must be an https address; only an address of this computer itself may be http',
  receiving:
    'SLACK_SIGNING_SECRET or SLACK_APP_TOKEN is missing: without the first Slack cannot send to this server, and without the second this server cannot fetch.',
  speaking:
    'SLACK_BOT_TOKEN is missing (for one workspace), or SLACK_CLIENT_ID with SLACK_CLIENT_SECRET (for several).',
  both: 'SLACK_BOT_TOKEN and SLACK_CLIENT_ID exclude each other: a token serves one workspace, a client installs in several.',
  clientPair: 'SLACK_CLIENT_ID and SLACK_CLIENT_SECRET belong together, and one of them is missing.',
  keysMissing: 'SLACK_TOKEN_KEYS is missing: tokens of several workspaces are kept encrypted, under a key of yours.',
  socketInstalls:
    'SLACK_SIGNING_SECRET is missing: Socket Mode serves one workspace, and installing in several needs the address of this server.',
} as const;

/** The same for Teams, where docs/teams.md says which settings go together. */
export const teamsSettingWords = {
  appId: 'must be the Microsoft App ID of the bot: 32 hexadecimal digits in five groups',
  tenantId: 'must be the ID of an Entra tenant: 32 hexadecimal digits in five groups',
  password: 'must be the value of a client secret of the bot, without spaces',
  type: 'must be SingleTenant or, for a bot that was registered before August 2025, MultiTenant; managed identities are not offered',
  apps: 'must be a list in JSON, such as [{"appId": "…", "password": "…", "tenantId": "…"}], of 1 to 50 registrations',
  serviceHosts: 'must be hosts of the Bot Connector, separated by commas, such as smba.trafficmanager.net',
  microsoft: (usual: string): string =>
    `must be ${usual}; only an address of this computer itself, as http, may stand in its place`,
  incomplete:
    'MicrosoftAppId, MicrosoftAppPassword and MicrosoftAppTenantId belong together, and at least one of them is missing.',
  twice: 'TEAMS_APPS names a registration twice, or once more than MicrosoftAppId.',
} as const;
