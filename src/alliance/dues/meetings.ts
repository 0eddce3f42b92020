import type { Alliance } from '../alliance.js';
import { minusWorkingDays } from '../calendar.js';
import type { Due, DuesOfNoun } from '../due.js';
import { plusMs } from '../instant.js';
import type { Instant } from '../instant.js';
import type { Meeting } from '../meetings/meeting.js';
import { quorumAwaitedUntil } from '../meetings/session.js';
import { papersDue } from '../meetings/standingOrders.js';
import type { MeetingId } from '../names.js';
import { duesOfMinutes } from './minutes.js';

/** What a meeting waits for: papers, answers, its beginning, its quorum and its end, and then its minutes. */
export const duesOfMeetings: DuesOfNoun = {
  subjects: ({ liveMeetings }) => liveMeetings,
  duesOf: (alliance, subject) => {
    const meeting = alliance.meetings.get(subject as MeetingId);
    if (meeting === undefined) return null;
    switch (meeting.status) {
      case 'called':
        return beforeIt(alliance, meeting);
      case 'inSession':
        return [...duringIt(alliance, meeting), ...entered(meeting)];
      case 'ended':
        return [...entered(meeting), ...duesOfMinutes(alliance, meeting)];
      case 'cancelled':
        return [];
    }
  },
};

/** Planned anew whenever the meeting moves; what would have been due before that is not. */
const beforeIt = (alliance: Alliance, meeting: Meeting): readonly Due[] => {
  const { calendar } = alliance.charter;
  const { startsAt, packs, changedAt } = meeting;
  const steps: readonly (readonly [kind: string, to: string, at: Instant])[] = [
    ['updates', 'owners', minusWorkingDays(calendar, startsAt, updatesWorkingDays)],
    ...(packs.length === 0
      ? [['papers', 'officers', minusWorkingDays(calendar, papersDue(alliance, meeting), 1)] as const]
      : []),
    ['unrepresented', 'members', minusWorkingDays(calendar, startsAt, unrepresentedWorkingDays)],
    ['starts', 'everybody', minusWorkingDays(calendar, startsAt, 1)],
    ['unopened', 'officers', plusMs(startsAt, unopenedMs)],
  ];
  return steps.filter(([, , at]) => at > changedAt).map(([kind, to, at]) => due(meeting, `meeting:${kind}`, to, at));
};

const duringIt = (alliance: Alliance, meeting: Meeting): readonly Due[] => {
  const until = quorumAwaitedUntil(alliance, meeting);
  const { startedAt, endsAt } = meeting;
  const over = plusMs(endsAt, unendedMs);
  return [
    ...(until === null ? [] : [due(meeting, 'inquorate', 'clerk', until)]),
    ...(startedAt !== null && over > startedAt ? [due(meeting, 'meeting:unended', 'officers', over)] : []),
  ];
};

/** Positions entered for members that have not confirmed them yet (domain.md E52). */
const entered = (meeting: Meeting): readonly Due[] =>
  meeting.entered
    .filter(({ state }) => state === 'waiting')
    .map(({ number, confirmBy }) => due(meeting, `entered-${number}`, 'clerk', confirmBy));

export const due = ({ id, sequence }: Meeting, kind: string, to: string, dueAt: Instant): Due => ({
  subject: id,
  kind,
  to,
  dueAt,
  key: `${id}/s${sequence}/${kind}`,
});

/** Owners are asked how their actions go before each meeting (domain.md B59). */
const updatesWorkingDays = 5;
const unrepresentedWorkingDays = 2;
const unopenedMs = 15 * 60_000;
/** About one meeting in ten is never ended by whoever runs it. */
const unendedMs = 15 * 60_000;
