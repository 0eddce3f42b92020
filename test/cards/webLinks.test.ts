import { describe, expect, it } from 'vitest';
import { linksBlocks, webLinksIn } from '../../src/cards/webLinks.js';

describe('web addresses in a text', () => {
  it.each([
    [
      'The plan.\n\nhttps://example.org/a?b=c#d\n https://example.org/paper \nhttps://example.org/paper',
      ['https://example.org/a?b=c#d', 'https://example.org/paper'],
    ],
    ['See https://example.org/paper in the folder.', []],
    ['https://example.org@evil.example.org/\njavascript:alert(1)\nftp://example.org\nhttp://localhost/x', []],
    ['<https://example.org/x|click>\nhttps://example.org/<b>', []],
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
