import { describe, expect, it } from 'vitest';
import { commandOf, formOf } from '../../../src/cards/forms.js';
import { prefilled } from '../../../src/cards/prefilled.js';
import { openReadings } from '../../../src/clerk/readings.js';
import { typedCommand } from '../../../src/cards/typed.js';
import type { FormPress } from '../../../src/cards/press.js';
import { tabledBook } from '../book.js';

const press: FormPress = { act: 'form', alliance: 'PLY', form: 'conveneSeries' };
const inWords = 'second Thursday of each month 2pm to 4pm until December 2026';
const pickers = { body: 'leadership', repeats: 'monthlyWeekday' };

/** Sends the form as one person does, who remembers what was shown. */
const sending = () => {
  const view = tabledBook().view();
  const readings = openReadings();
  return (answers: Readonly<Record<string, string>>) => {
    const read = commandOf(view, press, { ...pickers, ...answers }, readings.shown('plan', view.now));
    if ('problems' in read) readings.keep('plan', read.problems, view.now);
    return 'problems' in read ? read.problems.map(({ field, says }) => `${field}: ${says}`) : read.command;
  };
};

describe('recurring meetings in words', () => {
  it('are read back with their days before they count; the same words sent again are a yes', () => {
    const send = sending();
    expect(send({ inWords })).toEqual([
      'inWords: This is read as meetings on the second Thursday of each month, 14:00 to 16:00, until Thu 31 Dec 2026. The next are on Thu 9 Apr 2026, Thu 14 May 2026 and Thu 11 Jun 2026. If that is right, send the form again; if not, change the words or use the fields below.',
    ]);
    expect(send({ inWords })).toMatchObject({
      kind: 'conveneSeries',
      rule: 'FREQ=MONTHLY;BYDAY=2TH;UNTIL=20261231',
      from: '2026-04-09',
      startsAt: '14:00',
      endsAt: '16:00',
    });
    expect(send({ inWords: inWords.replace('second', 'third') })).toHaveLength(1);
  });

  it('take what they leave out from the fields beside them, which is read back with them', () => {
    const send = sending();
    const said = { inWords: 'every two weeks on Tuesday at 10', endsAt: '11:30', times: '6' };
    expect(send(said)).toEqual([
      expect.stringContaining('every 2 weeks on Tuesday, 10:00 to 11:30, 6 times. The next are on Tue 7 Apr 2026'),
    ]);
    // Another field is another reading.
    expect(send({ ...said, endsAt: '12:00' })).toEqual([expect.stringContaining('10:00 to 12:00')]);
    expect(send({ ...said, endsAt: '12:00' })).toMatchObject({
      endsAt: '12:00',
      rule: 'FREQ=WEEKLY;INTERVAL=2;BYDAY=TU;COUNT=6',
    });
  });

  it('are refused beside their field without an end, without an hour, and where nobody can know what is meant', () => {
    const send = sending();
    expect(send({ inWords: 'every Tuesday 2pm to 4pm' })).toEqual([
      expect.stringMatching(/^inWords: Until when, or how often\?/),
    ]);
    expect(send({ inWords: 'every Tuesday at 2pm, 12 times' })).toEqual(['endsAt: Write a time like 10:00 or 10am.']);
    expect(send({ inWords: 'every second Tuesday 2pm to 4pm, 12 times' })).toEqual([
      'inWords: That can mean every other week or once a month. Write “every other Tuesday” or “second Tuesday of each month”.',
    ]);
  });

  it('left empty leave the pickers, each of which is then needed', () => {
    const send = sending();
    const picked = { first: '2026-05-14', startsAt: '10:00', endsAt: '12:00', times: '3' };
    expect(send(picked)).toMatchObject({ rule: 'FREQ=MONTHLY;BYDAY=2TH;COUNT=3', from: '2026-05-14' });
    expect(send({ times: '3' })).toEqual([
      expect.stringMatching(/^first: /),
      expect.stringMatching(/^startsAt: /),
      expect.stringMatching(/^endsAt: /),
    ]);
  });

  it('that are typed stand in the form, where they are read back', () => {
    const book = tabledBook();
    const typed = typedCommand(`meeting plan ${inWords}`);
    const form = formOf(book.view(), press, book.person('Naomi Clarke'));
    const said = typed.kind === 'form' ? (typed.inWords ?? '') : '';
    const drawn = 'why' in form ? null : prefilled(form, { inWords: said });
    expect(drawn?.fields.find(({ name }) => name === 'inWords')).toMatchObject({ kind: 'text', value: inWords });
  });
});
