import { describe, expect, it } from 'vitest';
import { digestCards } from '../../../src/cards/digest/digest.js';
import { cardAsText } from '../../../src/cards/plainText.js';
import { openBook } from '../book.js';
import type { Book } from '../book.js';
import { weekOf } from './week.js';

const heading = 'Members for whom nobody can speak';
const textOf = (book: Book, moment: string): string => {
  book.at(moment);
  return digestCards(weekOf(book)).map(cardAsText).join('\n');
};

/** BCHA’s representative, who has no deputy, is away from Thu 2 to Wed 22 April 2026. */
const away = (from = '2026-04-02 00:00', to = '2026-04-22 23:59'): Book => {
  const book = openBook();
  book.at('2026-03-16 10:00');
  const { refusal } = book.says('bcha', { kind: 'recordAbsence', from: book.moment(from), to: book.moment(to) });
  expect(refusal).toBeNull();
  return book;
};

describe('[PL-9] a member for whom nobody will be able to speak', () => {
  it('is in the digest before it is a problem, with who can help', () => {
    expect(textOf(away(), '2026-03-23 09:00')).toContain(
      '- From Thu 2 Apr 2026 nobody can speak for BCHA, until Wed 22 Apr 2026. ' +
        'Its nominating officer or Naomi Clarke (Alliance Manager) can appoint somebody.',
    );
  });

  it('is not in it more than four weeks before, nor once somebody can speak again', () => {
    const book = away('2026-05-04 00:00', '2026-05-08 23:59');
    expect(textOf(book, '2026-03-30 09:00')).not.toContain(heading);
    expect(textOf(book, '2026-04-07 09:00')).toContain('From Mon 4 May 2026 nobody can speak for BCHA');
    expect(textOf(book, '2026-05-11 09:00')).not.toContain(heading);
  });

  it('is not in it where a deputy can speak meanwhile', () => {
    const book = away();
    book.at('2026-03-17 10:00');
    const naomi = book.person('Naomi Clarke');
    book.does(naomi, { kind: 'appoint', person: book.person('Owen Fairweather'), member: 'bcha', as: 'deputy' });
    expect(textOf(book, '2026-03-23 09:00')).not.toContain(heading);
  });
});

describe('a vacancy', () => {
  it('is a risk once it has lasted for more than ten working days, bank holidays left out', () => {
    const book = away();
    expect(textOf(book, '2026-04-07 09:00')).toContain(
      '- Nobody can speak for BCHA since Thu 2 Apr 2026, until Wed 22 Apr 2026.',
    );
    // Ten working days from Thu 2 April, with Easter in between, end on Mon 20 April at 17:00.
    expect(textOf(book, '2026-04-20 17:00')).not.toContain('Risk:');
    expect(textOf(book, '2026-04-20 17:01')).toContain(
      '- Risk: nobody has been able to speak for BCHA since Thu 2 Apr 2026, for more than 10 working days, until Wed 22 Apr 2026.',
    );
  });

  it('goes on over a night or a weekend between an absence and the end of the appointment', () => {
    const book = away('2026-04-13 00:00', '2026-04-17 23:59');
    book.does(book.person('Naomi Clarke'), {
      kind: 'endAppointment',
      person: book.representative('bcha'),
      member: 'bcha',
      as: 'representative',
      at: book.moment('2026-04-20 00:00'),
    });
    expect(textOf(book, '2026-04-07 09:00')).toContain(
      '- From Mon 13 Apr 2026 nobody can speak for BCHA. Its nominating',
    );
  });

  it('of a member that leaves ends with its notice, and there is none of a member that has left', () => {
    const book = away();
    const leavesAt = book.moment('2026-07-02 00:00');
    book.does(book.person('Naomi Clarke'), { kind: 'giveNotice', member: 'bcha', leavesAt });
    expect(textOf(book, '2026-04-07 09:00')).toContain('Nobody can speak for BCHA since');
    book.at('2026-07-02 00:00');
    book.pass();
    expect(textOf(book, '2026-07-06 09:00')).not.toContain(heading);
  });
});
