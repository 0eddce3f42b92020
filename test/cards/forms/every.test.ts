import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { commandOf } from '../../../src/cards/forms.js';
import { decodePress } from '../../../src/cards/press.js';
import type { FormPress } from '../../../src/cards/press.js';
import { formNames } from '../../../src/cards/pressShape.js';
import type { FormName } from '../../../src/cards/pressShape.js';
import { object, openBook, proposal, tabledBook } from '../book.js';
import type { Book } from '../book.js';
import { names, onP1, opened, press, problems, refused } from './form.js';

describe('every form', () => {
  const standing = (): Book => {
    const book = tabledBook();
    book.says('zone', {
      kind: 'suggestAmendment',
      proposal: 'P-1',
      revision: 1,
      text: 'Sundays.',
      why: 'It is quieter.',
    });
    book.says('harbour', object('Saturdays are when our own drop-in is fullest.'));
    return book;
  };
  const anyPress = (form: FormName): FormPress => onP1(form, { suggestion: 1 });

  it('has a title and a button that fit into 24 characters, fields with names of their own, and a press that fits', () => {
    const book = standing();
    for (const form of formNames.filter((name) => name !== 'reopen')) {
      const drawn = opened(book, anyPress(form), book.person('Joseph Mensah'));
      expect(drawn.title, form).toMatch(/^.{3,24}$/u);
      expect(drawn.submit, form).toMatch(/^.{3,24}$/u);
      expect(drawn.fields.length, form).toBeGreaterThan(0);
      expect(new Set(names(drawn)).size, form).toBe(drawn.fields.length);
      expect(decodePress(drawn.press), form).toMatchObject({ act: 'form', form });
    }
    const referred = tabledBook();
    referred.says('path', { kind: 'callMeeting', proposal: 'P-1', revision: 1, reason: 'We want to talk.' });
    expect(names(opened(referred, onP1('reopen'), referred.person('Naomi Clarke')))).toEqual(['deadline']);
  });

  it('is shown to nobody who has left, since it would show them what there is to change', () => {
    const book = standing();
    const former = book.representative('livewest');
    expect(names(opened(book, onP1('amend'), former))).toContain('text');
    book.does(book.person('Naomi Clarke'), { kind: 'recordDeparture', member: 'livewest' });
    for (const form of formNames.filter((name) => name !== 'reopen')) {
      expect(refused(book, anyPress(form), former), form).not.toBeNull();
    }
    expect(refused(book, onP1('amend'), former)).toBe('stranger');
  });

  it('that has lost its proposal says so instead of doing anything', () => {
    for (const form of [
      'object',
      'interest',
      'amend',
      'withdraw',
      'decline',
      'extend',
      'reopen',
      'callMeeting',
    ] as const) {
      expect(problems(standing(), press(form), {})[0]).toBe(
        ': This form has lost its proposal. Open it again from the card.',
      );
    }
  });

  it('reads hostile answers as answers: it never throws, and makes a command only of what it asked for', () => {
    const book = standing();
    const view = book.view();
    const answer = fc.oneof(
      fc.string(),
      fc.string({ unit: 'binary' }),
      fc.constantFrom(
        '',
        'yes',
        '__proto__',
        'constructor',
        'person:1',
        'harbour',
        '2026-02-30',
        '1e3',
        '9'.repeat(5000),
      ),
    );
    const known = [
      'reason',
      'member',
      'person',
      'name',
      'deadline',
      'from',
      'to',
      'title',
      'text',
      'class',
      'spendUpTo',
    ];
    const answers = fc.dictionary(
      fc.oneof(fc.constantFrom(...known), fc.constantFrom('__proto__', 'toString')),
      answer,
    );
    fc.assert(
      fc.property(fc.constantFrom(...formNames), answers, (form, given) => {
        const result = commandOf(view, anyPress(form), given);
        expect('problems' in result ? result.problems.length > 0 : typeof result.command.kind === 'string').toBe(true);
      }),
      { numRuns: 1000 },
    );
  });

  it('opens at once for a proposal that was tabled in another example too', () => {
    const book = openBook('idream');
    book.at('2026-04-02 10:00');
    const [first] = book.alliance().members.keys();
    book.does(book.representative(first!), proposal({ member: first! }));
    const asked = { ...onP1('object'), alliance: 'IDR' };
    expect(opened(book, asked, book.representative(first!)).title).toBe('Object');
  });
});
