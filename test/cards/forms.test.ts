import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Actor } from '../../src/alliance/names.js';
import type { Form } from '../../src/cards/card.js';
import { commandOf, formOf } from '../../src/cards/forms.js';
import { spansAsText } from '../../src/cards/plainText.js';
import { decodePress } from '../../src/cards/press.js';
import type { FormPress } from '../../src/cards/press.js';
import { formNames } from '../../src/cards/pressShape.js';
import type { FormName } from '../../src/cards/pressShape.js';
import { everybody, object, openBook, proposal, tabledBook } from './book.js';
import type { Book } from './book.js';

const press = (form: FormName, more: Partial<FormPress> = {}): FormPress => ({
  act: 'form',
  alliance: 'PLY',
  form,
  ...more,
});
const onP1 = (form: FormName, more: Partial<FormPress> = {}) => press(form, { proposal: 'P-1', revision: 1, ...more });
const opened = (book: Book, asked: FormPress, by: Actor): Form => {
  const form = formOf(book.view(), asked, by);
  if ('why' in form) throw new Error(`refused: ${form.why}`);
  return form;
};
const refused = (book: Book, asked: FormPress, by: Actor) => {
  const form = formOf(book.view(), asked, by);
  return 'why' in form ? form.why : null;
};
const field = (form: Form, name: string) => form.fields.find((each) => each.name === name);
const names = (form: Form): readonly string[] => form.fields.map(({ name }) => name);
const read = (book: Book, asked: FormPress, answers: Record<string, string>) => commandOf(book.view(), asked, answers);
const problems = (book: Book, asked: FormPress, answers: Record<string, string>): readonly string[] => {
  const result = read(book, asked, answers);
  return 'problems' in result ? result.problems.map(({ field: at, says }) => `${at}: ${says}`) : [];
};

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
    expect(names(form)).toEqual(['class', 'title', 'bestForPeople', 'text', 'deadline', 'opensAt', 'discreet']);
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

describe('forms about people', () => {
  it('appoint somebody new in the place of somebody known, with limits and days', () => {
    const book = openBook();
    book.at('2026-04-02 10:00');
    const answers = {
      member: 'bcha',
      as: 'representative',
      person: '',
      name: 'Lena Fox',
      replaces: 'yes',
      from: '2026-04-07',
      to: '31 March 2027',
      note: 'Not property.',
      spendUpTo: '£25,000',
      ratifiedBy: '',
    };
    const result = read(book, press('appoint'), answers);
    expect(result).toEqual({
      command: {
        kind: 'appoint',
        person: { name: 'Lena Fox', organisation: 'bcha' },
        member: 'bcha',
        as: 'representative',
        replaces: book.person('Marcus Bailey'),
        from: '2026-04-06T23:00:00.000Z',
        to: '2027-03-31T22:59:00.000Z',
        limits: { note: 'Not property.', spendUpTo: 25_000 },
      },
    });
    if ('command' in result) book.does(book.person('Naomi Clarke'), result.command);
    expect(
      problems(book, press('appoint'), { ...answers, person: book.person('Rowan Ellis'), spendUpTo: 'lots' }),
    ).toEqual([
      'spendUpTo: Write whole pounds in figures, like 5000.',
      'person: Choose a person from the list or write a new name, one of the two.',
    ]);
  });

  it('record an absence with the deputy who covers, and refuse nothing that the rules allow', () => {
    const book = openBook();
    book.at('2026-04-02 10:00');
    const rowan = book.person('Rowan Ellis');
    const form = opened(book, press('absence'), rowan);
    expect(names(form)).toEqual(['from', 'to', 'cover']);
    const answers = { from: '2026-04-03', to: '2026-04-17', cover: book.person('Sunita Rao') };
    const result = read(book, press('absence'), answers);
    expect(result).toEqual({
      command: {
        kind: 'recordAbsence',
        from: '2026-04-02T23:00:00.000Z',
        to: '2026-04-17T22:59:00.000Z',
        cover: book.person('Sunita Rao'),
      },
    });
    if ('command' in result) expect(book.does(rowan, result.command)).toHaveLength(1);
    expect(names(opened(book, press('absence'), book.person('Ian Prowse')))).toEqual(['person', 'from', 'to', 'cover']);
  });

  it('let a member join under a short name made from its own', () => {
    const book = openBook();
    const answers = {
      name: 'The Zone, Café & Co',
      organisation: 'zone',
      capacity: 'provider',
      voting: 'yes',
      member: '',
      from: '',
    };
    expect(read(book, press('join'), answers)).toEqual({
      command: {
        kind: 'joinMember',
        member: 'the-zone-cafe-co',
        organisation: 'zone',
        name: 'The Zone, Café & Co',
        capacity: 'provider',
        voting: true,
      },
    });
    expect(problems(book, press('join'), { ...answers, member: 'The Zone' })).toEqual([
      'member: Use small letters, digits and hyphens, beginning with a letter, 40 at most.',
    ]);
  });

  it('end an appointment, fill and leave an office, rename, admit, give notice: each is carried out', () => {
    const book = openBook();
    book.at('2026-04-02 10:00');
    const manager = book.person('Naomi Clarke');
    const rowan = book.person('Rowan Ellis');
    const does = (form: FormName, answers: Record<string, string>): readonly string[] => {
      const result = read(book, press(form), answers);
      if ('problems' in result) throw new Error(JSON.stringify(result.problems));
      return book.does(manager, result.command).map(({ kind }) => kind);
    };
    const ended = field(opened(book, press('endAppointment', { member: 'harbour' }), manager), 'appointment');
    expect(ended).toMatchObject({ options: [{ label: 'Rowan Ellis, representative, Harbour' }, {}, {}] });
    const deputy = book.alliance().appointments.find(({ person }) => person === book.person('Sunita Rao'))!;
    expect(does('endAppointment', { appointment: `${deputy.number}`, on: '' })).toEqual(['AppointmentEnded']);
    expect(does('takeOffice', { person: rowan, office: 'chair', from: '', to: '' })).toEqual(['OfficeTaken']);
    expect(does('leaveOffice', { holding: `${rowan}/chair`, on: '' })).toEqual(['OfficeLeft']);
    expect(does('rename', { person: rowan, name: 'Rowan Ellis-Gray' })).toEqual(['PersonNamed']);
    expect(
      does('admitObserver', { name: 'Dr Imogen Hale', role: 'evaluator', of: 'University of Brighton' }),
    ).toContain('ObserverAdmitted');
    expect(does('endObserver', { person: book.person('Dr Imogen Hale'), on: '' })).toEqual(['ObserverLeft']);
    expect(does('notice', { member: 'livewest', leavesAt: '30 September 2026' })).toEqual(['NoticeGiven']);
    expect(does('departure', { member: 'path' })).toContain('MemberLeft');
  });
});

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
