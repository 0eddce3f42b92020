import { describe, expect, it } from 'vitest';
import { type Place, renderCard } from '../../../adapters/web/render.js';
import { renderForm } from '../../../adapters/web/renderForm.js';
import { type Block, type Card, type Form, plain } from '../../../src/cards/card.js';
import { encodePress } from '../../../src/cards/press.js';

const place: Place = {
  chair: '/p/token/PLY/person-7',
  page: 'mine',
  nonce: () => 'a-nonce-of-its-own',
  pictureAt: () => '/p/token/picture/of-a-test.png',
};
const drawn = (...blocks: readonly Block[]): string => {
  const card: Card = { summary: 'A summary', tone: 'open', blocks };
  return renderCard(card, place).markup.replace(/\s+/g, ' ');
};

const order = encodePress({
  act: 'order',
  alliance: 'PLY',
  command: { kind: 'recordPosition', proposal: 'P-1', revision: 2, position: 'agree' },
});

describe('a neutral card in the playground', () => {
  it('an order is a form of its own that carries the press, a nonce and the way back', () => {
    const html = drawn({
      kind: 'buttons',
      buttons: [{ label: 'Agree', press: order, style: 'primary', spoken: 'Agree to P-1' }],
    });
    expect(html).toContain('<form method="post" action="/p/token/PLY/person-7/press" data-press>');
    expect(html).toContain('name="nonce" value="a-nonce-of-its-own"');
    expect(html).toContain('name="back" value="mine"');
    expect(html).toContain('aria-label="Agree to P-1"');
    expect(html).toContain('&quot;revision&quot;:2');
  });

  it('a form and a card to look at are links, so that they work without script', () => {
    const form = encodePress({ act: 'form', alliance: 'PLY', form: 'object', proposal: 'P-1', revision: 2 });
    const show = encodePress({ act: 'show', alliance: 'PLY', show: 'history', proposal: 'P-1' });
    const html = drawn({
      kind: 'buttons',
      buttons: [
        { label: 'Object', press: form, style: 'danger' },
        { label: 'History', press: show, style: 'plain' },
      ],
    });
    expect(html).toContain(`href="/p/token/PLY/person-7/form?press=${encodeURIComponent(form)}&amp;back=mine"`);
    expect(html).toContain('href="/p/token/PLY/person-7/history/P-1"');
  });

  it('a button whose press means nothing is not shown', () => {
    expect(drawn({ kind: 'buttons', buttons: [{ label: 'Trick', press: 'nonsense', style: 'plain' }] })).not.toContain(
      'Trick',
    );
  });

  it('the roll says each mark in words, with the reason letter by letter', () => {
    const html = drawn({
      kind: 'roll',
      label: 'Member by member',
      rows: [
        {
          member: 'path',
          name: 'PATH',
          mark: 'objected',
          words: 'Objected',
          detail: [plain('Moira Sinclair')],
          reason: 'a < b',
        },
        { member: 'zone', name: 'The Zone', mark: 'waiting', words: 'Waiting', detail: [] },
      ],
    });
    expect(html).toMatch(/<strong><bdi>PATH<\/bdi><\/strong> <span class="says">Objected<\/span>/);
    expect(html).toContain('<blockquote dir="auto">a &lt; b</blockquote>');
    expect(html.match(/aria-hidden="true"/g)).toHaveLength(3);
  });

  it('a link leads only to the web, and a moment keeps its instant beside its words', () => {
    const link = (url: string) => drawn({ kind: 'text', spans: [{ kind: 'link', text: 'here', url }] });
    expect(link('https://example.org/a')).toContain(
      '<a href="https://example.org/a" rel="noopener noreferrer">here</a>',
    );
    expect(link('javascript:alert(1)')).not.toContain('<a ');
    const instant = { kind: 'instant', at: '2026-04-02T16:00:00.000Z', words: 'Thu 2 Apr, 17:00 BST' } as const;
    expect(drawn({ kind: 'note', spans: [instant] })).toContain(
      '<time datetime="2026-04-02T16:00:00.000Z">Thu 2 Apr, 17:00 BST</time>',
    );
  });

  it('a difference is said by insertion and deletion, not by colour', () => {
    const html = drawn({
      kind: 'diff',
      label: 'What changed',
      parts: [
        { kind: 'same', text: 'on 1 ' },
        { kind: 'removed', text: 'June' },
        { kind: 'added', text: 'October' },
        { kind: 'gap', text: ' […] ' },
      ],
    });
    expect(html).toContain('on 1 <del>June</del><ins>October</ins><span class="gap"> […] </span>');
  });
});

describe('a neutral form in the playground', () => {
  const form: Form = {
    title: 'Extend the deadline',
    intro: [],
    submit: 'Extend it',
    press: order,
    fields: [
      {
        kind: 'instant',
        name: 'deadline',
        label: 'New deadline',
        required: true,
        timeZone: 'Europe/London',
        value: '2026-06-02T16:00:00.000Z',
      },
      { kind: 'text', name: 'reason', label: 'Reason', required: true, lines: 'many', most: 1_000, value: 'Because' },
      {
        kind: 'choice',
        name: 'who',
        label: 'Who',
        required: true,
        options: Array.from({ length: 9 }, (_, at) => ({ value: `v${at}`, label: `Choice ${at}` })),
        value: 'v3',
      },
      { kind: 'date', name: 'on', label: 'On', required: false },
    ],
  };
  const html = renderForm(form, place, null).markup.replace(/\s+/g, ' ');

  it('asks for moments in alliance time, and says whose time that is', () => {
    expect(html).toContain('value="2026-06-02T17:00"');
    expect(html).toContain('Alliance time (Europe/London)');
  });

  it('offers few choices at once and many in a list, with the present one chosen', () => {
    expect(html).toMatch(/<option value="v3" ?selected>/);
    expect(html).not.toContain('type="radio"');
  });

  it('offers to let go of a choice that may be left out, and of no other', () => {
    const drawn = (required: boolean): string => {
      const options = [{ value: 'v1', label: 'M-1' }];
      const choice = { kind: 'choice', name: 'since', label: 'Since', required, options } as const;
      return renderForm({ ...form, fields: [choice] }, place, null).markup.replace(/\s+/g, ' ');
    };
    expect(drawn(false).match(/type="radio"/g)).toHaveLength(2);
    expect(drawn(false)).toMatch(/value="" ?checked/);
    expect(drawn(true).match(/type="radio"/g)).toHaveLength(1);
  });

  it('says which answers may be left out', () => {
    expect(html).toMatch(/On <span class="hint">\(optional\)<\/span>/);
    expect(html.match(/\(optional\)/g)).toHaveLength(1);
  });

  it('shows again what was typed, with the problem tied to its field', () => {
    const back = {
      typed: new Map([['reason', '  <no> ']]),
      problems: [{ field: 'reason', says: 'Say more.' }],
      refusal: null,
    };
    const again = renderForm(form, place, back).markup;
    expect(again).toContain('  &lt;no&gt; </textarea>');
    expect(again).toContain('<a href="#field-reason">Say more.</a>');
    expect(again).toMatch(/id="field-reason"[^>]*aria-describedby="field-reason-problem field-reason-left"/s);
    expect(again).toMatch(/id="field-reason"[^>]*aria-invalid="true"/s);
  });
});
