import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { wordsFor } from '../../../src/alliance/calendar.js';
import type { Calendar } from '../../../src/alliance/calendar.js';
import type { Unclear } from '../../../src/cards/spoken/moment.js';
import { spokenMoment } from '../../../src/cards/spoken/moment.js';
import { rolledDeadline } from '../../../src/cards/typedDates.js';

const calendar: Calendar = {
  timeZone: 'Europe/London',
  nation: 'england-and-wales',
  dayStarts: '09:00',
  dayEnds: '17:00',
  extraHolidays: [],
};

/** Wed 1 Apr 2026, 10:30 BST. Friday the 3rd is Good Friday, the 6th Easter Monday. */
const now = '2026-04-01T09:30:00.000Z';

const heard = (words: string, at = now): string => {
  const spoken = spokenMoment(calendar, words, at);
  return 'unclear' in spoken
    ? spoken.unclear
    : wordsFor(calendar, spoken.at)
        .replace(' 2026', '')
        .replace(/ B?[SG][TM]T?$/u, '');
};

describe('a deadline in words, said on Wed 1 Apr 2026 at 10:30, is', () => {
  it.each([
    ['today', 'Wed 1 Apr, 17:00'],
    ['by close of play', 'Wed 1 Apr, 17:00'],
    ['5pm', 'Wed 1 Apr, 17:00'],
    ['today at 3pm', 'Wed 1 Apr, 15:00'],
    ['tomorrow', 'Thu 2 Apr, 17:00'],
    ['tomorrow at noon', 'Thu 2 Apr, 12:00'],
    ['noon tomorrow', 'Thu 2 Apr, 12:00'],
    ['first thing tomorrow', 'Thu 2 Apr, 09:00'],
    ['the day after tomorrow', 'Fri 3 Apr, 17:00'],
    ['Thursday', 'Thu 2 Apr, 17:00'],
    ['on Friday', 'Fri 3 Apr, 17:00'],
    ['by Friday', 'Fri 3 Apr, 17:00'],
    ['this Friday', 'Fri 3 Apr, 17:00'],
    ['this coming Friday', 'Fri 3 Apr, 17:00'],
    ['Tuesday', 'Tue 7 Apr, 17:00'],
    ['Tue 9am', 'Tue 7 Apr, 09:00'],
    ['next Friday', 'Fri 10 Apr, 17:00'],
    ['next Friday 5pm', 'Fri 10 Apr, 17:00'],
    ['Next Friday at 5 p.m.', 'Fri 10 Apr, 17:00'],
    ['by 5pm next Friday', 'Fri 10 Apr, 17:00'],
    ['by noon on Friday', 'Fri 3 Apr, 12:00'],
    ['next Tuesday', 'Tue 7 Apr, 17:00'],
    ['Friday next week', 'Fri 10 Apr, 17:00'],
    ['next week on Thursday', 'Thu 9 Apr, 17:00'],
    ['Thursday of next week, 14:30', 'Thu 9 Apr, 14:30'],
    ['a week on Tuesday', 'Tue 14 Apr, 17:00'],
    ['Tuesday week', 'Tue 14 Apr, 17:00'],
    ['a week on Friday at 4.30pm', 'Fri 10 Apr, 16:30'],
    ['two weeks on Thursday', 'Thu 16 Apr, 17:00'],
    ['a fortnight on Friday', 'Fri 17 Apr, 17:00'],
    ['Friday fortnight', 'Fri 17 Apr, 17:00'],
    ['a week from Monday', 'Mon 13 Apr, 17:00'],
    ['a week today', 'Wed 8 Apr, 17:00'],
    ['today week', 'Wed 8 Apr, 17:00'],
    ['a week tomorrow', 'Thu 9 Apr, 17:00'],
    ['tomorrow week', 'Thu 9 Apr, 17:00'],
    ['a fortnight today', 'Wed 15 Apr, 17:00'],
    ['a week from today', 'Wed 8 Apr, 17:00'],
    ['in a week', 'Wed 8 Apr, 17:00'],
    ["in a week's time", 'Wed 8 Apr, 17:00'],
    ['in a fortnight', 'Wed 15 Apr, 17:00'],
    ['in a fortnight’s time', 'Wed 15 Apr, 17:00'],
    ['in two weeks', 'Wed 15 Apr, 17:00'],
    ["in three weeks' time", 'Wed 22 Apr, 17:00'],
    ['within 10 days', 'Sat 11 Apr, 17:00'],
    ['in 3 days', 'Sat 4 Apr, 17:00'],
    ["in nine days' time", 'Fri 10 Apr, 17:00'],
    ['in a month', 'Fri 1 May, 17:00'],
    ['5 working days', 'Fri 10 Apr, 17:00'],
    ['in five working days', 'Fri 10 Apr, 17:00'],
    ['within 1 working day', 'Thu 2 Apr, 17:00'],
    ['5 clear working days', 'Mon 13 Apr, 17:00'],
    ['in one clear working day', 'Tue 7 Apr, 17:00'],
    ['4 working hours', 'Wed 1 Apr, 14:30'],
    ['in 10 working hours', 'Thu 2 Apr, 12:30'],
    ['in two hours', 'Wed 1 Apr, 12:30'],
    ['close of play Friday', 'Fri 3 Apr, 17:00'],
    ['close of business on Tuesday', 'Tue 7 Apr, 17:00'],
    ['COP Thursday', 'Thu 2 Apr, 17:00'],
    ['cob tomorrow', 'Thu 2 Apr, 17:00'],
    ['end of play next Friday', 'Fri 10 Apr, 17:00'],
    ['end of the day on Thursday', 'Thu 2 Apr, 17:00'],
    ['end of the week', 'Thu 2 Apr, 17:00'],
    ['the end of next week', 'Fri 10 Apr, 17:00'],
    ['end of the month', 'Thu 30 Apr, 17:00'],
    ['end of May', 'Fri 29 May, 17:00'],
    ['month end', 'Thu 30 Apr, 17:00'],
    ['14 April', 'Tue 14 Apr, 17:00'],
    ['14th April, 2pm', 'Tue 14 Apr, 14:00'],
    ['April 14th at 14:00', 'Tue 14 Apr, 14:00'],
    ['Tuesday 14 April', 'Tue 14 Apr, 17:00'],
    ['Tues the 14th', 'Tue 14 Apr, 17:00'],
    ['the 14th', 'Tue 14 Apr, 17:00'],
    ['the 14th of April', 'Tue 14 Apr, 17:00'],
    ['14/4', 'Tue 14 Apr, 17:00'],
    ['14/04/2026 12:00', 'Tue 14 Apr, 12:00'],
    ['14 April 2026 at 5pm', 'Tue 14 Apr, 17:00'],
    ['2026-04-14T17:00', 'Tue 14 Apr, 17:00'],
    ['no later than Friday 10 April', 'Fri 10 Apr, 17:00'],
    ['1 March', 'Mon 1 Mar 2027, 17:00'],
  ])('“%s”: %s', (words, meant) => {
    expect(heard(words)).toBe(meant);
  });

  it.each<readonly [string, Unclear]>([
    ['', 'unknown'],
    ['soon', 'unknown'],
    ['as soon as possible', 'unknown'],
    ['when everybody is back', 'unknown'],
    ['before Friday', 'unknown'],
    ['Freitag', 'unknown'],
    ['25pm', 'unknown'],
    ['13pm on Friday', 'unknown'],
    ['4/14', 'noSuchDay'],
    ['31 June', 'noSuchDay'],
    ['the 32nd', 'noSuchDay'],
    ['Wednesday', 'todayOrLater'],
    ['a week on Wednesday', 'todayOrLater'],
    ['Friday after next', 'whichWeek'],
    ['Tuesday next', 'whichWeek'],
    ['next week', 'noDay'],
    ['this month', 'noDay'],
    ['in June', 'noDay'],
    ['Friday at 5', 'whichHalf'],
    ['half past four on Friday', 'whichHalf'],
    ['Friday 5:30', 'whichHalf'],
    ["5 o'clock tomorrow", 'whichHalf'],
    ['Friday morning', 'noMoment'],
    ['tomorrow afternoon', 'noMoment'],
    ['midnight on Friday', 'midnight'],
    ['5 clear days', 'clearDays'],
    ['Monday 10 April', 'wrongWeekday'],
    ['this Monday', 'past'],
    ['9am', 'past'],
    ['1 April 2025', 'past'],
  ])('not guessed from “%s” (%s)', (words, why) => {
    expect(heard(words)).toBe(why);
  });

  it('rolled into working time before it counts: Good Friday becomes the Tuesday after Easter', () => {
    const spoken = spokenMoment(calendar, 'close of play Friday', now);
    expect('at' in spoken && wordsFor(calendar, rolledDeadline(calendar, spoken.at))).toBe('Tue 7 Apr 2026, 17:00 BST');
  });

  it('counted on the clock of the alliance, over a clock change and in a zone of its own', () => {
    expect(heard('Monday 5pm', '2026-03-27T12:00:00.000Z')).toBe('Mon 30 Mar, 17:00');
    const nepal: Calendar = { ...calendar, timeZone: 'Asia/Kathmandu' };
    const spoken = spokenMoment(nepal, 'tomorrow', '2026-04-01T20:00:00.000Z');
    expect('at' in spoken && spoken.at).toBe('2026-04-03T11:15:00.000Z');
  });

  it('never an error and never in the past, whatever is said', () => {
    const scraps = fc.constantFrom(
      'next',
      'a',
      'week',
      'on',
      'Friday',
      '5pm',
      'in',
      '3',
      'clear',
      'working',
      'days',
      'of',
      'the',
      'end',
      'month',
      '31',
      'June',
      'at',
      '24:00',
      '-',
      'fortnight',
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.array(scraps, { maxLength: 7 }).map((parts) => parts.join(' ')),
        ),
        (words) => {
          const spoken = spokenMoment(calendar, words, now);
          expect('unclear' in spoken || spoken.at > now).toBe(true);
        },
      ),
      { numRuns: 3_000 },
    );
  });
});
