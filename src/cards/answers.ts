import { atLocal } from '../alliance/calendar.js';
import { startOfDay } from '../alliance/calendar.js';
import type { Instant } from '../alliance/instant.js';
import { textRefusal } from '../alliance/limits.js';
import type { TextField } from '../alliance/refusals.js';
import { graphemesWithin } from './fit.js';
import { rolledDeadline, typedDay, typedMoment } from './typedDates.js';
import { spokenMoment } from './spoken/moment.js';
import type { View } from './view.js';
import { problemWords } from './words/forms.js';
import { fieldProblem } from './words/problems.js';
import { readingWords, unclearWords } from './words/spoken.js';

/** What is wrong with one answer, in words that stand beside its field. */
export interface Problem {
  readonly field: string;
  readonly says: string;
  /** Nothing is wrong: this is how words were read. The same answer counts once its reading was shown. */
  readonly reading?: { readonly words: string; readonly at: Instant };
}

/** The reading of these words that this person was shown beside this field, or null. */
export type ShownReading = (field: string, words: string) => Instant | null;

/**
 * Reads the answers of a form one by one and collects every problem, so that a person hears of all of them at once.
 * Where something is wrong the value returned is a blank that must not be used.
 */
export interface Answers {
  readonly text: (name: string, limit: TextField, least?: number) => string;
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
  const { calendar } = view.alliance.charter;
  const problems: Problem[] = [];
  const refuse = (field: string, says: string): void => {
    problems.push({ field, says });
  };
  const raw = (name: string): string => cleaned(given, name);
  const text = (name: string, limit: TextField, least?: number): string => {
    const words = limit === 'title' || limit === 'name' ? raw(name).replace(/\s+/gu, ' ') : raw(name);
    const refusal = textRefusal(limit, words, least);
    if (refusal !== null) refuse(name, fieldProblem(refusal));
    return words;
  };
  const choice = <T extends string>(name: string, allowed: readonly T[]): T => {
    const chosen = allowed.find((each) => each === raw(name));
    if (chosen === undefined) refuse(name, problemWords.choose);
    return chosen ?? ('' as T);
  };
  const { moment, deadline, spoken, day, endOf } = dates(view, { raw, refuse, problems, shown });
  const unlessEmpty = <T>(name: string, read: () => T): T | undefined => (raw(name) === '' ? undefined : read());
  return {
    text,
    optionalText: (name, limit) => unlessEmpty(name, () => text(name, limit)),
    choice,
    optionalChoice: (name, allowed) => unlessEmpty(name, () => choice(name, allowed)),
    deadline,
    optionalDeadline: (name) => unlessEmpty(name, () => deadline(name)),
    spokenDeadline: (picker, words) =>
      raw(words) === '' ? unlessEmpty(picker, () => deadline(picker)) : spoken(words),
    optionalMoment: (name) => unlessEmpty(name, () => moment(name, calendar.dayStarts, 'first')),
    firstDay: (name) =>
      unlessEmpty(name, () => {
        const date = day(name);
        return date === '' ? '' : startOfDay(calendar, date);
      }),
    lastDay: (name) => unlessEmpty(name, () => endOf(name)),
    requiredLastDay: endOf,
    raw,
    refuse,
    problems: () => problems,
  };
};

/** How each kind of date in a form is read. */
const dates = (view: View, { raw, refuse, problems, shown }: Reader) => {
  const { calendar } = view.alliance.charter;
  const moment = (name: string, usual: string, which: 'first' | 'last'): Instant => {
    const at = typedMoment(calendar, graphemesWithin(raw(name), datesMost), { usual, which });
    if (at === null) refuse(name, problemWords.moment);
    return at ?? '';
  };
  const day = (name: string): string => {
    const date = typedDay(graphemesWithin(raw(name), datesMost));
    if (date === null) refuse(name, problemWords.date);
    return date ?? '';
  };
  const deadline = (name: string): Instant => {
    const picked = moment(name, calendar.dayEnds, 'last');
    return picked === '' ? '' : rolledDeadline(calendar, picked);
  };
  const spoken = (name: string): Instant => {
    const words = raw(name);
    const before = shown(name, words);
    if (before !== null) return before;
    const read = spokenMoment(calendar, words, view.now);
    if ('unclear' in read) {
      refuse(name, unclearWords[read.unclear]);
      return '';
    }
    const at = rolledDeadline(calendar, read.at);
    problems.push({ field: name, says: readingWords(view, at, at !== read.at), reading: { words, at } });
    return at;
  };
  const endOf = (name: string): Instant => {
    const date = day(name);
    return date === '' ? '' : atLocal(calendar, date, lastMinute, 'last');
  };
  return { moment, deadline, spoken, day, endOf };
};

interface Reader {
  readonly raw: (name: string) => string;
  readonly refuse: (field: string, says: string) => void;
  readonly problems: Problem[];
  readonly shown: ShownReading;
}

/** Longest text that can be a date. */
const datesMost = 60;
/** A day lasts to its end, and is read back as that day. */
const lastMinute = '23:59';

/** An own answer, without the blanks around it and with the line ends of the book. */
const cleaned = (given: Readonly<Record<string, string>>, name: string): string => {
  const answer: unknown = Object.hasOwn(given, name) ? given[name] : '';
  return typeof answer === 'string' ? answer.replace(/\r\n?/gu, '\n').trim() : '';
};
