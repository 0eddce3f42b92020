import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { type Answer, answerTo } from './connector.js';
import { type Deed, type Fault, faultsOf } from './faults.js';
import { type Keys, keysOf } from './keys.js';
import { ratesOf } from './rates.js';
import { type Asked, askedIn, bodyOf, tokenDesk } from './reception.js';
import { conversationIn, personIn, worldOf } from './world.js';
import type { App, Conversation, Person, Shown, Tenant, TenantSpec, World } from './world.js';

/**
 * The far side of Teams on loopback: the Bot Connector, Entra's token endpoint, and the metadata and keys with which a
 * bot checks who calls it. It does what the documentation says, and refuses what Teams refuses.
 */
export interface Standin {
  /** "http://127.0.0.1:41234" */
  readonly origin: string;
  /** Where a bot finds the metadata of those who call it: "…/v1/.well-known/openidconfiguration". */
  readonly metadataUrl: string;
  /** Where a registration of this tenant gets its tokens: "…/<tenant>/oauth2/v2.0/token". */
  tokenUrl(tenant: string): string;
  /** The service URL of a tenant, as activities of it name it. */
  serviceUrl(tenant: string): string;
  readonly keys: Keys;
  /** A token with which the connector sends an activity of this tenant to this registration. */
  token(app: string, tenant?: string): Promise<string>;
  readonly world: World;
  tenant(id: string): Tenant;
  app(id: string): App;
  conversation(id: string): Conversation;
  /** Somebody, by Entra object id. */
  person(object: string): Person;
  /** What everybody in a conversation sees, oldest first. */
  messages(conversation: string): readonly Shown[];
  /** What a person was shown alone, oldest first, by Entra object id. */
  privately(object: string): readonly Shown[];
  /** Every call since the start, oldest first. */
  readonly calls: readonly CallMade[];
  /** How many calls there were, by operation, with those that were refused under "operation code". */
  readonly counts: ReadonlyMap<string, number>;
  readonly now: () => number;
  /** An id that no message has. */
  readonly nextId: () => string;
  /** Resolves with what this finds, at once or after the call that makes it so. */
  readonly until: <T>(finds: () => T | null) => Promise<T>;
  /** Sets a fault; returns the way to lift it. */
  readonly fault: (fault: Fault) => () => void;
  /** Every answer takes so long from now on, in milliseconds of the machine. */
  readonly delay: (ms: number) => void;
  /** Nobody reaches Teams any more, until `comeBack`. */
  readonly goAway: () => Promise<void>;
  readonly comeBack: () => Promise<void>;
  readonly stop: () => Promise<void>;
}

export interface CallMade {
  readonly operation: string;
  readonly tenant: string | null;
  readonly conversation: string | null;
  readonly app: string | null;
  readonly body: unknown;
  readonly atMs: number;
  /** "ok", the error's code, "Throttled", or what the fault did. */
  came: string;
}

export interface StandinOptions {
  /** Milliseconds since 1970 by which rates are counted; the machine's clock where none is given. */
  readonly now?: () => number;
  /** Whether Teams' rates are held to; they are unless this says otherwise. */
  readonly limited?: boolean;
}

