import type { Proposal } from '../alliance.js';
import type { CommandOf } from '../commands.js';
import { reopen } from '../conducting.js';
import { writeOn } from '../desk.js';
import type { Desk } from '../desk.js';
import { given } from '../given.js';
import type { Refusal } from '../refusals.js';
import { openFirst } from '../tabling.js';
import { recusalOf } from '../tally.js';
import { hasWaived, isLate } from './invitations.js';
import type { AgendaItem, Meeting } from './meeting.js';
import type { CirculatedBecause } from './meetingEvents.js';
import { itemOn, presidingOver, sessionOn, whyNotRunner, writeAt } from './meetingDesk.js';
import type { Found } from './meetingDesk.js';
import { isConflicted } from './presiding.js';
import { namedIn, representation, votingIn } from './representation.js';
import { decides } from './standingOrders.js';

/**
 * Puts a decision to the members in the room, where the meeting may decide it: somebody presides who has no interest in
 * it, the item has its quorum, and notice was given or waived (domain.md B29 to B32, E56 to E61). Every eligible member
 * still has to agree; who is not there is asked by circulation (B31, rulings 1.10).
 */
export const putDecision = (desk: Desk, command: CommandOf<'putDecision'>): Refusal | null => {
  const found = decisionOn(desk, command);
  if ('refusal' in found) return found.refusal;
  const refusal = whyNotInRoom(desk, found);
  return refusal ?? put(desk, found, null);
};

/** Why a decision cannot be put in the room now; null where it can. */
export const whyNotPut = (desk: Desk, command: CommandOf<'putDecision'>): Refusal | null => {
  const found = decisionOn(desk, command);
  return 'refusal' in found ? found.refusal : whyNotInRoom(desk, found);
};

/** Sends a decision to all by circulation: what the meeting may not decide, or would rather not. */
export const circulateItem = (desk: Desk, command: CommandOf<'circulateItem'>): Refusal | null => {
  const found = decisionOn(desk, command);
  if ('refusal' in found) return found.refusal;
  return put(desk, found, whyCirculated(desk, found));
};

/** Every decision that was not put yet goes to all by circulation. */
export const circulateRest = (desk: Desk, meeting: Meeting): void => {
  for (const item of meeting.items) {
    const proposal = item.about === null ? undefined : desk.alliance.proposals.get(item.about);
    const isOpen = proposal !== undefined && ['tabled', 'referred', 'open'].includes(proposal.status);
    if (item.kind !== 'decision' || !isOpen || meeting.put.some((each) => each.item === item.number)) continue;
    const decision = { meeting, item, proposal };
    put(desk, decision, whyCirculated(desk, decision));
  }
};

interface Decision {
  readonly meeting: Meeting;
  readonly item: AgendaItem;
  readonly proposal: Proposal;
}

/** A decision on the agenda of a meeting in session that was not put yet, for whoever may put it. */
const decisionOn = (
  desk: Desk,
  command: { readonly meeting: Meeting['id']; readonly item: number },
): Found<Decision> => {
  const meeting = sessionOn(desk, command.meeting);
  if ('refusal' in meeting) return meeting;
  const item = itemOn(meeting, command.item);
  if ('refusal' in item) return item;
  const proposal = item.about === null ? undefined : desk.alliance.proposals.get(item.about);
  if (item.kind !== 'decision' || proposal === undefined) {
    return { refusal: { why: 'nothingToPut', meeting: meeting.id, item: item.number } };
  }
  const presiding = presidingOver(meeting, item.number);
  const refusal =
    whyNotRunner(desk, 'putDecision', presiding === null ? [] : [presiding]) ??
    (proposal.outcome === null ? null : { why: 'closed' as const, proposal: proposal.id }) ??
    (meeting.put.some((each) => each.item === item.number)
      ? { why: 'putAlready' as const, meeting: meeting.id, item: item.number, about: proposal.id }
      : null);
  return refusal === null ? { meeting, item, proposal } : { refusal };
};

const whyNotInRoom = (desk: Desk, { meeting, item, proposal }: Decision): Refusal | null => {
  const { alliance, context } = desk;
  const on = { meeting: meeting.id, item: item.number };
  const presiding = presidingOver(meeting, item.number);
  if (!decides(alliance, meeting)) return { why: 'bodyDoesNotDecide', meeting: meeting.id };
  const { quorate, absent } = representation(alliance, meeting, context.at, { item: item.number, proposal });
  if (meeting.quorum === 'inquorate' || !quorate) return { why: 'noQuorum', ...on, absent };
  if (presiding === null) return { why: 'nobodyPresides', ...on };
  if (isConflicted(alliance, meeting, item.number, presiding, context.at)) {
    return { why: 'chairConflicted', ...on, person: presiding };
  }
  const owed = noticeOwed(desk, { meeting, item, proposal });
  return owed.length === 0 ? null : { why: 'noticeNotWaived', ...on, members: owed };
};

/** Voting members that have neither had the notice they are owed nor waived it; who takes no part is not asked. */
const noticeOwed = ({ alliance, context }: Desk, { meeting, item, proposal }: Decision): readonly string[] => {
  const asked = votingIn(alliance, meeting, context.at).filter((member) => recusalOf(proposal, member) === null);
  const short = meeting.shortNotice ? asked.filter((member) => !hasWaived(meeting, member, null)) : [];
  const late = isLate(meeting, item.number) ? asked.filter((member) => !hasWaived(meeting, member, item.number)) : [];
  return asked.filter((member) => short.includes(member) || late.includes(member));
};

const whyCirculated = (desk: Desk, decision: Decision): CirculatedBecause => {
  const { meeting, item, proposal } = decision;
  const { quorate } = representation(desk.alliance, meeting, desk.context.at, { item: item.number, proposal });
  if (meeting.quorum === 'inquorate' || !quorate) return 'noQuorum';
  if (noticeOwed(desk, decision).length === 0) return 'asked';
  return isLate(meeting, item.number) ? 'late' : 'shortNotice';
};

/** Opens the proposal for positions, where it is not open, and writes down how it was put: in the room unless it says why not. */
const put = (desk: Desk, { meeting, item, proposal }: Decision, because: CirculatedBecause | null): Refusal | null => {
  const { id, status, opensAt } = proposal;
  const { at } = desk.context;
  const { represented, absent } = representation(desk.alliance, meeting, at, { item: item.number, proposal });
  if (status === 'tabled') {
    if (opensAt > at) writeOn(desk, id, 'OpeningMoved', { proposal: id, from: opensAt, to: at });
    openFirst(desk, id);
  }
  if (status === 'referred') {
    const refusal = reopen(desk, proposal);
    if (refusal !== null) return refusal;
  }
  writeAt(desk, meeting.id, 'DecisionPut', {
    item: item.number,
    about: id,
    revision: desk.alliance.proposals.get(id)?.current?.number ?? 1,
    how: because === null ? 'room' : 'circulation',
    represented: represented.map((member) => namedIn(desk.alliance, member)),
    absent: absent.map((member) => namedIn(desk.alliance, member)),
    ...given('because', because),
  });
  return null;
};
