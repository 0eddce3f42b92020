import { plusWorkingDays } from '../calendar.js';
import type { CommandOf } from '../commands.js';
import type { Desk } from '../desk.js';
import { given } from '../given.js';
import type { Instant } from '../instant.js';
import { textRefusal } from '../limits.js';
import type { Meeting } from '../meetings/meeting.js';
import { optionalItemOn, whyNotRunner } from '../meetings/meetingDesk.js';
import { linesMost } from '../meetings/lines.js';
import { ordersOf } from '../meetings/standingOrders.js';
import type { MeetingId } from '../names.js';
import type { Refusal } from '../refusals.js';
import { decisionsOf } from './decisionsOf.js';
import { attendingMembers, minutesOn, writeIn } from './minutesDesk.js';
import { namesUnknownDecision } from './wording.js';

/**
 * The secretary writes a line of the draft anew, strikes it out or adds one. Decisions are no lines: they are drawn from
 * the register, and a line that names a decision that the register does not have is refused (domain.md E63).
 */
export const writeMinutes = (desk: Desk, command: CommandOf<'writeMinutes'>): Refusal | null => {
  const found = minutesOn(desk, command.meeting);
  if ('refusal' in found) return found.refusal;
  const { meeting, minutes } = found;
  const { text } = command;
  const refusal =
    whyNotRunner(desk, 'writeMinutes') ??
    (minutes.status === 'draft' && minutes.versions.length === 0
      ? null
      : { why: 'minutesAreOut' as const, meeting: meeting.id });
  if (refusal !== null) return refusal;
  const item = optionalItemOn(meeting, command.item);
  if (item !== null && 'refusal' in item) return item.refusal;
  const wrong = whyNotLine(meeting, command.line) ?? whyNotWords(desk, meeting, command);
  if (wrong !== null) return wrong;
  writeIn(desk, meeting.id, 'MinutesLineWritten', {
    line: command.line ?? meeting.lines.length + 1,
    ...given('item', command.line === undefined ? item?.number : undefined),
    ...given('text', text === undefined ? undefined : desk.sealer.seal(text)),
  });
  return null;
};

/** A note that is not struck out, or a new line where there is room. */
export const whyNotLine = ({ id, lines }: Meeting, number: number | undefined): Refusal | null => {
  if (number === undefined)
    return lines.length >= linesMost ? { why: 'minutesFull', meeting: id, most: linesMost } : null;
  const line = lines.find((each) => each.number === number);
  return line === undefined || line.text === null || line.interest !== null
    ? { why: 'noSuchLine', meeting: id, line: number }
    : null;
};

/** A line is struck out without words; a new one needs them. */
const whyNotWords = ({ alliance }: Desk, { id }: Meeting, { line, text }: CommandOf<'writeMinutes'>): Refusal | null =>
  text === undefined && line !== undefined
    ? null
    : (textRefusal('note', text ?? '') ?? namesUnknownDecision(alliance, id, text ?? ''));

/** Sends the minutes to all voting members; each member that was there is asked to accept them (rulings 1.18). */
export const circulateMinutes = (desk: Desk, command: CommandOf<'circulateMinutes'>): Refusal | null => {
  const found = minutesOn(desk, command.meeting);
  if ('refusal' in found) return found.refusal;
  const { meeting, minutes } = found;
  const refusal =
    whyNotRunner(desk, 'writeMinutes') ??
    (minutes.status === 'draft' ? null : { why: 'minutesAreOut' as const, meeting: meeting.id }) ??
    (meeting.attendance.length === 0 ? { why: 'nobodyAttended' as const, meeting: meeting.id } : null);
  if (refusal !== null) return refusal;
  circulate(desk, meeting.id);
  return null;
};

/** The next version goes out with what the register says now; every acceptance of an earlier one is void (domain.md D3). */
export const circulate = (desk: Desk, id: MeetingId): void => {
  const meeting = desk.alliance.meetings.get(id);
  if (meeting?.minutes == null) return;
  const { charter } = desk.alliance;
  const days = ordersOf(desk.alliance, meeting).correctionWorkingDays;
  writeIn(desk, id, 'MinutesCirculated', {
    version: meeting.minutes.versions.length + 1,
    decisions: decisionsOf(desk.alliance, meeting),
    asked: attendingMembers(meeting),
    until: plusWorkingDays(charter.calendar, desk.context.at, days),
  });
};

/** The time for corrections is over. Silence is not acceptance: it is said of whom nothing was heard (domain.md E64). */
export const closeWindow = (desk: Desk, id: MeetingId, occurredAt: Instant): void => {
  const version = desk.alliance.meetings.get(id)?.minutes?.versions.at(-1);
  if (version === undefined) return;
  const silent = version.asked.filter(({ member }) => !version.accepted.has(member));
  writeIn(desk, id, 'MinutesUnanswered', { version: version.version, silent }, { occurredAt });
};
