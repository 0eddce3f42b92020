import { describe, expect, it } from 'vitest';
import { exactly, html } from '../../../adapters/web/html.js';

const shown = (text: string): string => html`${text}`.markup;

describe('text on its way into a page', () => {
  it('cannot become markup, in an element or in an attribute', () => {
    expect(html`<p title="${'"><script>'}">${"<b>&'"}</p>`.markup).toBe(
      '<p title="&quot;&gt;&lt;script&gt;">&lt;b&gt;&amp;&#39;</p>',
    );
  });

  it('[F45] shows what cannot be seen by its number', () => {
    expect(shown('a\u0000b\u202Ec\u200Bd\uFEFFe\u2028f\ud800')).toBe(
      'a⟨U+0000⟩b⟨U+202E⟩c⟨U+200B⟩d⟨U+FEFF⟩e⟨U+2028⟩f⟨U+D800⟩',
    );
    expect(shown('hidden\u{E0041}\u{E0042}')).toBe('hidden⟨U+E0041⟩⟨U+E0042⟩');
  });

  it('leaves alone what people write: new lines, joined emoji, flags, other directions, accents', () => {
    const texts = [
      'two\nlines\tand a tab',
      '👩‍👩‍👧‍👦',
      '🏴\u{E0067}\u{E0062}\u{E0065}\u{E006E}\u{E0067}\u{E007F}',
      'שלום',
      'Zoë e\u0301',
    ];
    for (const text of texts) expect(shown(text)).toBe(text);
  });

  it('keeps towers of marks low', () => {
    expect(shown(`e${'\u0301'.repeat(1_000)}`)).toBe(`e${'\u0301'.repeat(6)}⟨994 more marks⟩`);
  });

  it('gives a field back exactly what was typed, escaped and nothing more', () => {
    expect(html`<input value="${exactly('\u202E"<\u200B')}" />`.markup).toBe(
      '<input value="\u202E&quot;&lt;\u200B" />',
    );
  });

  it('joins lists and leaves out what is not there', () => {
    expect(html`<p>${['<', html`<i>${1}</i>`, null, false, undefined]}</p>`.markup).toBe('<p>&lt;<i>1</i></p>');
  });
});
