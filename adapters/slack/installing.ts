import type { ServerResponse } from 'node:http';
import type { HTTPReceiverOptions, InstallationStore, webApi } from '@slack/bolt';
import { slackWords } from '../../src/cards/words/slack.js';
import type { SlackConfig } from '../config.js';
import type { SlackOffice } from './office.js';
import { botScopes } from './permissions.js';
import { stateKeptMs, stateStore } from './states.js';

export const installPath = '/slack/install';
export const redirectPath = '/slack/oauth_redirect';

/** Bolt's own install flow: its pages, its state and cookie, our store. */
export const installerOptions = (
  { clock, log }: SlackOffice,
  { apiUrl, speaking, publicUrl }: SlackConfig,
  installationStore: InstallationStore,
  clientOptions: webApi.WebClientOptions,
): Partial<HTTPReceiverOptions> =>
  speaking.kind === 'token'
    ? {}
    : {
        clientId: speaking.clientId,
        clientSecret: speaking.clientSecret,
        scopes: [...botScopes],
        installationStore,
        ...(publicUrl === null ? {} : { redirectUri: new URL(redirectPath, publicUrl).href }),
        installerOptions: {
          installPath,
          redirectUriPath: redirectPath,
          stateStore: stateStore(() => clock.monotonicMs()),
          stateCookieExpirationSeconds: stateKeptMs / 1_000,
          authorizationUrl: new URL('/oauth/v2/authorize', apiUrl).href,
          clientOptions: { ...clientOptions },
          callbackOptions: {
            success: (_installation, _options, _request, response) => page(response, 200, slackWords.installed),
            failure: (error, _options, _request, response) => {
              log.warn({ reason: error.code }, 'an installation did not come to its end');
              page(response, 400, slackWords.notInstalled);
            },
          },
        },
      };

const page = (response: ServerResponse, status: number, sentence: string): void => {
  response.writeHead(status, {
    'content-type': 'text/html; charset=utf-8',
    'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
    'referrer-policy': 'no-referrer',
    'cache-control': 'no-store',
  });
  response.end(`<!doctype html><html lang="en-GB"><title>${slackWords.modalTitle}</title><p>${sentence}</p></html>`);
};
