import { randomBytes } from 'node:crypto';
import { request } from 'node:http';
import type { Arrived } from './signing.js';
import type { Standin } from './standin/standin.js';

/** A browser that begins an installation: where it is sent, with which state, and the cookie that it was given. */
export interface Begun {
  readonly authorize: URL;
  readonly state: string;
  readonly cookie: string;
}

/** Opens /slack/install, as an administrator's browser does. */
export const beginInstall = async (origin: string): Promise<Begun> => {
  const page = await getFrom(origin, '/slack/install');
  const link = /https?:\/\/[^"' ]+\/oauth\/v2\/authorize[^"' ]*/.exec(
    `${String(page.headers['location'])} ${page.body}`,
  );
  if (link === null) throw new Error(`no way to Slack in ${page.status} ${page.body}`);
  const authorize = new URL(link[0].replaceAll('&amp;', '&'));
  const [cookie = ''] = [page.headers['set-cookie'] ?? ''].flat();
  return { authorize, state: authorize.searchParams.get('state') ?? '', cookie: cookie.split(';')[0] ?? '' };
};

/** Comes back from Slack, where an administrator of this workspace has agreed. */
export const finishInstall = (
  origin: string,
  standin: Standin,
  team: string,
  { state, cookie, authorize }: Begun,
): Promise<Arrived> => {
  const code = randomBytes(8).toString('hex');
  const redirect = authorize.searchParams.get('redirect_uri') ?? '';
  standin.world.codes.set(code, { team, redirect, used: false });
  return getFrom(origin, `/slack/oauth_redirect?code=${code}&state=${encodeURIComponent(state)}`, { cookie });
};

export const getFrom = (
  origin: string,
  path: string,
  headers: Readonly<Record<string, string>> = {},
): Promise<Arrived> =>
  new Promise((resolve, reject) => {
    request(`${origin}${path}`, { headers }, (response) => {
      let body = '';
      response.setEncoding('utf8').on('data', (text: string) => (body += text));
      response.once('end', () => resolve({ status: response.statusCode ?? 0, body, headers: response.headers }));
    })
      .once('error', reject)
      .end();
  });
