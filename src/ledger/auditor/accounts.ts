import type { AccountEvents } from '../../alliance/accountEvents.js';
import type { Checks, Note } from './findings.js';
import type { Of, Reading } from './reading.js';
import { ofKind } from './reading.js';
import { holdsAnyOffice, nameOf } from './seats.js';

type AccountKind = keyof AccountEvents;

/** Rooms and linked accounts: counted, of known people, and nobody vouches for themselves alone (rulings 3.1). */
export const accountChecks: Checks<AccountKind> = {
  RoomBound: (entry, reading, note) => {
    const next = ofKind(reading.register, 'RoomBound').length + 1;
    if (entry.body.room !== next) note('counted', `room ${entry.body.room} stands where ${next} comes next`);
    byOfficer(entry, reading, note);
  },

  RoomReleased: (entry, reading, note) => {
    const bound = ofKind(reading.register, 'RoomBound').some(({ body }) => body.room === entry.body.room);
    if (!bound) note('counted', `room ${entry.body.room} was never bound`);
    if (entry.by !== 'clock') byOfficer(entry, reading, note);
  },

  LinkProposed: (entry, reading, note) => {
    checkCount(entry, reading, note);
    if (entry.by === entry.body.person) note('membership', `${entry.by} proposed a link of their own account`);
    if (entry.by !== 'operator') byOfficer(entry, reading, note);
  },

  AccountLinked: (entry, reading, note) => {
    const { link, person, how } = entry.body;
    if (entry.by !== person) note('membership', `the account of ${person} was linked by ${entry.by}`);
    if (how === 'register') {
      checkCount(entry, reading, note);
      return;
    }
    const proposed = ofKind(reading.register, 'LinkProposed').some(
      ({ body }) => body.link === link && body.person === person,
    );
    if (!proposed) note('membership', `link ${link} of ${person} was confirmed and never proposed`);
  },

  AccountUnlinked: (entry, reading, note) => {
    if (entry.by !== entry.body.person && entry.by !== 'clock') byOfficer(entry, reading, note);
  },
};

const checkCount = (entry: Of<'LinkProposed' | 'AccountLinked'>, reading: Reading, note: Note): void => {
  const { link, person } = entry.body;
  const counted = new Set([
    ...ofKind(reading.register, 'LinkProposed').map(({ body }) => body.link),
    ...ofKind(reading.register, 'AccountLinked').map(({ body }) => body.link),
  ]);
  if (link !== counted.size + 1) note('counted', `link ${link} stands where ${counted.size + 1} comes next`);
  if (nameOf(reading, person) === null) note('membership', `${person} has no name of record`);
};

const byOfficer = (entry: Of<AccountKind>, reading: Reading, note: Note): void => {
  const { by, at } = entry;
  if (by === 'clock' || by === 'operator' || !holdsAnyOffice(reading, by, at)) {
    note('membership', `${by} holds no office and may not record this`);
  }
};
