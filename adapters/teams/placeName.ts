import { visibleLine } from '../../src/cards/fit.js';
import type { Conversation } from '../../src/clerk/conversations.js';
import type { Activity } from './shapes.js';
import type { TeamsWire } from './wire.js';

/**
 * What people call the chat or channel in which something was written: as the activity says it, else as Teams does when it
 * is asked for the channels of the team. Null where neither says it, as of a chat that nobody has named.
 */
export const placeName = async (
  wire: Pick<TeamsWire, 'channelName'>,
  here: Conversation,
  { conversation, channelData }: Pick<Activity, 'conversation' | 'channelData'>,
): Promise<string | null> => {
  const team = channelData?.team;
  const said = conversation.name ?? channelData?.channel?.name;
  const asked = said == null && team != null ? await wire.channelName(here, team.id) : null;
  const name = visibleLine(said ?? asked ?? team?.name ?? '');
  return name === '' ? null : name;
};
