import { describe, expect, it } from 'vitest';
import { cardAsText } from '../../src/cards/plainText.js';
import { proposalCard } from '../../src/cards/proposalCard.js';
import { receiptCard } from '../../src/cards/replies.js';
import { memberName, personName } from '../../src/cards/words/names.js';
import { openBook, proposal, tabledBook } from './book.js';

const named = (path: string) =>
  openBook('plymouth', (charter) => ({
    ...charter,
    members: charter.members.map((member) => (member.id === 'path' ? { ...member, name: path } : member)),
  }));

describe('a name', () => {
  it.each([
    ['a Cyrillic letter', 'Hаrbour'],
    ['other case', 'HARBOUR'],
    ['a zero-width space', 'Har\u200bbour'],
    ['full-width letters', 'Ｈａｒｂｏｕｒ'],
    ['an accent', 'Harbóur'],
  ])('[F45] that looks like another member’s by %s is told apart by its short name', (_how, lookAlike) => {
    const view = named(lookAlike).view();
    expect(memberName(view, 'harbour')).toBe('Harbour (harbour)');
    expect(memberName(view, 'path')).toBe(`${lookAlike} (path)`);
    expect(memberName(view, 'zone')).toBe('The Zone');
  });

  it('is plain where no other looks like it', () => {
    expect(memberName(named('PATH').view(), 'harbour')).toBe('Harbour');
  });

  it('that was redacted says so, and the card is still drawn', () => {
    const book = tabledBook();
    book.agree('harbour');
    const rowan = book.representative('harbour');
    book.redact(book.alliance().people.get(rowan)!.name);
    expect(personName(book.view(), rowan)).toBe('[name removed]');
    expect(cardAsText(proposalCard(book.view(), 'P-1'))).toContain('Harbour: Agreed ([name removed], representative');
  });

  it('of a person who changed it reads as it stood when they spoke', () => {
    const book = tabledBook();
    book.agree('harbour');
    const rowan = book.representative('harbour');
    book.does(book.person('Naomi Clarke'), { kind: 'renamePerson', person: rowan, name: 'Rowan Ellis-Gray' });
    expect(personName(book.view(), rowan)).toBe('Rowan Ellis-Gray');
    expect(cardAsText(proposalCard(book.view(), 'P-1'))).toContain('Harbour: Agreed (Rowan Ellis, representative');
  });
});

describe('markup in a text', () => {
  it('[F43] is shown as it was written: nothing in a neutral card means anything', () => {
    const hostile = '<!channel> <@U123> *bold* `code` [x](http://evil) &lt;b&gt; <at>everyone</at>';
    const book = openBook();
    book.at('2026-04-02 10:00');
    book.does(book.person('Naomi Clarke'), proposal({ title: hostile, text: hostile }));
    const { blocks } = proposalCard(book.view(), 'P-1');
    expect(blocks).toContainEqual({ kind: 'heading', level: 1, spans: [{ kind: 'plain', text: `P-1 · ${hostile}` }] });
    expect(blocks.filter((block) => block.kind === 'quote').map(({ text }) => text)).toContain(hostile);
  });
});

describe('a receipt', () => {
  it('says what was recorded, for which member, as what, on which revision, and how to change it', () => {
    const book = tabledBook();
    const rowan = book.person('Rowan Ellis');
    const command = { kind: 'recordPosition', position: 'agree', proposal: 'P-1', revision: 1 } as const;
    const entries = book.does(rowan, command);
    const receipt = (written = entries, repeated = false): string =>
      cardAsText(receiptCard(book.view(), { entries: written, repeated, command, by: rowan }));
    const words = [
      'Harbour agrees to P-1 “Open the Stonehouse hub on Saturdays”, revision 1. You spoke as its representative.',
      'P-1 now: 1 of 9 agreed, waiting for Plymouth City Council, Livewell Southwest, Hamoaze, BCHA, Shekinah, The Zone, PATH, Livewest.',
      'You can change this with the buttons on the card until Mon 13 Apr 2026, 17:00 BST, as long as no outcome is recorded.',
      '[Show P-1]\n',
    ];
    expect(receipt()).toBe(['Recorded.', ...words].join('\n\n'));
    expect(receipt(entries, true)).toBe(['Recorded before: this is the same receipt again.', ...words].join('\n\n'));
    expect(receipt([])).toContain('Already recorded.\n\nNothing new was written: the record says this already.');
  });

  it('[E8] of a second voice that says the same says that nothing new was written', () => {
    const book = tabledBook();
    book.agree('harbour');
    const sunita = book.person('Sunita Rao');
    const command = { kind: 'recordPosition', position: 'agree', proposal: 'P-1', revision: 1 } as const;
    const { entries } = book.order(sunita, command);
    expect(entries).toEqual([]);
    expect(receiptCard(book.view(), { entries, repeated: false, command, by: sunita }).summary).toMatch(
      /^Already recorded: Nothing new was written/,
    );
  });

  it('of the last agreement says that it is decided, and final', () => {
    const book = tabledBook();
    book.agree('council', 'livewell', 'hamoaze', 'bcha', 'shekinah', 'zone', 'path', 'livewest');
    const rowan = book.person('Rowan Ellis');
    const command = { kind: 'recordPosition', position: 'agree', proposal: 'P-1', revision: 1 } as const;
    const entries = book.does(rowan, command);
    const text = cardAsText(receiptCard(book.view(), { entries, repeated: false, command, by: rowan }));
    expect(text).toContain('Decision PLY-2026-001: Adopted unanimously, 9 of 9.');
    expect(text).toContain('P-1 is closed. To undo it, table a new proposal.');
  });
});
