import type { Alliance, Member } from './alliance.js';
import { plusWorkingDays, workingMsBetween } from './calendar.js';
import { laterOf } from './instant.js';
import type { Instant } from './instant.js';
import type { MemberId } from './names.js';
import { cannotSpeak } from './reminded.js';

/** A stretch of time in which nobody can speak for a member: all its people are away, or none is appointed. */
export interface Vacancy {
  readonly member: MemberId;
  readonly from: Instant;
  /** When somebody can again, as the registers stand; null where nobody is in sight. */
  readonly to: Instant | null;
}

/**
 * The vacancies of the members in office that are under way at a moment or lie ahead of it, those that began first on top:
 * each member must be represented at all times (domain.md B4). Between two of them there is working time.
 */
export const vacanciesAt = (alliance: Alliance, at: Instant): readonly Vacancy[] =>
  [...alliance.members.values()]
    .flatMap((member) => ofMember(alliance, member))
    .filter(({ to }) => to === null || at < to)
    .sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0));

/** It has lasted for more than ten working days, which is a risk to the alliance (domain.md B4). */
export const isRisk = ({ charter }: Alliance, { from }: Vacancy, at: Instant): boolean =>
  plusWorkingDays(charter.calendar, from, riskDays) < at;

/** Working days after which a vacancy is a risk. */
export const riskDays = 10;

const ofMember = (alliance: Alliance, { id, from, noticeOf, leftAt }: Member): readonly Vacancy[] => {
  if (leftAt !== null) return [];
  const begins = laterOf(from, alliance.founded ?? from);
  const moments = momentsOf(alliance, id).filter((at) => begins < at && (noticeOf === null || at < noticeOf));
  let found: readonly Vacancy[] = [];
  let open: Vacancy | null = null;
  for (const at of [begins, ...moments]) {
    const vacant = cannotSpeak(alliance, null, id, at);
    if (vacant && open === null) {
      const before = found.at(-1);
      // A night between two absences is no presence.
      const resumes = before?.to != null && workingMsBetween(alliance.charter.calendar, before.to, at) === 0;
      open = { member: id, from: resumes ? before.from : at, to: null };
      if (resumes) found = found.slice(0, -1);
    } else if (!vacant && open !== null) {
      found = [...found, { ...open, to: at }];
      open = null;
    }
  }
  return open === null ? found : [...found, open];
};

/** Every moment at which who can speak for a member may change, earliest first, each once. */
const momentsOf = ({ appointments, absences }: Alliance, member: MemberId): readonly Instant[] => {
  const moments = [
    ...appointments
      .filter((each) => each.member === member)
      .flatMap(({ effectiveFrom, to }) => [effectiveFrom, ...(to === null ? [] : [to])]),
    ...absences.filter((each) => each.member === member).flatMap(({ from, to }) => [from, to]),
  ];
  return [...new Set(moments)].sort();
};
