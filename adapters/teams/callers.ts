import { createHash } from 'node:crypto';
import type { Account } from '../../src/alliance/directory.js';
import { instantOf } from '../../src/alliance/instant.js';
import type { Instant } from '../../src/alliance/instant.js';
import { teamsIdiom, type UnknownAccount } from '../../src/cards/words/visits.js';
import { type Conversation, placeOfAccount } from '../../src/clerk/conversations.js';
import type { Visitor } from '../../src/clerk/visits/visitor.js';
import type { Verified } from './door.js';
import type { Member } from './shapes.js';
import type { TeamsWire } from './wire.js';

/** Somebody who did something in Teams: who, where, and which act it was. */
export interface Caller {
  readonly account: Account;
  readonly visitor: Visitor;
  /** The conversation in which it was done. */
  readonly here: Conversation;
  /** In a chat with the bot alone. */
  readonly direct: boolean;
  readonly cause: string;
  /** When it was done, by Teams' clock (rulings 1.3). */
  readonly occurredAt: Instant | undefined;
}

/** Null for whatever has no Entra object: a program, a channel, somebody without an account. */
export const callerOf = (wire: TeamsWire, sent: Verified): Caller | null => {
  const { activity, tenant } = sent;
  const user = activity.from.aadObjectId;
  if (user == null) return null;
  const account: Account = { platform: 'teams', tenant, user };
  const direct = activity.conversation.conversationType === 'personal';
  const there = conversationOf(sent);
  const here = direct ? { ...there, ...placeOfAccount(account) } : there;
  return {
    account,
    visitor: {
      platform: 'teams',
      idiom: teamsIdiom,
      accounts: [account],
      tenant,
      address: async () => addressOf(await wire.member(here, activity.from.id), account),
    },
    here,
    direct,
    cause: causeOf(activity),
    occurredAt: momentOf(activity.timestamp ?? ''),
  };
};

/** Where it happened: a channel is one place, whichever of its messages was answered. */
export const conversationOf = ({ activity, app, tenant }: Verified): Conversation => {
  const conversation = activity.conversation.id.replace(/;messageid=\d+$/u, '');
  const { serviceUrl: service } = activity;
  return { platform: 'teams', tenant, place: conversation, app: app.appId, service, conversation };
};

/**
 * The name of one act: the activity itself, so that what Teams sends again is the same act and a second click is another
 * (rulings 6). Messages are counted in each conversation for itself, so that takes part in the name.
 */
export const causeOf = ({ id, conversation }: Verified['activity']): string => {
  const digest = createHash('sha256').update(`${conversation.id}\n${id}`).digest('base64url').slice(0, 22);
  return `teams:${id.slice(0, 60)}:${digest}`;
};

/**
 * The address of a full account of this tenant: its UPN, which the tenant's administrators give out. The free-text mail of
 * an account is never looked at (rulings 3.1).
 */
const addressOf = (member: Member | null, { tenant, user }: Account): string | { readonly unknown: UnknownAccount } => {
  if (member === null) return { unknown: 'unreachable' };
  const { userPrincipalName: upn, userRole: role, tenantId, aadObjectId } = member;
  if (aadObjectId !== user) return { unknown: 'unknown' };
  const isForeign = tenantId != null && tenantId !== tenant;
  if (isForeign || (role ?? 'user') !== 'user' || /#EXT#/iu.test(upn ?? '')) return { unknown: 'guest' };
  return upn != null && /^[^\s@]+@[^\s@]+$/u.test(upn) ? upn.toLowerCase() : { unknown: 'unconfirmed' };
};

const momentOf = (timestamp: string): Instant | undefined => {
  const ms = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,9})?(?:Z|[+-]\d\d:\d\d)$/u.test(timestamp)
    ? Date.parse(timestamp)
    : NaN;
  return Number.isFinite(ms) && ms > 0 && ms < latestMs ? instantOf(ms) : undefined;
};

/** The year 2200: beyond it lies nonsense. */
const latestMs = 7_258_118_400_000;
