import type { Evolvers } from '../evolve.js';
import type { NamedMember } from '../outcomeEvents.js';
import { personActing } from '../names.js';
import { withMeeting } from './evolveMeetings.js';
import type { EnteredPosition, Meeting } from './meeting.js';

type SessionEvent =
  | 'AttendanceRecorded'
  | 'AttendanceEnded'
  | 'ChairTaken'
  | 'QuorumReached'
  | 'QuorumLost'
  | 'MeetingInquorate'
  | 'DecisionPut'
  | 'NoteTaken'
  | 'LineCorrected'
  | 'InterestMinuted'
  | 'PositionEntered'
  | 'EnteredPositionAnswered'
  | 'EnteredPositionExpired';

/** What happens while a meeting is in session. */
export const sessionEvolvers: Evolvers<SessionEvent> = {
  AttendanceRecorded: (draft, body, { at }) => {
    const { person, personName, as, mode } = body;
    const member = body.member ?? null;
    withMeeting(draft, body.meeting, (meeting) => ({
      ...meeting,
      attendance: [...meeting.attendance, { person, personName, as, mode, member, at, leftAt: null }],
    }));
  },

  AttendanceEnded: (draft, body, { at }) => {
    withMeeting(draft, body.meeting, (meeting) => ({
      ...meeting,
      attendance: meeting.attendance.map((each) =>
        each.person === body.person && each.leftAt === null ? { ...each, leftAt: at } : each,
      ),
    }));
  },

  ChairTaken: (draft, { meeting, person, personName, how, item }, { at }) => {
    const chair = { person, personName, how, item: item ?? null, at };
    withMeeting(draft, meeting, (present) => ({ ...present, chairs: [...present.chairs, chair] }));
  },

  QuorumReached: (draft, { meeting, represented }, { at }) => {
    withMeeting(draft, meeting, (present) => turned(present, 'reached', at, represented));
  },

  QuorumLost: (draft, { meeting, absent }, { at }) => {
    withMeeting(draft, meeting, (present) => turned(present, 'lost', at, absent));
  },

  MeetingInquorate: (draft, { meeting, absent }, { at }) => {
    withMeeting(draft, meeting, (present) => turned(present, 'inquorate', at, absent));
  },

  DecisionPut: (draft, { meeting, because, ...put }, { at }) => {
    const decision = { ...put, because: because ?? null, at };
    withMeeting(draft, meeting, (present) => ({ ...present, put: [...present.put, decision] }));
  },

  NoteTaken: (draft, body, { at }) => {
    const { line: number, kind, text } = body;
    const line = { number, kind, text, item: body.item ?? null, earlier: [], at, interest: null };
    withMeeting(draft, body.meeting, (meeting) => ({ ...meeting, lines: [...meeting.lines, line] }));
  },

  LineCorrected: (draft, body) => {
    withMeeting(draft, body.meeting, (meeting) => rewritten(meeting, body.line, body.text));
  },

  InterestMinuted: (draft, body, { at }) => {
    const { line: number, person, personName, level, nature: text } = body;
    const interest = { person, personName, level, member: body.member ?? null };
    const line = { number, kind: 'interest' as const, text, item: body.item ?? null, earlier: [], at, interest };
    withMeeting(draft, body.meeting, (meeting) => ({ ...meeting, lines: [...meeting.lines, line] }));
  },

  PositionEntered: (draft, body, { at, by }) => {
    const { entered: number, item, about, revision, member, position, personName, confirmBy } = body;
    const said: EnteredPosition = {
      ...{ number, item, about, revision, member, position, personName, confirmBy, at },
      reason: body.reason ?? null,
      enteredBy: personActing(by),
      state: 'waiting',
    };
    withMeeting(draft, body.meeting, (meeting) => ({ ...meeting, entered: [...meeting.entered, said] }));
  },

  EnteredPositionAnswered: (draft, { meeting, entered, answer }) => {
    withMeeting(draft, meeting, (present) => settled(present, entered, answer));
  },

  EnteredPositionExpired: (draft, { meeting, entered }) => {
    withMeeting(draft, meeting, (present) => settled(present, entered, 'expired'));
  },
};

const turned = (
  meeting: Meeting,
  to: 'reached' | 'lost' | 'inquorate',
  at: string,
  members: readonly NamedMember[],
): Meeting => ({ ...meeting, quorum: to, quorums: [...meeting.quorums, { to, at, members }] });

/** The line as it reads from now on; what it said before is kept. */
export const rewritten = (meeting: Meeting, line: number, text: MeetingLineText): Meeting => ({
  ...meeting,
  lines: meeting.lines.map((each) =>
    each.number === line
      ? { ...each, text: text ?? null, earlier: each.text === null ? each.earlier : [...each.earlier, each.text] }
      : each,
  ),
});

type MeetingLineText = Meeting['lines'][number]['text'] | undefined;

const settled = (meeting: Meeting, entered: number, state: EnteredPosition['state']): Meeting => ({
  ...meeting,
  entered: meeting.entered.map((each) => (each.number === entered ? { ...each, state } : each)),
});
