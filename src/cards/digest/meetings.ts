import { bold, plain } from '../card.js';
import type { Block } from '../card.js';
import { openActions } from '../meetings/openActions.js';
import { actionLine, meetingStatus } from '../words/meetingCards.js';
import { meetingName } from '../words/meetings.js';
import type { DigestView } from './digest.js';

/** Meetings to come and in session, and minutes that wait to be circulated, accepted or confirmed. */
export const meetings = (view: DigestView): readonly Block[] => {
  const live = [...view.alliance.liveMeetings]
    .flatMap((id) => view.alliance.meetings.get(id) ?? [])
    .sort((a, b) => (a.startsAt < b.startsAt ? -1 : 1));
  return listOf(live.map((meeting) => [meetingName(view, meeting.id), `: ${meetingStatus(view, meeting)}.`]));
};

/** Open actions, the one that is due first on top: overdue, due, blocked, without an owner. */
export const actions = (view: DigestView): readonly Block[] =>
  listOf(openActions(view).map((action) => [action.id, `: ${actionLine(view, action)}`]));

const listOf = (lines: readonly (readonly [string, string])[]): readonly Block[] =>
  lines.length === 0 ? [] : [{ kind: 'list', items: lines.map(([first, rest]) => [bold(first), plain(rest)]) }];
