import type { Meeting } from '../../alliance/meetings/meeting.js';
import type { View } from '../view.js';
import { listed } from './general.js';
import { meetingName, meetingTimes } from './meetings.js';

/** What is said once when something about a meeting falls due, by the step of its due. */
export const meetingNoticeWords = {
  starts: (view: View, meeting: Meeting): string =>
    `${meetingName(view, meeting.id)} meets on ${meetingTimes(view, meeting)}.`,
  papers: (view: View, meeting: Meeting): string =>
    `The pack for ${meetingName(view, meeting.id)} is due: agenda and papers go out in time within one working day.`,
  papersLate: (view: View, meeting: Meeting): string =>
    `The pack for ${meetingName(view, meeting.id)} is overdue: agenda and papers have not gone out.`,
  unopened: (view: View, meeting: Meeting): string =>
    `${meetingName(view, meeting.id)} was to begin on ${meetingTimes(view, meeting)} and was not opened.`,
  unended: (view: View, meeting: Meeting): string =>
    `${meetingName(view, meeting.id)} is still in session after its time. End it, and the draft minutes are ready.`,
  unrepresented: (view: View, meeting: Meeting, members: readonly string[]): string =>
    `Nobody has said that they come to ${meetingName(view, meeting.id)} on ${meetingTimes(view, meeting)} for ${listed(members)}. Answer, or send a deputy.`,
  updates: (view: View, meeting: Meeting, actions: readonly string[]): string =>
    `Before ${meetingName(view, meeting.id)} on ${meetingTimes(view, meeting)}: how ${actions.length === 1 ? 'does' : 'do'} ${listed(actions)} go?`,
  draft: (view: View, meeting: Meeting): string =>
    `The minutes of ${meetingName(view, meeting.id)} are due: the draft is ready to be looked at and circulated.`,
  asked: (view: View, meeting: Meeting): string =>
    `The minutes of ${meetingName(view, meeting.id)} wait for you: accept them, or ask for a correction. Silence is not acceptance.`,
  soon: (action: string, line: string): string => `${action} is due soon: ${line}`,
  overdue: (action: string, line: string): string => `${action} is overdue: ${line}`,
} as const;

export const meetingHeadlines = {
  meeting: 'Meeting',
  minutes: 'Minutes',
  action: 'Action',
} as const;
