import type { AccountEvents, Platform } from '../../alliance/accountEvents.js';
import type { EventKind } from '../../alliance/events.js';
import type { View } from '../view.js';
import type { HistoryOf } from './history.js';
import { personName } from './names.js';

export const accountHistory: HistoryOf<keyof AccountEvents & EventKind> = {
  RoomBound: (view, { body }) =>
    `${roomWords(view, body.room)} in ${platformNames[body.platform]} hears of the business of ${bodyName(view, body.body)} from here on.`,
  RoomReleased: (view, { body }) =>
    `${roomWords(view, body.room)} hears no more${body.because === 'unreachable' ? ', because it could not be reached' : ''}.`,
  LinkProposed: (view, { body }) =>
    `An account in ${platformNames[body.platform]} was proposed for ${personName(view, body.person)}, who must confirm it.`,
  AccountLinked: (view, { body }) =>
    `An account in ${platformNames[body.platform]} acts for ${personName(view, body.person)}, ${howLinked[body.how]}.`,
  AccountUnlinked: (view, { body }) =>
    `Account ${body.link} of ${personName(view, body.person)} no longer acts${body.because === 'gone' ? ', because it is gone from its workspace' : ''}.`,
};

export const platformNames: Readonly<Record<Platform, string>> = { slack: 'Slack', teams: 'Microsoft Teams' };

const howLinked = {
  register: 'as the charter lists its workspace and mail domain',
  confirmed: 'confirmed through the address on record',
} as const;

/** By its name on its platform, as far as the directory knows it; the book knows rooms by number only (rulings 4.2). */
const roomWords = (view: View, room: number): string => {
  const name = view.roomName?.(room) ?? null;
  return name === null ? `Room ${room}` : `“${name}”`;
};

export const bodyName = ({ alliance }: View, id: string): string =>
  alliance.charter.bodies.find((body) => body.id === id)?.name ?? id;
