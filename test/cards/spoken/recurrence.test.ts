import { describe, expect, it } from 'vitest';
import { spokenRecurrence } from '../../../src/cards/spoken/recurrence.js';
import { momentIn } from '../../cast/clocks.js';
import { exampleCharter } from '../../alliance/charters.js';

const { calendar } = exampleCharter('plymouth');
/** A Wednesday. */
const now = momentIn(calendar, '2026-04-01 09:00');

/** Rule and first day, and the times where they were said. */
const read = (words: string): string => {
  const said = spokenRecurrence(calendar, words, now);
  if ('unclear' in said) return `unclear: ${said.unclear}`;
  const times = said.startsAt === null ? '' : ` ${said.startsAt}${said.endsAt === null ? '' : `-${said.endsAt}`}`;
  return `${said.rule.replace('FREQ=', '')} from ${said.from}${times}`;
};

describe('how meetings recur, in words', () => {
  const phrases: readonly (readonly [words: string, read: string])[] = [
    ['second Thursday of each month 2pm until December 2027', 'MONTHLY;BYDAY=2TH;UNTIL=20271231 from 2026-04-09 14:00'],
    ['every four weeks on Tuesday at 10', 'WEEKLY;INTERVAL=4;BYDAY=TU from 2026-04-07 10:00'],
    ['first Monday quarterly', 'MONTHLY;INTERVAL=3;BYDAY=1MO from 2026-04-06'],
    ['every Tuesday', 'WEEKLY;BYDAY=TU from 2026-04-07'],
    ['Tuesdays', 'WEEKLY;BYDAY=TU from 2026-04-07'],
    ['every Wednesday at 9am', 'WEEKLY;BYDAY=WE from 2026-04-08 09:00'],
    ['each Friday 10:00 to 12:00', 'WEEKLY;BYDAY=FR from 2026-04-03 10:00-12:00'],
    ['weekly on Mondays, 9.30 until 10.30', 'WEEKLY;BYDAY=MO from 2026-04-06 09:30-10:30'],
    ['every other Thursday', 'WEEKLY;INTERVAL=2;BYDAY=TH from 2026-04-02'],
    ['fortnightly on Thursday 2–4pm', 'WEEKLY;INTERVAL=2;BYDAY=TH from 2026-04-02 14:00-16:00'],
    ['every two weeks on a Friday', 'WEEKLY;INTERVAL=2;BYDAY=FR from 2026-04-03'],
    ['every fortnight on Tuesday from 5 May 2026', 'WEEKLY;INTERVAL=2;BYDAY=TU from 2026-05-05'],
    ['Thursday fortnightly', 'WEEKLY;INTERVAL=2;BYDAY=TH from 2026-04-02'],
    ['every 6 weeks on Wed at noon', 'WEEKLY;INTERVAL=6;BYDAY=WE from 2026-04-08 12:00'],
    ['the second Thursday of every month', 'MONTHLY;BYDAY=2TH from 2026-04-09'],
    ['2nd Thursday of the month', 'MONTHLY;BYDAY=2TH from 2026-04-09'],
    ['monthly on the third Wednesday', 'MONTHLY;BYDAY=3WE from 2026-04-15'],
    ['third Wednesday monthly 11 to 1pm', 'MONTHLY;BYDAY=3WE from 2026-04-15 11:00-13:00'],
    ['every month on the first Monday', 'MONTHLY;BYDAY=1MO from 2026-04-06'],
    ['last Friday of each month', 'MONTHLY;BYDAY=-1FR from 2026-04-24'],
    ['every third Wednesday of the month', 'MONTHLY;BYDAY=3WE from 2026-04-15'],
    ['second Thursday of every other month', 'MONTHLY;INTERVAL=2;BYDAY=2TH from 2026-04-09'],
    ['first Tuesday of every third month', 'MONTHLY;INTERVAL=3;BYDAY=1TU from 2026-04-07'],
    ['every two months on the last Thursday', 'MONTHLY;INTERVAL=2;BYDAY=-1TH from 2026-04-30'],
    ['quarterly on the second Tuesday from September', 'MONTHLY;INTERVAL=3;BYDAY=2TU from 2026-09-08'],
    ['every 6 months on the first Thursday', 'MONTHLY;INTERVAL=6;BYDAY=1TH from 2026-04-02'],
    ['monthly on the 15th', 'MONTHLY;BYMONTHDAY=15 from 2026-04-15'],
    ['the 1st of each month at 9am', 'MONTHLY;BYMONTHDAY=1 from 2026-05-01 09:00'],
    ['last day of each month', 'MONTHLY;BYMONTHDAY=-1 from 2026-04-30'],
    ['every Tuesday at 10 for two hours', 'WEEKLY;BYDAY=TU from 2026-04-07 10:00-12:00'],
    ['every Tuesday at 2pm for an hour and a half', 'WEEKLY;BYDAY=TU from 2026-04-07 14:00-15:30'],
    ['every Tuesday at 14:00 for 45 minutes, 12 times', 'WEEKLY;BYDAY=TU;COUNT=12 from 2026-04-07 14:00-14:45'],
    ['every Thursday for six meetings', 'WEEKLY;BYDAY=TH;COUNT=6 from 2026-04-02'],
    ['second Thursday of each month until March', 'MONTHLY;BYDAY=2TH;UNTIL=20270331 from 2026-04-09'],
    ['second Thursday of each month until the end of June', 'MONTHLY;BYDAY=2TH;UNTIL=20260630 from 2026-04-09'],
    ['second Thursday of each month till 31 March 2027', 'MONTHLY;BYDAY=2TH;UNTIL=20270331 from 2026-04-09'],
    ['every Monday 10 to 12 until 30/9/2026', 'WEEKLY;BYDAY=MO;UNTIL=20260930 from 2026-04-06 10:00-12:00'],
    ['every Monday from May until July', 'WEEKLY;BYDAY=MO;UNTIL=20260731 from 2026-05-04'],
    ['every Tuesday between 10am and 2pm', 'WEEKLY;BYDAY=TU from 2026-04-07 10:00-14:00'],
    ['first Monday of each third month', 'MONTHLY;INTERVAL=3;BYDAY=1MO from 2026-04-06'],
    ['We meet every Monday.', 'WEEKLY;BYDAY=MO from 2026-04-06'],
  ];

  it.each(phrases)('“%s” is %s', (words, expected) => {
    expect(read(words)).toBe(expected);
  });

  const refusals: readonly (readonly [words: string, why: string])[] = [
    ['every second Tuesday', 'everySecond'],
    ['biweekly on Tuesday', 'twiceOrEveryTwo'],
    ['twice a month on Mondays', 'twiceOrEveryTwo'],
    ['monthly', 'whichDay'],
    ['every two weeks', 'whichDay'],
    ['Thursday', 'howOften'],
    ['the second Thursday', 'howOften'],
    ['every Tuesday and Thursday', 'oneDay'],
    ['every Saturday', 'weekend'],
    ['the fifth Friday of each month', 'everyMonth'],
    ['the 31st of each month', 'everyMonth'],
    ['every Tuesday at 4', 'whichHalf'],
    ['every Tuesday morning', 'unknown'],
    ['every Tuesday at midnight', 'midnight'],
    ['every Tuesday for a year', 'whichEnd'],
    ['every Tuesday until next Thursday week or so', 'unknown'],
    ['every Tuesday until March 2026', 'past'],
    ['every Tuesday from next month', 'noDay'],
    ['every Tuesday except bank holidays', 'unknown'],
    ['every Tuesday 4pm to 2pm', 'unknown'],
    ['every 13 weeks on Tuesday', 'unknown'],
    ['every Tuesday at 10am and 2pm', 'unknown'],
    ['every Tuesday 10:00 and 14:00', 'unknown'],
    ['first Monday of the third month', 'unknown'],
    ['the first Monday of the other month', 'unknown'],
    ['the 15th of a second month', 'unknown'],
    ['when the moon is full', 'unknown'],
    ['daily', 'unknown'],
    ['every Tuesday until 31 February', 'noSuchDay'],
    ['', 'unknown'],
    ['every Tuesday '.repeat(40), 'unknown'],
  ];

  it.each(refusals)('“%s” is not guessed: %s', (words, why) => {
    expect(read(words)).toBe(`unclear: ${why}`);
  });
});
