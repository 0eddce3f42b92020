import { describe, expect, it } from 'vitest';
import { decoded, readable } from '../../../adapters/teams/markup.js';

describe('what Teams writes in HTML', () => {
  it('is read as it was meant, line by line', () => {
    const html =
      '<div><p>We&#39;ll share &quot;one&quot; form,<br>from&nbsp;1&#160;June &amp; on.</p><p>Yes &#x2019;</p></div>';
    expect(readable(html)).toBe('We\'ll share "one" form,\nfrom 1 June & on.\nYes ’');
  });

  it('is read once: what stands for a sign that was written out stays written out', () => {
    expect(decoded('&amp;lt;b&amp;gt; &amp;#39;')).toBe('&lt;b&gt; &#39;');
  });

  it('leaves alone what is no sign', () => {
    for (const text of ['&nosuch;', '&#0;', '&#xd800;', '&#1114112;', 'R&D; AT&T']) expect(decoded(text)).toBe(text);
  });
});
