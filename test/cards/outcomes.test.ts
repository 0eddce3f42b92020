import { describe, expect, it } from 'vitest';
import type { Alliance, Proposal } from '../../src/alliance/alliance.js';
import { decisionNumberWords, outcomeLabel, outcomeNotes } from '../../src/cards/words/outcomes.js';
import { everybody, object, openBook, proposal, recuse, tabledBook } from './book.js';
import type { Book } from './book.js';

const only = ({ proposals }: Alliance): Proposal => proposals.get('P-1')!;
const label = (book: Book): string | null => outcomeLabel(book.view(), only(book.alliance()));
const notes = (book: Book): readonly string[] => outcomeNotes(book.view(), only(book.alliance()));
const others = (...out: readonly string[]) => everybody.filter((member) => !out.includes(member));
const declared = (book: Book): Book => {
  book.at('2026-04-13 17:03');
  book.pass();
  return book;
};

/** The labels of rulings 2 that this release can say, with their blanks. */
const labels = [
  /^Adopted unanimously, (\d+) of \1$/,
  /^Adopted by all \d+ eligible members; .+ took no part \((?:interest declared|left the alliance)\)(?:; .+)?$/,
  /^Shadow decision, not binding until the Alliance Agreement is signed · Adopted .+$/,
  /^Lapsed, no decision: .+$/,
  /^Not agreed: objection by .+ stands$/,
  /^Withdrawn by .+$/,
  /^Referred to a meeting: .+$/,
];

