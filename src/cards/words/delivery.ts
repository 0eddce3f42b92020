import type { PersonId } from '../../alliance/names.js';
import { isPerson } from '../../alliance/names.js';
import type { View } from '../view.js';
import { counted, listed } from './general.js';
import { personName } from './names.js';

/** A message of ours that may not have arrived, or could not be delivered. */
export interface DoubtfulMessage {
  readonly to: string;
  readonly state: string;
  readonly reason: string | null;
}

/** What may not have arrived is shown where people look, with the way to mend it (rulings 5, features 3.16). */
export const deliveryWords = (view: View, doubtful: readonly DoubtfulMessage[]): readonly string[] => {
  const unknown = doubtful.filter(({ state }) => state === 'unknown');
  const failed = doubtful.filter(({ state }) => state === 'undeliverable');
  return [
    ...(unknown.length === 0
      ? []
      : [`${counted(unknown.length, 'message')} about this may not have arrived: to ${recipients(view, unknown)}.`]),
    ...failed.map(
      (post) => `A message to ${recipients(view, [post])} could not be delivered: ${mendWords(post.reason)}`,
    ),
  ];
};

const recipients = (view: View, posts: readonly DoubtfulMessage[]): string =>
  listed([...new Set(posts.map(({ to }) => recipient(view, to)))]);

const recipient = (view: View, to: string): string =>
  isPerson(to as PersonId) ? personName(view, to as PersonId) : to.replace('room:', 'room ');

/** Why, and who can do what about it. */
export const mendWords = (reason: string | null): string => mends[reason ?? 'unexpected'] ?? mends['unexpected'] ?? '';

const mends: Readonly<Record<string, string>> = {
  roomGone: 'the channel no longer exists. An officer can bind another one.',
  roomArchived: 'the channel is archived. Unarchive it, or let an officer bind another one.',
  botNotInRoom: 'Roundtable is not in that channel. Invite it there, and it goes on by itself.',
  botRemoved: 'Roundtable was removed from that workspace. An administrator can install it again.',
  personUnreachable: 'their account cannot be reached. An officer can check the link of their account.',
  messageGone: 'the message was removed from the channel.',
  tooLong: 'it was longer than the platform allows. Tell the operator.',
  notAllowed: 'the platform does not let Roundtable write there. An administrator can check its permissions.',
  expired: 'it was no longer needed when it could have been sent.',
  unexpected: 'the platform refused it. Tell the operator.',
};
