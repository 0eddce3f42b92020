import { z } from 'zod';
import { method, refused } from '../method.js';

/** Installing the app, and the connection of Socket Mode. */
export const apps = {
  'oauth.v2.access': method({
    shape: z.strictObject({
      client_id: z.string().optional(),
      client_secret: z.string().optional(),
      code: z.string(),
      redirect_uri: z.string().optional(),
      grant_type: z.string().optional(),
    }),
    scopes: [],
    bare: true,
    answer: ({ world, app }, { client_id: client, client_secret: secret, code, redirect_uri: redirect }) => {
      if (client !== app.clientId) return refused('invalid_client_id');
      if (secret !== app.clientSecret) return refused('bad_client_secret');
      const known = world.codes.get(code);
      const team = known && world.teams.get(known.team);
      if (known === undefined || team === undefined) return refused('invalid_code');
      if (known.used) return refused('code_already_used');
      if (redirect !== undefined && redirect !== known.redirect) return refused('bad_redirect_uri');
      known.used = true;
      team.tokenEnd = null;
      return {
        ok: true,
        access_token: team.token,
        token_type: 'bot',
        scope: team.scopes.join(','),
        bot_user_id: team.bot.user,
        app_id: 'A0ROUNDTABLE',
        team: { name: team.name, id: team.id },
        enterprise: team.enterprise === null ? null : { id: team.enterprise, name: team.enterprise },
        authed_user: { id: [...team.people.keys()][0] ?? 'U0NOBODY' },
        is_enterprise_install: false,
      };
    },
  }),
  'apps.connections.open': method({
    shape: z.strictObject({}),
    scopes: [],
    bare: true,
    answer: ({ token, app, socketUrl }) =>
      token === app.appToken ? { ok: true, url: socketUrl() } : refused('not_allowed_token_type'),
  }),
} as const;
