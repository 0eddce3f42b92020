/**
 * What the app asks of a tenant, and why. The manifest asks for exactly this, and docs/teams.md gives the reasons to
 * administrators; tests hold all three together.
 */
export const permissions = ['identity', 'messageTeamMembers'] as const;

/** Where the bot can be added. */
export const scopes = ['team', 'groupChat', 'personal'] as const;

/** The command of the message extension: it opens the form to table a proposal. */
export const tableCommand = 'table';
