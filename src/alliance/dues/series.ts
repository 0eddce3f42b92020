import type { DuesOfNoun } from '../due.js';
import { nextOccurrence } from '../meetings/series.js';
import type { SeriesId } from '../names.js';

/** The next meeting of each series is called in its time; every meeting that is called, and every change of the notice, moves it. */
export const duesOfSeries: DuesOfNoun = {
  subjects: ({ liveSeries }) => liveSeries,
  duesOf: (alliance, subject) => {
    const series = alliance.series.get(subject as SeriesId);
    if (series === undefined) return null;
    const next = series.ended === null ? nextOccurrence(alliance, series, '') : null;
    return next === null
      ? []
      : [{ subject, kind: 'call', to: 'clerk', dueAt: next.callAt, key: `${subject}/${next.on}/call` }];
  },
  always: ({ liveSeries }) => liveSeries,
};
