import type { CharterSettings, DecisionClass } from './charter.js';
import { isWorkingTime, nextWorkingTime, plusWorkingDays } from './calendar.js';
import type { Instant } from './instant.js';
import { earlierOf, msOf, plusMs } from './instant.js';
import type { Refusal } from './refusals.js';

const dayMs = 86_400_000;
/** Longest time a revision may be open, and all revisions of a proposal together (rulings 1.11). */
export const revisionDaysMost = 28;
export const windowDaysMost = 56;

export interface Opening {
  readonly charter: CharterSettings;
  readonly decisionClass: DecisionClass;
  /** When the revision opens. */
  readonly opensAt: Instant;
  /** When the 56 days began. */
  readonly windowFrom: Instant;
}

/** The deadline asked for, or the class's own window; in working time, not too soon, not too late (rulings 1.11). */
export const deadlineFor = (
  opening: Opening,
  asked: Instant | undefined,
): { readonly deadline: Instant } | { readonly refusal: Refusal } => {
  const { charter, decisionClass, opensAt } = opening;
  if (asked !== undefined) {
    const refusal = whyNotDeadline(opening, asked);
    return refusal === null ? { deadline: asked } : { refusal };
  }
  const usual = plusWorkingDays(charter.calendar, opensAt, decisionClass.windowWorkingDays);
  const latest = latestDeadline(opening);
  if (usual <= latest) return { deadline: usual };
  const earliest = earliestDeadline(opening);
  return earliest <= latest ? { deadline: earliest } : { refusal: { why: 'deadlineTooLate', given: earliest, latest } };
};

/** Why an instant cannot be the deadline of a revision that opens so, or null. */
export const whyNotDeadline = (opening: Opening, given: Instant): Refusal | null => {
  const earliest = earliestDeadline(opening);
  if (isInstant(given) && given < earliest) return { why: 'deadlineTooSoon', given, earliest };
  return whyNotEnd(opening, given);
};

/** As `whyNotDeadline` without the minimum window: for extensions, which only ever give more time. */
export const whyNotEnd = (opening: Opening, given: Instant): Refusal | null => {
  if (!isInstant(given)) return { why: 'notAnInstant', field: 'deadline' };
  const latest = latestDeadline(opening);
  if (given > latest) return { why: 'deadlineTooLate', given, latest };
  const { calendar } = opening.charter;
  return isWorkingTime(calendar, given)
    ? null
    : { why: 'deadlineOutsideWorkingTime', given, next: nextWorkingTime(calendar, given) };
};

/** The one form of an instant that the book knows, within the years that it can compare. */
export const isInstant = (text: string): boolean =>
  /^[12]\d{3}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/.test(text) && !Number.isNaN(msOf(text));

/** The shortest time that the class allows a revision that opens so. */
export const earliestDeadline = ({ charter, decisionClass, opensAt }: Opening): Instant =>
  plusWorkingDays(
    charter.calendar,
    opensAt,
    Math.max(decisionClass.minimumWorkingDays, decisionClass.considerationWorkingDays, 1),
  );

const latestDeadline = ({ opensAt, windowFrom }: Opening): Instant =>
  earlierOf(plusMs(opensAt, revisionDaysMost * dayMs), plusMs(windowFrom, windowDaysMost * dayMs));
