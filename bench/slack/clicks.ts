import { encodePress } from '../../src/cards/press.js';
import { formType, signed } from '../../test/adapters/slack/signing.js';
import { testApp } from '../../test/adapters/slack/standin/answering.js';
import { type Storm, stormOf, written } from '../storm.js';
import { channelOf, type Message, tenant, userOf } from './ground.js';

/** One person's click on Agree on the card of one proposal. */
export interface Click {
  readonly code: string;
  readonly alliance: number;
  readonly person: number;
  readonly proposal: number;
}

/** The body of the click as Slack sends it: with a trigger of its own, and the whole message that was clicked on. */
export const bodyOf = ({ code, alliance, person, proposal }: Click, message: Message): string => {
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
    message: {
      user: 'U0BOT',
      type: 'message',
      ts: '1700000000.000001',
      bot_id: 'B0BOT',
      app_id: 'A0ROUNDTABLE',
      ...message,
      team: tenant,
    },
    state: { values: {} },
    actions: [{ action_id: 'press:1', block_id: 'b9', text, value, type: 'button', action_ts: stamp }],
  };
  return new URLSearchParams({ payload: JSON.stringify(payload) }).toString();
};

/** Sends signed clicks, so many in flight. Throws at anything but an empty 200. */
export const storm = (url: string, bodies: readonly string[], inFlight: number): Promise<Storm> => {
  const requests = bodies.map((body) => {
    const headers = signed(testApp.signingSecret, body, { atMs: Date.now(), type: formType });
    return written(url, '/slack/events', headers, body);
  });
  return stormOf(url, requests, inFlight, isEmpty200);
};

/** An answer without a body, whichever way its end is written. */
const isEmpty200 = (answer: string): boolean =>
  answer.startsWith('HTTP/1.1 200 ') && /\r\n\r\n(?:0\r\n\r\n)?$/u.test(answer);
