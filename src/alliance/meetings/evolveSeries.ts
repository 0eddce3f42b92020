import type { Evolvers } from '../evolve.js';
import { personActing } from '../names.js';
import type { SeriesEvents } from './seriesEvents.js';

/** Series from their beginning to their end; `MeetingCalled` moves them on. */
export const seriesEvolvers: Evolvers<keyof SeriesEvents> = {
  SeriesConvened: (draft, { series: id, place, link, ...body }, { by, at }) => {
    draft.map('series').set(id, {
      id,
      ...body,
      place: place ?? null,
      link: link ?? null,
      convenedBy: personActing(by),
      convenedAt: at,
      calledTo: null,
      ended: null,
    });
    draft.set('liveSeries').add(id);
  },

  SeriesEnded: (draft, { series: id, because }) => {
    const series = draft.alliance.series.get(id);
    if (series !== undefined) draft.map('series').set(id, { ...series, ended: because });
    draft.set('liveSeries').delete(id);
  },
};
