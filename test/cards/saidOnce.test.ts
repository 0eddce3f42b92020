import { describe, expect, it } from 'vitest';
import type { Command } from '../../src/alliance/commands.js';
import { refusalCard, receiptCard } from '../../src/cards/replies.js';
import { proposalHistoryCard } from '../../src/cards/history.js';
import { cardAsText } from '../../src/cards/plainText.js';
import { proposalCard } from '../../src/cards/proposalCard.js';
import { everybody, object, openBook, tabledBook, type Book } from './book.js';

const times = (text: string, words: string): number => text.split(words).length - 1;

/** What whoever gives an order for a member reads. */
const receiptOf = (book: Book, by: Parameters<Book['does']>[0], command: Command): string => {
  const entries = book.does(by, command);
  return cardAsText(receiptCard(book.view(), { entries, repeated: false, command, by }));
};

describe('what a person reads is said once', () => {
  it('each objection of a proposal that was not agreed, beside whoever objected', () => {
    const book = tabledBook();
    book.says('harbour', object('Saturdays are when our own drop-in is fullest.', 'A Sunday opening.'));
    book.says('path', object('We have nobody to staff it before June.'));
    book.at('2026-04-13 17:03');
    book.pass();
    const card = cardAsText(proposalCard(book.view(), 'P-1'));
    expect(card).toContain('Not agreed: objection by Harbour and PATH stands');
    expect(times(card, 'Saturdays are when our own drop-in is fullest.')).toBe(1);
    expect(times(card, 'We have nobody to staff it before June.')).toBe(1);
  });

  it('the outcome, on the receipt of the agreement that completed it', () => {
    const book = tabledBook();
    book.agree(...everybody.slice(0, 8));
    const agreement = { kind: 'recordPosition', position: 'agree', proposal: 'P-1', revision: 1 } as const;
    const receipt = receiptOf(book, book.representative('livewest'), agreement);
    expect(times(receipt, 'Adopted unanimously, 9 of 9')).toBe(1);
    expect(receipt).toContain('P-1 is closed. To undo it, table a new proposal.');
  });

  it('and the number of an entry as what it is', () => {
    const book = tabledBook();
    const proposal = book.alliance().proposals.get('P-1')!;
    const history = cardAsText(proposalHistoryCard(book.view(), proposal, book.entries('P-1')));
    expect(history).toContain('tabled P-1: “Open the Stonehouse hub on Saturdays”. (entry 63)');
  });
});

describe('an appointment', () => {
  const appoint = (from: string | undefined) =>
    ({
      kind: 'appoint',
      member: 'path',
      as: 'deputy',
      person: { name: 'Sam Okafor', organisation: 'path' },
      ...(from === undefined ? {} : { from }),
    }) as const satisfies Command;

  it('[E15] that is back-dated says on its receipt that it counts from its entry', () => {
    const book = openBook();
    book.at('2026-04-02 10:00');
    const manager = book.person('Naomi Clarke');
    const said = 'That date is past: it stands in the history, and the appointment counts from now on.';
    expect(receiptOf(book, manager, appoint(book.moment('2026-03-01 09:00')))).toContain(said);
    expect(receiptOf(openedBook(), manager, appoint(undefined))).not.toContain('That date is past');
  });

  it('for one representative alone is refused where that person does not represent the member', () => {
    const book = openedBook();
    const manager = book.person('Naomi Clarke');
    const rowan = book.person('Rowan Ellis');
    expect(book.order(manager, { ...appoint(undefined), personalTo: rowan }).refusal).toEqual({
      why: 'notAppointed',
      person: rowan,
      member: 'path',
      as: 'representative',
    });
    const personalTo = book.representative('path');
    expect(book.order(manager, { ...appoint(undefined), as: 'nominatingOfficer', personalTo }).refusal).toEqual({
      why: 'onlyDeputyIsPersonal',
      as: 'nominatingOfficer',
    });
    expect(book.order(manager, { ...appoint(undefined), personalTo: 'person:999' }).refusal?.why).toBe('noSuchPerson');
    expect(book.order(manager, { ...appoint(undefined), personalTo }).refusal).toBeNull();
  });
});

it('an officer who may not vote is told by name who can', () => {
  const book = tabledBook();
  const manager = book.person('Naomi Clarke');
  const agreement = { kind: 'recordPosition', position: 'agree', proposal: 'P-1', revision: 1 } as const;
  const { refusal } = book.order(manager, agreement);
  const read = cardAsText(refusalCard(book.view(), refusal!, manager, agreement));
  expect(read).toMatch(/Margaret Okafor, .* or 5 more can vote, each for their member\./);
});

const openedBook = (): Book => {
  const book = openBook();
  book.at('2026-04-02 10:00');
  return book;
};
