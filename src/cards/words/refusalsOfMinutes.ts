import type { ActionRefusal, MinutesRefusal } from '../../alliance/refusals.js';
import { counted, figure, listed, sentenceCase } from './general.js';
import { dateWords } from './moments.js';
import { memberName, memberNames, personName } from './names.js';
import { powerHolders } from './officers.js';
import type { RefusalSentences } from './refusals.js';

export const minutesRefusals: RefusalSentences<MinutesRefusal['why']> = {
  noMinutesYet: (_view, { meeting, status }) => [
    `Nothing was recorded. ${meeting} has no minutes: it ${status === 'cancelled' ? 'was cancelled' : 'has not ended yet'}.`,
    status === 'cancelled' ? 'Choose another meeting.' : 'End the meeting, and the draft is ready.',
  ],
  minutesNotOut: (view, { meeting }) => [
    `Nothing was recorded. The minutes of ${meeting} are being written and are not out for acceptance.`,
    `${sentenceCase(powerHolders(view, 'runMeetings'))} can circulate them.`,
  ],
  minutesAreOut: (_view, { meeting }) => [
    `Nothing was recorded. The minutes of ${meeting} are out with the members, so the draft cannot be changed.`,
    'Ask for a correction instead.',
  ],
  oldMinutes: (_view, { meeting, asked, current }) => [
    `Nothing was recorded. That was version ${figure(asked)} of the minutes of ${meeting}; version ${figure(current)} is out now.`,
    'Look at the new version and use its buttons.',
  ],
  minutesConfirmed: (_view, { meeting }) => [
    `Nothing was recorded. The minutes of ${meeting} are confirmed.`,
    'They change by a decision of the alliance only: table the new wording of the line.',
  ],
  minutesNotConfirmed: (_view, { meeting }) => [
    `Nothing was recorded. The minutes of ${meeting} are not confirmed yet, so they are corrected and not amended.`,
    'Ask for a correction on their card.',
  ],
  minutesDiffer: (_view, { meeting, number }) => [
    `Nothing was recorded. The line names decision ${number}, which the register does not have, and the minutes of ${meeting} must not differ from the register.`,
    'Decisions are printed from the register by themselves; write the line without the number, or with the right one.',
  ],
  nobodyAttended: (_view, { meeting }) => [
    `Nothing was recorded. Nobody is recorded as present at ${meeting}, so there is nobody to accept its minutes.`,
    'Say at the next meeting what there is to note.',
  ],
  wasNotThere: (view, { meeting, member }) => [
    `Nothing was recorded. ${memberName(view, member)} was not at ${meeting}, so it does not accept its minutes.`,
    'It may ask for names and figures to be corrected.',
  ],
  correctionWaits: (view, { meeting, line }) => [
    `Nothing was recorded. A correction of ${line === 0 ? 'the minutes' : `line ${figure(line)}`} of ${meeting} still waits for its answer.`,
    `Whoever presided, or ${powerHolders(view, 'runMeetings')}, can answer it.`,
  ],
  tooManyCorrections: (_view, { meeting, most }) => [
    `Nothing was recorded. ${figure(most)} corrections of the minutes of ${meeting} were asked for, which is the most.`,
    'Raise it at the next meeting.',
  ],
  noSuchCorrection: (_view, { meeting, correction }) => [
    `Nothing was recorded. Correction ${figure(correction)} of the minutes of ${meeting} does not exist or was answered before.`,
    'The card of the minutes shows what waits.',
  ],
  confirmedAtMeeting: (_view, { meeting, next }) => [
    `Nothing was recorded. The minutes of ${meeting} are confirmed at a meeting, and ${next} is to come.`,
    `Confirm them while ${next} is in session.`,
  ],
  notAllAccepted: (_view, { meeting }) => [
    `Nothing was recorded. No meeting is to come, and the minutes of ${meeting} are not accepted by every member that was there.`,
    'They can be confirmed by circulation once all have accepted, or at a meeting that somebody calls.',
  ],
  decisionUsed: (_view, { number }) => [
    `Nothing was recorded. Decision ${number} amended minutes before.`,
    'Each amendment needs a decision of its own.',
  ],
};

export const actionRefusals: RefusalSentences<ActionRefusal['why']> = {
  noSuchAction: (_view, { action }) => [
    `Nothing was recorded. There is no action ${action.slice(0, 20)}.`,
    'The list of actions shows which there are.',
  ],
  actionIsOver: (_view, { action, status }) => [
    `Nothing was recorded. ${action} ${status === 'closed' ? 'is closed' : 'was cancelled'}.`,
    'Record a new action if something is left to do.',
  ],
  cannotOwn: (view, { person }) => [
    `Nothing was recorded. ${personName(view, person)} acts for no member that this could be done for, and holds no office.`,
    `Choose somebody of a member, or ask ${powerHolders(view, 'changePeople')} to appoint the person.`,
  ],
  chooseOwnersMember: (view, { members }) => [
    `Nothing was recorded yet. The owner acts for ${listed(memberNames(view, members))}.`,
    'Choose for which of them it is done.',
  ],
  dueTooFar: (_view, { years }) => [
    `Nothing was recorded. An action is due within ${counted(years, 'year')}.`,
    'Choose an earlier day, and split what takes longer.',
  ],
  dueNotLater: (_view, { action, present }) => [
    `Nothing was recorded. ${action} is due ${dateWords(present)}, and it is put off to a later day only.`,
    'Choose a later day.',
  ],
  notClaimed: (_view, { action }) => [
    `Nothing was recorded. Nobody has said yet that ${action} is done.`,
    'Its owner says so first, with the evidence.',
  ],
  ownAction: (_view, { action }) => [
    `Nothing was recorded. ${action} is yours, and somebody else verifies it.`,
    'Ask another officer to look at the evidence.',
  ],
  tooManyActions: (_view, { most }) => [
    `Nothing was recorded. There are ${figure(most)} open actions, which is the most.`,
    'Close or cancel some of them first.',
  ],
};
