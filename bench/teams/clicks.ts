import { createHash } from 'node:crypto';
import { encodePress } from '../../src/cards/press.js';
import type { Click } from '../slack/clicks.js';
import { type Storm, stormOf, written } from '../storm.js';
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

/** Sends clicks with a token, so many in flight. Throws at any that was not recorded. */
export const storm = (
  { url, token }: { readonly url: string; readonly token: string },
  bodies: readonly string[],
  inFlight: number,
): Promise<Storm> => {
  const headers = { 'content-type': 'application/json', authorization: `Bearer ${token}` };
  const requests = bodies.map((body) => written(url, '/api/messages', headers, body));
  return stormOf(url, requests, inFlight, isRecorded);
};

const isRecorded = (answer: string): boolean => answer.startsWith('HTTP/1.1 200 ') && answer.includes('Recorded');
