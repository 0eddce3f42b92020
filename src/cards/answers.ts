import type { Instant, LocalDate } from '../alliance/instant.js';
import { textRefusal } from '../alliance/limits.js';
import type { TextField } from '../alliance/refusals.js';
import { timeAnswers } from './timeAnswers.js';
import type { View } from './view.js';
import { isWebLink } from './webLinks.js';
import { problemWords } from './words/forms.js';
import { fieldProblem } from './words/problems.js';

/** What is wrong with one answer, in words that stand beside its field. */
export interface Problem {
  readonly field: string;
  readonly says: string;
  /** Nothing is wrong: this is how words were read. The same answer counts once its reading was shown. */
  readonly reading?: { readonly words: string; readonly meant: string };
}

/** The reading of these words that this person was shown beside this field, or null. */
export type ShownReading = (field: string, words: string) => string | null;

/**
 * Reads the answers of a form one by one and collects every problem, so that a person hears of all of them at once.
 * Where something is wrong the value returned is a blank that must not be used.
 */
export interface Answers {
  readonly text: (name: string, limit: TextField, least?: number) => string;
  /** A text with the web addresses of another answer, one a line, under it. */
  readonly textWithLinks: (name: string, limit: TextField, links: string) => string;
  /** Undefined when left empty. */
  readonly optionalText: (name: string, limit: TextField) => string | undefined;
  readonly choice: <T extends string>(name: string, allowed: readonly T[]) => T;
  readonly optionalChoice: <T extends string>(name: string, allowed: readonly T[]) => T | undefined;
  /** Rolled into working time (rulings 1.11). */
  readonly deadline: (name: string) => Instant;
  readonly optionalDeadline: (name: string) => Instant | undefined;
  /** In words where there are any, which were read back before; else as picked. Undefined when both are left empty. */
  readonly spokenDeadline: (picker: string, words: string) => Instant | undefined;
  readonly optionalMoment: (name: string) => Instant | undefined;
  readonly requiredMoment: (name: string) => Instant;
  /** Whether this person was shown that these words mean this; if not, they are shown it now, beside the field. */
  readonly isConfirmed: (
    field: string,
    words: string,
    reading: { readonly meant: string; readonly says: string },
  ) => boolean;
  /** A day of the calendar, as it stands. */
  readonly requiredDay: (name: string) => LocalDate;
  /** Midnight at the beginning of a day; undefined when left empty. */
  readonly firstDay: (name: string) => Instant | undefined;
  /** The last minute of a day; undefined when left empty. */
  readonly lastDay: (name: string) => Instant | undefined;
  readonly requiredLastDay: (name: string) => Instant;
  readonly raw: (name: string) => string;
  readonly refuse: (field: string, says: string) => void;
  readonly problems: () => readonly Problem[];
}

export const readAnswers = (
  view: View,
  given: Readonly<Record<string, string>>,
  shown: ShownReading = () => null,
): Answers => {
  const problems: Problem[] = [];
  const refuse = (field: string, says: string): void => {
    problems.push({ field, says });
  };
  const raw = (name: string): string => cleaned(given, name);
  const text = (name: string, limit: TextField, least?: number, under = ''): string => {
    const own = limit === 'title' || limit === 'name' ? raw(name).replace(/\s+/gu, ' ') : raw(name);
    const words = own === '' ? own : `${own}${under}`;
    const refusal = textRefusal(limit, words, least);
    if (refusal !== null) refuse(name, fieldProblem(refusal));
    return words;
  };
  const choice = <T extends string>(name: string, allowed: readonly T[]): T => {
    const chosen = allowed.find((each) => each === raw(name));
    if (chosen === undefined) refuse(name, problemWords.choose);
    return chosen ?? ('' as T);
  };
  const time = timeAnswers(view, { raw, refuse, shown, add: (problem) => void problems.push(problem) });
  const unlessEmpty = <T>(name: string, read: () => T): T | undefined => (raw(name) === '' ? undefined : read());
  return {
    text: (name, limit, least) => text(name, limit, least),
    textWithLinks: (name, limit, links) => {
      const lines = raw(links)
        .split('\n')
        .map((line) => line.trim())
        .filter((line) => line !== '');
      if (!lines.every(isWebLink)) refuse(links, problemWords.links);
      return text(name, limit, undefined, lines.length === 0 ? '' : `\n\n${lines.join('\n')}`);
    },
    optionalText: (name, limit) => unlessEmpty(name, () => text(name, limit)),
    choice,
    optionalChoice: (name, allowed) => unlessEmpty(name, () => choice(name, allowed)),
    deadline: time.deadline,
    optionalDeadline: (name) => unlessEmpty(name, () => time.deadline(name)),
    spokenDeadline: (picker, words) =>
      raw(words) === '' ? unlessEmpty(picker, () => time.deadline(picker)) : time.spoken(words),
    isConfirmed: (field, words, { meant, says }) => {
      if (shown(field, words) === meant) return true;
      problems.push({ field, says, reading: { words, meant } });
      return false;
    },
    requiredMoment: (name) => time.moment(name, 'first'),
    requiredDay: time.day,
    optionalMoment: (name) => unlessEmpty(name, () => time.moment(name, 'first')),
    firstDay: (name) => unlessEmpty(name, () => time.startOf(name)),
    lastDay: (name) => unlessEmpty(name, () => time.endOf(name)),
    requiredLastDay: time.endOf,
    raw,
    refuse,
    problems: () => problems,
  };
};

/** An own answer, without the blanks around it and with the line ends of the book. */
const cleaned = (given: Readonly<Record<string, string>>, name: string): string => {
  const answer: unknown = Object.hasOwn(given, name) ? given[name] : '';
  return typeof answer === 'string' ? answer.replace(/\r\n?/gu, '\n').trim() : '';
};
