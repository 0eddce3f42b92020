import type { EventKind } from '../../alliance/events.js';
import type { MeetingEvents } from '../../alliance/meetings/meetingEvents.js';
import type { View } from '../view.js';
import { counted, listed, quotedLast } from './general.js';
import type { HistoryOf } from './history.js';
import {
  attendedAsWords,
  bodyName,
  circulatedWords,
  itemKindWords,
  itemName,
  meetingTimes,
  modeWords,
  namedMembers,
} from './meetings.js';
import { momentWords } from './moments.js';
import { movedWords } from './series.js';
import { actorName, memberName, nameOfRecord, personName, textOf } from './names.js';

export const meetingHistory: HistoryOf<keyof MeetingEvents & EventKind> = {
  MeetingCalled: (view, { body }) =>
    `${body.recurrence === undefined ? `${nameOfRecord(view, body.callerName)} called ${body.meeting}` : `${body.meeting} of ${body.recurrence.series} is called`}, a meeting of the ${bodyName(view, body.body)}, for ${meetingTimes(view, body)}${body.requisition === undefined ? '' : `, as ${memberName(view, body.requisition.member)} asked`}${body.shortNotice ? ', at short notice' : ''}.${calledMoved(view, body)}`,
  MeetingMoved: (view, { body, by }) =>
    `${actorName(view, by)} moved ${body.meeting} to ${meetingTimes(view, body)}${body.shortNotice ? ', at short notice' : ''}: ${quotedLast(textOf(view, body.why))}`,
  MeetingCancelled: (view, { body, by }) =>
    `${actorName(view, by)} cancelled ${body.meeting}: ${quotedLast(textOf(view, body.why))}`,
  InvitationAnswered: (view, { body }) =>
    `${nameOfRecord(view, body.personName)} ${body.answer === 'apologies' ? 'sends apologies for' : `comes to`} ${body.meeting}${body.member === undefined ? '' : ` for ${memberName(view, body.member)}`}${body.answer === 'remote' ? ', remote' : ''}${body.deputy === undefined ? '' : `; ${nameOfRecord(view, body.deputy.personName)} comes instead`}.`,
  NoticeWaived: (view, { body }) =>
    `${memberName(view, body.member)} waived notice of ${body.item === undefined ? body.meeting : itemName(view, body.meeting, body.item)} (${nameOfRecord(view, body.personName)}).`,
  AgendaItemAdded: (view, { body }) =>
    `${nameOfRecord(view, body.personName)} put item ${body.item} on the agenda of ${body.meeting}, ${itemKindWords[body.kind]}${body.about === undefined ? '' : ` (${body.about})`}: ${quotedLast(textOf(view, body.title))}${body.late === undefined ? '' : ` Late, because: ${quotedLast(textOf(view, body.late.reason))}`}`,
  AgendaItemChanged: (view, { body, by }) =>
    `${actorName(view, by)} changed ${itemName(view, body.meeting, body.item)}.`,
  AgendaItemRemoved: (view, { body, by }) =>
    `${actorName(view, by)} took item ${body.item} off the agenda of ${body.meeting}: ${quotedLast(textOf(view, body.why))}`,
  AgendaOrdered: (view, { body, by }) => `${actorName(view, by)} put the agenda of ${body.meeting} in another order.`,
  ItemPlacedInConsent: (view, { body, by }) =>
    `${actorName(view, by)} put ${itemName(view, body.meeting, body.item)} into the consent block of ${body.meeting}.`,
  ItemTakenOutOfConsent: (view, { body }) =>
    `${nameOfRecord(view, body.personName)} took ${itemName(view, body.meeting, body.item)} out of the consent block of ${body.meeting}, so it is discussed.`,
  ConsentTaken: (view, { body }) =>
    `${body.meeting} took its consent block together, without discussion: ${listed(body.items.map((item) => itemName(view, body.meeting, item)))}.`,
  PaperAdded: (view, { body, by }) =>
    `${actorName(view, by)} added paper ${body.paper} for ${itemName(view, body.meeting, body.item)}${body.late ? ', late' : ''}: ${quotedLast(textOf(view, body.name))}`,
  PaperWithdrawn: (view, { body, by }) =>
    `${actorName(view, by)} withdrew paper ${body.paper} of ${body.meeting}: ${quotedLast(textOf(view, body.why))}`,
  PackPublished: (view, { body, by }) =>
    `${actorName(view, by)} sent out the pack for ${body.meeting}${body.edition === 1 ? '' : `, edition ${body.edition}`}: agenda with ${counted(body.items.length, 'item')} and ${counted(body.papers.length, 'paper')}${body.late ? ', later than papers are due' : ''}.`,
  MeetingStarted: (view, { body }) => `${nameOfRecord(view, body.personName)} opened ${body.meeting}.`,
  AttendanceRecorded: (view, { body }) =>
    `${nameOfRecord(view, body.personName)} attends ${body.meeting} as ${attendedAsWords[body.as]}${body.member === undefined ? '' : ` of ${namedMembers(view, [body.member])}`}, ${modeWords[body.mode]}.`,
  AttendanceEnded: (view, { body }) => `${personName(view, body.person)} left ${body.meeting}.`,
  ChairTaken: (view, { body }) =>
    `${nameOfRecord(view, body.personName)} presides over ${body.item === undefined ? body.meeting : itemName(view, body.meeting, body.item)}, ${chairWords[body.how]}.`,
  QuorumReached: (view, { body }) =>
    `${body.meeting} is quorate: ${namedMembers(view, body.represented)} are represented.`,
  QuorumLost: (view, { body }) => `${body.meeting} is not quorate any more: ${namedMembers(view, body.absent)} absent.`,
  MeetingInquorate: (view, { body }) =>
    `${body.meeting} is not quorate: ${namedMembers(view, body.absent)} absent. It takes notes and may recommend; decisions go to all by circulation.`,
  DecisionPut: (view, { body }) =>
    body.how === 'room'
      ? `${body.about}, revision ${body.revision}, was put to ${body.meeting} as ${itemName(view, body.meeting, body.item)}; represented: ${namedMembers(view, body.represented)}.`
      : `${body.about}, revision ${body.revision}, of ${itemName(view, body.meeting, body.item)} goes to all by circulation, ${circulatedWords[body.because ?? 'asked']}.`,
  NoteTaken: (view, { body }) =>
    `Line ${body.line}${body.item === undefined ? '' : `, ${itemName(view, body.meeting, body.item)}`}, ${body.kind === 'note' ? 'noted' : 'recommended'}: ${quotedLast(textOf(view, body.text))}`,
  LineCorrected: (view, { body, by }) =>
    body.text === undefined
      ? `${actorName(view, by)} struck out line ${body.line}.`
      : `${actorName(view, by)} corrected line ${body.line} to: ${quotedLast(textOf(view, body.text))}`,
  InterestMinuted: (view, { body }) =>
    `${nameOfRecord(view, body.personName)} declared ${body.member === undefined ? 'a personal interest' : `an interest of ${namedMembers(view, [body.member])}`} in ${body.item === undefined ? 'the business of the meeting' : itemName(view, body.meeting, body.item)}, ${levels[body.level]}: ${quotedLast(textOf(view, body.nature))}`,
  PositionEntered: (view, { body }) =>
    `${nameOfRecord(view, body.personName)} entered that ${memberName(view, body.member)} ${entered[body.position]} ${body.about}, revision ${body.revision}; it counts only if ${memberName(view, body.member)} confirms it by ${momentWords(view, body.confirmBy)}.${body.reason === undefined ? '' : ` ${quotedLast(textOf(view, body.reason))}`}`,
  EnteredPositionAnswered: (view, { body }) =>
    `${nameOfRecord(view, body.personName)} ${body.answer === 'confirmed' ? 'confirmed' : 'disputed'} for ${memberName(view, body.member)} what was entered in ${body.meeting}${body.answer === 'disputed' ? ', so it does not count' : ''}.`,
  EnteredPositionExpired: (view, { body }) =>
    `What was entered for ${enteredMember(view, body)} in ${body.meeting} was not confirmed in time and never counted.`,
  MeetingEnded: (view, { body }) => `${nameOfRecord(view, body.personName)} ended ${body.meeting}.`,
};

/** Why a meeting of a series is on another day than its rule names. */
const calledMoved = (view: View, { recurrence, startsAt }: MeetingEvents['MeetingCalled']): string => {
  const words = recurrence === undefined ? '' : movedWords(view, recurrence, startsAt);
  return words === '' ? '' : ` ${words}.`;
};

const chairWords = {
  chair: 'as chair',
  deputyChair: 'as deputy chair',
  chosen: 'chosen by those present',
} as const;

const levels = {
  note: 'and takes part',
  speakOnly: 'and may speak without a vote',
  recuse: 'and takes no part',
} as const;

const entered = {
  agree: 'agrees to',
  agreeWithReservation: 'agrees with a reservation to',
  object: 'objects to',
} as const;

const enteredMember = (view: View, { meeting, entered: number }: MeetingEvents['EnteredPositionExpired']): string => {
  const found = view.alliance.meetings.get(meeting)?.entered.find((each) => each.number === number);
  return found === undefined ? 'a member' : memberName(view, found.member);
};
