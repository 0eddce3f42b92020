import type { CharterSettings } from './charter.js';
import type { LocalDate } from './instant.js';

/** A day of the alliance's term by which something must be settled (domain.md ID-7, YP-3). */
export interface TermDate {
  /** The last day of the term or of an option's decision; the first of a pilot's review; the last for deciding on it. */
  readonly kind: 'termEnds' | 'optionDecided' | 'reviewBegins' | 'pilotDecided';
  readonly on: LocalDate;
  /** The option's name, for `optionDecided`. */
  readonly option: string | null;
}

/**
 * Every day of the term that the charter in force names, earliest first. An extension moves the term's end by a change of
 * the charter; until then none is recorded.
 */
export const termDates = ({ phases, term, pilot }: CharterSettings): readonly TermDate[] => {
  const ends = phases.ends?.actual ?? phases.ends?.planned;
  const dates = [
    dated('termEnds', ends),
    ...(term?.options ?? []).map(({ name, decideBy }) => dated('optionDecided', decideBy, name)),
    dated('reviewBegins', pilot?.reviewFrom),
    dated('pilotDecided', pilot?.decideBy),
  ];
  return dates.filter((date) => date !== null).sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
};

/** From how many days before it people hear of such a day: twelve weeks (domain.md ID-7). */
export const termNoticeDays = 84;

const dated = (kind: TermDate['kind'], on: LocalDate | undefined, option: string | null = null): TermDate | null =>
  on === undefined ? null : { kind, on, option };
