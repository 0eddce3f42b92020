import type { CommandOf } from '../../alliance/commands.js';
import type { AllianceCode, MeetingId, SeriesId } from '../../alliance/names.js';
import type { View } from '../view.js';
import { listed } from './general.js';
import { personName } from './names.js';

/** All that a calendar, which others may look into, says of a meeting; and what is said about following one. */
export const calendarWords = {
  summary: 'Alliance meeting',
  noSuchFeed:
    'There is no calendar at this address, or it was revoked. Whoever looks after Roundtable can give you a new one.',
  title: 'Meetings in your calendar',
  what: (alliance: string): string =>
    `Your calendar can follow the meetings of ${alliance} by an address of your own. It shows “Alliance meeting”, the time and the place, and nothing of the business.`,
  secret: 'Whoever has this address sees the same, so keep it to yourself. A new one ends this one.',
  show: 'Show the address',
  give: 'Give me an address',
  renew: 'Give me a new address',
  stop: 'End it',
  endFor: 'End somebody’s address',
  noAddress: (alliance: string): string =>
    `Roundtable has no address on the web here (setting PUBLIC_URL), so no calendar can follow the meetings of ${alliance}. Ask whoever looks after Roundtable.`,
} as const;

/** What stands with an invitation in a room. */
export const invitationWords = {
  called: { lead: 'For your calendar', open: 'Open this file to put it into your calendar.' },
  moved: { lead: 'To move it in your calendar', open: 'Open this file to move it in your calendar.' },
  cancelled: { lead: 'To take it out of your calendar', open: 'Open this file to take it out of your calendar.' },
  /** "Calendar file for M-3, Thu 14 May 2026." */
  shared: (meetings: readonly (readonly [MeetingId, string])[]): string =>
    `Calendar file for ${listed(meetings.map(([meeting, day]) => `${meeting} on ${day}`))}.`,
  inThread: (lead: string): string => `${lead}: the file is in the thread of this message.`,
  nowhere: (lead: string): string =>
    `${lead}: Roundtable can give out no file here, because it has no address on the web (setting PUBLIC_URL). Enter the time by hand, or ask whoever looks after Roundtable to set one.`,
} as const;

/** What became of the address of a calendar. */
export const feedWords = (view: View, { feed, person }: CommandOf<'setFeed'>): string => {
  if (feed === 'new') return 'Your calendar has a new address. An earlier one shows nothing any more.';
  return person === undefined
    ? 'Your calendar address is ended: it shows nothing any more.'
    : `The calendar address of ${personName(view, person)} is ended: it shows nothing any more.`;
};

/** "LWN-M-3.ics", and "LWN-S-1.ics" for the meetings of a series that were called with it. */
export const calendarFileName = (alliance: AllianceCode, of: MeetingId | SeriesId): string => `${alliance}-${of}.ics`;
