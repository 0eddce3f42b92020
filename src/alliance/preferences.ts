import type { CommandOf } from './commands.js';
import { isInstant } from './deadlines.js';
import type { Desk } from './desk.js';
import { isTimeOfDay } from './instant.js';
import { isPerson } from './names.js';
import { mayRead } from './reading.js';
import type { Refusal } from './refusals.js';
import { holdersOfPower, officesWith } from './speaking.js';

/**
 * Whether a person's preferences can be kept. They are nobody's business and change nothing in the book: the clerk
 * writes them into the directory.
 */
export const setPreferences = (
  { alliance, context }: Desk,
  { snoozedUntil, quiet }: CommandOf<'setPreferences'>,
): Refusal | null => {
  const { by, at } = context;
  if (!isPerson(by)) return { why: 'notByOperator' };
  if (!mayRead(alliance, { kind: 'alliance' }, by, at)) return { why: 'stranger' };
  if (snoozedUntil != null && !isInstant(snoozedUntil)) return { why: 'notAnInstant', field: 'to' };
  if (snoozedUntil != null && snoozedUntil <= at) return { why: 'inThePast', field: 'to' };
  const wrong = quiet == null ? undefined : [quiet.from, quiet.to].find((time) => !isTimeOfDay(time));
  return wrong === undefined ? null : { why: 'notATimeOfDay', given: wrong };
};

/** Whether an address of a calendar can be given or ended: one's own, or ended by those who change people (rulings 3.3). */
export const setFeed = ({ alliance, context }: Desk, { feed, person }: CommandOf<'setFeed'>): Refusal | null => {
  const { by, at } = context;
  if (!isPerson(by)) return { why: 'notByOperator' };
  if (!mayRead(alliance, { kind: 'alliance' }, by, at)) return { why: 'stranger' };
  if (person === undefined || person === by) return null;
  if (!alliance.people.has(person)) return { why: 'noSuchPerson' };
  const people = holdersOfPower(alliance, 'changePeople', at);
  return feed === 'none' && people.includes(by)
    ? null
    : { why: 'mayNot', act: 'endFeed', people, offices: officesWith(alliance, 'changePeople') };
};
