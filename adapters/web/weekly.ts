import type { Instant } from '../../src/alliance/instant.js';
import type { AllianceCode, PersonId } from '../../src/alliance/names.js';
import { mayRead } from '../../src/alliance/reading.js';
import { latestDigest } from '../../src/alliance/weeks.js';
import type { Week } from '../../src/alliance/weeks.js';
import type { Card } from '../../src/cards/card.js';
import { digestCards } from '../../src/cards/digest/digest.js';
import { personalDigest } from '../../src/cards/digest/personal.js';
import type { Clerk } from '../../src/clerk/orders.js';
import { drawnWeekly } from '../../src/clerk/weekly.js';

/** The digest that fell due last, as things stood then: its pages in the room, and what it told each person alone. */
export interface RoomDigest {
  readonly week: Week;
  readonly dueAt: Instant;
  readonly pages: readonly Card[];
  readonly alone: ReadonlyMap<PersonId, Card>;
}

/** Null before the first one has fallen due. What has passed does not change, so each is drawn once. */
export const roomDigest = async (clerk: Clerk, code: AllianceCode): Promise<RoomDigest | null> => {
  const alliance = await clerk.view(code);
  if (alliance === null) return null;
  const { week, dueAt } = latestDigest(alliance.charter.calendar, clerk.now());
  if ((alliance.founded ?? dueAt) >= dueAt) return null;
  const ofClerk = kept.get(clerk) ?? new Map<AllianceCode, Kept>();
  kept.set(clerk, ofClerk);
  const known = ofClerk.get(code);
  if (known?.week === week) return known.digest;
  const digest = draw(clerk, code, week);
  ofClerk.set(code, { week, digest });
  digest.catch(() => ofClerk.delete(code));
  return digest;
};

interface Kept {
  readonly week: Week;
  readonly digest: Promise<RoomDigest | null>;
}

const kept = new WeakMap<Clerk, Map<AllianceCode, Kept>>();

const draw = (clerk: Clerk, code: AllianceCode, week: Week): Promise<RoomDigest | null> =>
  drawnWeekly(clerk, code, { week, reader: null, posts: [] }, (view) => ({
    week,
    dueAt: view.week.dueAt,
    pages: digestCards(view),
    alone: new Map(
      [...view.alliance.people.keys()]
        .filter((person) => mayRead(view.alliance, { kind: 'alliance' }, person, view.now))
        .map((person) => [person, personalDigest(view, view.week, { person, elsewhere: new Set() })]),
    ),
  }));
