import { causeOfEvent } from './causes.js';
import type { EventListeners, Heard } from './events.js';
import type { SlackOffice } from './office.js';

type Watched =
  'channel_deleted' | 'group_deleted' | 'member_joined_channel' | 'user_change' | 'app_uninstalled' | 'tokens_revoked';

/**
 * Rooms and accounts that go, and come back. What cannot be reached for a while (archived, bot removed) is found out
 * and shown by the announcer; here is only what is gone for good, and what has come back.
 */
export const membershipListeners = (office: SlackOffice): Pick<EventListeners, Watched> => ({
  channel_deleted: (heard) => releaseRooms(office, heard),
  group_deleted: (heard) => releaseRooms(office, heard),
  member_joined_channel: async ({ event, tenant, botUserId }) => {
    if (event.user !== botUserId) return;
    await office.announcer.retry({ platform: 'slack', tenant, place: event.channel });
  },
  user_change: async (heard) => {
    if (heard.event.user.deleted === true) await unlink(office, heard);
  },
  app_uninstalled: ({ tenant }) => office.installations.forgetInstallation('slack', tenant),
  tokens_revoked: async ({ event, tenant }) => {
    if ((event.tokens.bot ?? []).length > 0) await office.installations.forgetInstallation('slack', tenant);
  },
});

const roomsAt = (office: SlackOffice, tenant: string, place: string) =>
  office.directory.roomsAt({ platform: 'slack', tenant, place });

/** The channel is gone for good, and the book says so. */
const releaseRooms = async (
  office: SlackOffice,
  { event, tenant, eventId }: Heard<'channel_deleted' | 'group_deleted'>,
): Promise<void> => {
  for (const { alliance, room } of await roomsAt(office, tenant, event.channel)) {
    const command = { kind: 'releaseRoom', room, because: 'unreachable' } as const;
    await office.clerk.serve({
      alliance,
      command,
      by: 'clock',
      cause: `${causeOfEvent(eventId)}:${room}`,
      via: 'slack',
    });
  }
};

/** An account that Slack has closed speaks for nobody any more; whoever gets its name later starts anew (E82). */
const unlink = async (office: SlackOffice, { event, tenant, eventId }: Heard<'user_change'>): Promise<void> => {
  const { id: user, team_id: team } = event.user;
  for (const of of new Set([team ?? tenant, tenant])) {
    for (const { alliance } of await office.directory.personsOf({ platform: 'slack', tenant: of, user })) {
      const links = await office.directory.links(alliance);
      for (const { link, account } of links.filter(
        (each) => each.account.user === user && each.account.tenant === of,
      )) {
        if (account.platform !== 'slack') continue;
        const command = { kind: 'unlinkAccount', link, because: 'gone' } as const;
        const cause = `${causeOfEvent(eventId)}:${link}`;
        await office.clerk.serve({ alliance, command, by: 'clock', cause, via: 'slack' });
      }
    }
  }
};
