import type { IncomingMessage } from 'node:http';
import type { Answer, ConnectorCall } from './connector.js';
import type { Operation } from './faults.js';
import type { App, World } from './world.js';

/** What a request asks for: of the connector, of Entra, or of the metadata. */
export type Asked = {
  readonly operation: Operation;
  readonly tenant: string | null;
  readonly conversation: string | null;
} & (
  | { readonly kind: 'metadata' | 'keys' | 'nothing' }
  | { readonly kind: 'token'; readonly tenant: string; readonly form: URLSearchParams }
  | ({ readonly kind: 'connector'; readonly token: string | null } & Omit<ConnectorCall, 'app'>)
);

/** The whole body of a request, as text. */
export const bodyOf = async (request: IncomingMessage): Promise<string> => {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return Buffer.concat(parts).toString('utf8');
};

export const askedIn = (request: IncomingMessage, body: string): Asked => {
  const { pathname } = new URL(request.url ?? '/', 'http://localhost');
  const nowhere = { operation: 'keys', tenant: null, conversation: null } as const;
  if (pathname === '/v1/.well-known/openidconfiguration') return { ...nowhere, kind: 'metadata' };
  if (pathname === '/v1/.well-known/keys') return { ...nowhere, kind: 'keys' };
  const [, tokenTenant] = /^\/([^/]+)\/oauth2\/v2\.0\/token$/u.exec(pathname) ?? [];
  if (tokenTenant !== undefined) {
    const form = new URLSearchParams(body);
    return { kind: 'token', operation: 'token', tenant: tokenTenant, conversation: null, form };
  }
  const [, tenant, of, rest = ''] = /^\/uk\/([^/]+)\/v3\/(conversations|teams)\/?(.*)$/u.exec(pathname) ?? [];
  const method = request.method ?? '';
  const route = tenant === undefined ? null : of === 'teams' ? teamRouteOf(method, rest) : routeOf(method, rest);
  if (tenant === undefined || route === null) return { ...nowhere, kind: 'nothing' };
  const token = /^Bearer (.+)$/u.exec(request.headers.authorization ?? '')?.[1] ?? null;
  return { kind: 'connector', ...route, tenant, token, body: body === '' ? null : jsonOf(body) };
};

type Route = Pick<ConnectorCall, 'operation' | 'conversation' | 'activity' | 'member'>;

const routeOf = (method: string, rest: string): Route | null => {
  const parts = rest.split('/').map(decodeURIComponent);
  const [conversation = '', what, id = null] = parts;
  const route = (operation: Operation, more: Partial<Route> = {}): Route => ({
    operation,
    conversation: conversation === '' ? null : conversation,
    activity: null,
    member: null,
    ...more,
  });
  if (method === 'POST' && conversation === '') return route('create');
  if (method === 'POST' && what === 'activities') return route('send', { activity: id });
  if (method === 'PUT' && what === 'activities' && id !== null) return route('update', { activity: id });
  if (method === 'DELETE' && what === 'activities' && id !== null) return route('delete', { activity: id });
  if (method === 'GET' && what === 'members') return route('members', { member: id });
  return null;
};

/** What is asked of a team, which stands in the place of the conversation. */
const teamRouteOf = (method: string, rest: string): Route | null => {
  const [team = '', what] = rest.split('/').map(decodeURIComponent);
  if (method !== 'GET' || what !== 'conversations') return null;
  return { operation: 'channels', conversation: team, activity: null, member: null };
};

const jsonOf = (text: string): unknown => {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return null;
  }
};

/** Entra, as far as a registration gets tokens from it with its secret, in its own tenant. */
export const tokenDesk = ({ apps }: World) => {
  const given = new Map<string, App>();
  return {
    give: (tenant: string, form: URLSearchParams): Answer => {
      const app = apps.get(form.get('client_id') ?? '');
      const isRight =
        app !== undefined &&
        form.get('grant_type') === 'client_credentials' &&
        form.get('client_secret') === app.secret &&
        form.get('scope') === 'https://api.botframework.com/.default';
      if (!isRight) return { status: 401, body: { error: 'invalid_client', error_description: 'AADSTS7000215' } };
      // A registration of a single tenant has no other home (platforms.md 2).
      if (app.tenant !== tenant) {
        return { status: 400, body: { error: 'unauthorized_client', error_description: 'AADSTS700016' } };
      }
      const token = `token-${given.size + 1}-of-${app.id}`;
      given.set(token, app);
      return {
        status: 200,
        body: { token_type: 'Bearer', expires_in: 3_599, ext_expires_in: 3_599, access_token: token },
      };
    },
    appOf: (token: string | null): App | null => given.get(token ?? '') ?? null,
  };
};
