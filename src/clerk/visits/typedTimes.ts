import type { AllianceCode, PersonId } from '../../alliance/names.js';
import { localDateOf } from '../../alliance/calendar.js';
import { nextWorkingTime, startOfDay } from '../../alliance/calendar.js';
import { noticeCard } from '../../cards/notice.js';
import { spokenDay } from '../../cards/spoken/day.js';
import { spokenDays } from '../../cards/spoken/days.js';
import { spokenHours } from '../../cards/spoken/time.js';
import type { Typed } from '../../cards/typed.js';
import { unclearAway, unclearQuiet, unclearSnooze } from '../../cards/words/preferences.js';
import { visitWords } from '../../cards/words/visits.js';
import { unclearWords } from '../../cards/words/spoken.js';
import type { Answer, Asked } from './typed.js';
import { form, serve } from './typedActs.js';

type Time = Extract<Typed, { readonly kind: 'away' | 'back' | 'snooze' | 'quiet' }>;

/** What is typed about one's own time: being away or back, and when not to be reminded. */
export const answerTime = async (asked: Asked<Time>, alliance: AllianceCode, by: PersonId): Promise<Answer> => {
  const { counter, typed } = asked;
  const known = await counter.clerk.view(alliance);
  if (known === null) return { card: noticeCard([visitWords.noSuchAlliance(alliance)]) };
  const { calendar } = known.charter;
  const today = localDateOf(calendar, counter.clerk.now());
  const opened = (name: 'absence' | 'preferences', words: Readonly<Record<string, string>>): Promise<Answer> =>
    form(asked, { act: 'form', alliance, form: name }, by, words);
  switch (typed.kind) {
    case 'back':
      return serve(asked, alliance, by, { kind: 'endAbsence' });
    case 'away': {
      if (typed.words === '') return opened('absence', {});
      const days = spokenDays(calendar, typed.words, today);
      // The days are in the form, where they are seen before they count, with who covers.
      if ('unclear' in days) return { card: noticeCard([unclearAway(unclearWords[days.unclear])]) };
      return opened('absence', { from: days.from, to: days.to });
    }
    case 'quiet': {
      if (typed.words === '') return opened('preferences', {});
      if (typed.words === null) return serve(asked, alliance, by, { kind: 'setPreferences', quiet: null });
      const quiet = spokenHours(typed.words);
      return quiet === null
        ? { card: noticeCard([unclearQuiet]) }
        : serve(asked, alliance, by, { kind: 'setPreferences', quiet });
    }
    case 'snooze': {
      if (typed.words === '') return opened('preferences', {});
      if (typed.words === null) return serve(asked, alliance, by, { kind: 'setPreferences', snoozedUntil: null });
      const day = spokenDay(calendar, typed.words.toLowerCase(), today) ?? { unclear: 'unknown' as const };
      if ('unclear' in day) return { card: noticeCard([unclearSnooze(unclearWords[day.unclear])]) };
      const snoozedUntil = nextWorkingTime(calendar, startOfDay(calendar, day.day));
      return serve(asked, alliance, by, { kind: 'setPreferences', snoozedUntil });
    }
  }
};
