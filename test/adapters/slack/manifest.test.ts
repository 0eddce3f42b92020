import { describe, expect, it } from 'vitest';
import { botScopes, commandName } from '../../../adapters/slack/permissions.js';
import { eventShapes } from '../../../adapters/slack/shapes.js';
import { callbacks } from '../../../adapters/slack/views.js';
import { read, sources } from '../../architecture/sources.js';

const manifest = JSON.parse(read('manifest.json')) as {
  readonly features: {
    readonly shortcuts: readonly { readonly callback_id: string; readonly type: string }[];
    readonly slash_commands: readonly { readonly command: string; readonly should_escape: boolean }[];
  };
  readonly oauth_config: { readonly scopes: { readonly bot: readonly string[] } };
  readonly settings: { readonly event_subscriptions: { readonly bot_events: readonly string[] } };
};
const code = sources(['adapters/slack'])
  .map(({ text }) => text)
  .join('\n');

/** Which scope each method of the Web API that we call needs; null for those that need none (docs.slack.dev). */
const scopesOfMethods: Readonly<Record<string, string | null>> = {
  'auth.test': null,
  'chat.getPermalink': null,
  'chat.postEphemeral': 'chat:write',
  'chat.postMessage': 'chat:write',
  'chat.update': 'chat:write',
  'conversations.open': 'im:write',
  'files.completeUploadExternal': 'files:write',
  'files.getUploadURLExternal': 'files:write',
  'users.info': 'users:read',
  'views.open': null,
  'views.publish': null,
  'views.push': null,
  'views.update': null,
};

/** Which scopes each event needs; app_home_opened, app_uninstalled and tokens_revoked need none. */
const scopesOfEvents: Readonly<Record<string, string | null>> = {
  app_home_opened: null,
  app_uninstalled: null,
  channel_deleted: 'channels:read',
  group_deleted: 'groups:read',
  member_joined_channel: 'channels:read',
  reaction_added: 'reactions:read',
  tokens_revoked: null,
  user_change: 'users:read',
};

describe('the Slack app manifest', () => {
  it('subscribes to the events that have a listener, and to no other', () => {
    expect([...manifest.settings.event_subscriptions.bot_events].sort()).toEqual(Object.keys(eventShapes).sort());
  });

  it('offers the command and the shortcut that have a listener, with mentions marked as such', () => {
    expect(manifest.features.slash_commands.map(({ command }) => command)).toEqual([commandName]);
    expect(manifest.features.slash_commands[0]?.should_escape).toBe(true);
    expect(manifest.features.shortcuts.map(({ callback_id: id, type }) => [id, type])).toEqual([
      [callbacks.tableMessage, 'message'],
    ]);
  });

  it('asks for the scopes of the methods that are called and the events that are heard, and for no other', () => {
    const groups = 'auth|chat|conversations|users|views|channels|team|files|reactions|usergroups|bots|apps';
    const called = [...code.matchAll(new RegExp(`\\.\\s*((?:${groups})\\.[a-zA-Z]+)\\(`, 'g'))].map(
      ([, method]) => method!,
    );
    expect([...new Set(called)].sort()).toEqual(Object.keys(scopesOfMethods).sort());
    expect(Object.keys(scopesOfEvents).sort()).toEqual(Object.keys(eventShapes).sort());
    const needed = [...Object.values(scopesOfMethods), ...Object.values(scopesOfEvents)].filter(
      (each) => each !== null,
    );
    // Files that people choose in a form, the command itself, and the confirmed address by which accounts are linked.
    const wanted = new Set([...needed, 'files:read', 'commands', 'users:read.email']);
    expect([...manifest.oauth_config.scopes.bot].sort()).toEqual([...wanted].sort());
    expect([...botScopes]).toEqual([...manifest.oauth_config.scopes.bot]);
  });

  it('does not read what people say in channels', () => {
    expect(manifest.oauth_config.scopes.bot.filter((scope) => scope.endsWith(':history'))).toEqual([]);
  });

  it('has a reason for every scope in the guide for administrators', () => {
    const guide = read('docs/slack.md');
    expect(botScopes.filter((scope) => !guide.includes(`\`${scope}\``))).toEqual([]);
  });
});
