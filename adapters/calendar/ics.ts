import ical, { ICalCalendarMethod, ICalEventStatus } from 'ical-generator';
import { Temporal } from 'temporal-polyfill';
import type { Instant } from '../../src/alliance/instant.js';
import type { CalendarEntry, MeetingCalendar } from '../../src/cards/calendarEntries.js';
import { zoneAsIcs } from './zone.js';

/**
 * Entries as a calendar of RFC 5545, in the alliance's own time zone, which it describes. The same entries always give
 * the same bytes. As an invitation (`REQUEST`) it holds one meeting, and is its cancellation (`CANCEL`) where that was
 * cancelled; several, which a request cannot hold (RFC 5546, 3.2.2), and those of a feed are only made known (`PUBLISH`).
 */
export const asIcs = ({ name, timeZone, entries }: MeetingCalendar, as: 'invitation' | 'feed'): string => {
  const calendar = ical({
    name,
    prodId: { company: 'Roundtable', product: 'Meetings', language: 'EN' },
    method: as === 'feed' ? ICalCalendarMethod.PUBLISH : methodOf(entries),
    timezone: { name: null, generator: () => zoneAsIcs(timeZone, entries) },
    ...(as === 'feed' ? { ttl: hourSeconds } : {}),
  });
  for (const { uid, sequence, changedAt, startsAt, endsAt, summary, place, cancelled } of entries) {
    calendar.createEvent({
      id: uid,
      sequence,
      stamp: Temporal.Instant.from(changedAt),
      lastModified: Temporal.Instant.from(changedAt),
      timezone: timeZone,
      start: zoned(timeZone, startsAt),
      end: zoned(timeZone, endsAt),
      summary,
      status: cancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
      ...(place === null ? {} : { location: place }),
    });
  }
  return `${calendar.toString()}\r\n`;
};

const methodOf = (entries: readonly CalendarEntry[]): ICalCalendarMethod => {
  if (entries.length > 1) return ICalCalendarMethod.PUBLISH;
  return entries.every(({ cancelled }) => cancelled) ? ICalCalendarMethod.CANCEL : ICalCalendarMethod.REQUEST;
};

const zoned = (timeZone: string, at: Instant): Temporal.ZonedDateTime =>
  Temporal.Instant.from(at).toZonedDateTimeISO(timeZone);

const hourSeconds = 3_600;
