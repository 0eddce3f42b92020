import { createHash } from 'node:crypto';
import { Agent, request as open } from 'node:http';
import { encodePress } from '../../src/cards/press.js';
import type { Click, Storm } from '../slack/clicks.js';
import { accountOf, app, tenant } from './ground.js';

/**
 * The body of a click on Agree with everything that Teams sends with one in a channel, about 1.4 KB; each is an activity of
 * its own.
 */
export const bodyOf = ({ code, alliance, person, proposal }: Click, serviceUrl: string): string => {
  const { user } = accountOf(alliance, person);
  const channel = `19:room-${alliance}-${hexOf(`room ${alliance}`)}@thread.tacv2`;
  const team = `19:team-${hexOf(`team ${alliance}`)}@thread.tacv2`;
  const now = new Date().toISOString();
  const command = { kind: 'recordPosition', position: 'agree', proposal: `P-${proposal}`, revision: 1 } as const;
  const data = { press: encodePress({ act: 'order', alliance: code, command }) };
  return JSON.stringify({
    type: 'invoke',
    name: 'adaptiveCard/action',
    id: `f:${alliance}-${person}-${proposal}`,
    timestamp: now,
    localTimestamp: now.replace('Z', '+00:00'),
    locale: 'en-GB',
    localTimezone: 'Europe/London',
    channelId: 'msteams',
    serviceUrl,
    from: { id: `29:1${hexOf(user)}${hexOf(app)}`, aadObjectId: user, name: `Voter ${person} of ${code}` },
    recipient: { id: `28:${app}`, name: 'Roundtable' },
    conversation: {
      isGroup: true,
      id: `${channel};messageid=1700000000000`,
      tenantId: tenant,
      conversationType: 'channel',
    },
    entities: [{ type: 'clientInfo', locale: 'en-GB', country: 'GB', platform: 'Windows', timezone: 'Europe/London' }],
    channelData: {
      channel: { id: channel },
      team: { id: team },
      tenant: { id: tenant },
      source: { name: 'message' },
      legacy: { replyToId: `1:${hexOf(channel)}` },
    },
    replyToId: '1700000000000',
    value: { action: { type: 'Action.Execute', title: 'Agree', verb: 'press', data }, trigger: 'manual' },
  });
};

const hexOf = (name: string): string => createHash('sha256').update(name).digest('hex').slice(0, 32);

/** Sends clicks with a token, so many in flight, over connections that stay open. Throws at any that was not recorded. */
export const storm = async (
  { url, token }: { readonly url: string; readonly token: string },
  bodies: readonly string[],
  inFlight: number,
): Promise<Storm> => {
  const agent = new Agent({ keepAlive: true, maxSockets: inFlight });
  const headers = { 'content-type': 'application/json', authorization: `Bearer ${token}` };
  const waits: number[] = [];
  let next = 0;
  const person = async (): Promise<void> => {
    for (let body = bodies[next]; body !== undefined; body = bodies[next]) {
      next += 1;
      waits.push(await send(agent, `${url}/api/messages`, headers, body));
    }
  };
  const from = performance.now();
  await Promise.all(Array.from({ length: inFlight }, person));
  const ms = performance.now() - from;
  agent.destroy();
  return { ms, waits };
};

const send = (agent: Agent, url: string, headers: Readonly<Record<string, string>>, body: string): Promise<number> =>
  new Promise((resolve, reject) => {
    const from = performance.now();
    const sized = { ...headers, 'content-length': Buffer.byteLength(body) };
    const outgoing = open(url, { agent, method: 'POST', headers: sized }, (response) => {
      let said = '';
      response.setEncoding('utf8').on('data', (chunk: string) => (said += chunk));
      response.once('end', () => {
        if (response.statusCode === 200 && said.includes('Recorded')) resolve(performance.now() - from);
        else reject(new Error(`a click was answered ${response.statusCode}: ${said.slice(0, 200)}`));
      });
    });
    outgoing.once('error', reject).end(body);
  });
