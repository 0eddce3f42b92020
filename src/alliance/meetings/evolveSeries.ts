import type { Evolvers } from '../evolve.js';
import { personActing } from '../names.js';
import { withMeeting } from './evolveMeetings.js';
import type { SeriesEvents } from './seriesEvents.js';

/** Series from their beginning to their end; `MeetingCalled` and `MeetingMoved` say what becomes of each meeting. */
export const seriesEvolvers: Evolvers<keyof SeriesEvents> = {
  SeriesConvened: (draft, { series: id, place, link, ...body }, { by, at }) => {
    draft.map('series').set(id, {
      id,
      ...body,
      place: place ?? null,
      link: link ?? null,
      plannedBy: personActing(by),
      plannedAt: at,
      calledTo: null,
      ended: null,
    });
    draft.set('liveSeries').add(id);
  },

  SeriesChanged: (draft, { series: id, moved, calledTo, why: _why, ...plan }, { by, at }) => {
    const series = draft.alliance.series.get(id);
    if (series === undefined) return;
    draft.map('series').set(id, {
      ...series,
      ...plan,
      place: plan.place ?? null,
      link: plan.link ?? null,
      plannedBy: personActing(by),
      plannedAt: at,
      calledTo: calledTo ?? null,
    });
    for (const { meeting, on } of moved) {
      withMeeting(draft, meeting, (present) => ({ ...present, recurrence: { series: id, on } }));
    }
  },

  SeriesEnded: (draft, { series: id, because }) => {
    const series = draft.alliance.series.get(id);
    if (series !== undefined) draft.map('series').set(id, { ...series, ended: because });
    draft.set('liveSeries').delete(id);
  },
};
