import type { Room } from '../../alliance/alliance.js';
import type { ProposalId, PersonId } from '../../alliance/names.js';
import { isPerson } from '../../alliance/names.js';
import { liveLinks } from '../../alliance/accounts.js';
import type { View } from '../view.js';
import { counted, listed, sentenceCase } from './general.js';
import { personName } from './names.js';
import { powerHolders } from './officers.js';

/** A message of ours that may not have arrived, or could not be delivered. */
export interface DoubtfulMessage {
  readonly to: string;
  readonly state: string;
  readonly reason: string | null;
}

/** What may not have arrived is shown where people look, with the way to mend it (rulings 5, features 3.16). */
export const deliveryWords = (view: View, all: readonly DoubtfulMessage[]): readonly string[] => {
  const { people, others: doubtful } = unlinkedAmong(view, all);
  const unknown = doubtful.filter(({ state }) => state === 'unknown');
  const failed = doubtful.filter(({ state }) => state === 'undeliverable');
  const reasons = [...new Set(failed.map(({ reason }) => reason))];
  return [
    ...(unknown.length === 0
      ? []
      : [`${counted(unknown.length, 'message')} about this may not have arrived: to ${recipients(view, unknown)}.`]),
    ...reasons.map((reason) => {
      const those = failed.filter((post) => post.reason === reason);
      const what = those.length === 1 ? 'A message' : counted(those.length, 'message');
      return `${what} to ${recipients(view, those)} could not be delivered: ${mendWords(reason)}`;
    }),
    ...unlinkedWords(view, people),
  ];
};

/**
 * Those whom messages do not reach because no account is linked for them, each once however many messages it was; and the
 * messages to all others.
 */
export const unlinkedAmong = <M extends DoubtfulMessage>(
  view: View,
  messages: readonly M[],
): { readonly people: readonly PersonId[]; readonly others: readonly M[] } => {
  const isUnlinked = ({ to, state }: M): boolean =>
    state === 'undeliverable' && isPerson(to as PersonId) && liveLinks(view.alliance, to as PersonId).length === 0;
  return {
    people: [...new Set(messages.filter(isUnlinked).map(({ to }) => to as PersonId))],
    others: messages.filter((message) => !isUnlinked(message)),
  };
};

/** "2 people have no linked account, …: Rowan Ellis and Sam Okafor. …": said once, with who can mend it; none for nobody. */
export const unlinkedWords = (view: View, people: readonly PersonId[]): readonly string[] =>
  people.length === 0
    ? []
    : [
        `${counted(people.length, 'person has', 'people have')} no linked account, so messages do not reach them: ${listed(
          people.map((person) => personName(view, person)),
        )}. ${sentenceCase(powerHolders(view, 'changePeople'))} can propose ${people.length === 1 ? 'the link' : 'their links'}.`,
      ];

const recipients = (view: View, posts: readonly DoubtfulMessage[]): string =>
  listed([...new Set(posts.map(({ to }) => recipientWords(view, to)))]);

/** "Rowan Ellis", "the channel “#leadership” of Leadership Team on Slack"; its number where a body has several alike. */
export const recipientWords = (view: View, to: string): string => {
  if (isPerson(to as PersonId)) return personName(view, to as PersonId);
  const { rooms, charter } = view.alliance;
  const room = rooms.find(({ number }) => `room:${number}` === to);
  if (room === undefined) return to.replace('room:', 'channel ');
  const called = ({ number }: Room): string | null => view.roomName?.(number) ?? null;
  const name = called(room);
  const alike = rooms.filter(
    (each) => each.body === room.body && each.platform === room.platform && called(each) === name,
  );
  const body = charter.bodies.find(({ id }) => id === room.body)?.name ?? room.body;
  const number = alike.length > 1 ? ` (channel ${room.number})` : '';
  return `the channel ${name === null ? '' : `“${name}” `}of ${body} on ${platformNames[room.platform]}${number}`;
};

const platformNames = { slack: 'Slack', teams: 'Teams' } as const;

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
  unexpected: 'the platform refused it. Tell the operator.',
  expired: 'it was no longer needed when it could have been sent.',
  notOwed: 'it was no longer owed when it could have been sent.',
  roomReleased: 'the channel was released before it could be sent.',
};

/** To the operator, where there is nothing to mend. */
export const everythingArrived = 'Every message has arrived, as far as is known.';

/** To the operator: what has not been tried yet, or is tried again. */
export const waitingWords = (count: number, isServed: boolean): string =>
  `${sentenceCase(counted(count, 'message'))} ${count === 1 ? 'is' : 'are'} still waiting to be sent. ${
    isServed ? 'The running server sends what waits.' : 'No server is running: start it, and it sends what waits.'
  }`;

/** To the operator, of a greeting after an installation: no alliance has a card there that could say it. */
export const greetingWords = ({
  tenant,
  place,
  state,
}: { readonly [P in 'tenant' | 'place' | 'state']: string }): string => {
  const whoever = `Whoever installed Roundtable in Teams (organisation ${tenant}, conversation ${place})`;
  return state === 'unknown' || state === 'sending'
    ? `${whoever} may not have been greeted. It is not said again, and nothing depends on it.`
    : `${whoever} could not be greeted: ${mendWords(state)}`;
};

/** On a card whose message somebody removed: the record is in the book, not in the channel (domain.md E41). */
export const postedAgainWords =
  'The earlier message with this card was removed from the channel, so it is posted again. The record is kept elsewhere and has not changed.';

/** In place of a card that was posted twice. */
export const twinWords = (id: ProposalId): string =>
  `${id}: this card stood here twice. Please use the other one from now on; it is kept up to date.`;
