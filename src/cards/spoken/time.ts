import type { Calendar } from '../../alliance/calendar.js';
import type { Spoken } from './moment.js';
import { counts } from './numbers.js';

/** Words that say a time of day, or try to. */
export const timePattern = [
  '\\d{1,2}(?:[:.]\\d{2})? ?(?:am|pm|a\\.m|p\\.m)\\.?',
  '\\d{1,2}[:.]\\d{2}',
  "\\d{1,2} ?o'?clock",
  '(?:12 )?noon',
  'midday',
  'midnight',
  '(?:the )?(?:close|end) of (?:play|business|work|day|the day|the working day)',
  'cop|cob|eod',
  'first thing(?: in the morning)?',
  `(?:half past|quarter past|quarter to) (?:${counts})(?: ?(?:am|pm))?`,
  '(?:in )?(?:the )?(?:morning|afternoon|evening|night|lunchtime|teatime)',
].join('|');

/** "HH:MM" on the alliance's clock; what could be morning or afternoon, or is no one moment, is said to be so. */
export const spokenTime = (
  calendar: Pick<Calendar, 'dayStarts' | 'dayEnds'>,
  said: string,
): Spoken<{ readonly time: string }> => {
  if (/^(?:the )?(?:close|end) of |^(?:cop|cob|eod)$/u.test(said)) return { time: calendar.dayEnds };
  if (said.startsWith('first thing')) return { time: calendar.dayStarts };
  if (said.endsWith('noon') && !said.endsWith('afternoon')) return { time: '12:00' };
  if (said === 'midday') return { time: '12:00' };
  if (said === 'midnight') return { unclear: 'midnight' };
  const [, hours, minutes = '00', half] = /^(\d{1,2})(?:[:.](\d{2}))? ?([ap])\.?m\.?$/u.exec(said) ?? [];
  if (hours !== undefined) return onClock(Number(hours), minutes, half);
  const [, hour, minute] = /^(\d{1,2})[:.](\d{2})$/u.exec(said) ?? [];
  if (hour !== undefined && minute !== undefined) return onClock(Number(hour), minute, undefined, hour);
  if (/^(?:at )?\d{1,2}(?: ?o'?clock)?$|^half past|^quarter/u.test(said)) return { unclear: 'whichHalf' };
  return { unclear: 'noMoment' };
};

/** "18:00 to 08:00", "6pm-8am": two times of day; null for anything else. */
export const spokenHours = (words: string): { readonly from: string; readonly to: string } | null => {
  const said = words
    .toLowerCase()
    .replace(/[‐‑–—]/gu, '-')
    .trim();
  const [, from, to] = /^(?:from )?(\d.*?)(?: ?- ?| to | until | till )(\d.*)$/u.exec(said) ?? [];
  if (from === undefined || to === undefined) return null;
  const times = [from, to].map((each) => spokenTime({ dayStarts: '', dayEnds: '' }, each.trim()));
  const [first, last] = times.map((each) => ('time' in each ? each.time : null));
  return first == null || last == null ? null : { from: first, to: last };
};

/** Without am or pm the clock has 24 hours; "5:30" alone could still be either. */
const onClock = (
  hours: number,
  minutes: string,
  half: string | undefined,
  written = '',
): Spoken<{ readonly time: string }> => {
  if (Number(minutes) > 59) return { unclear: 'unknown' };
  if (half === undefined) {
    if (hours > 23) return { unclear: 'unknown' };
    return hours >= 1 && hours <= 7 && written.length === 1
      ? { unclear: 'whichHalf' }
      : { time: shown(hours, minutes) };
  }
  if (hours < 1 || hours > 12) return { unclear: 'unknown' };
  return { time: shown((hours % 12) + (half === 'p' ? 12 : 0), minutes) };
};

const shown = (hours: number, minutes: string): string => `${String(hours).padStart(2, '0')}:${minutes}`;
