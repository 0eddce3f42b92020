import { localDateOf } from './calendar.js';
import type { CharterSettings } from './charter.js';
import type { Instant } from './instant.js';

/**
 * Before its actual go-live an alliance is in its shadow phase, and what it decides does not bind until the agreement
 * is signed (domain.md B47, LW-8). A charter that names no dates at all is live.
 */
export const isShadow = ({ phases, calendar }: CharterSettings, at: Instant): boolean => {
  const { shadowFrom, live } = phases;
  if (live.actual !== undefined) return localDateOf(calendar, at) < live.actual;
  return live.planned !== undefined || shadowFrom !== undefined;
};
