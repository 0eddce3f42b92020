import type { ActionEvents } from '../../alliance/actions/actionEvents.js';
import type { Entry } from '../entry.js';
import { localDate } from './days.js';
import type { Checks, Note } from './findings.js';
import type { Of, Reading } from './reading.js';
import { lastOf, ofKind } from './reading.js';
import { mayRun } from './represented.js';
import { appointedAs, inOffice, nameOf, speaksFor } from './seats.js';

/** Actions: owner, dates, evidence and end (domain.md D4). */
export const actionChecks: Checks<keyof ActionEvents> = {
  ActionRecorded: (entry, reading, note) => {
    const { action, due, owner } = entry.body;
    const next = `A-${reading.actions.size + 1}`;
    if (action !== next) note('counted', `${action} is recorded where ${next} comes next`);
    const calendar = lastOf(reading.register, 'CharterAdopted')?.body.charter.calendar;
    if (calendar !== undefined && due < localDate(calendar, entry.at)) note('action', `${action} is due in the past`);
    checkOwner(owner, entry, reading, note);
  },

  ActionAccepted: (entry, reading, note) => {
    const pages = checkOpen(entry, reading, note);
    if (ownerOf(pages) !== entry.by) note('action', `${entry.by} accepted an action that is not theirs`);
  },

  ActionUpdated: (entry, reading, note) => checkActor(entry, checkOpen(entry, reading, note), reading, note),
  ActionClaimed: (entry, reading, note) => checkActor(entry, checkOpen(entry, reading, note), reading, note),

  ActionClosed: (entry, reading, note) => {
    const pages = checkOpen(entry, reading, note);
    const { action } = entry.body;
    if (stepOf(pages) !== 'ActionClaimed') note('action', `${action} was not said to be done`);
    if (lastOf(pages, 'ActionRecorded')?.body.verified !== true) return;
    if (!mayRun(reading, entry.by, entry.at) || ownerOf(pages) === entry.by) {
      note('action', `${entry.by} may not verify ${action}`);
    }
  },

  ActionReturned: (entry, reading, note) => {
    const pages = checkOpen(entry, reading, note);
    if (stepOf(pages) !== 'ActionClaimed') note('action', `${entry.body.action} was not said to be done`);
    if (!mayRun(reading, entry.by, entry.at)) note('action', `${entry.by} may not return ${entry.body.action}`);
  },

  ActionPutOff: (entry, reading, note) => {
    const pages = checkOpen(entry, reading, note);
    const { action, from, to, slips } = entry.body;
    const due = lastOf(pages, 'ActionPutOff')?.body.to ?? lastOf(pages, 'ActionRecorded')?.body.due ?? '';
    if (from !== due) note('truth', `${action} was due ${due}, not ${from}`);
    if (to <= from) note('action', `${to} is not later than ${from}`);
    const before = ofKind(pages, 'ActionPutOff').length;
    if (slips !== before + 1) note('counted', `slip ${slips} of ${action} follows slip ${before}`);
    checkActor(entry, pages, reading, note);
  },

  ActionTransferred: (entry, reading, note) => {
    const pages = checkOpen(entry, reading, note);
    checkOwner(entry.body.to, entry, reading, note);
    if ((entry.body.from?.person ?? null) !== ownerOf(pages))
      note('truth', `${entry.body.action} was not theirs to give`);
  },

  ActionNeedsOwner: (entry, reading, note) => {
    const pages = checkOpen(entry, reading, note);
    const owner = ownedBy(pages);
    const { action, because, fallsTo } = entry.body;
    if (owner?.member === undefined) return;
    const left = !inOffice(reading, owner.member, entry.at);
    const stays = !left && appointedAs(reading, owner.person, owner.member, entry.at).length > 0;
    if (stays) note('action', `${owner.person} still acts for ${owner.member}`);
    if ((because === 'memberLeft') !== left) note('truth', `why ${action} needs an owner is told wrongly`);
    if (fallsTo !== undefined && !speaksFor(reading, fallsTo, owner.member, entry.at)) {
      note('action', `${fallsTo} does not represent ${owner.member}`);
    }
  },

  ActionCancelled: (entry, reading, note) => {
    checkOpen(entry, reading, note);
    if (!mayRun(reading, entry.by, entry.at)) note('action', `${entry.by} may not cancel ${entry.body.action}`);
  },
};

type OnAction = Of<keyof ActionEvents>;
type Owner = Of<'ActionRecorded'>['body']['owner'];

const checkOpen = (entry: OnAction, reading: Reading, note: Note): readonly Entry[] => {
  const pages = reading.actions.get(entry.body.action) ?? [];
  if (pages.length === 0) note('action', `${entry.body.action} was never recorded`);
  const over = pages.some(({ kind }) => kind === 'ActionClosed' || kind === 'ActionCancelled');
  if (over) note('final', `${entry.body.action} is over, and ${entry.kind} was written after it`);
  return pages;
};

/** By the owner, or by those who run meetings. */
const checkActor = (entry: OnAction, pages: readonly Entry[], reading: Reading, note: Note): void => {
  if (ownerOf(pages) === entry.by || mayRun(reading, entry.by, entry.at)) return;
  note('action', `${entry.by} neither owns ${entry.body.action} nor runs meetings`);
};

const checkOwner = (owner: Owner, { at }: OnAction, reading: Reading, note: Note): void => {
  const { person, personName, member } = owner;
  if (personName !== nameOf(reading, person)) note('truth', `the name recorded for ${person} is not of record`);
  if (
    member !== undefined &&
    (appointedAs(reading, person, member, at).length === 0 || !inOffice(reading, member, at))
  ) {
    note('action', `${person} is nobody of ${member}`);
  }
};

/** Who owns it now; null where it fell to nobody. */
const ownedBy = (pages: readonly Entry[]): Pick<Owner, 'person' | 'member'> | null => {
  let owner: Pick<Owner, 'person' | 'member'> | null = null;
  for (const entry of pages) {
    if (entry.kind === 'ActionRecorded') owner = entry.body.owner;
    if (entry.kind === 'ActionTransferred') owner = entry.body.to;
    if (entry.kind === 'ActionNeedsOwner') {
      const { fallsTo } = entry.body;
      owner =
        fallsTo === undefined
          ? null
          : { person: fallsTo, ...(owner?.member === undefined ? {} : { member: owner.member }) };
    }
  }
  return owner;
};

const ownerOf = (pages: readonly Entry[]): string | null => ownedBy(pages)?.person ?? null;

/** The last step that moved it on: a note, a claim or a return. */
const stepOf = (pages: readonly Entry[]): string =>
  pages.findLast(({ kind }) => ['ActionUpdated', 'ActionClaimed', 'ActionReturned', 'ActionAccepted'].includes(kind))
    ?.kind ?? '';
