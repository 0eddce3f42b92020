import { installedCard } from '../../src/cards/arrival.js';
import { teamsIdiom } from '../../src/cards/words/visits.js';
import { type Conversation, type GreetingOutcome, placeOfAccount } from '../../src/clerk/conversations.js';
import type { Sent } from '../../src/clerk/surfaces.js';
import { conversationOf, causeOf } from './callers.js';
import type { Verified } from './door.js';
import { messageOf } from './message.js';
import type { Ways } from './messages.js';
import type { TeamsOffice } from './office.js';
import type { TeamsWire } from './wire.js';

/**
 * Where the bot was added or removed, and channels that go and come back. What cannot be reached for a while is found out
 * and shown by the announcer; here is only what is gone for good, and what has come back. Resolves with what is said
 * afterwards, where anything is.
 */
export const membershipChanged = async (
  office: TeamsOffice,
  { wire }: Pick<Ways, 'wire'>,
  sent: Verified,
): Promise<(() => Promise<void>) | null> => {
  const { channelData } = sent.activity;
  const came = botCame(sent);
  if (came === 'added') await reachable(office, sent);
  if (came === 'removed') await unreachable(office, sent);
  const event = channelData?.eventType ?? '';
  // A new name of a channel changes nothing: rooms are known by their ids.
  const gone = goneBy(event, channelData);
  if (gone !== null) await releaseRooms(office, sent, gone);
  if (backAgain.includes(event)) await office.announcer.retry({ platform: 'teams', tenant: sent.tenant });
  return isInstalled(sent) ? greeting(office, wire, sent) : null;
};

/** Teams tells of an installation by two activities; only this one of them is sent once for each. */
const isInstalled = ({ activity: { type, action } }: Verified): boolean =>
  type === 'installationUpdate' && action === 'add';

/**
 * What says what this is, to whoever has just installed it, where they did; null where it was begun before. No alliance
 * decides there yet, so that this is no post of the announcer's: it is noted as begun before Teams is answered, so that
 * none is lost unseen, it is begun at most once, and what became of it is kept with the conversation (rulings 5).
 */
const greeting = async (
  { conversations, log }: TeamsOffice,
  wire: TeamsWire,
  sent: Verified,
): Promise<(() => Promise<void>) | null> => {
  const there = placeOf(sent);
  if (there === null || !(await conversations.beginGreeting(there))) return null;
  const alone = sent.activity.conversation.conversationType === 'personal';
  return async () => {
    const said = await wire.post(conversationOf(sent), messageOf(installedCard(teamsIdiom, alone)));
    if (said.kind !== 'shown') log.warn({ sent: said }, 'whoever installed the app could not be greeted');
    await conversations.keepGreeting(there, outcomeOf(said));
  };
};

/** What was refused for now is not waited for, but it was certainly not said: the next installation is greeted. */
const outcomeOf = (said: Sent): GreetingOutcome | null => {
  if (said.kind === 'later') return null;
  return said.kind === 'failed' ? said.reason : said.kind;
};

/** The place that is gone for good by such an event. */
const goneBy = (event: string, about: Verified['activity']['channelData']): string | null => {
  if (event === 'channelDeleted') return about?.channel?.id ?? '';
  return event === 'teamDeleted' || event === 'teamHardDeleted' ? (about?.team?.id ?? '') : null;
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
  const there = placeOf(sent);
  if (there !== null) await conversations.keepConversation(there);
  await announcer.retry({ platform: 'teams', tenant: sent.tenant });
};

const unreachable = async ({ conversations }: TeamsOffice, sent: Verified): Promise<void> => {
  const there = placeOf(sent);
  if (there !== null) await conversations.forgetConversation(there);
};

/** The conversation of the bot, which is private to an account where it is with that alone; null where nobody says whose. */
const placeOf = (sent: Verified): Conversation | null => {
  const there = conversationOf(sent);
  if (sent.activity.conversation.conversationType !== 'personal') return there;
  const user = sent.activity.from.aadObjectId;
  return user == null ? null : { ...there, ...placeOfAccount({ platform: 'teams', tenant: sent.tenant, user }) };
};

/** The channel is gone for good, and the book says so. */
const releaseRooms = async ({ clerk, directory }: TeamsOffice, sent: Verified, place: string): Promise<void> => {
  const { tenant, activity } = sent;
  for (const { alliance, room } of await directory.roomsAt({ platform: 'teams', tenant, place })) {
    const command = { kind: 'releaseRoom', room, because: 'unreachable' } as const;
    await clerk.serve({ alliance, command, by: 'clock', cause: `${causeOf(activity)}:${room}`, via: 'teams' });
  }
};
