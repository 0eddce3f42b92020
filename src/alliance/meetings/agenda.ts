import type { CommandOf } from '../commands.js';
import type { Desk } from '../desk.js';
import { given } from '../given.js';
import { laterOf, plusMs } from '../instant.js';
import { textRefusal } from '../limits.js';
import type { PersonId, ProposalId, TextRef } from '../names.js';
import type { Refusal } from '../refusals.js';
import { speakersFor } from '../speaking.js';
import { tableProposal } from '../tabling.js';
import type { AgendaItem, Meeting } from './meeting.js';
import type { MeetingEvents } from './meetingEvents.js';
import { calledOn, itemOn, liveOn, ownName, whyNotRunner, writeAt } from './meetingDesk.js';
import type { Found } from './meetingDesk.js';
import { votingIn } from './representation.js';
import { decides, papersDue } from './standingOrders.js';

/**
 * Puts an item on the agenda: by those who run meetings and those who speak for a member of the body. Once papers were
 * due it is late and needs a reason; in session it is any other business (domain.md B50, E60, E61).
 */
export const addItem = (desk: Desk, command: CommandOf<'addItem'>): Refusal | null => {
  const meeting = liveOn(desk, command.meeting);
  if ('refusal' in meeting) return meeting.refusal;
  const refusal = whyNotAdded(desk, meeting, command);
  if (refusal !== null) return refusal;
  const { alliance, sealer } = desk;
  const { about, presenter, minutes, text } = command;
  const proposal = about === undefined ? undefined : alliance.proposals.get(about);
  addTo(desk, meeting, {
    kind: command.as,
    title: command.title === undefined && proposal !== undefined ? proposal.title : sealer.seal(command.title ?? ''),
    ...given('text', sealed(desk, text)),
    ...given('about', about),
    ...given('presenter', presenter),
    ...given('minutes', minutes),
    ...lateness(desk, meeting, command.reason),
    personName: ownName(desk),
  });
  return null;
};

/** A proposal that opens when it is put to the meeting, and else by circulation once the meeting is over. */
export const tableForMeeting = (desk: Desk, command: CommandOf<'tableForMeeting'>): Refusal | null => {
  const meeting = liveOn(desk, command.meeting);
  if ('refusal' in meeting) return meeting.refusal;
  if (!decides(desk.alliance, meeting)) return { why: 'bodyDoesNotDecide', meeting: meeting.id };
  const refusal = whyNotLate(desk, meeting, command.reason) ?? whyFull(meeting);
  if (refusal !== null) return refusal;
  const about: ProposalId = `P-${desk.alliance.proposals.size + 1}`;
  const { title, text, bestForPeople, member } = command;
  const opensAt = laterOf(meeting.endsAt, plusMs(desk.context.at, hourMs));
  const tabled = tableProposal(desk, {
    kind: 'tableProposal',
    ...{ class: command.class, title, text, bestForPeople, opensAt },
    ...given('member', member),
  });
  if (tabled !== null) return tabled;
  addTo(desk, meeting, {
    kind: 'decision',
    title: desk.alliance.proposals.get(about)?.title ?? 'text:',
    about,
    ...lateness(desk, meeting, command.reason),
    personName: ownName(desk),
  });
  return null;
};

export const changeItem = (desk: Desk, command: CommandOf<'changeItem'>): Refusal | null => {
  const found = ownItem(desk, command);
  if ('refusal' in found) return found.refusal;
  const { meeting, item } = found;
  const { title, text, presenter, minutes } = command;
  const refusal =
    whyNotTitled(item, title) ??
    (text === undefined ? null : textRefusal('itemText', text)) ??
    whyNotTimed(minutes) ??
    whyNotPresenter(desk, presenter);
  if (refusal !== null) return refusal;
  if ([title, text, presenter, minutes].every((change) => change === undefined)) return null;
  writeAt(desk, meeting.id, 'AgendaItemChanged', {
    item: item.number,
    ...given('title', sealed(desk, title)),
    ...given('text', sealed(desk, text)),
    ...given('presenter', presenter),
    ...given('minutes', minutes),
  });
  return null;
};

export const removeItem = (desk: Desk, command: CommandOf<'removeItem'>): Refusal | null => {
  const found = ownItem(desk, command);
  if ('refusal' in found) return found.refusal;
  const refusal = textRefusal('why', command.why);
  if (refusal !== null) return refusal;
  const why = desk.sealer.seal(command.why);
  writeAt(desk, found.meeting.id, 'AgendaItemRemoved', { item: found.item.number, why });
  return null;
};

/** Another place on the agenda. */
export const moveItem = (desk: Desk, command: CommandOf<'moveItem'>): Refusal | null => {
  const meeting = liveOn(desk, command.meeting);
  if ('refusal' in meeting) return meeting.refusal;
  const refusal = whyNotRunner(desk, 'changeAgenda');
  if (refusal !== null) return refusal;
  const item = itemOn(meeting, command.item);
  if ('refusal' in item) return item.refusal;
  const before = command.before === undefined ? null : itemOn(meeting, command.before);
  if (before !== null && 'refusal' in before) return before.refusal;
  const others = meeting.items.map(({ number }) => number).filter((number) => number !== item.number);
  const place = before === null || before.number === item.number ? others.length : others.indexOf(before.number);
  const order = [...others.slice(0, place), item.number, ...others.slice(place)];
  if (order.every((number, at) => meeting.items[at]?.number === number)) return null;
  writeAt(desk, meeting.id, 'AgendaOrdered', { order });
  return null;
};

