import type { Entry } from '../entry.js';
import type { Checks, Note } from './findings.js';
import { checkRunner, checkState, itemsOf } from './meetings.js';
import { lastOf, ofKind, pagesOf } from './reading.js';
import type { Of, Reading } from './reading.js';
import { chairOf, mayRun } from './represented.js';
import { nameOf, speaksFor } from './seats.js';
import { objecting, standingOf } from './standing.js';

type ConsentEvent = 'ItemPlacedInConsent' | 'ItemTakenOutOfConsent' | 'ConsentTaken';

/** Items that are taken together: only while nobody wants them discussed, and their decisions in the room (domain.md B52). */
export const consentChecks: Checks<ConsentEvent> = {
  ItemPlacedInConsent: (entry, reading, note) => {
    const pages = checkState(entry, reading, ['called', 'inSession'], note);
    checkRunner(entry, reading, note);
    const { item } = entry.body;
    if (!itemsOf(pages).includes(item)) note('meeting', `there is no item ${item} on the agenda`);
    if (isIn(pages, item)) note('consent', `item ${item} is in the consent block already`);
    if (isTakenOut(pages, item)) note('consent', `item ${item} was put back though a member wants it discussed`);
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
    for (const item of entry.body.items) checkTaken(entry, pages, item, reading, note);
  },
};

/** Still in the block, in time, contested by nobody, and put to the members in the room where it is a decision. */
const checkTaken = (
  { seq, cause }: Of<'ConsentTaken'>,
  pages: readonly Entry[],
  item: number,
  reading: Reading,
  note: Note,
): void => {
  if (!isIn(pages, item)) note('consent', `item ${item} was taken together though it was not in the consent block`);
  const added = ofKind(pages, 'AgendaItemAdded').find(({ body }) => body.item === item);
  if (added?.body.late !== undefined) note('consent', `item ${item} came late and was not discussed`);
  const about = added?.body.about;
  if (about !== undefined) {
    // Taking the block may itself open the proposal: what counts is how it stood before.
    const opened = pagesOf(reading, about).find((page) => page.kind === 'RevisionOpened' && page.cause === cause);
    const standing = standingOf(reading, about, opened?.seq ?? seq);
    if (standing.status === 'referred') note('consent', `${about} was called to a meeting and was not discussed`);
    if (objecting(standing).length > 0) note('consent', `${about} was taken together over a standing objection`);
  }
  if (added?.body.kind !== 'decision') return;
  const put = lastOf(
    ofKind(pages, 'DecisionPut').filter(({ body }) => body.item === item),
    'DecisionPut',
  );
  if (put?.body.how !== 'room') note('consent', `the decision under item ${item} was not put to the members`);
};

/** Put in, with the words that it has now, not taken out, not taken, and still on the agenda. */
const isIn = (pages: readonly Entry[], item: number): boolean => {
  const placed = ofKind(pages, 'ItemPlacedInConsent').findLast(({ body }) => body.item === item);
  const isReworded = ofKind(pages, 'AgendaItemChanged').some(
    ({ seq, body }) =>
      body.item === item && seq > (placed?.seq ?? 0) && (body.title !== undefined || body.text !== undefined),
  );
  return (
    itemsOf(pages).includes(item) &&
    placed !== undefined &&
    !isReworded &&
    !ofKind(pages, 'ItemTakenOutOfConsent').some(({ body }) => body.item === item) &&
    !ofKind(pages, 'ConsentTaken').some(({ body }) => body.items.includes(item))
  );
};

/** Itself, or another item about the same proposal: what a member wants discussed stays out. */
const isTakenOut = (pages: readonly Entry[], item: number): boolean => {
  const added = ofKind(pages, 'AgendaItemAdded');
  const about = added.find(({ body }) => body.item === item)?.body.about;
  const same = added.filter(({ body }) => body.item === item || (about !== undefined && body.about === about));
  return ofKind(pages, 'ItemTakenOutOfConsent').some((out) => same.some(({ body }) => body.item === out.body.item));
};

const seatsOf = (reading: Reading): readonly string[] =>
  ofKind(reading.register, 'MemberJoined').map(({ body }: Of<'MemberJoined'>) => body.member);
