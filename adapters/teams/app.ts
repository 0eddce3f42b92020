import { ConfigurationBotFrameworkAuthentication } from 'botbuilder';
// The only way to the SDK's store of keys, which its index leaves out.
import extractors from 'botframework-connector/lib/auth/jwtTokenExtractor.js';
import type { TeamsConfig, TeamsRegistration } from '../config.js';
import type { SigningKeys } from './keys.js';
import { claimsOf, issuer } from './claims.js';
import { type GoodToken, goodTokens } from './goodTokens.js';

/**
 * The one file that knows Microsoft's SDK: botbuilder checks the token of every request. It is at its end; what follows it,
 * `@microsoft/agents-hosting`, would be put in its place here (ARCHITECTURE.md, Decisions).
 */
export interface TokenCheck {
  /** The token, if it can count at all by its own words; where it cannot, nothing else of a request is read. */
  plausible(authorization: string): PlausibleToken | null;
  /**
   * The registration that the token is for, or null where the token is not one of the Bot Connector for one of ours, now,
   * for this service. Never throws and says nothing; of a good token a digest is kept for a minute (goodTokens.ts).
   */
  registrationOf(token: PlausibleToken, service: string): Promise<TeamsRegistration | null>;
  /** Gives the console back. */
  close(): void;
}

/** What was sent, what it says, and for whom; `isGood` where its signature was found right a moment ago. */
export interface PlausibleToken extends GoodToken {
  readonly authorization: string;
  readonly isGood: boolean;
}

export const openTokenCheck = (config: TeamsConfig, keys: SigningKeys, printed: () => void): TokenCheck => {
  const checks = new Map(config.apps.map((app) => [app.appId, { app, sdk: sdkFor(config, app) }]));
  const good = goodTokens();
  keepKeys(config.openIdUrl, keys);
  const close = withConsole(printed);
  return {
    plausible: (authorization) => {
      const known = good.find(authorization, Date.now());
      if (known !== null) return { ...known, authorization, isGood: true };
      const claims = claimsOf(authorization, Date.now());
      const check = claims === null ? undefined : checks.get(claims.audience);
      return claims === null || check === undefined ? null : { claims, app: check.app, authorization, isGood: false };
    },
    registrationOf: async ({ authorization, claims, app, isGood }, service) => {
      if (claims.service !== service) return null;
      if (isGood) return app;
      const check = checks.get(app.appId);
      if (check === undefined) return null;
      try {
        const activity = { channelId: 'msteams', serviceUrl: service };
        await check.sdk.authenticateRequest(activity as never, authorization);
        good.keep(authorization, { claims, app }, Date.now());
        return app;
      } catch {
        return null;
      }
    },
    close,
  };
};

/** Every address is said, since the SDK takes what is left out of a setting that it was given in part for nothing. */
const sdkFor = ({ openIdUrl, loginUrl }: TeamsConfig, { appId, password, tenantId, type }: TeamsRegistration) =>
  new ConfigurationBotFrameworkAuthentication({
    MicrosoftAppId: appId,
    MicrosoftAppPassword: password,
    MicrosoftAppTenantId: tenantId,
    MicrosoftAppType: type,
    ToBotFromChannelTokenIssuer: issuer,
    ToBotFromChannelOpenIdMetadataUrl: openIdUrl,
    ToBotFromEmulatorOpenIdMetadataUrl: openIdUrl,
    ToChannelFromBotLoginUrl: `${loginUrl}${tenantId}`,
    ToChannelFromBotOAuthScope: issuer,
    OAuthUrl: issuer,
    CallerId: '',
  });

/**
 * The SDK's own store of keys throws for as long as Microsoft's description cannot be had, and checks the endorsement of a
 * key only where it has one. Ours takes its place, for every check against this address.
 */
const keepKeys = (url: string, keys: SigningKeys): void => {
  const { openIdMetadata } = new extractors.JwtTokenExtractor({}, url, ['RS256']);
  Object.assign(openIdMetadata, { getKey: (kid: string) => keys.of(kid) });
};

/** The SDK prints keys and stacks whenever a token is wrong; anybody can send one, so only that it did is told. */
const withConsole = (printed: () => void): (() => void) => {
  const { error, warn } = console;
  console.error = printed;
  console.warn = printed;
  return () => Object.assign(console, { error, warn });
};
