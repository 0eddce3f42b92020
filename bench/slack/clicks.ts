import { Agent, request as open } from 'node:http';
import { encodePress } from '../../src/cards/press.js';
import { formType, signed } from '../../test/adapters/slack/signing.js';
import { testApp } from '../../test/adapters/slack/standin/answering.js';
import { channelOf, tenant, userOf } from './ground.js';

/** One person's click on Agree on the card of one proposal. */
export interface Click {
  readonly code: string;
  readonly alliance: number;
  readonly person: number;
  readonly proposal: number;
}

/** The body of the click as Slack sends it; each has a trigger of its own. */
export const bodyOf = ({ code, alliance, person, proposal }: Click): string => {
  const stamp = (Date.now() / 1_000).toFixed(6);
  const value = encodePress({
    act: 'order',
    alliance: code,
    command: { kind: 'recordPosition', position: 'agree', proposal: `P-${proposal}`, revision: 1 },
  });
  const channel = { id: channelOf(alliance), name: `leadership-${alliance}` };
  const text = { type: 'plain_text', text: 'Agree' };
  const payload = {
    type: 'block_actions',
    user: { id: userOf(alliance, person), username: 'voter', name: 'voter', team_id: tenant },
    team: { id: tenant, domain: 'bench' },
    api_app_id: 'A0ROUNDTABLE',
    token: 'a-verification-token',
    trigger_id: `${alliance}.${person}.${proposal}`,
    enterprise: null,
    is_enterprise_install: false,
    container: { type: 'message', message_ts: '1700000000.000001', channel_id: channel.id, is_ephemeral: false },
    channel,
    message: { type: 'message', ts: '1700000000.000001', text: 'A proposal', blocks: [] },
    state: { values: {} },
    actions: [{ action_id: 'press:1', block_id: 'b9', text, value, type: 'button', action_ts: stamp }],
  };
  return new URLSearchParams({ payload: JSON.stringify(payload) }).toString();
};

export interface Storm {
  readonly ms: number;
  /** Milliseconds from click to acknowledgement, one a click. */
  readonly waits: readonly number[];
}

/** Sends signed clicks, so many in flight, over connections that stay open. Throws at anything but an empty 200. */
export const storm = async (url: string, bodies: readonly string[], inFlight: number): Promise<Storm> => {
  const agent = new Agent({ keepAlive: true, maxSockets: inFlight });
  const waits: number[] = [];
  let next = 0;
  const person = async (): Promise<void> => {
    for (let body = bodies[next]; body !== undefined; body = bodies[next]) {
      next += 1;
      waits.push(await send(agent, url, body));
    }
  };
  const from = performance.now();
  await Promise.all(Array.from({ length: inFlight }, person));
  const ms = performance.now() - from;
  agent.destroy();
  return { ms, waits };
};

const send = (agent: Agent, url: string, body: string): Promise<number> =>
  new Promise((resolve, reject) => {
    const from = performance.now();
    const headers = signed(testApp.signingSecret, body, { atMs: Date.now(), type: formType });
    const outgoing = open(
      `${url}/slack/events`,
      { agent, method: 'POST', headers: { ...headers, 'content-length': Buffer.byteLength(body) } },
      (response) => {
        let said = '';
        response.setEncoding('utf8').on('data', (chunk: string) => (said += chunk));
        response.once('end', () => {
          if (response.statusCode === 200 && said === '') resolve(performance.now() - from);
          else reject(new Error(`a click was answered ${response.statusCode}: ${said.slice(0, 200)}`));
        });
      },
    );
    outgoing.once('error', reject);
    outgoing.end(body);
  });
