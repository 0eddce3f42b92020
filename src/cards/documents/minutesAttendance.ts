import type { Alliance } from '../../alliance/alliance.js';
import type { Attendance, Meeting } from '../../alliance/meetings/meeting.js';
import type { MemberId } from '../../alliance/names.js';
import type { View } from '../view.js';
import { visibleLine } from '../fit.js';
import { attendedAsWords, modeWords } from '../words/meetings.js';
import { apologyWords, attendanceWords, chairLine, quorumLine } from '../words/minutes.js';
import { nameOfRecord } from '../words/names.js';
import { shortClock } from '../words/moments.js';
import type { DocumentBlock } from './document.js';
import type { MinutesSource } from './minutes.js';

/** Who was there for which member, how often it came to meetings out of those it could come to, apologies, chair, quorum. */
export const attendanceBlocks = ({ view, meeting }: MinutesSource): readonly DocumentBlock[] => {
  const others = meeting.attendance.filter(({ member }) => member === null);
  const absent = seatsOf(view.alliance, meeting).filter(
    ({ id }) => !meeting.attendance.some(({ member }) => member?.member === id),
  );
  const apologies = meeting.answers.filter(({ answer }) => answer === 'apologies');
  return [
    { kind: 'heading', level: 2, text: attendanceWords.heading },
    {
      kind: 'table',
      caption: attendanceWords.caption,
      headers: attendanceWords.headers,
      rows: seatsOf(view.alliance, meeting).map((seat) => rowOf(view, meeting, seat)),
    },
    ...(others.length === 0
      ? []
      : [
          { kind: 'paragraph' as const, text: attendanceWords.inAttendance },
          { kind: 'list' as const, items: [...new Set(others.map((each) => otherWords(view, each)))] },
        ]),
    ...(apologies.length === 0
      ? []
      : [
          { kind: 'paragraph' as const, text: attendanceWords.apologies },
          { kind: 'list' as const, items: apologies.map((each) => apologyWords(view, each)) },
        ]),
    ...(absent.length === 0
      ? []
      : [{ kind: 'paragraph' as const, text: attendanceWords.absent(absent.map(({ name }) => visibleLine(name))) }]),
    ...meeting.chairs.map((chair): DocumentBlock => ({ kind: 'paragraph', text: chairLine(view, meeting, chair) })),
    ...meeting.quorums.map((turn): DocumentBlock => ({ kind: 'paragraph', text: quorumLine(view, turn) })),
  ];
};

interface Seat {
  readonly id: MemberId;
  readonly name: string;
}

/** Members of the body in office when it met, by the names that the record of the day kept where it did. */
const seatsOf = (alliance: Alliance, meeting: Meeting): readonly Seat[] => {
  const members = alliance.charters.get(meeting.charterRevision)?.bodies.find(({ id }) => id === meeting.body)?.members;
  return [...alliance.members.values()]
    .filter(({ id }) => members === undefined || members === 'all' || members.includes(id))
    .filter((member) => wasSeated(member, meeting))
    .map(({ id, name }) => ({
      id,
      name: meeting.attendance.find(({ member }) => member?.member === id)?.member?.name ?? name,
    }));
};

const wasSeated = (
  { from, leftAt }: { readonly from: string; readonly leftAt: string | null },
  { startedAt, startsAt }: Meeting,
): boolean => from <= (startedAt ?? startsAt) && (leftAt === null || leftAt > (startedAt ?? startsAt));

const rowOf = (view: View, meeting: Meeting, { id, name }: Seat): readonly string[] => {
  const own = meeting.attendance.filter(({ member }) => member?.member === id);
  const { possible, actual } = countsOf(view.alliance, meeting, id);
  return [
    visibleLine(name),
    own.length === 0 ? attendanceWords.nobody : unique(own, (each) => nameOfRecord(view, each.personName)),
    unique(own, ({ as }) => attendedAsWords[as]),
    unique(own, ({ mode }) => modeWords[mode]),
    own.map((each) => spanOf(view, each)).join('; '),
    attendanceWords.outOf(actual, possible),
  ];
};

const unique = (all: readonly Attendance[], say: (each: Attendance) => string): string =>
  [...new Set(all.map(say))].join(', ');

const spanOf = (view: View, { at, leftAt }: Attendance): string =>
  leftAt === null ? shortClock(view, at) : `${shortClock(view, at)}–${shortClock(view, leftAt)}`;

/** Meetings of the body up to and with this one that the member could attend, and those that it did. */
const countsOf = (
  { meetings, members }: Alliance,
  meeting: Meeting,
  id: MemberId,
): { readonly possible: number; readonly actual: number } => {
  const seat = members.get(id);
  const held = [...meetings.values()].filter(
    (other) =>
      other.body === meeting.body &&
      other.startedAt !== null &&
      other.startedAt <= (meeting.startedAt ?? '') &&
      seat !== undefined &&
      wasSeated(seat, other),
  );
  return {
    possible: held.length,
    actual: held.filter(({ attendance }) => attendance.some(({ member }) => member?.member === id)).length,
  };
};

const otherWords = (view: View, { personName, as, mode }: Attendance): string =>
  `${nameOfRecord(view, personName)} (${attendedAsWords[as]}, ${modeWords[mode]})`;
