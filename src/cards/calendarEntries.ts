import type { Alliance } from '../alliance/alliance.js';
import type { Instant } from '../alliance/instant.js';
import type { Meeting } from '../alliance/meetings/meeting.js';
import type { View } from './view.js';
import { calendarWords } from './words/calendar.js';
import { visibleLine } from './fit.js';

/** What calendars of people hear of a meeting: that there is one, when and where, and nothing of its business. */
export interface CalendarEntry {
  /** The same for good: a changed or cancelled meeting replaces what a calendar holds. */
  readonly uid: string;
  /** Grows with every change that calendars must hear of (RFC 5545, SEQUENCE). */
  readonly sequence: number;
  readonly changedAt: Instant;
  readonly startsAt: Instant;
  readonly endsAt: Instant;
  readonly summary: string;
  readonly place: string | null;
  readonly cancelled: boolean;
}

/** Entries with what holds for all of them. */
export interface MeetingCalendar {
  readonly name: string;
  readonly timeZone: string;
  readonly entries: readonly CalendarEntry[];
}

/** Meetings that are called, changed or cancelled together; mostly one. */
export const meetingCalendar = (view: View, ...meetings: readonly Meeting[]): MeetingCalendar => ({
  name: calendarWords.summary,
  timeZone: view.alliance.charter.calendar.timeZone,
  entries: meetings.map((meeting) => calendarEntry(view, meeting)),
});

/** All meetings of the alliance from half a year back, for a feed: the newest ones where there are very many. */
export const feedCalendar = (view: View): MeetingCalendar => meetingCalendar(view, ...recent(view.alliance, view.now));

const calendarEntry = (view: View, meeting: Meeting): CalendarEntry => {
  const { id, sequence, changedAt, startsAt, endsAt, place, status } = meeting;
  const { code, foundingKey } = view.alliance;
  const words = place === null ? null : view.text(place);
  return {
    // The book's first key keeps apart two alliances of one code on different servers, and no change of the key reaches it.
    uid: `${id}.${code}.${keyMark(foundingKey)}@meetings.roundtable.invalid`,
    sequence,
    changedAt,
    startsAt,
    endsAt,
    summary: calendarWords.summary,
    place: words === null ? null : visibleLine(words),
    cancelled: status === 'cancelled',
  };
};

const keyMark = (publicKey: string): string => publicKey.replace(/[^A-Za-z0-9]/gu, '').slice(-12);

const recent = ({ meetings }: Alliance, now: Instant): readonly Meeting[] => {
  const since = new Date(Date.parse(now) - halfYearMs).toISOString();
  return [...meetings.values()].filter(({ endsAt }) => endsAt >= since).slice(-entriesMost);
};

const halfYearMs = 183 * 86_400_000;
const entriesMost = 500;
