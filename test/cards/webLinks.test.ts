import { describe, expect, it } from 'vitest';
import { linksBlocks, webLinksIn } from '../../src/cards/webLinks.js';

describe('web addresses in a text', () => {
  it.each([
    ['See https://example.org/paper.', ['https://example.org/paper']],
    ['(https://example.org/a?b=c#d), twice https://example.org/a?b=c#d', ['https://example.org/a?b=c#d']],
    ['https://example.org@evil.example.org/ leads elsewhere', []],
    ['javascript:alert(1) ftp://example.org http://localhost/x', []],
    ['<https://example.org/x|click>', ['https://example.org/x']],
    ['nothing here', []],
  ])('%s', (text, found) => {
    expect(webLinksIn(text)).toEqual(found);
  });

  it('are shown as they are, ten at most, so that nobody is led astray', () => {
    const text = Array.from({ length: 12 }, (_, n) => `https://example.org/${n}`).join('\n');
    const [block] = linksBlocks(text);
    if (block?.kind !== 'note') throw new Error('no links');
    const links = block.spans.filter((span) => span.kind === 'link');
    expect(links).toHaveLength(10);
    expect(links.every(({ text: shown, url }) => shown === url)).toBe(true);
    expect(linksBlocks('no address')).toEqual([]);
  });
});
