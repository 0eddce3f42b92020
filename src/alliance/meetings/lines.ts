import type { CommandOf } from '../commands.js';
import type { Desk } from '../desk.js';
import { given } from '../given.js';
import { declareInterest } from '../interests.js';
import { textRefusal } from '../limits.js';
import { isPerson } from '../names.js';
import type { MemberId, PersonId } from '../names.js';
import type { Refusal } from '../refusals.js';
import { voiceOf } from '../speaking.js';
import { namesUnknownDecision } from '../minutes/wording.js';
import type { AgendaItem, Meeting } from './meeting.js';
import { optionalItemOn, ownName, presidingOver, sessionOn, whyNotRunner, writeAt } from './meetingDesk.js';
import { namedIn } from './representation.js';

/** A key point for the minutes, or what a meeting without a quorum recommends: what was done, not what was said (B58). */
export const takeNote = (desk: Desk, command: CommandOf<'takeNote'>): Refusal | null => {
  const meeting = sessionOn(desk, command.meeting);
  if ('refusal' in meeting) return meeting.refusal;
  const item = optionalItemOn(meeting, command.item);
  if (item !== null && 'refusal' in item) return item.refusal;
  const refusal =
    whyNotRunner(desk, 'takeNotes', presiding(meeting)) ??
    textRefusal('note', command.text) ??
    namesUnknownDecision(desk.alliance, meeting.id, command.text) ??
    whyFull(meeting);
  if (refusal !== null) return refusal;
  writeAt(desk, meeting.id, 'NoteTaken', {
    line: meeting.lines.length + 1,
    ...given('item', item?.number),
    kind: command.as,
    text: desk.sealer.seal(command.text),
    personName: ownName(desk),
  });
  return null;
};

/** Another wording, or the line struck out; what it said stays in the book. */
export const correctLine = (desk: Desk, command: CommandOf<'correctLine'>): Refusal | null => {
  const meeting = sessionOn(desk, command.meeting);
  if ('refusal' in meeting) return meeting.refusal;
  const line = meeting.lines.find(({ number }) => number === command.line);
  if (line === undefined || line.text === null || line.interest !== null) {
    return { why: 'noSuchLine', meeting: meeting.id, line: command.line };
  }
  const { text } = command;
  const refusal =
    whyNotRunner(desk, 'takeNotes', presiding(meeting)) ??
    (text === undefined ? null : (textRefusal('note', text) ?? namesUnknownDecision(desk.alliance, meeting.id, text)));
  if (refusal !== null) return refusal;
  writeAt(desk, meeting.id, 'LineCorrected', {
    line: line.number,
    ...(text === undefined ? {} : { text: desk.sealer.seal(text) }),
  });
  return null;
};

/**
 * An interest declared in the meeting, by the person whose it is or who speaks for the member: nobody declares it for
 * others (domain.md B32, E28). Where the proposal is open it is declared on that as well, with what follows from it.
 */
export const minuteInterest = (desk: Desk, command: CommandOf<'minuteInterest'>): Refusal | null => {
  const meeting = sessionOn(desk, command.meeting);
  if ('refusal' in meeting) return meeting.refusal;
  const { alliance, sealer } = desk;
  const { by } = desk.context;
  const item = optionalItemOn(meeting, command.item);
  if (item !== null && 'refusal' in item) return item.refusal;
  const speaksFor = memberSpokenFor(desk, command);
  if (!isPerson(by)) return { why: 'notByOperator' };
  if (typeof speaksFor === 'object' && speaksFor !== null) return speaksFor.refusal;
  const refusal =
    textRefusal('nature', command.nature) ??
    whyFull(meeting) ??
    whyNotThere(meeting, by) ??
    declareOnProposal(desk, command, item, speaksFor);
  if (refusal !== null) return refusal;
  const member = command.scope === 'organisation' ? speaksFor : null;
  writeAt(
    desk,
    meeting.id,
    'InterestMinuted',
    {
      line: meeting.lines.length + 1,
      ...given('item', item?.number),
      person: by,
      personName: ownName(desk),
      ...given('member', member === null ? null : namedIn(alliance, member)),
      level: command.level,
      nature: sealer.seal(command.nature),
    },
    given('for', member),
  );
  return null;
};

/** The member, or null for a personal interest of somebody who speaks for none. */
const memberSpokenFor = (
  { alliance, context: { by, at } }: Desk,
  { member, scope }: CommandOf<'minuteInterest'>,
): MemberId | null | { readonly refusal: Refusal } => {
  const voice = voiceOf(alliance, by, member, at);
  if (!('refusal' in voice)) return voice.member;
  return scope === 'organisation' ? voice : null;
};

/** Where the proposal is open, the interest counts on it as well. */
const declareOnProposal = (
  desk: Desk,
  { level, scope, nature }: CommandOf<'minuteInterest'>,
  item: AgendaItem | null,
  member: MemberId | null,
): Refusal | null => {
  const proposal = item?.about == null ? undefined : desk.alliance.proposals.get(item.about);
  if (proposal?.status !== 'open' || proposal.current === null || member === null) return null;
  const on = { proposal: proposal.id, revision: proposal.current.number, member };
  return declareInterest(desk, { kind: 'declareInterest', ...on, level, scope, nature });
};

const presiding = (meeting: Meeting): readonly PersonId[] => {
  const person = presidingOver(meeting, null);
  return person === null ? [] : [person];
};

const whyNotThere = (meeting: Meeting, person: PersonId): Refusal | null =>
  meeting.attendance.some((each) => each.person === person && each.leftAt === null)
    ? null
    : { why: 'notPresent', meeting: meeting.id, person };

const whyFull = ({ id, lines }: Meeting): Refusal | null =>
  lines.length >= linesMost ? { why: 'minutesFull', meeting: id, most: linesMost } : null;

export const linesMost = 1_000;
