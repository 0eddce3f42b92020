import { localDateOf, wordsFor, wordsForDate } from '../../alliance/calendar.js';
import { msOf } from '../../alliance/instant.js';
import type { Instant, LocalDate } from '../../alliance/instant.js';
import type { Span } from '../card.js';
import type { View } from '../view.js';
import { counted } from './general.js';

/** "Thu 2 Apr 2026, 17:00 BST": alliance time, always with its zone (domain.md E38). */
export const momentWords = (view: View, instant: Instant): string => wordsFor(view.alliance.charter.calendar, instant);

/** "2 Apr, 17:00": beside a name on a card that says the year and the zone elsewhere. */
export const shortMoment = (view: View, instant: Instant): string =>
  momentWords(view, instant).replace(/^\w+ (\d+ \w+) \d+, (\d\d:\d\d).*$/u, '$1, $2');

/** "Thu 2 Apr 2026", in alliance time. */
export const dayWords = (view: View, instant: Instant): string =>
  wordsForDate(localDateOf(view.alliance.charter.calendar, instant));

/** "Thu 2 Apr 2026", of a date that is one already. */
export const dateWords = (date: LocalDate): string => wordsForDate(date);

/** The day alone where a moment is the first or last minute of one, as absences and appointments are; else the moment. */
export const dayOrMoment = (view: View, instant: Instant): string => {
  const words = momentWords(view, instant);
  return /, (?:00:00|23:59) /u.test(words) ? dayWords(view, instant) : words;
};

/** A span that platforms may show in the reader's own time as well; the words are alliance time. */
export const momentSpan = (view: View, at: Instant): Span => ({ kind: 'instant', at, words: momentWords(view, at) });

/** "in 3 days", "in 5 hours", "in 20 minutes", "now": how long there is still. */
export const timeLeft = (now: Instant, until: Instant): string => {
  const minutes = Math.floor((msOf(until) - msOf(now)) / 60_000);
  if (minutes < 1) return 'now';
  if (minutes < 120) return `in ${counted(minutes, 'minute')}`;
  const hours = Math.floor(minutes / 60);
  return hours < 48 ? `in ${counted(hours, 'hour')}` : `in ${counted(Math.floor(hours / 24), 'day')}`;
};

/** "today", "yesterday", "3 days ago": the age of something in the alliance's calendar days. */
export const ageWords = (view: View, since: Instant): string => {
  const days = daysSince(view, since);
  if (days <= 0) return 'today';
  return days === 1 ? 'yesterday' : `${days} days ago`;
};

/** The age of something in the alliance's calendar days; negative for what is still to come. */
export const daysSince = (view: View, since: Instant): number => dayNumber(view, view.now) - dayNumber(view, since);

/** "2 Apr": where the year stands beside it. */
export const shortDay = (view: View, instant: Instant): string => shortMoment(view, instant).replace(/,.*$/u, '');

const dayNumber = (view: View, instant: Instant): number =>
  Date.parse(`${localDateOf(view.alliance.charter.calendar, instant)}T00:00:00.000Z`) / 86_400_000;

/** "10:00": beside a day that stands elsewhere. */
export const shortClock = (view: View, instant: Instant): string => shortMoment(view, instant).replace(/^.*, /u, '');