/** Proposals that a member called to a meeting stand on the agenda of the next one by right (rulings 1.10). */
export const addReferred = (desk: Desk, meeting: Meeting): void => {
  if (!decides(desk.alliance, meeting)) return;
  const elsewhere = new Set(
    [...desk.alliance.liveMeetings].flatMap((id) => {
      const other = desk.alliance.meetings.get(id);
      return other === undefined || other.status === 'ended' ? [] : other.items.map(({ about }) => about);
    }),
  );
  for (const id of desk.alliance.live) {
    const proposal = desk.alliance.proposals.get(id);
    const present = desk.alliance.meetings.get(meeting.id);
    if (proposal?.status !== 'referred' || elsewhere.has(id) || present === undefined) continue;
    if (whyFull(present) !== null) return;
    addTo(desk, present, { kind: 'decision', title: proposal.title, about: id, personName: ownName(desk) });
  }
};

const sealed = ({ sealer }: Desk, text: string | undefined): TextRef | undefined =>
  text === undefined ? undefined : sealer.seal(text);

const addTo = (
  desk: Desk,
  meeting: Meeting,
  body: Omit<MeetingEvents['AgendaItemAdded'], 'meeting' | 'item'>,
): void => {
  const { itemsCounted } = desk.alliance.meetings.get(meeting.id) ?? meeting;
  writeAt(desk, meeting.id, 'AgendaItemAdded', { item: itemsCounted + 1, ...body });
};

const whyNotAdded = (desk: Desk, meeting: Meeting, command: CommandOf<'addItem'>): Refusal | null => {
  const { about, title, text, minutes } = command;
  return (
    whyNotAbout(desk, meeting, command) ??
    (command.as === 'decision' ? whyNotDecided(desk, meeting, about) : null) ??
    whyNotRunner(desk, 'changeAgenda', speakersIn(desk, meeting)) ??
    (title === undefined && about !== undefined ? null : textRefusal('itemTitle', title ?? '')) ??
    (text === undefined ? null : textRefusal('itemText', text)) ??
    whyNotTimed(minutes) ??
    whyNotPresenter(desk, command.presenter) ??
    whyNotLate(desk, meeting, command.reason) ??
    whyFull(meeting)
  );
};

const whyNotAbout = ({ alliance }: Desk, meeting: Meeting, { about }: CommandOf<'addItem'>): Refusal | null => {
  if (about === undefined) return null;
  if (!alliance.proposals.has(about)) return { why: 'noSuchProposal', proposal: about };
  return meeting.items.some((item) => item.about === about)
    ? { why: 'onAgendaAlready', meeting: meeting.id, about }
    : null;
};

/** A decision is about a proposal without an outcome, in a meeting of the body that decides. */
const whyNotDecided = ({ alliance }: Desk, meeting: Meeting, about: ProposalId | undefined): Refusal | null => {
  if (!decides(alliance, meeting)) return { why: 'bodyDoesNotDecide', meeting: meeting.id };
  if (about === undefined) return { why: 'decisionNeedsProposal', meeting: meeting.id };
  return alliance.proposals.get(about)?.outcome ? { why: 'closed', proposal: about } : null;
};

/** The item, for those who run meetings and whoever put it there; not once the meeting has begun. */
const ownItem = (
  desk: Desk,
  command: { readonly meeting: Meeting['id']; readonly item: number },
): Found<{ readonly meeting: Meeting; readonly item: AgendaItem }> => {
  const meeting = calledOn(desk, command.meeting);
  if ('refusal' in meeting) return meeting;
  const item = itemOn(meeting, command.item);
  if ('refusal' in item) return item;
  const refusal = whyNotRunner(desk, 'changeAgenda', [item.addedBy]);
  return refusal === null ? { meeting, item } : { refusal };
};

const speakersIn = ({ alliance, context: { at } }: Desk, meeting: Meeting): readonly PersonId[] =>
  votingIn(alliance, meeting, at).flatMap((member) => speakersFor(alliance, member, at));

const isAfterPapers = ({ alliance, context }: Desk, meeting: Meeting): boolean =>
  meeting.status === 'inSession' || context.at > papersDue(alliance, meeting);

const whyNotLate = (desk: Desk, meeting: Meeting, reason: string | undefined): Refusal | null => {
  if (!isAfterPapers(desk, meeting)) return null;
  return reason === undefined || reason.trim() === ''
    ? { why: 'lateNeedsReason', meeting: meeting.id, due: papersDue(desk.alliance, meeting) }
    : textRefusal('reason', reason);
};

const lateness = (desk: Desk, meeting: Meeting, reason: string | undefined) =>
  isAfterPapers(desk, meeting)
    ? { late: { reason: desk.sealer.seal(reason ?? ''), inSession: meeting.status === 'inSession' } }
    : {};

/** An item about a proposal has its title, which changes with the proposal alone. */
const whyNotTitled = ({ about }: AgendaItem, title: string | undefined): Refusal | null => {
  if (title === undefined) return null;
  return about === null ? textRefusal('itemTitle', title) : { why: 'titleOfProposal', about };
};

const whyNotTimed = (minutes: number | undefined): Refusal | null =>
  minutes === undefined || (Number.isInteger(minutes) && minutes >= 1 && minutes <= itemMinutesMost)
    ? null
    : { why: 'notMinutes', most: itemMinutesMost };

const whyNotPresenter = ({ alliance }: Desk, presenter: PersonId | undefined): Refusal | null =>
  presenter === undefined || alliance.people.has(presenter) ? null : { why: 'noSuchPerson' };

const whyFull = (meeting: Meeting): Refusal | null =>
  meeting.items.length >= itemsMost ? { why: 'agendaFull', meeting: meeting.id, most: itemsMost } : null;

const itemsMost = 60;
const itemMinutesMost = 480;
const hourMs = 3_600_000;
