import { describe, expect, it } from 'vitest';
import type { FormName } from '../../../src/cards/pressShape.js';
import { openBook } from '../book.js';
import { field, names, opened, press, problems, read } from './form.js';

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
