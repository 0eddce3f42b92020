import type { Contested } from '../../alliance/meetings/consent.js';
import type { Meeting } from '../../alliance/meetings/meeting.js';
import { paperLimits } from '../../alliance/meetings/paperLimits.js';
import type { MemberId } from '../../alliance/names.js';
import type { MeetingRefusal } from '../../alliance/refusals.js';
import { graphemesWithin, visibleLine } from '../fit.js';
import type { View } from '../view.js';
import { counted, figure, listed, sentenceCase } from './general.js';
import { itemName } from './meetings.js';
import { momentWords } from './moments.js';
import { memberName, memberNames, peopleNames, personName } from './names.js';
import { powerHolders } from './officers.js';
import { sizeWords } from './papers.js';
import type { RefusalSentences } from './refusals.js';

export const meetingRefusals: RefusalSentences<MeetingRefusal['why']> = {
  noSuchMeeting: (_view, { meeting }) => [
    `Nothing was recorded. There is no meeting ${meeting.slice(0, 20)}.`,
    'The list of meetings shows which there are.',
  ],
  meetingNotOpen: (_view, { meeting, status }) => [
    `Nothing was recorded. ${meeting} ${states[status]}.`,
    'Its card shows what can still be done.',
  ],
  notInSession: (view, { meeting, status }) => [
    `Nothing was recorded. ${meeting} ${states[status]}, and this is done while a meeting is in session.`,
    status === 'called'
      ? `${sentenceCase(powerHolders(view, 'runMeetings'))} can open it.`
      : 'Say what is left to say in a correction of the minutes, or at the next meeting.',
  ],
  noSuchItem: (_view, { meeting, item }) => [
    `Nothing was recorded. ${meeting} has no item ${figure(item)}, or it was taken off the agenda.`,
    'The card of the meeting shows the agenda.',
  ],
  requisitionTooLate: (view, { latest, workingDays }) => [
    `Nothing was recorded. A meeting that a member asks for is held within ${counted(workingDays, 'working day')}.`,
    `Choose a time until ${momentWords(view, latest)}, or ask ${powerHolders(view, 'runMeetings')} to call a later one.`,
  ],
  meetingTooLong: (_view, { most }) => [
    `Nothing was recorded. A meeting lasts ${counted(most, 'hour')} at most.`,
    'Choose an earlier end, or call a second meeting.',
  ],
  meetingTooFar: (_view, { years }) => [
    `Nothing was recorded. A meeting is called ${counted(years, 'year')} ahead at most.`,
    'Choose an earlier day.',
  ],
  tooManyMeetings: (_view, { most }) => [
    `Nothing was recorded. ${figure(most)} meetings are to come or wait for their minutes, which is the most.`,
    'Confirm the minutes of earlier ones, or cancel one.',
  ],
  notARecurrence: (_view, { rule }) => [
    `Nothing was recorded. “${visibleLine(graphemesWithin(rule, 60))}” is not a way in which meetings can recur here.`,
    'Choose every week or month: a weekday from Monday to Friday, the first to fourth or last such day of a month, or a date up to the 28th.',
  ],
  seriesWithoutEnd: (_view, { meetings }) => [
    'Nothing was recorded. Recurring meetings need an end, so that nobody is invited for ever.',
    `Write a last day, or how many meetings there are, up to ${figure(meetings)}, and send it again.`,
  ],
  seriesTooLong: (_view, { meetings, years }) => [
    `Nothing was recorded. Recurring meetings are planned for ${counted(years, 'year')} and ${counted(meetings, 'meeting')} at most.`,
    'Choose an earlier end, and plan new ones when these are over.',
  ],
  nothingRecurs: () => [
    'Nothing was recorded. No meeting falls between that beginning and that end.',
    'Check the first day and the last day, and send it again.',
  ],
  noSuchSeries: (_view, { series }) => [
    `Nothing was recorded. There are no recurring meetings ${series.slice(0, 20)}.`,
    'The list of meetings shows which there are.',
  ],
  seriesIsOver: (_view, { series }) => [
    `Nothing was recorded. ${series} has ended already, and no meeting of it is called any more.`,
    'You can plan new ones if they are to go on.',
  ],
  notOfSeries: (_view, { meeting, series }) => [
    `Nothing was recorded. ${meeting} is none of the meetings of ${series}.`,
    'Choose one of them on the form, or move that meeting by itself.',
  ],
  tooManySeries: (_view, { most }) => [
    `Nothing was recorded. There are ${figure(most)} series of recurring meetings, which is the most.`,
    'End one of them first.',
  ],
  noticeWasGiven: (_view, { meeting }) => [
    `Nothing was recorded. Notice was given in time for this in ${meeting}, so there is nothing to waive.`,
    'It can be put to the meeting as it is.',
  ],
  bodyDoesNotDecide: (view, { meeting }) => [
    `Nothing was recorded. ${meeting} is a meeting of a body that discusses; decisions are made by the ${view.alliance.charter.bodies[0]?.name ?? 'leadership team'}.`,
    'Take the item as one for discussion, and table a proposal for the members.',
  ],
  decisionNeedsProposal: (_view, { meeting }) => [
    `Nothing was recorded. An item for decision in ${meeting} needs a proposal, so that all members see its exact text.`,
    'Table a proposal for the meeting, or choose one that is open.',
  ],
  onAgendaAlready: (_view, { meeting, about }) => [
    `Nothing was recorded. ${about} is on the agenda of ${meeting} already.`,
    'The card of the meeting shows where.',
  ],
  titleOfProposal: (_view, { about }) => [
    `Nothing was recorded. This item has the title of ${about}, and that changes only with the proposal.`,
    'Change the text of the proposal, or write below the item.',
  ],
  lateNeedsReason: (view, { meeting, due }) => [
    `Nothing was recorded. Agenda and papers of ${meeting} were due by ${momentWords(view, due)}, so a late item needs a reason.`,
    'Say why it cannot wait and send it again. It can be decided in the room only if every voting member waives notice.',
  ],
  notMinutes: (_view, { most }) => [
    `Nothing was recorded. The time for an item is a number of minutes from 1 to ${figure(most)}.`,
    'Write it in figures, or leave it empty.',
  ],
  agendaFull: (_view, { meeting, most }) => [
    `Nothing was recorded. The agenda of ${meeting} has ${counted(most, 'item')}, which is the most.`,
    'Take one off, or call a second meeting.',
  ],
  itemContested: (view, { meeting, item, because }) => [
    `Nothing was recorded. ${sentenceCase(itemName(view, meeting, item))} cannot be in the consent block: ${contestedWords[because]}.`,
    because === 'taken' || because === 'decided'
      ? 'It needs nothing more; choose another item.'
      : 'It can be taken by itself when its turn comes.',
  ],
  notInConsent: (view, { meeting, item }) => [
    `Nothing was recorded. ${sentenceCase(itemName(view, meeting, item))} is not in the consent block of ${meeting}.`,
    'The card of the meeting shows which items are.',
  ],
  noConsentBlock: (_view, { meeting }) => [
    `Nothing was recorded. No item of ${meeting} can be taken in a consent block now.`,
    'Whoever runs the meeting can put uncontested items into it.',
  ],
  consentBlockDiffers: (view, { meeting, present }) => [
    `Nothing was recorded. The consent block of ${meeting} has changed since that card was shown: it now holds ${listed(present.map((item) => itemName(view, meeting, item)))}.`,
    'Open the card of the meeting again, and take the block if these are the items to take.',
  ],
  notAPaper: () => [
    'Nothing was recorded. That file cannot be kept as a paper.',
    `Choose a file that is not empty, of one of these kinds: ${Object.keys(paperLimits.types).join(', ')}.`,
  ],
  paperTooLarge: (_view, { bytes, most }) => [
    `Nothing was recorded. The paper has ${sizeWords(bytes)}; up to ${sizeWords(most)} can be kept.`,
    'Make it smaller, or share it elsewhere and put the address into the item.',
  ],
  tooManyPapers: (_view, { meeting, most }) => [
    `Nothing was recorded. ${meeting} has ${counted(most, 'paper')}, which is the most.`,
    'Make one document of several papers.',
  ],
  noSuchPaper: (_view, { meeting, paper }) => [
    `Nothing was recorded. ${meeting} has no paper ${figure(paper)}, or it was withdrawn.`,
    'The card of the meeting lists its papers.',
  ],
  itemPapersWithheld: (view, { meeting, item }) => [
    `You take no part in ${itemName(view, meeting, item)} of ${meeting} because of a declared interest, so its papers are not shown to you.`,
    'Whoever runs the meeting can say how the interest was recorded.',
  ],
  paperNotKept: (_view, { meeting, paper }) => [
    `Paper ${figure(paper)} of ${meeting} is not here as it was handed in, so it is not shown.`,
    'Whoever looks after Roundtable can find out more with “roundtable verify”, and may have a copy in a backup.',
  ],
  tooEarlyToStart: (view, { meeting, from }) => [
    `Nothing was recorded. ${meeting} can be opened from ${momentWords(view, from)} on.`,
    'If it is to be held earlier, move it first, so that everybody hears of it.',
  ],
  isQuorate: (_view, { meeting }) => [
    `Nothing was recorded. ${meeting} has its quorum.`,
    'Decisions can be put to it.',
  ],
  notInvited: (view, { meeting, person }) => [
    `Nothing was recorded. ${personName(view, person)} has no part in the alliance at present and so cannot attend ${meeting}.`,
    `${sentenceCase(powerHolders(view, 'changePeople'))} can admit an observer.`,
  ],
  tooManyAttendees: (_view, { most }) => [
    `Nothing was recorded. A meeting takes down ${counted(most, 'person', 'people')} at most, and that many are there.`,
    'Those who speak for no member can be named in a note.',
  ],
  notPresent: (view, { meeting, person }) => [
    `Nothing was recorded. ${personName(view, person)} is not recorded as present at ${meeting}.`,
    'Record the attendance first.',
  ],
  memberNotPresent: (view, { meeting, member }) => [
    `Nothing was recorded. Nobody who speaks for ${memberName(view, member)} is present at ${meeting}, so nobody can have said it.`,
    'The member says its position by circulation.',
  ],
  chairConflicted: (view, { meeting, item, person }) => [
    `Nothing was recorded. ${personName(view, person)} has an interest in ${itemName(view, meeting, item)} and cannot preside over it.`,
    'The deputy chair presides, else somebody whom the members present choose; take the chair for that item.',
  ],
  chairIsThere: (view, { people }) => [
    `Nothing was recorded. ${peopleNames(view, people)} is there and presides.`,
    'Others can take the chair only where the chair and the deputy chair are absent or have an interest.',
  ],
  nobodyPresides: (_view, { meeting }) => [
    `Nothing was recorded. Nobody presides over ${meeting} yet.`,
    'The chair takes the chair, else the deputy chair, else somebody whom the members present choose.',
  ],
  nothingToPut: (view, { meeting, item }) => [
    `Nothing was recorded. ${sentenceCase(itemName(view, meeting, item))} is not a decision that is open to be made.`,
    'Table a proposal for the meeting; it is then on the agenda.',
  ],
  putAlready: (view, { meeting, item, about }) => [
    `Nothing was recorded. ${about} was put as ${itemName(view, meeting, item)} already.`,
    'Members say their position on its card.',
  ],
  noQuorum: (view, { meeting, item, absent }) => [
    `Nothing was recorded. ${meeting} has no quorum for ${itemName(view, meeting, item)}${absent.length === 0 ? '' : `: ${absentWords(view, absent)} absent`}.`,
    'You may discuss it and recommend; send it to all by circulation, so that every member decides.',
  ],
  noticeNotWaived: (view, { meeting, item, members }) => [
    `Nothing was recorded. Notice of ${itemName(view, meeting, item)} was too short, and ${listed(memberNames(view, members))} ${members.length === 1 ? 'has' : 'have'} not waived it.`,
    'Each of them can waive it on the card of the meeting; else send it to all by circulation.',
  ],
  noSuchLine: (_view, { meeting, line }) => [
    `Nothing was recorded. The minutes of ${meeting} have no line ${figure(line)} that can be changed.`,
    'Decisions and declared interests are taken from the record and are no lines; the draft shows the numbers.',
  ],
  minutesFull: (_view, { meeting, most }) => [
    `Nothing was recorded. ${meeting} has ${figure(most)} lines, which is the most.`,
    'Correct a line instead of adding one.',
  ],
  noSuchEntered: (_view, { meeting }) => [
    `Nothing was recorded. Nothing like that was entered for you in ${meeting}.`,
    'Use the buttons on the card of the proposal.',
  ],
  enteredIsSettled: (_view, { meeting, state }) => [
    `Nothing was recorded. What was entered in ${meeting} ${settledWords[state]}.`,
    'Use the buttons on the card of the proposal while it is open.',
  ],
};

const states: Readonly<Record<Meeting['status'], string>> = {
  called: 'has not begun yet',
  inSession: 'is in session',
  ended: 'has ended',
  cancelled: 'was cancelled',
};

const contestedWords: Readonly<Record<Contested, string>> = {
  takenOut: 'a member wants it discussed',
  taken: 'it was taken already',
  late: 'it came late',
  referred: 'a member called it to a meeting',
  objection: 'a member objects to it',
  decided: 'it was put or decided already',
};

const settledWords = {
  waiting: 'waits for an answer',
  confirmed: 'was confirmed before',
  disputed: 'was disputed before',
  expired: 'was not confirmed in time and does not count',
} as const;

const absentWords = (view: View, absent: readonly MemberId[]): string => listed(memberNames(view, absent));
