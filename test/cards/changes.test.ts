import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { changeBlocks, changesMost, difference } from '../../src/cards/changes.js';
import { spansAsText } from '../../src/cards/plainText.js';
import { tabledBook } from './book.js';

/** The difference of a text that was changed from one version to another. */
const changes = (before: string, after: string) => {
  const book = tabledBook({ text: before });
  book.does(book.person('Naomi Clarke'), {
    kind: 'amendProposal',
    proposal: 'P-1',
    revision: 1,
    text: after,
    why: 'Members asked for it.',
  });
  return changeBlocks(book.view(), book.alliance().proposals.get('P-1')!);
};
const written = (before: string, after: string): string =>
  changes(before, after)
    .flatMap((block) => (block.kind === 'diff' ? block.parts : []))
    .map(({ kind, text }) => ({ same: text, gap: text, added: `{+${text}+}`, removed: `[-${text}-]` })[kind])
    .join('');

describe('what changed between two revisions', () => {
  it('is shown word by word, in the sentences where something changed', () => {
    expect(
      written(
        'We meet weekly. The hub opens at ten. It closes at four. Tea is free. Staff come from two members.',
        'We meet weekly. The hub opens at eleven. It closes at four. Tea is free. Staff come from three members.',
      ),
    ).toBe('[…] The hub opens at [-ten-]{+eleven+}. […] Staff come from [-two-]{+three+} members.');
  });

  it('is nothing for a first revision', () => {
    const book = tabledBook();
    expect(changeBlocks(book.view(), book.alliance().proposals.get('P-1')!)).toEqual([]);
  });

  it('names the part that changed, title and answer as well as text', () => {
    const book = tabledBook();
    book.does(book.person('Naomi Clarke'), {
      kind: 'amendProposal',
      proposal: 'P-1',
      revision: 1,
      title: 'Open the Stonehouse hub on Sundays',
      bestForPeople: 'People in work, and those who find Sundays hardest, can drop in without an appointment.',
      why: 'Members asked for it.',
    });
    const labels = changeBlocks(book.view(), book.alliance().proposals.get('P-1')!).map((block) =>
      block.kind === 'diff' ? block.label : spansAsText([]),
    );
    expect(labels).toEqual(['What changed in the title', 'What changed in how this is best for people using services']);
  });

  it('stays within 3,000 characters and says where the rest is, even when every word changed', () => {
    const words = (letter: string): string => `${letter.repeat(5)} `.repeat(499).trim();
    const parts = changes(words('a'), words('b')).flatMap((block) => (block.kind === 'diff' ? block.parts : []));
    expect(parts.reduce((length, { text }) => length + text.length, 0)).toBeLessThanOrEqual(changesMost);
    expect(parts.at(-1)).toEqual({ kind: 'gap', text: ' […] More was changed; the full text is on this card.' });
  });

  it('is nothing where the words were removed from the record', () => {
    const book = tabledBook();
    book.does(book.person('Naomi Clarke'), {
      kind: 'amendProposal',
      proposal: 'P-1',
      revision: 1,
      text: 'Another text altogether.',
      why: 'Members asked for it.',
    });
    const before = book.alliance().proposals.get('P-1')!;
    book.redact(before.earlier[0]!.text);
    expect(changeBlocks(book.view(), before)).toEqual([]);
  });

  it('gives both texts back, whatever they are', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', maxLength: 80 }),
        fc.string({ unit: 'grapheme', maxLength: 80 }),
        (old, now) => {
          const parts = difference(old, now);
          const without = (kind: string) =>
            parts
              .filter((part) => part.kind !== kind)
              .map(({ text }) => text)
              .join('');
          expect(without('added')).toBe(old);
          expect(without('removed')).toBe(now);
        },
      ),
    );
  });
});
