import type { Conversation } from '../../src/clerk/conversations.js';
import type { Sent } from '../../src/clerk/surfaces.js';
import type { TeamsConfig } from '../config.js';
import { accessTokens } from './accessTokens.js';
import { answered, broken, type Answered } from './failures.js';
import { isServiceUrl } from './allowedHosts.js';
import { channelsShape, type Member, memberShape, openedShape, postedShape } from './shapes.js';

/**
 * Calls to the Bot Connector. Each is made once, and its outcome is told as it is: pacing and trying again are the
 * announcer's (rulings 5). Nothing is ever sent to a host that is not on our list, nor followed elsewhere. The calls
 * are made by `fetch`, since the connector client of the SDK tries again by itself, which could say a thing twice.
 */
export interface TeamsWire {
  post(to: Conversation, activity: OutActivity): Promise<Sent>;
  /** Draws an activity of ours anew; `id` is the reference with which it was shown. */
  update(to: Conversation, id: string, activity: OutActivity): Promise<Sent>;
  /** The private conversation of a person with a bot of ours; `at.conversation` is not looked at. */
  openPersonal(at: Conversation, user: string): Promise<Conversation | Exclude<Sent, { readonly kind: 'shown' }>>;
  /** What the roster says of somebody who is in that conversation, by Teams' own id of them; null where it says nothing. */
  member(of: Conversation, user: string): Promise<Member | null>;
  /** What a channel of that team is called; null where Teams does not say, as of a team's first channel. */
  channelName(at: Conversation, team: string): Promise<string | null>;
}

/** An activity as the Bot Connector takes it: `type`, `attachments`, `summary` … */
export type OutActivity = { readonly type: 'message' } & Readonly<Record<string, unknown>>;

/** How long an answer is waited for before nobody knows what came of a call. */
const callTimeoutMs = 10_000;

export const teamsWire = (config: TeamsConfig): TeamsWire => {
  const tokens = accessTokens(config);
  /** One call with the token of the registration that reaches the place. */
  const call = async (at: Conversation, path: string, method: string, body?: object): Promise<Answered> => {
    if (!isServiceUrl(config, at.service)) return { sent: { kind: 'failed', reason: 'notAllowed' } };
    const token = await tokens.of(at.app);
    if (typeof token !== 'string') return { sent: token };
    try {
      const response = await fetch(new URL(path, at.service.replace(/\/*$/, '/')), {
        method,
        headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
        redirect: 'manual',
        signal: AbortSignal.timeout(callTimeoutMs),
      });
      if (response.status === 401) tokens.forget(at.app);
      return await answered(response);
    } catch (thrown) {
      return { sent: broken(thrown) };
    }
  };
  const shown = async (calling: Promise<Answered>, known?: string): Promise<Sent> => {
    const answer = await calling;
    if ('sent' in answer) return answer.sent;
    const read = postedShape.safeParse(answer.body);
    const reference = read.success ? read.data.id : known;
    return reference === undefined ? { kind: 'unknown', reason: 'no id' } : { kind: 'shown', reference };
  };
  return {
    post: (to, activity) => shown(call(to, `${pathOf(to)}/activities`, 'POST', activity)),
    update: (to, id, activity) => {
      const path = `${pathOf(to)}/activities/${encodeURIComponent(id)}`;
      return shown(call(to, path, 'PUT', { ...activity, id }), id);
    },
    openPersonal: async (at, user) => {
      const { tenant, app } = at;
      const channelData = { tenant: { id: tenant } };
      const members = [{ id: user }];
      const body = { bot: { id: `28:${app}` }, members, tenantId: tenant, channelData, isGroup: false };
      const answer = await call(at, 'v3/conversations', 'POST', body);
      if ('sent' in answer) return answer.sent.kind === 'shown' ? noName : answer.sent;
      const read = openedShape.safeParse(answer.body);
      return read.success ? { ...at, place: `user:${user}`, conversation: read.data.id } : noName;
    },
    member: async (of, user) => {
      const answer = await call(of, `${pathOf(of)}/members/${encodeURIComponent(user)}`, 'GET');
      if ('sent' in answer) return null;
      const read = memberShape.safeParse(answer.body);
      return read.success ? read.data : null;
    },
    channelName: async (at, team) => {
      const answer = await call(at, `v3/teams/${encodeURIComponent(team)}/conversations`, 'GET');
      const read = channelsShape.safeParse('sent' in answer ? null : answer.body);
      if (!read.success) return null;
      return read.data.conversations.find(({ id }) => id === at.conversation)?.name ?? null;
    },
  };
};

const pathOf = ({ conversation }: Conversation): string => `v3/conversations/${encodeURIComponent(conversation)}`;

const noName = { kind: 'unknown', reason: 'no id' } as const;