/** Starts it on a port that the system chooses. */
export const startStandin = async (
  tenants: readonly TenantSpec[],
  { now = Date.now, limited: isLimited = true }: StandinOptions = {},
): Promise<Standin> => {
  const world = worldOf(tenants);
  const keys = await keysOf();
  const faults = faultsOf();
  const rates = isLimited ? ratesOf() : { send: () => 0, other: () => 0 };
  const calls: CallMade[] = [];
  const counts = new Map<string, number>();
  const sockets = new Set<Socket>();
  const watching = new Set<() => void>();
  let [ids, delayMs, origin] = [0, 0, ''];
  const nextId = (): string => String(1_700_000_000_000 + (ids += 1));
  const count = (name: string): void => void counts.set(name, (counts.get(name) ?? 0) + 1);
  const serviceUrl = (tenant: string): string => `${origin}/uk/${tenant}/`;
  const tokens = tokenDesk(world);

  const work = (asked: Asked, made: CallMade): Answer => {
    const answer = workOf(asked);
    made.came = cameOf(answer);
    if (made.came !== 'ok') count(`${asked.operation} ${made.came}`);
    for (const look of watching) look();
    return answer;
  };
  const workOf = (asked: Asked): Answer => {
    switch (asked.kind) {
      case 'metadata':
        return { status: 200, body: metadata(origin) };
      case 'keys':
        return { status: 200, body: keys.set() };
      case 'token':
        return tokens.give(asked.tenant, asked.form);
      case 'connector': {
        const app = tokens.appOf(asked.token);
        return answerTo({ world, rates, nowMs: now(), nextId, serviceUrl }, { ...asked, app });
      }
      case 'nothing':
        return { status: 404, body: { error: { code: 'ServiceError', message: 'No such path.' } } };
    }
  };
  const serve = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const asked = askedIn(request, await bodyOf(request));
    const { operation, tenant, conversation } = asked;
    const app = asked.kind === 'connector' ? (tokens.appOf(asked.token)?.id ?? null) : null;
    const body = asked.kind === 'connector' ? asked.body : null;
    const made: CallMade = { operation, tenant, conversation, app, body, atMs: now(), came: '' };
    calls.push(made);
    count(operation);
    if (delayMs > 0) await new Promise((resolve) => setTimeout(resolve, delayMs));
    const place = conversation === null ? null : (conversationIn(world, conversation)?.id ?? conversation);
    const deed = faults.of({ operation, tenant, conversation: place });
    if (deed === null) reply(response, work(asked, made));
    else await misbehave(deed, { response, made, work: () => work(asked, made) });
  };

  const server = createServer((request, response) => {
    serve(request, response).catch(() => response.destroy());
  });
  server.keepAliveTimeout = 60_000;
  server.on('connection', (socket) => {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  origin = `http://127.0.0.1:${port}`;
  const goAway = async (): Promise<void> => {
    const closed = once(server, 'close');
    server.close();
    for (const socket of sockets) socket.destroy();
    await closed;
  };

  return {
    origin,
    metadataUrl: `${origin}/v1/.well-known/openidconfiguration`,
    tokenUrl: (tenant) => `${origin}/${tenant}/oauth2/v2.0/token`,
    serviceUrl,
    keys,
    token: (app, tenant) =>
      keys.token({ audience: app, serviceUrl: serviceUrl(tenant ?? world.apps.get(app)?.tenant ?? '') }),
    world,
    tenant: (id) => world.tenants.get(id)!,
    app: (id) => world.apps.get(id)!,
    conversation: (id) => conversationIn(world, id)!,
    person: (object) => personIn(world, object)!,
    messages: (id) => (conversationIn(world, id)?.shown ?? []).filter(({ deleted }) => !deleted),
    privately: (object) =>
      [...world.conversations.values()]
        .filter(({ kind, members }) => kind === 'personal' && members.has(`29:${object}`))
        .flatMap(({ shown }) => shown)
        .filter(({ deleted }) => !deleted)
        .sort((a, b) => Number(a.id) - Number(b.id)),
    calls,
    counts,
    now,
    nextId,
    until: (finds) =>
      new Promise((resolve) => {
        const look = (): void => {
          const found = finds();
          if (found === null) return;
          watching.delete(look);
          resolve(found);
        };
        watching.add(look);
        look();
      }),
    fault: faults.add,
    delay: (ms) => void (delayMs = ms),
    goAway,
    comeBack: async () => {
      server.listen(port, '127.0.0.1');
      await once(server, 'listening');
    },
    stop: async () => {
      if (server.listening) await goAway();
    },
  };
};

const metadata = (origin: string) => ({
  issuer: 'https://api.botframework.com',
  authorization_endpoint: 'https://invalid.example.org',
  jwks_uri: `${origin}/v1/.well-known/keys`,
  id_token_signing_alg_values_supported: ['RS256'],
  token_endpoint_auth_methods_supported: ['private_key_jwt'],
});

const cameOf = (answer: Answer): string => {
  if ('limitedForS' in answer) return 'Throttled';
  if (answer.status < 300) return 'ok';
  const { error } = answer.body as { readonly error?: { readonly code?: string } | string };
  return typeof error === 'string' ? error : (error?.code ?? String(answer.status));
};

const reply = (response: ServerResponse, answer: Answer): void => {
  if ('limitedForS' in answer) limited(response, String(answer.limitedForS));
  else send(response, answer.status, answer.body);
};

const limited = (response: ServerResponse, retryAfter: string | null): void => {
  if (retryAfter !== null) response.setHeader('retry-after', retryAfter);
  send(response, 429, { error: { code: 'Throttled', message: 'Too many requests.' } });
};

const send = (response: ServerResponse, status: number, body: unknown): void => {
  response.writeHead(status, { 'content-type': 'application/json; charset=utf-8' });
  response.end(JSON.stringify(body));
};

/** Does as the fault says, with the work done where it is done at all. */
const misbehave = async (
  deed: Deed,
  { response, work, made }: { response: ServerResponse; work: () => Answer; made: CallMade },
): Promise<void> => {
  switch (deed.kind) {
    case 'lostAfter':
      work();
      made.came = `${made.came}, answer lost`;
      response.destroy();
      return;
    case 'lostBefore':
      made.came = 'lost';
      response.destroy();
      return;
    case 'slow': {
      const answer = work();
      await deed.until;
      reply(response, answer);
      return;
    }
    case 'held':
      await deed.until;
      reply(response, work());
      return;
    case 'never':
      made.came = 'never answered';
      return;
    case 'limited':
      made.came = 'Throttled';
      limited(response, deed.retryAfter);
      return;
    case 'refused':
      made.came = deed.code;
      send(response, deed.status, { error: { code: deed.code, message: deed.code } });
      return;
    case 'status':
      made.came = String(deed.status);
      response.writeHead(deed.status, { 'content-type': 'text/html' });
      response.end('<html><body>Something went wrong.</body></html>');
  }
};
