import { z } from 'zod';
import type { Rates } from './rates.js';
import type { Exchange } from './triggers.js';
import type { Channel, Team, World } from './world.js';

/** A method of the Web API: what it may be called with, what the token must allow, and what it does. */
export interface Method<S extends z.ZodType = z.ZodType> {
  /** Arguments, all of them: one that is not named here is refused. */
  readonly shape: S;
  /** One of these is needed; none is needed where this is empty. */
  readonly scopes: readonly string[];
  /** Called by an app or with a client's id and secret, not with the token of a workspace. */
  readonly bare?: true;
  answer(desk: Desk, args: z.infer<S>): Answer;
}

export type Answer =
  | ({ readonly ok: true } & Readonly<Record<string, unknown>>)
  | { readonly ok: false; readonly error: string; readonly messages?: readonly string[] }
  | { readonly limitedForS: number };

/** What a method works with. */
export interface Desk {
  readonly world: World;
  /** The workspace of the token; for bare methods any, and not to be looked at. */
  readonly team: Team;
  readonly token: string | null;
  readonly nowMs: number;
  readonly rates: Rates;
  readonly exchange: Exchange;
  /** A time stamp that no message has, and a number that no view has. */
  readonly nextStamp: () => string;
  readonly nextNumber: () => number;
  readonly socketUrl: () => string;
  /** Where a file may be sent to. */
  readonly uploadUrl: (id: string) => string;
  readonly app: AppSpec;
}

/** The app itself, as its settings page shows it. */
export interface AppSpec {
  readonly clientId: string;
  readonly clientSecret: string;
  readonly appToken: string;
  readonly signingSecret: string;
}

export const refused = (error: string, messages?: readonly string[]): Answer =>
  messages === undefined ? { ok: false, error } : { ok: false, error, messages };

/** A method with its arguments' types kept. */
export const method = <S extends z.ZodType>(each: Method<S>): Method => each;

/** Forms carry everything as text: lists and objects as JSON, yes and no as words. */
export const json = z.preprocess((given) => {
  if (typeof given !== 'string') return given;
  try {
    return JSON.parse(given) as unknown;
  } catch {
    return given;
  }
}, z.unknown());

export const yesNo = z.preprocess(
  (given) => (given === 'true' || given === '1' ? true : given === 'false' || given === '0' ? false : given),
  z.boolean(),
);

export type Found = { readonly channel: Channel; readonly refusal?: never } | { readonly refusal: Answer };

/** The channel as this workspace sees it, or why it does not. */
export const channelFor = ({ world, team }: Desk, id: string): Found => {
  const channel = world.channels.get(id);
  if (channel === undefined || !channel.teams.includes(team.id)) return { refusal: refused('channel_not_found') };
  const isIn = channel.members.has(team.bot.user);
  return (channel.private || channel.direct) && !isIn ? { refusal: refused('channel_not_found') } : { channel };
};

/** The same, where our app is in it and it is not archived. */
export const openChannelFor = (desk: Desk, id: string): Found => {
  const found = channelFor(desk, id);
  if (found.refusal !== undefined) return found;
  if (!found.channel.members.has(desk.team.bot.user)) return { refusal: refused('not_in_channel') };
  return found.channel.archived ? { refusal: refused('is_archived') } : found;
};
