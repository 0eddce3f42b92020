import { z } from 'zod';
import { channelFor, method, refused, yesNo } from '../method.js';
import type { Desk } from '../method.js';
import type { Channel, Person, Team } from '../world.js';

/** Channels and people, as a workspace sees them. */
export const places = {
  'conversations.open': method({
    shape: z.strictObject({
      users: z.string().optional(),
      channel: z.string().optional(),
      return_im: yesNo.optional(),
    }),
    scopes: ['im:write', 'mpim:write'],
    answer: (desk, { users = '' }) => {
      const [user = '', ...others] = users.split(',');
      if (others.length > 0) return refused('not_enough_users');
      const person = personFor(desk, user);
      if (person === null) return refused('user_not_found');
      if (person.bot) return refused('cannot_dm_bot');
      if (person.deleted) return refused('user_disabled');
      if (!person.reachable) return refused('user_not_visible');
      const channel = directWith(desk, person);
      return { ok: true, channel: { id: channel.id } };
    },
  }),
  'conversations.info': method({
    shape: z.strictObject({
      channel: z.string(),
      include_locale: yesNo.optional(),
      include_num_members: yesNo.optional(),
    }),
    scopes: ['channels:read', 'groups:read', 'im:read', 'mpim:read'],
    answer: (desk, { channel: id, include_num_members: counted }) => {
      const found = channelFor(desk, id);
      if (found.refusal !== undefined) return found.refusal;
      const needed = found.channel.direct ? 'im:read' : found.channel.private ? 'groups:read' : 'channels:read';
      if (!desk.team.scopes.includes(needed)) return refused('missing_scope');
      return { ok: true, channel: seen(found.channel, desk.team, counted ?? false) };
    },
  }),
  'conversations.members': method({
    shape: z.strictObject({ channel: z.string(), cursor: z.string().optional(), limit: z.coerce.number().optional() }),
    scopes: ['channels:read', 'groups:read', 'im:read', 'mpim:read'],
    answer: (desk, { channel: id, cursor = '0', limit = 100 }) => {
      const found = channelFor(desk, id);
      if (found.refusal !== undefined) return found.refusal;
      const all = [...found.channel.members];
      const from = Number(cursor);
      const next = from + limit < all.length ? String(from + limit) : '';
      return { ok: true, members: all.slice(from, from + limit), response_metadata: { next_cursor: next } };
    },
  }),
  'users.info': method({
    shape: z.strictObject({ user: z.string(), include_locale: yesNo.optional() }),
    scopes: ['users:read'],
    answer: (desk, { user }) => {
      const person = personFor(desk, user);
      return person === null ? refused('user_not_found') : { ok: true, user: accountOf(person, desk) };
    },
  }),
  'auth.test': method({
    shape: z.strictObject({}),
    scopes: [],
    answer: ({ team }) => ({
      ok: true,
      url: `https://${team.id.toLowerCase()}.slack.com/`,
      team: team.name,
      team_id: team.id,
      user: 'roundtable',
      user_id: team.bot.user,
      bot_id: team.bot.id,
      ...(team.enterprise === null ? {} : { enterprise_id: team.enterprise }),
      is_enterprise_install: false,
    }),
  }),
} as const;

/** Somebody of the workspace, or of another one with which it shares a channel. */
const personFor = ({ world, team }: Desk, user: string): Person | null => {
  const own = team.people.get(user);
  if (own !== undefined) return own;
  const met = [...world.channels.values()].some(({ teams, members }) => teams.includes(team.id) && members.has(user));
  const others = [...world.teams.values()].flatMap(({ people }) => people.get(user) ?? []);
  return met ? (others[0] ?? null) : null;
};

const directWith = ({ world, team }: Desk, person: Person): Channel => {
  const id = `D${team.id.slice(1)}${person.id.slice(1)}`;
  const known = world.channels.get(id);
  if (known !== undefined) return known;
  const channel: Channel = {
    id,
    name: '',
    teams: [team.id],
    private: true,
    direct: true,
    archived: false,
    members: new Set([team.bot.user, person.id]),
    messages: [],
  };
  world.channels.set(id, channel);
  return channel;
};

const seen = (channel: Channel, team: Team, counted: boolean): object => ({
  id: channel.id,
  name: channel.name,
  is_channel: !channel.direct,
  is_im: channel.direct,
  is_private: channel.private,
  is_archived: channel.archived,
  is_member: channel.members.has(team.bot.user),
  is_shared: channel.teams.length > 1,
  is_ext_shared: channel.teams.length > 1,
  ...(counted ? { num_members: channel.members.size } : {}),
});

const accountOf = (person: Person, { team }: Desk): object => ({
  id: person.id,
  team_id: person.team,
  name: person.name.toLowerCase().replaceAll(' ', '.'),
  real_name: person.name,
  deleted: person.deleted,
  is_bot: person.bot,
  is_restricted: person.guest,
  is_ultra_restricted: false,
  is_stranger: person.team !== team.id,
  is_email_confirmed: person.emailConfirmed,
  profile: {
    real_name: person.name,
    display_name: person.name,
    ...(team.scopes.includes('users:read.email') && person.email !== null ? { email: person.email } : {}),
  },
});
