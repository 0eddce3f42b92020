import type { Entry } from '../entry.js';
import type { Checks, Note } from './findings.js';
import { checkRunner, checkState, itemsOf } from './meetings.js';
import { lastOf, ofKind } from './reading.js';
import type { Of, Reading } from './reading.js';
import { chairOf, mayRun } from './represented.js';
import { nameOf, speaksFor } from './seats.js';

type ConsentEvent = 'ItemPlacedInConsent' | 'ItemTakenOutOfConsent' | 'ConsentTaken';

/** Items that are taken together: only while nobody wants them discussed, and their decisions in the room (domain.md B52). */
export const consentChecks: Checks<ConsentEvent> = {
  ItemPlacedInConsent: (entry, reading, note) => {
    const pages = checkState(entry, reading, ['called', 'inSession'], note);
    checkRunner(entry, reading, note);
    const { item } = entry.body;
    if (!itemsOf(pages).includes(item)) note('meeting', `there is no item ${item} on the agenda`);
    const before = ofKind(pages, 'ItemPlacedInConsent').some(({ body }) => body.item === item);
    if (before) note('consent', `item ${item} was put into the consent block before`);
  },

  ItemTakenOutOfConsent: (entry, reading, note) => {
    const pages = checkState(entry, reading, ['called', 'inSession'], note);
    const { item, person, personName } = entry.body;
    if (entry.by !== person) note('actor', `${entry.by} took an item out as ${person}`);
    if (personName !== nameOf(reading, person)) note('truth', `the name recorded for ${person} is not of record`);
    const speaks = seatsOf(reading).some((member) => speaksFor(reading, person, member, entry.at));
    if (!speaks && !mayRun(reading, person, entry.at)) note('consent', `${person} speaks for no member`);
    if (!isIn(pages, item)) note('consent', `item ${item} is not in the consent block`);
  },

  ConsentTaken: (entry, reading, note) => {
    const pages = checkState(entry, reading, ['inSession'], note);
    if (!mayRun(reading, entry.by, entry.at) && chairOf(pages, undefined) !== entry.by) {
      note('meeting', `${entry.by} neither runs nor presides over ${entry.body.meeting}`);
    }
    if (entry.body.items.length === 0) note('consent', 'nothing was taken together');
    for (const item of entry.body.items) checkTaken(pages, item, note);
  },
};

/** Still in the block, in time, and put to the members in the room where it is a decision. */
const checkTaken = (pages: readonly Entry[], item: number, note: Note): void => {
  if (!isIn(pages, item)) note('consent', `item ${item} was taken together though it was not in the consent block`);
  const added = ofKind(pages, 'AgendaItemAdded').find(({ body }) => body.item === item);
  if (added?.body.late !== undefined) note('consent', `item ${item} came late and was not discussed`);
  if (added?.body.kind !== 'decision') return;
  const put = lastOf(
    ofKind(pages, 'DecisionPut').filter(({ body }) => body.item === item),
    'DecisionPut',
  );
  if (put?.body.how !== 'room') note('consent', `the decision under item ${item} was not put to the members`);
};

/** Put in, not taken out, not taken, and still on the agenda. */
const isIn = (pages: readonly Entry[], item: number): boolean =>
  itemsOf(pages).includes(item) &&
  ofKind(pages, 'ItemPlacedInConsent').some(({ body }) => body.item === item) &&
  !ofKind(pages, 'ItemTakenOutOfConsent').some(({ body }) => body.item === item) &&
  !ofKind(pages, 'ConsentTaken').some(({ body }) => body.items.includes(item));

const seatsOf = (reading: Reading): readonly string[] =>
  ofKind(reading.register, 'MemberJoined').map(({ body }: Of<'MemberJoined'>) => body.member);
