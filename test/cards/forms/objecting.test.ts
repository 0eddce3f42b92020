import { describe, expect, it } from 'vitest';
import { spansAsText } from '../../../src/cards/plainText.js';
import { decodePress } from '../../../src/cards/press.js';
import { everybody, tabledBook } from '../book.js';
import { field, names, onP1, opened, problems, read, refused } from './form.js';

describe('the form of an objection', () => {
  it('asks for a reason of the charter’s length, and for what would change it', () => {
    const book = tabledBook();
    const form = opened(book, onP1('object'), book.person('Rowan Ellis'));
    expect(form).toMatchObject({ title: 'Object', submit: 'Record the objection' });
    expect(field(form, 'reason')).toMatchObject({ kind: 'text', least: 10, most: 2000, required: true });
    expect(field(form, 'wouldChange')).toMatchObject({ kind: 'text', most: 1000, required: false });
    expect(decodePress(form.press)).toEqual(onP1('object'));
  });

  it('[E46] says what is missing, and becomes a command when it is there', () => {
    const book = tabledBook();
    expect(problems(book, onP1('object'), { reason: ' no. ' })).toEqual(['reason: Write at least 10 characters.']);
    expect(problems(book, onP1('object'), { reason: '\u200b'.repeat(20) })).toEqual([
      'reason: Write at least 10 characters.',
    ]);
    expect(
      read(book, onP1('object'), { reason: '  It leaves out Stonehouse. \r\n\r\nAll of it.  ', wouldChange: '' }),
    ).toEqual({
      command: {
        kind: 'recordPosition',
        position: 'object',
        proposal: 'P-1',
        revision: 1,
        reason: 'It leaves out Stonehouse. \n\nAll of it.',
      },
    });
  });

  it('[PL-5] asks those who speak for two members for which, unless the button said', () => {
    const book = tabledBook();
    const both = book.person('Joseph Mensah');
    const form = opened(book, onP1('object'), both);
    expect(field(form, 'member')).toMatchObject({
      required: true,
      options: [
        { value: 'shekinah', label: 'Shekinah' },
        { value: 'hamoaze', label: 'Hamoaze' },
      ],
    });
    expect(names(opened(book, onP1('object', { member: 'hamoaze' }), both))).not.toContain('member');
    const answers = { member: 'hamoaze', reason: 'It leaves out Stonehouse.' };
    expect(read(book, onP1('object'), answers)).toMatchObject({ command: { member: 'hamoaze' } });
    expect(problems(book, onP1('object'), { ...answers, member: 'nobody' })).toEqual([
      'member: Choose one of the list.',
    ]);
  });

  it('does not open for people without a voice, on an old revision, or after the deadline', () => {
    const book = tabledBook();
    expect(refused(book, onP1('object'), book.person('Naomi Clarke'))).toBe('noVoice');
    expect(refused(book, onP1('object'), 'person:99')).toBe('stranger');
    expect(refused(book, onP1('object', { proposal: 'P-9' }), book.person('Rowan Ellis'))).toBe('noSuchProposal');
    expect(refused(book, onP1('object', { revision: 4 }), book.person('Rowan Ellis'))).toBe('oldRevision');
    book.at('2026-04-13 17:01');
    expect(refused(book, onP1('object'), book.person('Rowan Ellis'))).toBe('closing');
  });

  it('opens after the adoption, and says that it changes nothing', () => {
    const book = tabledBook();
    book.agree(...everybody);
    const form = opened(book, onP1('object'), book.person('Rowan Ellis'));
    expect(spansAsText(form.intro)).toBe(
      'P-1 · Open the Stonehouse hub on Saturdays. P-1 has ended (Adopted unanimously, 9 of 9), and outcomes are final. ' +
        'Your objection will be kept in the record, without effect.',
    );
    expect(refused(book, onP1('reservation'), book.person('Rowan Ellis'))).toBe('closed');
  });
});
