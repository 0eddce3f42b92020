import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { graphemesWithin, shorten, visible, visibleLine } from '../../src/cards/fit.js';

const family = '👩‍👩‍👧‍👦';
const segments = (text: string): readonly string[] =>
  Array.from(new Intl.Segmenter('en-GB', { granularity: 'grapheme' }).segment(text), ({ segment }) => segment);

describe('a text that is too long', () => {
  it('ends with where the rest is', () => {
    expect(shorten('The hub opens on Saturdays from ten to four.', 40, 'Open P-14 for the rest.')).toBe(
      'The hub opens… Open P-14 for the rest.',
    );
    expect(shorten('short', 40, 'elsewhere')).toBe('short');
    expect(shorten('exactly ten', 11, 'elsewhere')).toBe('exactly ten');
  });

  it('is never cut inside a grapheme', () => {
    expect(graphemesWithin(family.repeat(3), family.length * 2 + 3)).toBe(family.repeat(2));
    expect(graphemesWithin('e\u0301e\u0301', 3)).toBe('e\u0301');
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), fc.nat(80), (text, most) => {
        const cut = graphemesWithin(text, most);
        expect(cut.length).toBeLessThanOrEqual(most);
        expect(segments(text).slice(0, segments(cut).length).join('')).toBe(cut);
      }),
    );
  });

  it('fits, whatever the text and the room', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), fc.nat(150), fc.string(), (text, most, where) => {
        expect(shorten(text, most, where).length).toBeLessThanOrEqual(most);
      }),
    );
  });
});

describe('a text that is shown', () => {
  it('is as it was written, when it is ordinary', () => {
    for (const text of ['Café, naïve, 10 £', 'two\nlines\tand a tab', `${family} 🏳️‍🌈`, 'a\u200bb'])
      expect(visible(text)).toBe(text);
  });

  it('[F45] that turns the reading direction is kept from turning what stands around it', () => {
    expect(visible('safe \u202etxet')).toBe('\u2068safe \u202etxet\u2069');
    expect(visible('one\n\u202etwo\nthree')).toBe('one\n\u2068\u202etwo\u2069\nthree');
    expect(visible('out \u2069\u202e of the box')).toBe('\u2068out \u202e of the box\u2069');
    expect(visible('مرحبا')).toBe('\u2068مرحبا\u2069');
  });

  it('has no control characters left that a terminal would obey', () => {
    expect(visible('\u001b[2Jgone\u0007')).toBe('␛[2Jgone␇');
    expect(visible('a\u0000b\u007fc\u009b')).toBe('a␀b␡c\ufffd');
    expect(visible('a\r\nb\rc\u2028d')).toBe('a\nb\nc\nd');
  });

  it('stays on one line as a name or title, without towers of marks', () => {
    expect(visibleLine('  Open\n the \u2028hub ')).toBe('Open the hub');
    expect(visibleLine(`Z${'\u0301'.repeat(1000)}one`)).toBe(`Z${'\u0301'.repeat(8)}one`);
  });
});
