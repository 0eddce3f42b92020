import { describe, expect, it } from 'vitest';
import { matchesWitness, witness, witnessLine } from '../../src/ledger/witness.js';

const head = { seq: 1204, hash: '7f'.repeat(32) };
const book = (seq: number): string | null => (seq === head.seq ? head.hash : null);

describe('a witness to the book', () => {
  it('is the sequence and the first 128 bits of the hash, as 32 hex digits or 12 words', () => {
    const written = witness(head);
    expect(written.seq).toBe(1204);
    expect(written.hex).toBe('7f'.repeat(16));
    expect(written.words).toBe('legal winner thank year wave sausage worth useful legal winner thank yellow');
  });

  it('matches the book that it was taken from, in words or in hex', () => {
    expect(matchesWitness(witnessLine(witness(head)), book)).toBe('matches');
    expect(matchesWitness(`1204 ${witness(head).hex}`, book)).toBe('matches');
  });

  it('is read as people write it: capitals, commas, lines, groups of four', () => {
    const { hex, words } = witness(head);
    expect(matchesWitness(`#1204:\n${words.toUpperCase().replaceAll(' ', ', ')}`, book)).toBe('matches');
    expect(matchesWitness(`1204 ${hex.replaceAll(/(.{4})/g, '$1 ')}`, book)).toBe('matches');
  });

  it('differs from a book that was rewritten or cut short', () => {
    const line = witnessLine(witness(head));
    expect(matchesWitness(line, () => '00'.repeat(32))).toBe('differs');
    expect(matchesWitness(line, () => null)).toBe('differs');
  });

  it.each([
    ['nothing', ''],
    ['no sequence', witness(head).words],
    ['a misheard word', `1204 ${witness(head).words.replace('winner', 'dinner')}`],
    ['two words changed about', '1204 winner legal thank year wave sausage worth useful legal winner thank yellow'],
    ['too little hex', '1204 7f7f7f'],
    ['sequence nought', `0 ${witness(head).words}`],
  ])('is unreadable, and says nothing of the book, when it holds %s', (_, text) => {
    expect(matchesWitness(text, book)).toBe('unreadable');
  });
});
