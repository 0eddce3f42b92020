import type { MeetingId } from '../../alliance/names.js';
import type { Entry } from '../entry.js';
import type { Checks, Note } from './findings.js';
import type { Of, Reading } from './reading.js';
import { lastOf, ofKind, sameNames } from './reading.js';
import { mayRun, meetingPages, stateOf } from './represented.js';
import type { MeetingState } from './represented.js';
import { appointedAs, nameOf, speaksFor } from './seats.js';
import { checkOccurrence } from './series.js';

type CallEvent =
  | 'MeetingCalled'
  | 'MeetingMoved'
  | 'MeetingCancelled'
  | 'InvitationAnswered'
  | 'NoticeWaived'
  | 'AgendaItemAdded'
  | 'AgendaItemChanged'
  | 'AgendaItemRemoved'
  | 'AgendaOrdered'
  | 'PaperAdded'
  | 'PaperWithdrawn'
  | 'PackPublished';

/** Calling a meeting, its agenda and its papers (domain.md BC). */
export const meetingChecks: Checks<CallEvent> = {
  MeetingCalled: (entry, reading, note) => {
    const { meeting, startsAt, endsAt, callerName, requisition } = entry.body;
    const next = `M-${reading.meetings.size + 1}`;
    if (meeting !== next) note('counted', `${meeting} is called where ${next} comes next`);
    if (startsAt <= entry.at || endsAt <= startsAt)
      note('meeting', `${meeting} is called for ${startsAt} to ${endsAt}`);
    if (entry.body.recurrence !== undefined) {
      checkOccurrence(entry, entry.body.recurrence, reading, note);
      return;
    }
    const person = entry.by;
    const demands =
      requisition !== undefined &&
      person !== 'clock' &&
      person !== 'operator' &&
      speaksFor(reading, person, requisition.member, entry.at);
    if (requisition === undefined ? !mayRun(reading, person, entry.at) : !demands) {
      note('meeting', `${person} may not call ${meeting}`);
    }
    if (person !== 'clock' && person !== 'operator' && callerName !== nameOf(reading, person)) {
      note('truth', `the name recorded for ${person} is not of record`);
    }
  },

  MeetingMoved: (entry, reading, note) => {
    const pages = checkState(entry, reading, ['called'], note);
    checkRunner(entry, reading, note);
    const before = changes(pages);
    if (entry.body.sequence !== before + 1) note('counted', `change ${entry.body.sequence} follows change ${before}`);
    if (entry.body.startsAt <= entry.at) note('meeting', `${entry.body.meeting} moves into the past`);
  },

  MeetingCancelled: (entry, reading, note) => {
    const pages = checkState(entry, reading, ['called'], note);
    checkRunner(entry, reading, note);
    const before = changes(pages);
    if (entry.body.sequence !== before + 1) note('counted', `change ${entry.body.sequence} follows change ${before}`);
  },

  InvitationAnswered: (entry, reading, note) => {
    checkState(entry, reading, ['called', 'inSession'], note);
    const { person, personName, member, deputy } = entry.body;
    if (entry.by !== person) note('actor', `${entry.by} answered as ${person}`);
    if (personName !== nameOf(reading, person)) note('truth', `the name recorded for ${person} is not of record`);
    if (member !== undefined && !speaksFor(reading, person, member, entry.at)) {
      note('appointment', `${person} does not speak for ${member}`);
    }
    if (deputy === undefined) return;
    if (member === undefined || !appointedAs(reading, deputy.person, member, entry.at).includes('deputy')) {
      note('deputy', `${deputy.person} is no deputy of ${member ?? 'nobody'}`);
    }
  },

  NoticeWaived: (entry, reading, note) => {
    checkState(entry, reading, ['called', 'inSession'], note);
    const { person, member } = entry.body;
    if (entry.by !== person || entry.for !== member) note('actor', `${entry.by} waived notice as ${person}`);
    if (!speaksFor(reading, person, member, entry.at)) note('notice', `${person} cannot waive what ${member} is owed`);
  },

  AgendaItemAdded: (entry, reading, note) => {
    const pages = checkState(entry, reading, ['called', 'inSession'], note);
    const { item, meeting, about, kind, late } = entry.body;
    const next = ofKind(pages, 'AgendaItemAdded').length + 1;
    if (item !== next) note('counted', `item ${item} of ${meeting} stands where ${next} comes next`);
    if (about !== undefined && !reading.proposals.has(about)) note('meeting', `${about} was never tabled`);
    if (kind === 'decision' && about === undefined) note('meeting', `item ${item} decides on nothing that was tabled`);
    const inSession = stateOf(pages) === 'inSession';
    const referred = about !== undefined && lastOf(reading.proposals.get(about) ?? [], 'ProposalReferred') !== null;
    if (inSession && late?.inSession !== true && !referred) {
      note('notice', `item ${item} came in the meeting itself and does not say so`);
    }
  },

  AgendaItemChanged: (entry, reading, note) => {
    checkItem(entry, checkState(entry, reading, ['called'], note), note);
  },

  AgendaItemRemoved: (entry, reading, note) => {
    checkItem(entry, checkState(entry, reading, ['called'], note), note);
  },

  AgendaOrdered: (entry, reading, note) => {
    const pages = checkState(entry, reading, ['called', 'inSession'], note);
    const items = itemsOf(pages).map(String);
    if (!sameNames(entry.body.order.map(String), items)) note('meeting', 'the new order is not of the same items');
    checkRunner(entry, reading, note);
  },

  PaperAdded: (entry, reading, note) => {
    const pages = checkState(entry, reading, ['called', 'inSession'], note);
    checkItem(entry, pages, note);
    const next = ofKind(pages, 'PaperAdded').length + 1;
    if (entry.body.paper !== next) note('counted', `paper ${entry.body.paper} stands where ${next} comes next`);
  },

  PaperWithdrawn: (entry, reading, note) => {
    const pages = checkState(entry, reading, ['called', 'inSession'], note);
    const { paper } = entry.body;
    if (!ofKind(pages, 'PaperAdded').some(({ body }) => body.paper === paper))
      note('meeting', `there is no paper ${paper}`);
  },

  PackPublished: (entry, reading, note) => {
    const pages = checkState(entry, reading, ['called', 'inSession'], note);
    checkRunner(entry, reading, note);
    const { edition, items, papers } = entry.body;
    const next = ofKind(pages, 'PackPublished').length + 1;
    if (edition !== next) note('counted', `edition ${edition} stands where ${next} comes next`);
    if (!sameNames(items.map(String), itemsOf(pages).map(String))) note('truth', 'the pack is not the agenda');
    const wanted = papersIn(pages, items);
    const told = papers.map(({ paper, sha256 }) => `${paper} ${sha256}`);
    if (!sameNames(told, wanted)) note('truth', 'the papers of the pack are not those of its items');
  },
};

