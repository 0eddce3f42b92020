import { conversationOf, causeOf } from './callers.js';
import type { Verified } from './door.js';
import type { TeamsOffice } from './office.js';

/**
 * Where the bot was added or removed, and channels that go and come back. What cannot be reached for a while is found out
 * and shown by the announcer; here is only what is gone for good, and what has come back.
 */
export const membershipChanged = async (office: TeamsOffice, sent: Verified): Promise<void> => {
  const { channelData } = sent.activity;
  const came = botCame(sent);
  if (came === 'added') await reachable(office, sent);
  if (came === 'removed') await unreachable(office, sent);
  const event = channelData?.eventType ?? '';
  // A new name of a channel changes nothing: rooms are known by their ids.
  if (event === 'channelDeleted') await releaseRooms(office, sent, channelData?.channel?.id ?? '');
  if (event === 'teamDeleted' || event === 'teamHardDeleted') {
    await releaseRooms(office, sent, channelData?.team?.id ?? '');
  }
  if (backAgain.includes(event)) await office.announcer.retry({ platform: 'teams', tenant: sent.tenant });
};

const backAgain: readonly string[] = ['channelRestored', 'teamRestored', 'teamUnarchived'];

/** Whether it tells of the bot itself that it came or went; "add-upgrade" and "remove-upgrade" are a new version of it. */
const botCame = ({ activity }: Verified): 'added' | 'removed' | null => {
  const { membersAdded, membersRemoved, recipient, type, action } = activity;
  if (type === 'installationUpdate') {
    if (action === 'add' || action === 'add-upgrade') return 'added';
    return action === 'remove' ? 'removed' : null;
  }
  const isBot = ({ id }: { readonly id: string }): boolean => id === recipient.id;
  if ((membersAdded ?? []).some(isBot)) return 'added';
  return (membersRemoved ?? []).some(isBot) ? 'removed' : null;
};

/** The bot is in this place, and perhaps in every channel of this team, again. */
const reachable = async ({ conversations, announcer }: TeamsOffice, sent: Verified): Promise<void> => {
  const { activity, tenant } = sent;
  const there = conversationOf(sent);
  const user = activity.from.aadObjectId;
  if (activity.conversation.conversationType !== 'personal') await conversations.keepConversation(there);
  else if (user != null) await conversations.keepConversation({ ...there, place: `user:${user}` });
  await announcer.retry({ platform: 'teams', tenant });
};

const unreachable = async ({ conversations }: TeamsOffice, sent: Verified): Promise<void> => {
  const there = conversationOf(sent);
  const user = sent.activity.from.aadObjectId;
  const personal = sent.activity.conversation.conversationType === 'personal' && user != null;
  await conversations.forgetConversation(personal ? { ...there, place: `user:${user}` } : there);
};

/** The channel is gone for good, and the book says so. */
const releaseRooms = async ({ clerk, directory }: TeamsOffice, sent: Verified, place: string): Promise<void> => {
  const { tenant, activity } = sent;
  for (const { alliance, room } of await directory.roomsAt({ platform: 'teams', tenant, place })) {
    const command = { kind: 'releaseRoom', room, because: 'unreachable' } as const;
    await clerk.serve({ alliance, command, by: 'clock', cause: `${causeOf(activity)}:${room}`, via: 'teams' });
  }
};
