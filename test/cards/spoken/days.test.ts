import { describe, expect, it } from 'vitest';
import type { Calendar } from '../../../src/alliance/calendar.js';
import type { Unclear } from '../../../src/cards/spoken/moment.js';
import { spokenDays } from '../../../src/cards/spoken/days.js';
import { spokenHours } from '../../../src/cards/spoken/time.js';

const calendar: Calendar = {
  timeZone: 'Europe/London',
  nation: 'england-and-wales',
  dayStarts: '09:00',
  dayEnds: '17:00',
  extraHolidays: [],
};

/** Wed 29 Jul 2026. */
const today = '2026-07-29';

const heard = (words: string): string => {
  const spoken = spokenDays(calendar, words, today);
  return 'unclear' in spoken ? spoken.unclear : `${spoken.from} ${spoken.to}`;
};

describe('days of absence, said on Wed 29 Jul 2026, are', () => {
  it.each([
    ['3–17 August', '2026-08-03 2026-08-17'],
    ['3-17 Aug', '2026-08-03 2026-08-17'],
    ['3 to 17 August', '2026-08-03 2026-08-17'],
    ['from 3rd until 17th August', '2026-08-03 2026-08-17'],
    ['3 August – 4 September', '2026-08-03 2026-09-04'],
    ['the 3rd to the 17th of August', '2026-08-03 2026-08-17'],
    ['3/8 - 17/8', '2026-08-03 2026-08-17'],
    ['tomorrow', '2026-07-30 2026-07-30'],
    ['today', '2026-07-29 2026-07-29'],
    ['on Monday', '2026-08-03 2026-08-03'],
    ['until Friday', '2026-07-29 2026-07-31'],
    ['until 14 August', '2026-07-29 2026-08-14'],
    ['next week', '2026-08-03 2026-08-09'],
    ['this week', '2026-07-29 2026-08-02'],
    ['20 December to 4 January', '2026-12-20 2027-01-04'],
    ['2026-08-03 to 2026-08-17', '2026-08-03 2026-08-17'],
  ])('“%s”: %s', (words, meant) => {
    expect(heard(words)).toBe(meant);
  });

  it.each<readonly [string, Unclear]>([
    ['', 'unknown'],
    ['a while', 'unknown'],
    ['3–17', 'unknown'],
    ['31 June to 4 July', 'noSuchDay'],
    ['Wednesday', 'todayOrLater'],
    ['17–3 August', 'past'],
  ])('not guessed from “%s” (%s)', (words, why) => {
    expect(heard(words)).toBe(why);
  });
});

describe('quiet hours', () => {
  it.each([
    ['18:00 to 08:00', '18:00 08:00'],
    ['6pm-8am', '18:00 08:00'],
    ['from 6pm until 8.30am', '18:00 08:30'],
  ])('“%s” are %s', (words, meant) => {
    const hours = spokenHours(words);
    expect(`${hours?.from} ${hours?.to}`).toBe(meant);
  });

  it('are not guessed', () => {
    for (const words of ['', '18:00', '6 to 8', 'evenings', '25:00 to 08:00']) expect(spokenHours(words)).toBeNull();
  });
});