/** Items that were added and not removed. */
export const itemsOf = (pages: readonly Entry[]): readonly number[] =>
  ofKind(pages, 'AgendaItemAdded')
    .map(({ body }) => body.item)
    .filter((item) => !ofKind(pages, 'AgendaItemRemoved').some(({ body }) => body.item === item));

type OfMeeting = Entry & { readonly body: { readonly meeting: MeetingId } };

/** The pages of the meeting, which must be in one of these states. */
export const checkState = (
  entry: OfMeeting,
  reading: Reading,
  states: readonly MeetingState[],
  note: Note,
): readonly Entry[] => {
  const pages = meetingPages(reading, entry.body.meeting);
  const state = stateOf(pages);
  if (!states.includes(state)) note('meeting', `${entry.body.meeting} is ${state}, and ${entry.kind} was written`);
  return pages;
};

export const checkRunner = (entry: OfMeeting, reading: Reading, note: Note): void => {
  if (!mayRun(reading, entry.by, entry.at)) note('meeting', `${entry.by} does not run meetings`);
};

const checkItem = (
  entry: Of<'AgendaItemChanged' | 'AgendaItemRemoved' | 'PaperAdded'>,
  pages: readonly Entry[],
  note: Note,
): void => {
  const { item } = entry.body;
  if (!itemsOf(pages).includes(item)) note('meeting', `there is no item ${item} on the agenda`);
};

const changes = (pages: readonly Entry[]): number => ofKind(pages, 'MeetingMoved').length;

const papersIn = (pages: readonly Entry[], items: readonly number[]): readonly string[] =>
  ofKind(pages, 'PaperAdded')
    .filter(({ body }) => items.includes(body.item))
    .filter(({ body }) => !ofKind(pages, 'PaperWithdrawn').some((gone) => gone.body.paper === body.paper))
    .map(({ body }) => `${body.paper} ${body.sha256}`);
