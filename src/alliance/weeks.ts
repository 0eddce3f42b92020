import { atLocal, localDateOf, workingDaysAfter } from './calendar.js';
import type { Calendar } from './calendar.js';
import { type Instant, instantOf, type LocalDate, msOf } from './instant.js';

/** A week by ISO 8601, which begins on a Monday: "2026-W14". The first one of a year holds its first Thursday. */
export type Week = `${number}-W${number}`;

/** A digest and the time it tells of: from when the one before fell due until it falls due itself. */
export interface DigestWeek {
  readonly week: Week;
  readonly since: Instant;
  readonly dueAt: Instant;
}

/**
 * When the digest of a week falls due: on its Monday at 09:00 in alliance time, or when work begins if that is later;
 * after a bank holiday on the next working day (domain.md BE). Null for a week without a working day: the next week's
 * digest tells of both.
 */
export const digestDue = (calendar: Calendar, week: Week): Instant | null => {
  const monday = mondayOf(week);
  const day = workingDaysAfter(calendar, monday, 0);
  if (weekOf(day) !== week) return null;
  const time = calendar.dayStarts > usualTime ? calendar.dayStarts : usualTime;
  return atLocal(calendar, day, time, 'first');
};

/** The digest of a week, with the time it tells of; null for a week without a working day. */
export const digestWeek = (calendar: Calendar, week: Week): DigestWeek | null => {
  const dueAt = digestDue(calendar, week);
  return dueAt === null ? null : { week, dueAt, since: nearest(calendar, weekBefore(week), -1).dueAt };
};

/** The digest that fell due last, at or before a moment. Of several that were missed it is the only one sent (rulings 1.4). */
export const latestDigest = (calendar: Calendar, now: Instant): DigestWeek => {
  const week = weekOf(localDateOf(calendar, now));
  const dueAt = digestDue(calendar, week);
  const latest = dueAt !== null && dueAt <= now ? { week, dueAt } : nearest(calendar, weekBefore(week), -1);
  return { ...latest, since: nearest(calendar, weekBefore(latest.week), -1).dueAt };
};

/** The digest that falls due next, strictly after a moment. */
export const nextDigest = (calendar: Calendar, now: Instant): DigestWeek => {
  const latest = latestDigest(calendar, now);
  return { ...nearest(calendar, weekAfter(latest.week), 1), since: latest.dueAt };
};

/** The ISO week in which a day lies. */
export const weekOf = (date: LocalDate): Week => {
  const day = msOf(`${date}T00:00:00.000Z`);
  // The Thursday of the same week decides the year (ISO 8601).
  const thursday = day + (3 - mondayBased(day)) * dayMs;
  const year = new Date(thursday).getUTCFullYear();
  const number = 1 + Math.floor((thursday - Date.UTC(year, 0, 1)) / weekMs);
  return `${year}-W${String(number).padStart(2, '0')}` as Week;
};

/** The Monday on which a week begins. */
export const mondayOf = (week: Week): LocalDate => {
  const [year = '', number = ''] = week.split('-W');
  const fourth = Date.UTC(Number(year), 0, 4);
  const first = fourth - mondayBased(fourth) * dayMs;
  return instantOf(first + (Number(number) - 1) * weekMs).slice(0, 10);
};

/** "2026-W14" as somebody types it; null for what is no week, as the 53rd of a year that has 52. */
export const readWeek = (text: string): Week | null => {
  const match = /^(\d{4})-?[Ww](\d{1,2})$/u.exec(text.trim());
  if (match === null) return null;
  const week = `${match[1]}-W${match[2]?.padStart(2, '0')}` as Week;
  return weekOf(mondayOf(week)) === week ? week : null;
};

const usualTime = '09:00';
const dayMs = 86_400_000;
const weekMs = 7 * dayMs;
/** More weeks in a row than any calendar is without a working day (see calendar.ts). */
const weeksLookedMost = 530;

/** Monday is 0. */
const mondayBased = (ms: number): number => (new Date(ms).getUTCDay() + 6) % 7;

const weekBefore = (week: Week): Week => moved(week, -1);
const weekAfter = (week: Week): Week => moved(week, 1);

const moved = (week: Week, weeks: number): Week =>
  weekOf(instantOf(msOf(`${mondayOf(week)}T00:00:00.000Z`) + weeks * weekMs).slice(0, 10));

/** The first week from this one on, in either direction, that has a digest. */
const nearest = (calendar: Calendar, from: Week, direction: 1 | -1): Pick<DigestWeek, 'week' | 'dueAt'> => {
  let week = from;
  for (let looked = 0; looked <= weeksLookedMost; looked += 1) {
    const dueAt = digestDue(calendar, week);
    if (dueAt !== null) return { week, dueAt };
    week = moved(week, direction);
  }
  throw new RangeError(`the calendar (${calendar.timeZone}) has no working day for a digest near ${from}`);
};
