import type { EventKind } from '../../alliance/events.js';
import type { MinutesEvents } from '../../alliance/minutes/minutesEvents.js';
import { counted, listed, quotedLast } from './general.js';
import type { HistoryOf } from './history.js';
import { namedMembers } from './meetings.js';
import { momentWords } from './moments.js';
import { actorName, memberName, nameOfRecord, textOf } from './names.js';

export const minutesHistory: HistoryOf<keyof MinutesEvents & EventKind> = {
  MinutesLineWritten: (view, { body, by }) =>
    body.text === undefined
      ? `${actorName(view, by)} struck line ${body.line} out of the draft minutes of ${body.meeting}.`
      : `${actorName(view, by)} wrote line ${body.line} of the draft minutes of ${body.meeting}: ${quotedLast(textOf(view, body.text))}`,
  MinutesCirculated: (view, { body }) =>
    `Version ${body.version} of the minutes of ${body.meeting} went to all members; ${namedMembers(view, body.asked)} ${body.asked.length === 1 ? 'is' : 'are'} asked to accept it or to ask for corrections until ${momentWords(view, body.until)}.`,
  MinutesAccepted: (view, { body }) =>
    `${memberName(view, body.member)} accepted version ${body.version} of the minutes of ${body.meeting} (${nameOfRecord(view, body.personName)}).`,
  CorrectionRequested: (view, { body }) =>
    `${memberName(view, body.member)}${body.absent ? ', which was not there,' : ''} asked that line ${body.line} of the minutes of ${body.meeting} read (${nameOfRecord(view, body.personName)}): ${quotedLast(textOf(view, body.text))}`,
  CorrectionAnswered: (view, { body }) =>
    body.answer === 'accepted'
      ? `${nameOfRecord(view, body.personName)} accepted correction ${body.correction} of the minutes of ${body.meeting}.`
      : `${nameOfRecord(view, body.personName)} declined correction ${body.correction} of the minutes of ${body.meeting}, which print both accounts${body.reason === undefined ? '.' : `: ${quotedLast(textOf(view, body.reason))}`}`,
  MinutesAgreed: (_view, { body }) =>
    `Every member that was there accepted version ${body.version} of the minutes of ${body.meeting}: agreed, subject to confirmation.`,
  MinutesUnanswered: (view, { body }) =>
    `The time for corrections of version ${body.version} of the minutes of ${body.meeting} is over. No comment received from ${namedMembers(view, body.silent)}, which is not acceptance; the next meeting confirms them.`,
  MinutesConfirmed: (view, { body }) =>
    `Version ${body.version} of the minutes of ${body.meeting} was confirmed ${body.at === undefined ? 'without a further meeting' : `at ${body.at}`} (${nameOfRecord(view, body.personName)})${body.disputed.length === 0 ? '' : `, ${counted(body.disputed.length, 'line')} as disputed: ${listed(body.disputed.map(String))}`}.`,
  MinutesAmended: (view, { body }) =>
    `Decision ${body.under} amended line ${body.line} of the minutes of ${body.meeting}, now version ${body.version}: ${quotedLast(textOf(view, body.text))}`,
};
