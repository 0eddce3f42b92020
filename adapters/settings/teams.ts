import { z } from 'zod';
import { teamsSettingWords } from '../../src/cards/words/server.js';
import { isLoopback } from './addresses.js';

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

/** All registrations: that of the MicrosoftApp… variables first, then the list. */
export const teamsIn = (given: Given): TeamsConfig | { readonly problems: readonly string[] } | null => {
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

/** The settings of Teams, each by itself. */
export const teamsSettings = {
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
};

type Given = z.infer<z.ZodObject<typeof teamsSettings>>;
