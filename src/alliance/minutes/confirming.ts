import type { Alliance } from '../alliance.js';
import type { CommandOf } from '../commands.js';
import type { Desk } from '../desk.js';
import { isPerson } from '../names.js';
import type { DecisionNumber, TextRef } from '../names.js';
import { ownName, presidingOver, whyNotRunner } from '../meetings/meetingDesk.js';
import type { Meeting } from '../meetings/meeting.js';
import type { Refusal } from '../refusals.js';
import type { Minutes } from './minutes.js';
import { whyNotLine } from './circulating.js';
import { minutesOn, versionOn, writeIn } from './minutesDesk.js';

/**
 * Confirms minutes as a correct record: whoever presides at a later meeting of the same body while it is in session.
 * Sentences that stay disputed are confirmed as disputed, with both accounts (domain.md B55, E62, E64). Where no meeting
 * is to come, minutes that every member accepted are confirmed without one (E66).
 */
export const confirmMinutes = (desk: Desk, command: CommandOf<'confirmMinutes'>): Refusal | null => {
  const found = versionOn(desk, command);
  if ('refusal' in found) return found.refusal;
  const { meeting, minutes, version } = found;
  const { alliance, context } = desk;
  const { by } = context;
  const at = sessionAfter(alliance, meeting);
  const presiding = at === null ? null : presidingOver(at, null);
  const refusal =
    whyNotRunner(desk, 'confirmMinutes', presiding === null ? [] : [presiding]) ??
    (minutes.corrections.some(({ answer }) => answer === null)
      ? { why: 'correctionWaits' as const, meeting: meeting.id, line: 0 }
      : null) ??
    (at === null ? whyNotWithoutMeeting(alliance, meeting, minutes) : null) ??
    (at !== null && presiding === null ? { why: 'nobodyPresides' as const, meeting: at.id, item: 0 } : null);
  if (refusal !== null || !isPerson(by)) return refusal ?? { why: 'notByOperator' };
  writeIn(desk, meeting.id, 'MinutesConfirmed', {
    version: version.version,
    ...(at === null ? {} : { at: at.id }),
    person: by,
    personName: ownName(desk),
    disputed: disputedLines(minutes),
  });
  return null;
};

/** The text of a decision becomes the line, in a new version; the one before stays as it was (domain.md B57, E65). */
export const amendMinutes = (desk: Desk, command: CommandOf<'amendMinutes'>): Refusal | null => {
  const found = minutesOn(desk, command.meeting);
  if ('refusal' in found) return found.refusal;
  const { meeting, minutes } = found;
  const { alliance } = desk;
  const refusal = whyNotRunner(desk, 'writeMinutes');
  if (refusal !== null) return refusal;
  if (minutes.status !== 'confirmed') return { why: 'minutesNotConfirmed', meeting: meeting.id };
  const wrong = whyNotLine(meeting, command.line);
  if (wrong !== null) return wrong;
  const text = textDecided(alliance, command.under);
  if (text === null) return { why: 'noSuchDecision', number: command.under };
  if (alliance.minutesDecisions.has(command.under)) return { why: 'decisionUsed', number: command.under };
  const version = (minutes.versions.at(-1)?.version ?? 0) + 1;
  writeIn(desk, meeting.id, 'MinutesAmended', { version, line: command.line, text, under: command.under });
  return null;
};

/** What a decision that binds says, word for word. */
const textDecided = ({ decisions, proposals }: Alliance, number: DecisionNumber): TextRef | null => {
  const id = decisions.get(number);
  const proposal = id === undefined ? undefined : proposals.get(id);
  return proposal?.outcome?.kind === 'ProposalAdopted' && !proposal.outcome.body.shadow
    ? (proposal.current?.text ?? null)
    : null;
};

/** Lines of which a correction was declined: both accounts are printed (domain.md E62). */
export const disputedLines = ({ corrections }: Minutes): readonly number[] => [
  ...new Set(corrections.flatMap(({ answer, line }) => (answer?.kind === 'declined' ? [line] : []))),
];

/** A later meeting of the same body that is in session now. */
const sessionAfter = ({ meetings }: Alliance, { id, body, startedAt }: Meeting): Meeting | null =>
  [...meetings.values()].find(
    (other) =>
      other.status === 'inSession' &&
      other.body === body &&
      other.id !== id &&
      (other.startedAt ?? '') > (startedAt ?? ''),
  ) ?? null;

const whyNotWithoutMeeting = ({ meetings }: Alliance, meeting: Meeting, minutes: Minutes): Refusal | null => {
  const next = [...meetings.values()].find(({ status, body }) => status === 'called' && body === meeting.body);
  if (next !== undefined) return { why: 'confirmedAtMeeting', meeting: meeting.id, next: next.id };
  return minutes.status === 'agreed' ? null : { why: 'notAllAccepted', meeting: meeting.id };
};