describe('the label of an outcome', () => {
  it('is nothing while the proposal is open', () => {
    expect(label(tabledBook())).toBeNull();
  });

  it('[PL-1] is unanimous when all nine agreed, with the number of the decision', () => {
    const book = tabledBook();
    book.agree(...everybody);
    expect(label(book)).toBe('Adopted unanimously, 9 of 9');
    expect(decisionNumberWords(only(book.alliance()))).toBe('Decision PLY-2026-001');
  });

  it('stays unanimous with reservations, which are printed under it [E50]', () => {
    const book = tabledBook();
    book.agree(...others('zone'));
    book.says('zone', { ...object('Only if heating is paid.'), position: 'agreeWithReservation' });
    expect(label(book)).toBe('Adopted unanimously, 9 of 9');
    expect(notes(book)).toEqual(['Reservation, The Zone (Kieran Doyle): “Only if heating is paid.”']);
  });

  it('names who took no part, and why, and prints the objection that this removed', () => {
    const book = tabledBook();
    book.says('harbour', object('Saturdays are when our own drop-in is fullest.'));
    book.agree(...others('harbour'));
    book.says('harbour', recuse);
    book.does(book.person('Naomi Clarke'), { kind: 'confirmRecount', proposal: 'P-1', revision: 1 });
    expect(label(book)).toBe('Adopted by all 8 eligible members; Harbour took no part (interest declared)');
    expect(notes(book)).toEqual([
      'Removed objection, Harbour (Rowan Ellis): “Saturdays are when our own drop-in is fullest.”',
    ]);
  });

  it('names a leaver beside a member with an interest [E2]', () => {
    const book = tabledBook();
    const manager = book.person('Naomi Clarke');
    book.agree(...others('harbour', 'livewest'));
    book.says('harbour', recuse);
    book.does(manager, { kind: 'recordDeparture', member: 'livewest' });
    book.does(manager, { kind: 'confirmRecount', proposal: 'P-1', revision: 1 });
    expect(label(book)).toBe(
      'Adopted by all 7 eligible members; Harbour took no part (interest declared); Livewest took no part (left the alliance)',
    );
  });

  it('says before anything else that a shadow decision does not bind', () => {
    const book = openBook('plymouth', (charter) => ({
      ...charter,
      phases: { ...charter.phases, shadowFrom: '2019-01-07', live: { planned: '2030-04-01' } },
      members: charter.members.map((member) => ({ ...member, from: '2019-01-07' })),
    }));
    book.at('2026-04-02 10:00');
    book.does(book.person('Naomi Clarke'), proposal());
    book.agree(...everybody);
    expect(label(book)).toBe(
      'Shadow decision, not binding until the Alliance Agreement is signed · Adopted unanimously, 9 of 9',
    );
    expect(decisionNumberWords(only(book.alliance()))).toBe('Decision PLY-S-2026-001');
  });

  it('[ID-2] [E53] is lapsed, never rejected, and names every member without a position', () => {
    const book = tabledBook();
    book.agree(...others('harbour', 'path'));
    expect(label(declared(book))).toBe('Lapsed, no decision: no position from Harbour, PATH');
  });

  it('is lapsed when a recount was not confirmed', () => {
    const book = tabledBook();
    book.agree(...others('harbour'));
    book.says('harbour', recuse);
    book.at('2026-04-15 09:00');
    book.pass();
    expect(label(book)).toBe('Lapsed, no decision: recount not confirmed');
  });

  it('[E47] is not agreed while an objection stands at the deadline', () => {
    const book = tabledBook();
    book.agree(...others('harbour', 'path'));
    book.says('harbour', object('Saturdays are when our own drop-in is fullest.'));
    expect(label(declared(book))).toBe('Not agreed: objection by Harbour stands');
  });

  it('[E3] is not agreed when the objector leaves: leaving erases no objection', () => {
    const book = tabledBook();
    book.says('path', object('We were not asked about staffing.'));
    book.does(book.person('Naomi Clarke'), { kind: 'recordDeparture', member: 'path' });
    expect(label(book)).toBe('Not agreed: objection by PATH stands');
    expect(notes(book)[0]).toBe('PATH left the alliance having objected. Leaving does not erase an objection.');
  });

  it('[E43] names who withdrew, with the reason under it', () => {
    const book = tabledBook();
    book.agree(...others('harbour'));
    book.does(book.person('Naomi Clarke'), {
      kind: 'withdrawProposal',
      proposal: 'P-1',
      reason: 'The lease fell through.',
    });
    expect(label(book)).toBe('Withdrawn by Naomi Clarke');
    expect(notes(book)).toEqual(['Reason: “The lease fell through.”']);
  });

  it('names who called a meeting, or that too few are left [E27]', () => {
    const called = tabledBook();
    called.says('path', { kind: 'callMeeting', proposal: 'P-1', revision: 1, reason: 'We want to hear it argued.' });
    expect(label(called)).toBe('Referred to a meeting: called by PATH');
    const few = tabledBook();
    for (const member of everybody.slice(0, 5)) few.says(member, recuse);
    expect(label(few)).toBe('Referred to a meeting: too few members are left to decide it');
  });

  it('[PL-2] reads the same after a member has left and another changed its name of record', () => {
    const book = tabledBook();
    book.agree(...everybody);
    const then = label(book);
    book.at('2026-05-01 10:00');
    book.does(book.person('Naomi Clarke'), { kind: 'recordDeparture', member: 'livewest' });
    expect(label(book)).toBe(then);
  });

  it('is one of the labels of the rulings, whatever happened', () => {
    const ends: readonly ((book: Book) => unknown)[] = [
      (book) => book.agree(...everybody),
      (book) => declared(book),
      (book) =>
        book.does(book.person('Naomi Clarke'), { kind: 'withdrawProposal', proposal: 'P-1', reason: 'No need.' }),
      (book) => {
        book.says('path', object('We were not asked about staffing.'));
        return declared(book);
      },
      (book) => book.says('path', { kind: 'callMeeting', proposal: 'P-1', revision: 1, reason: 'We want to talk.' }),
    ];
    for (const end of ends) {
      const book = tabledBook();
      end(book);
      const words = label(book) ?? '';
      expect(
        labels.filter((allowed) => allowed.test(words)),
        words,
      ).toHaveLength(1);
    }
  });
});
