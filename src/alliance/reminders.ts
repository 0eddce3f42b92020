import { minusWorkingDays, minusWorkingHours, nextWorkingTime } from './calendar.js';
import type { CharterSettings } from './charter.js';
import { type Instant, instantOf, msOf } from './instant.js';

/**
 * When members are reminded of a revision, earliest first: half-way through its time, one working day before the
 * deadline, four working hours before it; in working hours only, and to more people each time (domain.md BE). A step
 * that would fall on or after a later one, or not between opening and deadline, is left out.
 */
export const remindersOf = (charter: CharterSettings, openedAt: Instant, deadline: Instant): readonly Reminder[] => {
  const ofCharter = kept.get(charter) ?? new Map<string, readonly Reminder[]>();
  kept.set(charter, ofCharter);
  const key = `${openedAt}/${deadline}`;
  const known = ofCharter.get(key);
  if (known) return known;
  const reminders = worked(charter, openedAt, deadline);
  if (ofCharter.size >= windowsKeptMost) ofCharter.clear();
  ofCharter.set(key, reminders);
  return reminders;
};

export interface Reminder {
  readonly step: Step;
  readonly to: Audience;
  readonly at: Instant;
}

export type Step = CharterSettings['limits']['reminderSteps'][number];
export type Audience = 'representatives' | 'representativesAndDeputies' | 'representativesDeputiesAndAllianceManager';

const windowsKeptMost = 1_000;
/** Every position re-plans its proposal, and the same window has the same reminders. */
const kept = new WeakMap<CharterSettings, Map<string, readonly Reminder[]>>();

/** In the order in which they should come. */
const steps: readonly (readonly [Step, Audience])[] = [
  ['halfWindow', 'representatives'],
  ['oneWorkingDay', 'representativesAndDeputies'],
  ['fourWorkingHours', 'representativesDeputiesAndAllianceManager'],
];

const worked = (charter: CharterSettings, openedAt: Instant, deadline: Instant): readonly Reminder[] => {
  const reminders = steps
    .filter(([step]) => charter.limits.reminderSteps.includes(step))
    .map(([step, to]) => ({ step, to, at: momentOf(charter, step, openedAt, deadline) }))
    .filter(({ at }) => openedAt < at && at < deadline);
  return reminders.filter(({ at }, place) => reminders.slice(place + 1).every((later) => at < later.at));
};

const momentOf = ({ calendar }: CharterSettings, step: Step, openedAt: Instant, deadline: Instant): Instant => {
  switch (step) {
    case 'halfWindow':
      return nextWorkingTime(calendar, instantOf(Math.floor((msOf(openedAt) + msOf(deadline)) / 2)));
    case 'oneWorkingDay':
      return minusWorkingDays(calendar, deadline, 1);
    case 'fourWorkingHours':
      return minusWorkingHours(calendar, deadline, 4);
  }
};
