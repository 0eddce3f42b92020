import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { answerTo, teamOfToken, testApp } from './answering.js';
import { type Deed, type Fault, faultsOf } from './faults.js';
import type { Answer } from './method.js';
import { gaveFile, tookFile } from './methods/files.js';
import { ratesOf } from './rates.js';
import { type Call, callIn } from './reception.js';
import { openSockets, type Sockets } from './sockets.js';
import { triggerDesk, triggerMade } from './triggers.js';
import type { Channel, Message, Team, TeamSpec, View, World } from './world.js';
import { worldOf } from './world.js';

/** Slack's Web API as far as we call it, on loopback: it does what the documentation says, and refuses what Slack refuses. */
export interface Standin {
  /** For `SLACK_API_URL`: "http://127.0.0.1:41234/api/". */
  readonly url: string;
  readonly world: World;
  /** Every call since the start, oldest first. */
  readonly calls: readonly CallMade[];
  /** How many calls there were, by method, with those that were refused under "method error". */
  readonly counts: ReadonlyMap<string, number>;
  readonly sockets: Sockets;
  readonly now: () => number;
  /** A number and a time stamp that nothing has yet. */
  readonly nextNumber: () => number;
  readonly nextStamp: () => string;
  team(id: string): Team;
  channel(id: string): Channel;
  /** What everybody in a channel sees, oldest first. */
  messages(channel: string): readonly Message[];
  /** What one person alone was shown, in any channel, oldest first. */
  privately(user: string): readonly Message[];
  /** The modals before somebody, the lowest first. */
  modals(user: string): readonly View[];
  home(team: string, user: string): View | null;
  /** Resolves with what this finds, at once or after the call that makes it so. */
  readonly until: <T>(finds: () => T | null) => Promise<T>;
  /** A trigger as a click of this person carries it. */
  trigger(user: string): string;
  /** Sets a fault; returns the way to lift it. */
  readonly fault: (fault: Fault) => () => void;
  /** Nobody reaches Slack any more, until `comeBack`. */
  readonly goAway: () => Promise<void>;
  readonly comeBack: () => Promise<void>;
  readonly stop: () => Promise<void>;
}

export interface CallMade {
  readonly method: string;
  readonly team: string | null;
  readonly args: Readonly<Record<string, unknown>>;
  readonly atMs: number;
  /** "ok", the error, "ratelimited", or what the fault did. */
  came: string;
}

export interface StandinOptions {
  /** Milliseconds since 1970; the machine's clock where none is given. */
  readonly now?: () => number;
  /** How many calls are kept to be looked at; they are counted anyway. */
  readonly callsKept?: number;
}

/** Starts it on a port that the system chooses. */
export const startStandin = async (
  teams: readonly TeamSpec[],
  { now = Date.now, callsKept = 100_000 }: StandinOptions = {},
): Promise<Standin> => {
  const world = worldOf(teams);
  const faults = faultsOf();
  const calls: CallMade[] = [];
  const counts = new Map<string, number>();
  const open = new Set<Socket>();
  const watching = new Set<() => void>();
  let numbers = 0;
  const nextNumber = (): number => (numbers += 1);
  const nextStamp = (): string =>
    `${String(Math.floor(now() / 1_000))}.${String((nextNumber() * 7) % 1_000_000).padStart(6, '0')}`;
  const count = (name: string): void => void counts.set(name, (counts.get(name) ?? 0) + 1);
  const desk = { world, app: testApp, rates: ratesOf(), exchange: triggerDesk(), nextStamp, nextNumber };

  const serve = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    if (gaveFile(world, request, response)) return;
    if (/^\/upload\//u.test(request.url ?? '')) {
      const broken = faults.of({ method: 'upload', channel: null, team: null });
      const made: CallMade = { method: 'upload', team: null, args: {}, atMs: now(), came: '' };
      if (broken !== null) return misbehave(broken, { response, work: () => ({ ok: false, error: 'upload' }), made });
      if (await tookFile(world, request, response)) return;
    }
    const call = await callIn(request);
    const team = teamOfToken(world, call.token)?.id ?? null;
    const made: CallMade = { method: call.method, team, args: call.args, atMs: now(), came: '' };
    calls.push(made);
    if (calls.length > callsKept) calls.shift();
    count(call.method);
    const work = (): Answer => {
      const answer = answerTo(call, { ...desk, nowMs: now(), socketUrl: sockets.url, uploadUrl });
      if ('limitedForS' in answer) made.came = 'ratelimited';
      else made.came = answer.ok ? 'ok' : answer.error;
      if (made.came !== 'ok') count(`${call.method} ${made.came}`);
      for (const look of watching) look();
      return answer;
    };
    const deed = faults.of({ method: call.method, channel: channelIn(call), team });
    if (deed === null) reply(response, work());
    else await misbehave(deed, { response, work, made });
  };

  const server = createServer((request, response) => {
    serve(request, response).catch(() => response.destroy());
  });
  server.keepAliveTimeout = 60_000;
  server.on('connection', (socket) => {
    open.add(socket);
    socket.once('close', () => open.delete(socket));
  });
  const sockets = openSockets(server);
  const uploadUrl = (id: string): string => `http://127.0.0.1:${(server.address() as AddressInfo).port}/upload/${id}`;
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const goAway = async (): Promise<void> => {
    const closed = once(server, 'close');
    server.close();
    for (const socket of open) socket.destroy();
    await closed;
  };

  const everything = (): readonly Message[] => [...world.channels.values()].flatMap(({ messages }) => messages);
  return {
    url: `http://127.0.0.1:${port}/api/`,
    world,
    calls,
    counts,
    sockets,
    now,
    nextNumber,
    nextStamp,
    team: (id) => world.teams.get(id)!,
    channel: (id) => world.channels.get(id)!,
    messages: (channel) => (world.channels.get(channel)?.messages ?? []).filter(({ only }) => only === null),
    privately: (user) =>
      everything()
        .filter(({ only, channel }) => {
          const place = world.channels.get(channel);
          return only === user || (place?.direct === true && place.members.has(user) && only === null);
        })
        .sort((a, b) => Number(a.ts) - Number(b.ts)),
    modals: (user) => [...world.views.values()].filter((view) => view.user === user),
    home: (team, user) => world.homes.get(`${team} ${user}`) ?? null,
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
    trigger: (user) => triggerMade(now(), user, nextNumber()),
    fault: faults.add,
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

const channelIn = ({ args }: Call): string | null => (typeof args['channel'] === 'string' ? args['channel'] : null);

const reply = (response: ServerResponse, answer: Answer): void => {
  if ('limitedForS' in answer) limited(response, String(answer.limitedForS));
  else {
    const { messages, ...body } = answer as { readonly messages?: readonly string[] };
    send(response, 200, messages === undefined ? body : { ...body, response_metadata: { messages } });
  }
};

const limited = (response: ServerResponse, retryAfter: string | null): void => {
  if (retryAfter !== null) response.setHeader('retry-after', retryAfter);
  send(response, 429, { ok: false, error: 'ratelimited' });
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
    case 'limited':
      made.came = 'ratelimited';
      limited(response, deed.retryAfter);
      return;
    case 'status':
      made.came = String(deed.status);
      response.writeHead(deed.status, { 'content-type': 'text/html' });
      response.end('<html><body>Something went wrong.</body></html>');
      return;
    case 'refused':
      made.came = deed.error;
      send(response, 200, { ok: false, error: deed.error });
  }
};
