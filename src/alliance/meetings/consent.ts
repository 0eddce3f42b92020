import type { Alliance } from '../alliance.js';
import type { CommandOf } from '../commands.js';
import type { Desk } from '../desk.js';
import { isPerson } from '../names.js';
import type { PersonId } from '../names.js';
import type { Refusal } from '../refusals.js';
import { isInOffice, speakersFor } from '../speaking.js';
import { tally } from '../tally.js';
import { putDecision, whyNotPut } from './decisions.js';
import { isLate } from './invitations.js';
import type { AgendaItem, Meeting } from './meeting.js';
import { itemOn, liveOn, ownName, presidingOver, sessionOn, whyNotRunner, writeAt } from './meetingDesk.js';

/**
 * The items that a meeting takes together without discussing them, in the order of the agenda: those that were put into
 * the consent block, that nobody took out, and that nothing contests now (domain.md B52). A decision among them is put to
 * the members with the others, and each of them still says its own position on it: silence is no agreement.
 */
export const consentBlock = (alliance: Alliance, meeting: Meeting): readonly AgendaItem[] =>
  meeting.items.filter((item) => item.consent === 'placed' && whyContested(alliance, meeting, item) === null);

/** Why an item is to be discussed by itself; null where it can be taken with others. */
export const whyContested = (alliance: Alliance, meeting: Meeting, item: AgendaItem): Contested | null => {
  if (item.consent === 'takenOut' || item.consent === 'taken') return item.consent;
  if (item.about !== null && meeting.takenOut.includes(item.about)) return 'takenOut';
  if (isLate(meeting, item.number)) return 'late';
  const proposal = item.about === null ? undefined : alliance.proposals.get(item.about);
  if (proposal === undefined) return null;
  if (proposal.status === 'referred') return 'referred';
  if (proposal.current !== null && tally(proposal, proposal.current).objected.length > 0) return 'objection';
  const isDone = proposal.outcome !== null || meeting.put.some((each) => each.item === item.number);
  return item.kind === 'decision' && isDone ? 'decided' : null;
};

/** "takenOut": a member wants it discussed; "referred": a member called it to a meeting. */
export type Contested = 'takenOut' | 'taken' | 'late' | 'referred' | 'objection' | 'decided';

/** Puts an uncontested item into the consent block. */
export const placeInConsent = (desk: Desk, command: CommandOf<'placeInConsent'>): Refusal | null => {
  const meeting = liveOn(desk, command.meeting);
  if ('refusal' in meeting) return meeting.refusal;
  const item = itemOn(meeting, command.item);
  if ('refusal' in item) return item.refusal;
  const because = whyContested(desk.alliance, meeting, item);
  const refusal =
    whyNotRunner(desk, 'changeAgenda') ??
    (because === null ? null : { why: 'itemContested' as const, meeting: meeting.id, item: item.number, because });
  if (refusal !== null) return refusal;
  if (item.consent === null) writeAt(desk, meeting.id, 'ItemPlacedInConsent', { item: item.number });
  return null;
};

/** Whoever speaks for a member has an item discussed by itself, and owes no reason. It stays out for good, under another number too. */
export const takeOutOfConsent = (desk: Desk, command: CommandOf<'takeOutOfConsent'>): Refusal | null => {
  const meeting = liveOn(desk, command.meeting);
  if ('refusal' in meeting) return meeting.refusal;
  const item = itemOn(meeting, command.item);
  if ('refusal' in item) return item.refusal;
  const { by } = desk.context;
  const refusal = whyNotRunner(desk, 'takeOutOfConsent', everyVoice(desk));
  if (refusal !== null) return refusal;
  if (!isPerson(by)) return { why: 'notByOperator' };
  if (item.consent === 'takenOut') return null;
  if (item.consent !== 'placed') return { why: 'notInConsent', meeting: meeting.id, item: item.number };
  writeAt(desk, meeting.id, 'ItemTakenOutOfConsent', { item: item.number, person: by, personName: ownName(desk) });
  return null;
};

/**
 * Takes the block as it was shown to whoever takes it: what is to note is noted, and its decisions are put in the room,
 * all of them or none. Nothing is taken where the block holds other items by now.
 */
export const takeConsent = (desk: Desk, command: CommandOf<'takeConsent'>): Refusal | null => {
  const meeting = sessionOn(desk, command.meeting);
  if ('refusal' in meeting) return meeting.refusal;
  const presiding = presidingOver(meeting, null);
  const refusal = whyNotRunner(desk, 'takeConsent', presiding === null ? [] : [presiding]);
  if (refusal !== null) return refusal;
  const block = consentBlock(desk.alliance, meeting);
  if (block.length === 0) return { why: 'noConsentBlock', meeting: meeting.id };
  const present = block.map(({ number }) => number);
  if (!isSame(present, command.items)) return { why: 'consentBlockDiffers', meeting: meeting.id, present };
  const decisions = block
    .filter(({ kind }) => kind === 'decision')
    .map(({ number: item }) => ({ kind: 'putDecision' as const, meeting: meeting.id, item }));
  for (const decision of decisions) {
    const whyNot = whyNotPut(desk, decision);
    if (whyNot !== null) return whyNot;
  }
  for (const decision of decisions) {
    const refused = putDecision(desk, decision);
    if (refused !== null) return refused;
  }
  writeAt(desk, meeting.id, 'ConsentTaken', { items: present, personName: ownName(desk) });
  return null;
};

/** The same items, in whatever order. */
const isSame = (present: readonly number[], named: readonly number[]): boolean =>
  present.length === new Set(named).size && present.every((item) => named.includes(item));

const everyVoice = ({ alliance, context: { at } }: Desk): readonly PersonId[] =>
  [...alliance.members.values()]
    .filter((member) => isInOffice(member, at))
    .flatMap(({ id }) => speakersFor(alliance, id, at));
