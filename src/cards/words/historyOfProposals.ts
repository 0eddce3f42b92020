import type { EventKind, RecountCause } from '../../alliance/events.js';
import type { PositionKind } from '../../alliance/names.js';
import type { ProposalEvents } from '../../alliance/proposalEvents.js';
import type { View } from '../view.js';
import { listed, quoted, quotedLast } from './general.js';
import type { HistoryOf } from './history.js';
import { momentWords } from './moments.js';
import { actorName, memberName, memberNames, nameOfRecord, officeNames, personName, textOf } from './names.js';
import { spokeAs, wouldChangeLabel } from './roll.js';

export const proposalHistory: HistoryOf<keyof ProposalEvents & EventKind> = {
  ProposalTabled: (view, { body }) =>
    `${nameOfRecord(view, body.proposerName)} tabled ${body.proposal}${body.proposingFor === undefined ? '' : ` for ${memberName(view, body.proposingFor)}`}: ${quotedLast(textOf(view, body.title))}`,
  RevisionOpened: (view, { body }) =>
    body.amended === undefined
      ? `Revision ${body.revision} opened${body.reopened === undefined ? '' : ` again by ${personName(view, body.reopened.by)}`}, until ${momentWords(view, body.deadline)}.`
      : `${personName(view, body.amended.by)} changed the text: revision ${body.revision}, until ${momentWords(view, body.deadline)}. Why: ${quotedLast(textOf(view, body.amended.why))}${askedAgain(view, body.amended.asksAgain)}`,
  PositionRecorded: (view, { body }) => {
    const reason = body.reason === undefined ? '.' : `: ${quotedLast(textOf(view, body.reason))}`;
    const change =
      body.wouldChange === undefined ? '' : ` ${wouldChangeLabel}: ${quotedLast(textOf(view, body.wouldChange))}`;
    return `${memberName(view, body.member)} ${positionVerbs[body.position]} revision ${body.revision} (${nameOfRecord(view, body.personName)}, ${spokeAs(body)})${reason}${change}`;
  },
  ObjectionWithdrawn: (view, { body }) =>
    `${memberName(view, body.member)} withdrew its objection to revision ${body.revision} (${personName(view, body.person)}).`,
  PositionVoided: (view, { body }) =>
    `The position of ${memberName(view, body.member)} on revision ${body.revision} no longer counts, because it ${whyVoided[body.because]}.`,
  InterestDeclared: (view, { body }) =>
    `${personName(view, body.person)} declared ${body.scope === 'personal' ? 'a personal interest' : `an interest of ${memberName(view, body.member)}`}, ${levels[body.level]}: ${quotedLast(textOf(view, body.nature))}`,
  InterestWithdrawn: (view, { body }) =>
    `${personName(view, body.person)} withdrew declaration ${body.declaration} of ${memberName(view, body.member)}, which takes part again.`,
  AmendmentSuggested: (view, { body }) =>
    `${personName(view, body.person)}${body.member === undefined ? '' : ` (${memberName(view, body.member)})`} made suggestion ${body.suggestion} on revision ${body.revision}: ${quoted(textOf(view, body.text))} Why: ${quotedLast(textOf(view, body.why))}`,
  SuggestionDeclined: (view, { body, by }) =>
    `${actorName(view, by)} declined suggestion ${body.suggestion}: ${quotedLast(textOf(view, body.reason))}`,
  DeadlineExtended: (view, { body }) =>
    `The deadline of revision ${body.revision} was extended from ${momentWords(view, body.from)} to ${momentWords(view, body.to)}: ${quotedLast(textOf(view, body.reason))}`,
  DowntimeMadeGood: (view, { body }) =>
    `Roundtable could not be reached for ${body.downMinutes} minutes of the last four working hours, so the deadline of revision ${body.revision} moved from ${momentWords(view, body.from)} to ${momentWords(view, body.to)}.`,
  MembersNudged: (view, { body, by }) =>
    `${actorName(view, by)} reminded ${listed(memberNames(view, body.members))} of revision ${body.revision}.`,
  ChairMayAmend: () => 'The proposer let the chair change the text.',
  RecountRequired: (view, { body }) =>
    `A recount is required: ${listed(body.because.map((cause) => causeWords(view, cause)))}. Eligible now: ${listed(memberNames(view, body.remaining))}.`,
  RecountConfirmed: (view, { body, by }) =>
    `${actorName(view, by)} (${officeNames[body.office]}) confirmed the recount of revision ${body.revision}${body.nobodyElse ? ', also speaking for a member, since there was nobody else' : ''}.`,
  OpeningMoved: (view, { body }) =>
    `The opening moved from ${momentWords(view, body.from)} to ${momentWords(view, body.to)}, with the meeting that it was tabled for.`,
  OutcomeHeld: () => 'Closing was held, because the server’s clocks disagreed.',
  HoldReleased: () => 'Closing goes on; the server’s clocks agree again.',
};

const positionVerbs: Readonly<Record<PositionKind, string>> = {
  agree: 'agreed to',
  agreeWithReservation: 'agreed with a reservation to',
  object: 'objected to',
};

const whyVoided = { interestDeclared: 'declared an interest', memberLeft: 'left the alliance' } as const;

const levels = {
  note: 'and takes part',
  speakOnly: 'and may speak without a vote',
  recuse: 'and takes no part',
} as const;

const causeWords = (view: View, { kind, member }: RecountCause): string =>
  `${memberName(view, member)} ${kind === 'memberLeft' ? 'left the alliance' : 'declared an interest'}`;

const askedAgain = (view: View, members: readonly string[]): string =>
  members.length === 0 ? '' : ` Asked again: ${listed(memberNames(view, members))}.`;
