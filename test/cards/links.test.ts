import { describe, expect, it } from 'vitest';
import type { PersonId } from '../../src/alliance/names.js';
import { cardAsText } from '../../src/cards/plainText.js';
import { proposalCard } from '../../src/cards/proposalCard.js';
import { everybody, tabledBook, type Book } from './book.js';

/** The operator says whose account it is, and the person confirms it. */
const links = (book: Book, person: PersonId, user: string): number => {
  book.does('operator', { kind: 'proposeLink', person, account: { platform: 'slack', tenant: 'T1', user } });
  const link = book.alliance().links.length;
  book.does(person, { kind: 'confirmLink', link });
  return link;
};

const linesOf = (book: Book): readonly string[] =>
  cardAsText(proposalCard(book.view(), 'P-1'))
    .split('\n')
    .filter((line) => line.includes('accounts linked'));

describe('an account that is linked while a proposal is open', () => {
  it('is said on its card, the newest first, and stays there when the link ends', () => {
    const book = tabledBook();
    expect(linesOf(book)).toEqual([]);
    book.at('2026-04-02 11:00');
    const first = links(book, book.person('Rowan Ellis'), 'U1');
    book.at('2026-04-03 12:30');
    links(book, book.person('Naomi Clarke'), 'U2');
    const said =
      'New accounts linked while this is open: Naomi Clarke (Slack, 3 Apr, 12:30) and Rowan Ellis (Slack, 2 Apr, 11:00).';
    expect(linesOf(book)).toEqual([expect.stringContaining(said)]);
    book.does(book.person('Rowan Ellis'), { kind: 'unlinkAccount', link: first, because: 'asked' });
    expect(linesOf(book)).toEqual([expect.stringContaining(said)]);
  });

  it('is said on the card of every revision of it, and not once it was only proposed', () => {
    const book = tabledBook();
    book.does('operator', {
      kind: 'proposeLink',
      person: book.person('Rowan Ellis'),
      account: { platform: 'slack', tenant: 'T1', user: 'U1' },
    });
    expect(linesOf(book)).toEqual([]);
    book.at('2026-04-02 11:00');
    book.does(book.person('Rowan Ellis'), { kind: 'confirmLink', link: 1 });
    book.at('2026-04-07 11:00');
    book.does(book.person('Naomi Clarke'), {
      kind: 'amendProposal',
      proposal: 'P-1',
      revision: 1,
      text: 'From 1 May the Stonehouse hub opens on Sundays from 10:00 to 16:00.',
      why: 'It is quieter.',
    });
    expect(book.alliance().proposals.get('P-1')!.current!.number).toBe(2);
    expect(linesOf(book)).toEqual([expect.stringContaining('Rowan Ellis (Slack, 2 Apr, 11:00).')]);
  });

  it('is not said where it was linked before the opening, nor on a card that has ended', () => {
    const book = tabledBook();
    links(book, book.person('Rowan Ellis'), 'U1');
    expect(linesOf(book)).toHaveLength(1);
    book.agree(...everybody);
    expect(book.alliance().proposals.get('P-1')!.status).toBe('adopted');
    expect(linesOf(book)).toEqual([]);

    const later = tabledBook();
    later.at('2026-04-02 10:30');
    links(later, later.person('Rowan Ellis'), 'U1');
    later.at('2026-04-02 11:00');
    later.does(later.person('Naomi Clarke'), {
      kind: 'tableProposal',
      class: 'routine',
      title: 'Share one referral form',
      text: 'All nine members use the same form.',
      bestForPeople: 'People tell their story once.',
    });
    expect(cardAsText(proposalCard(later.view(), 'P-2'))).not.toContain('accounts linked');
  });
});
