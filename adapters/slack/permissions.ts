/**
 * What the app asks of a workspace, and why. The manifest asks for exactly this, and docs/slack.md gives the reasons to
 * administrators; tests hold all three together.
 */
export const botScopes = [
  'channels:read',
  'chat:write',
  'commands',
  'files:read',
  'files:write',
  'groups:read',
  'im:write',
  'reactions:read',
  'users:read',
  'users:read.email',
] as const;

export const commandName = '/alliance';
