import { describe, expect, it } from 'vitest';
import { charactersIn, identified, type SlackBlock } from '../../../adapters/slack/blocks.js';
import { fitted, pagesOf } from '../../../adapters/slack/fit.js';
import { slackLimits } from '../../../adapters/slack/limits.js';
import { escaped, inParts, marked, unescaped } from '../../../adapters/slack/mrkdwn.js';
import { fallbackText, nobody } from '../../../adapters/slack/private.js';
import type { Block, Card, RollRow } from '../../../src/cards/card.js';
import { plain } from '../../../src/cards/card.js';
import { encodePress } from '../../../src/cards/press.js';
import { checkedBlocks } from './standin/blockKit.js';

const whole = encodePress({ act: 'show', alliance: 'PLY', show: 'proposal', proposal: 'P-1' });
const card = (...blocks: readonly Block[]): Card => ({ summary: 'P-1', tone: 'open', blocks });
const quote = (text: string): Block => ({
  kind: 'quote',
  text,
  more: { label: 'Read it all', press: whole, style: 'plain' },
});
const vote: Block = { kind: 'buttons', buttons: [{ label: 'Agree', press: whole, style: 'primary' }] };
const wordsIn = (blocks: readonly SlackBlock[]): string => unescaped(JSON.stringify(blocks));
const accepted = (blocks: readonly SlackBlock[], most: number = slackLimits.messageBlocks): void => {
  expect('error' in checkedBlocks(identified(blocks), most)).toBe(false);
  expect(charactersIn(blocks)).toBeLessThanOrEqual(slackLimits.characters);
};

describe('[F43] nobody is pinged by a text', () => {
  const hostile = '<!channel> <!here> <@U0SAM> <#C0X> <http://evil|good> &lt; *bold* _it_ ~no~ `code`';

  it('as somebody’s own words it is plain text, which Slack does not read', () => {
    const [block] = fitted(card(quote(hostile)), nobody);
    expect(block).toMatchObject({ type: 'section', text: { type: 'plain_text', emoji: false } });
    expect(unescaped((block as { text: { text: string } }).text.text)).toBe(hostile);
  });

  it('inside a sentence of ours it is escaped, and its signs stand as they are', () => {
    const text = marked([{ kind: 'bold', text: 'P-1' }, plain(hostile)], nobody);
    expect(text).not.toMatch(/<[!@#h]/);
    expect(unescaped(text.replaceAll('\u2060', ''))).toBe(`*P-1*${hostile}`);
  });

  it('in the line for notifications too', () => {
    expect(fallbackText(hostile)).not.toMatch(/[<>]/);
  });

  it('a person is a mention only where they have an account in that team', () => {
    const span = { kind: 'person', person: 'person:7', name: 'Sam <Okafor>' } as const;
    expect(marked([span], () => 'U0SAM')).toBe('<@U0SAM>');
    expect(marked([span], nobody)).toBe('Sam &lt;Okafor&gt;');
    expect(marked([span], () => 'U0SAM> <!channel')).toBe('Sam &lt;Okafor&gt;');
  });
});

describe('[F44] what is long still posts', () => {
  it.each([2_999, 3_000, 3_001])('a text of %i characters is shown whole', (length) => {
    const text = 'x'.repeat(length);
    const blocks = fitted(card(quote(text)), nobody);
    accepted(blocks);
    expect(blocks.map((block) => (block as { text: { text: string } }).text.text).join('')).toBe(text);
  });

  it('three thousand families are never cut inside one', () => {
    const family = '👨‍👩‍👧‍👦';
    const parts = inParts(family.repeat(3_000), slackLimits.sectionText, escaped);
    expect(parts.join('')).toBe(family.repeat(3_000));
    expect(parts.every((part) => part.length <= 3_000 && part.length % family.length === 0)).toBe(true);
  });

  it('a text whose escapes make it longer is parted, not lost', () => {
    const text = '&<>'.repeat(1_000);
    expect(unescaped(inParts(text, slackLimits.sectionText, escaped).join(''))).toBe(text);
  });

  it('a tower of a thousand marks comes to an end', () => {
    const tower = `a${'\u0301'.repeat(10_000)}`;
    expect(inParts(tower, slackLimits.sectionText, escaped).join('')).toBe(tower);
  });

  it('more than a message holds is shortened, says so, keeps its buttons and leads to the whole', () => {
    const blocks = fitted(card(...Array.from({ length: 8 }, () => quote('word '.repeat(600))), vote), nobody);
    accepted(blocks);
    const words = wordsIn(blocks);
    expect(words).toContain('This is shortened to fit.');
    expect(words).toContain('"Agree"');
    expect(words).toContain('"Read it all"');
  });

  it('so is a card of more than fifty blocks', () => {
    const blocks = fitted(card(...Array.from({ length: 80 }, (_, index) => quote(`Entry ${index}`)), vote), nobody);
    accepted(blocks);
    expect(wordsIn(blocks)).toContain('"Agree"');
    expect(wordsIn(blocks)).toContain('Read it all');
  });

  it('in a window it is all there, page after page', () => {
    const texts = Array.from({ length: 30 }, (_, index) => `${index} ${'word '.repeat(500)}`);
    const pages = pagesOf(card(...texts.map(quote)), nobody);
    expect(pages.length).toBeGreaterThan(1);
    for (const page of pages) accepted(page, slackLimits.viewBlocks);
    expect(texts.every((text) => wordsIn(pages.flat()).includes(text))).toBe(true);
  });
});

describe('the roll', () => {
  const row = (index: number, mark: RollRow['mark'], reason?: string): RollRow => ({
    member: `member-${index}`,
    name: `Member & Sons ${index}`,
    mark,
    words: mark === 'agreed' ? 'Agreed' : mark === 'objected' ? 'Objected' : 'Waiting',
    detail: mark === 'waiting' ? [] : [plain(`Rowan Ellis ${index}, representative, Wed 1 Apr, 09:00`)],
    ...(reason === undefined ? {} : { reason }),
  });

  it('of forty members fits, each by name', () => {
    const rows = Array.from({ length: 40 }, (_, index) => row(index, index % 2 === 0 ? 'agreed' : 'waiting'));
    const blocks = fitted(card(quote('x'.repeat(3_000)), { kind: 'roll', label: 'Positions', rows }, vote), nobody);
    accepted(blocks);
    const words = wordsIn(blocks);
    expect(rows.filter(({ name }) => !words.includes(name))).toEqual([]);
    expect(words).toContain('Agreed (20)');
    expect(words).toContain('Waiting (20)');
  });

  it('shows reasons word for word, as plain text', () => {
    const blocks = fitted(
      card({ kind: 'roll', label: 'Positions', rows: [row(1, 'objected', '<!here> *no*')] }),
      nobody,
    );
    const [, reason] = blocks;
    expect(reason).toMatchObject({ text: { type: 'plain_text' } });
    expect(wordsIn([reason!])).toContain('<!here> *no*');
  });
});

it('no two blocks of a message have one id', () => {
  const ids = identified(fitted(card(quote('a'), quote('a'), vote), nobody)).map(({ block_id: id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
});

it('[E38] a time is in the reader’s own, with the words beside it', () => {
  const text = marked(
    [{ kind: 'instant', at: '2026-04-10T16:00:00.000Z', words: 'Fri 10 Apr 2026, 17:00 BST' }],
    nobody,
  );
  expect(text).toBe(
    'Fri 10 Apr 2026, 17:00 BST (your time: <!date^1775836800^{date_short_pretty} {time}|Fri 10 Apr 2026, 17:00 BST>)',
  );
});
