import { atLocal, startOfDay } from '../alliance/calendar.js';
import type { Instant } from '../alliance/instant.js';
import type { Problem, ShownReading } from './answers.js';
import { graphemesWithin } from './fit.js';
import { spokenMoment } from './spoken/moment.js';
import { rolledDeadline, typedDay, typedMoment } from './typedDates.js';
import type { View } from './view.js';
import { problemWords } from './words/forms.js';
import { readingWords, unclearWords } from './words/spoken.js';

/** The answers of one form that are times; where one cannot be read, a problem is added and a blank returned. */
export const timeAnswers = (
  view: View,
  {
    raw,
    refuse,
    shown,
    add,
  }: {
    readonly raw: (name: string) => string;
    readonly refuse: (field: string, says: string) => void;
    readonly shown: ShownReading;
    readonly add: (problem: Problem) => void;
  },
) => {
  const { calendar } = view.alliance.charter;
  const momentAt = (name: string, usual: string, which: 'first' | 'last'): Instant => {
    const at = typedMoment(calendar, graphemesWithin(raw(name), datesMost), { usual, which });
    if (at === null) refuse(name, problemWords.moment);
    return at ?? '';
  };
  const day = (name: string): string => {
    const date = typedDay(graphemesWithin(raw(name), datesMost));
    if (date === null) refuse(name, problemWords.date);
    return date ?? '';
  };
  return {
    day,
    moment: (name: string, which: 'first' | 'last'): Instant => momentAt(name, calendar.dayStarts, which),
    deadline: (name: string): Instant => {
      const picked = momentAt(name, calendar.dayEnds, 'last');
      return picked === '' ? '' : rolledDeadline(calendar, picked);
    },
    spoken: (name: string): Instant => {
      const words = raw(name);
      const before = shown(name, words);
      if (before !== null) return before;
      const read = spokenMoment(calendar, words, view.now);
      if ('unclear' in read) {
        refuse(name, unclearWords[read.unclear]);
        return '';
      }
      const at = rolledDeadline(calendar, read.at);
      add({ field: name, says: readingWords(view, at, at !== read.at), reading: { words, meant: at } });
      return at;
    },
    startOf: (name: string): Instant => {
      const date = day(name);
      return date === '' ? '' : startOfDay(calendar, date);
    },
    endOf: (name: string): Instant => {
      const date = day(name);
      return date === '' ? '' : atLocal(calendar, date, lastMinute, 'last');
    },
  };
};

/** Longest text that can be a date. */
const datesMost = 60;
/** A day lasts to its end, and is read back as that day. */
const lastMinute = '23:59';
