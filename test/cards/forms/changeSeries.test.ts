import { describe, expect, it } from 'vitest';
import { commandOf } from '../../../src/cards/forms.js';
import { openReadings } from '../../../src/clerk/readings.js';
import { openBook } from '../book.js';
import type { Book } from '../book.js';
import { field, opened, press } from './form.js';

const change = press('changeSeries', { series: 'S-1' });

/** The second Thursday of each month, ten to twelve: April, May and June are called. */
const planned = (rule = 'FREQ=MONTHLY;BYDAY=2TH;UNTIL=20261031'): Book => {
  const book = openBook();
  book.at('2026-04-02 10:00');
  const plan = { rule, from: '2026-04-03', startsAt: '10:00', endsAt: '12:00' };
  book.does(book.person('Naomi Clarke'), { kind: 'conveneSeries', ...plan });
  return book;
};

/** The form as it is drawn, sent by one person with some answers changed, who remembers what was shown. */
const sending = (book: Book) => {
  const view = book.view();
  const readings = openReadings();
  const drawn = opened(book, change, book.person('Naomi Clarke')).fields.flatMap((each) =>
    'value' in each && typeof each.value === 'string' ? [[each.name, each.value] as const] : [],
  );
  return (answers: Readonly<Record<string, string>>) => {
    const all = { ...Object.fromEntries(drawn), why: 'The room is let.', ...answers };
    const read = commandOf(view, change, all, readings.shown('change', view.now));
    if ('problems' in read) readings.keep('change', read.problems, view.now);
    return 'problems' in read ? read.problems.map(({ field: at, says }) => `${at}: ${says}`) : read.command;
  };
};

describe('the form that changes recurring meetings', () => {
  it('begins with the meeting that it names, and reads back what becomes of each called one before it counts', () => {
    const book = planned();
    expect(field(opened(book, change, book.person('Naomi Clarke')), 'first')).not.toHaveProperty('value');
    const send = sending(book);
    const later = { since: 'M-2', startsAt: '11:00', endsAt: '13:00' };
    expect(send(later)).toEqual([
      'since: M-2 moves from Thu 14 May 2026, 10:00 BST to Thu 14 May 2026, 11:00 BST and M-3 moves from Thu 11 Jun 2026, 10:00 BST to Thu 11 Jun 2026, 11:00 BST. If that is right, send the form again; if not, change it.',
    ]);
    // Another hour is another reading.
    expect(send({ ...later, startsAt: '11:30' })).toEqual([expect.stringContaining('14 May 2026, 11:30 BST')]);
    expect(send({ ...later, startsAt: '11:30' })).toMatchObject({
      ...{ since: 'M-2', from: '2026-05-14', startsAt: '11:30' },
      rule: 'FREQ=MONTHLY;BYDAY=2TH;UNTIL=20261008',
    });
  });

  it('without a meeting begins with the next one that is not called, and moves none', () => {
    expect(sending(planned())({ startsAt: '11:00' })).toMatchObject({
      ...{ from: '2026-07-09', startsAt: '11:00' },
      rule: 'FREQ=MONTHLY;BYDAY=2TH;UNTIL=20261008',
    });
  });

  it('in words never begins before that meeting, nor among those that stay', () => {
    const send = sending(planned());
    const weekly = { inWords: 'every Tuesday 2pm to 4pm, 12 times' };
    const read = send({ ...weekly, since: 'M-2' });
    expect(read).toEqual(
      [
        expect.stringContaining('M-2 moves from Thu 14 May 2026, 10:00 BST to Tue 19 May 2026, 14:00 BST'),
        expect.stringContaining('The next are on Tue 19 May 2026'),
      ].reverse(),
    );
    expect(send({ ...weekly, since: 'M-2' })).toMatchObject({ from: '2026-05-19' });
    expect(send({ ...weekly, since: '' })).toEqual([expect.stringContaining('The next are on Tue 16 Jun 2026')]);
  });

  it('keeps the last weekday of the month as the last one, though it looks like the fourth', () => {
    const send = sending(planned('FREQ=MONTHLY;BYDAY=-1TH;UNTIL=20261031'));
    const later = { since: 'M-2', startsAt: '11:00' };
    expect(send(later)).toEqual([expect.stringContaining('to Thu 28 May 2026, 11:00 BST')]);
    expect(send(later)).toMatchObject({ rule: 'FREQ=MONTHLY;BYDAY=-1TH;UNTIL=20261029' });
  });
});
