import { describe, expect, it } from 'vitest';
import { everybody, openBook, tabledBook } from '../book.js';
import { field, names, onP1, opened, press, problems, read, refused } from './form.js';

describe('the form of a proposal', () => {
  const answers = {
    class: 'routine',
    title: ' Name  the\nnewsletter ',
    bestForPeople: 'People hear of all services in one place.',
    text: 'The newsletter is called Together.',
    deadline: '2026-04-19T12:00',
    opensAt: '',
    discreet: 'no',
  };

  it('asks first whose voice and which class, and offers only classes that can be decided', () => {
    const book = openBook();
    const form = opened(book, press('table'), book.person('Priya Nair'));
    expect(names(form)).toEqual([
      'class',
      'title',
      'bestForPeople',
      'text',
      'links',
      'deadline',
      'deadlineWords',
      'opensAt',
      'discreet',
    ]);
    expect(field(form, 'class')).toMatchObject({
      value: 'routine',
      options: [{ value: 'routine' }, { value: 'agreement' }],
    });
    expect(field(form, 'deadline')?.hint).toBe(
      'Leave it empty for the usual time: Routine 5 working days and Agreement and charter 10 working days.',
    );
    expect(names(opened(book, press('table'), book.person('Joseph Mensah')))[0]).toBe('member');
    expect(names(opened(book, press('table'), book.person('Naomi Clarke')))[0]).toBe('class');
    expect(refused(book, press('table'), book.person('Owen Fairweather'))).toBe('noVoice');
  });

  it('[E37] moves a deadline at the weekend to working time, and leaves out what was left empty', () => {
    const book = openBook();
    book.at('2026-04-02 10:00');
    const result = read(book, press('table'), answers);
    expect(result).toEqual({
      command: {
        kind: 'tableProposal',
        class: 'routine',
        title: 'Name the newsletter',
        bestForPeople: 'People hear of all services in one place.',
        text: 'The newsletter is called Together.',
        deadline: '2026-04-20T16:00:00.000Z',
      },
    });
    if ('command' in result) book.does(book.person('Priya Nair'), result.command);
    expect(book.alliance().proposals.size).toBe(1);
  });

  it('takes links to papers, one a line, into the text, and refuses what is no web address', () => {
    const links = ' https://example.org/paper-1\n\nhttps://example.org/paper-2 ';
    expect(read(openBook(), press('table'), { ...answers, links })).toMatchObject({
      command: {
        text: 'The newsletter is called Together.\n\nhttps://example.org/paper-1\nhttps://example.org/paper-2',
      },
    });
    expect(problems(openBook(), press('table'), { ...answers, links: 'see the shared drive' })).toEqual([
      'links: Each line must be one web address, like https://example.org/paper.',
    ]);
    expect(problems(openBook(), press('table'), { ...answers, text: 'a'.repeat(2_990), links })).toEqual([
      'text: 3,047 characters; 3,000 fit. Shorten it by 47 characters.',
    ]);
  });

  it('tells everything that is wrong at once, each beside its field', () => {
    const wrong = {
      ...answers,
      class: 'reserved',
      title: 'x',
      bestForPeople: '',
      text: 'a'.repeat(3001),
      deadline: 'soon',
    };
    expect(problems(openBook(), press('table'), wrong)).toEqual([
      'class: Choose one of the list.',
      'title: Write at least 3 characters.',
      'text: 3,001 characters; 3,000 fit. Shorten it by 1 character.',
      'bestForPeople: Write at least 10 characters.',
      'deadline: Write a date and time like 2 April 2026 17:00.',
    ]);
  });

  it('[F44] counts characters, not halves of them', () => {
    const book = openBook();
    expect(problems(book, press('table'), { ...answers, text: '🙂'.repeat(3000) })).toEqual([]);
    expect(problems(book, press('table'), { ...answers, text: '🙂'.repeat(3001) })).toEqual([
      'text: 3,001 characters; 3,000 fit. Shorten it by 1 character.',
    ]);
  });

  it('[F45] refuses NUL and lone surrogates and keeps every other character', () => {
    const book = openBook();
    const unsafe = 'text: It contains a character that no record can hold. Write it again without pasting.';
    expect(problems(book, press('table'), { ...answers, text: 'a\u0000b' })).toEqual([unsafe]);
    expect(problems(book, press('table'), { ...answers, text: 'a\ud800b' })).toEqual([unsafe]);
    const strange = `a\u202eb\u200bc\u2028d${'\u0301'.repeat(1000)}`;
    expect(read(book, press('table'), { ...answers, text: strange })).toMatchObject({ command: { text: strange } });
  });

  it('begins with the words of the proposal that is tabled again, or of a rescission', () => {
    const book = tabledBook();
    book.agree(...everybody);
    const again = opened(book, press('table', { retables: 'P-1' }), book.person('Priya Nair'));
    expect(field(again, 'title')).toMatchObject({ value: 'Open the Stonehouse hub on Saturdays' });
    expect(read(book, press('table', { retables: 'P-1' }), answers)).toMatchObject({ command: { retables: 'P-1' } });
    const undo = opened(book, press('table', { rescinds: 'P-1' }), book.person('Priya Nair'));
    expect(field(undo, 'title')).toMatchObject({ value: 'Rescind decision PLY-2026-001' });
  });
});

describe('the form of a changed text', () => {
  it('begins with the present words, and sends only what was changed', () => {
    const book = tabledBook();
    const form = opened(book, onP1('amend'), book.person('Naomi Clarke'));
    const present = Object.fromEntries(
      form.fields.map((each) => [each.name, 'value' in each ? (each.value ?? '') : '']),
    );
    expect(present.title).toBe('Open the Stonehouse hub on Saturdays');
    const command = read(book, onP1('amend'), { ...present, title: 'Open the hub on Sundays', why: 'It is quieter.' });
    expect(command).toEqual({
      command: {
        kind: 'amendProposal',
        proposal: 'P-1',
        revision: 1,
        title: 'Open the hub on Sundays',
        why: 'It is quieter.',
      },
    });
  });

  it('begins with the words of the suggestion that it accepts', () => {
    const book = tabledBook();
    const text = 'The hub opens on Sundays.';
    book.says('zone', { kind: 'suggestAmendment', proposal: 'P-1', revision: 1, text, why: 'It is quieter.' });
    const form = opened(book, onP1('amend', { suggestion: 1 }), book.person('Naomi Clarke'));
    expect(field(form, 'text')).toMatchObject({ value: text });
    const present = Object.fromEntries(
      form.fields.map((each) => [each.name, 'value' in each ? (each.value ?? '') : '']),
    );
    const result = read(book, onP1('amend', { suggestion: 1 }), { ...present, why: 'Agreed with the Zone.' });
    expect(result).toEqual({
      command: { kind: 'amendProposal', proposal: 'P-1', revision: 1, suggestion: 1, why: 'Agreed with the Zone.' },
    });
    if ('command' in result) book.does(book.person('Naomi Clarke'), result.command);
    expect(book.view().text(book.alliance().proposals.get('P-1')!.text)).toBe(text);
  });
});
