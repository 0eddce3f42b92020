import { describe, expect, it } from 'vitest';
import type { Command } from '../../../src/alliance/commands.js';
import { dues } from '../../../src/alliance/due.js';
import { noticeCard, noticesOf } from '../../../src/cards/notices.js';
import { spansAsText } from '../../../src/cards/plainText.js';
import { nameOfRecord } from '../../../src/cards/words/names.js';
import { openBook } from '../book.js';
import type { Book } from '../book.js';

/** What is said when something of a kind falls due, by the names of those who are told, and when that is. */
const told = (book: Book, kind: string): Readonly<Record<string, readonly string[]>> => {
  const due = dues(book.alliance()).find((each) => each.kind === kind);
  if (due === undefined) return {};
  const view = { ...book.view(), now: due.dueAt };
  return Object.fromEntries(
    noticesOf(view, [due]).flatMap((notice) => {
      const found = noticeCard(view, [notice]);
      const name = nameOfRecord(view, view.alliance.people.get(notice.to as 'person:1')!.name);
      return found === null
        ? []
        : [[name, found.card.blocks.flatMap((block) => (block.kind === 'text' ? [spansAsText(block.spans)] : []))]];
    }),
  );
};

const dueAt = (book: Book, kind: string): string | null =>
  dues(book.alliance()).find((each) => each.kind === kind)?.dueAt ?? null;

const manager = 'Naomi Clarke';

/** The leadership team meets on Thursday 30 April 2026, ten to twelve; called on the first of April. */
const called = (): Book => {
  const book = openBook('plymouth');
  book.at('2026-04-01 09:00');
  does(book, manager, {
    kind: 'conveneMeeting',
    startsAt: book.moment('2026-04-30 10:00'),
    endsAt: book.moment('2026-04-30 12:00'),
  });
  return book;
};

const does = (book: Book, name: string, command: Command): void => void book.does(book.person(name), command);

/** In session with everybody of the nine members there. */
const held = (): Book => {
  const book = called();
  book.at('2026-04-30 10:00');
  does(book, manager, { kind: 'startMeeting', meeting: 'M-1' });
  for (const member of book.alliance().members.keys()) {
    const { refusal } = book.order(book.representative(member), {
      kind: 'recordAttendance',
      meeting: 'M-1',
      mode: 'room',
    });
    expect(refusal).toBeNull();
  }
  return book;
};

const action = (book: Book, owner: string, due: string): void =>
  does(book, manager, { kind: 'recordAction', text: 'Ask for three offers', owner: book.person(owner), due });

describe('after an outage', () => {
  const missed = (book: Book, kinds: readonly string[]) => {
    const all = dues(book.alliance()).filter(({ kind }) => kinds.includes(kind));
    const view = { ...book.view(), now: book.moment('2026-04-29 12:00') };
    const manager = book.person('Naomi Clarke');
    const owed = noticesOf(view, all).filter(({ to }) => to === manager);
    return { view, owed, card: noticeCard(view, owed)?.card };
  };
  const before = ['meeting:papers', 'meeting:unrepresented', 'meeting:starts'];

  it('each step of a meeting that was missed speaks, in one message, since none says what another does', () => {
    const { owed, card } = missed(called(), before);
    expect(owed.map(({ key }) => key.split('/')[2])).toEqual(before);
    const said = card!.blocks.flatMap((block) => (block.kind === 'text' ? [spansAsText(block.spans)] : [])).join(' ');
    expect(said).toContain('The pack for M-1, Alliance Leadership Team is overdue');
    expect(said).toContain('Nobody has said that they come to M-1');
    expect(said).toContain('M-1, Alliance Leadership Team meets on Thu 30 Apr 2026');
  });

  it('what prepares a meeting is not said any more once its time has come', () => {
    const { view, owed } = missed(called(), [...before, 'meeting:unopened']);
    const late = { ...view, now: '2026-04-30T09:30:00.000Z' };
    expect(noticeCard(late, owed)!.said.map(({ key }) => key.split('/')[2])).toEqual(['meeting:unopened']);
  });
});

describe('before a meeting', () => {
  it('everybody hears of it one working day before, but those who sent apologies', () => {
    const book = called();
    expect(dueAt(book, 'meeting:starts')).toBe(book.moment('2026-04-29 10:00'));
    book.says('harbour', { kind: 'answerInvitation', meeting: 'M-1', answer: 'apologies' });
    const said = told(book, 'meeting:starts');
    expect(said['Kieran Doyle']).toEqual([
      'M-1, Alliance Leadership Team meets on Thu 30 Apr 2026, 10:00 BST to 12:00.',
    ]);
    expect(Object.keys(said)).not.toContain('Rowan Ellis');
  });

  it('members of whom nobody says that they come are warned two working days before, and so is who runs it', () => {
    const book = called();
    for (const member of book.alliance().members.keys()) {
      if (member === 'zone' || member === 'path') continue;
      book.says(member, { kind: 'answerInvitation', meeting: 'M-1', answer: 'room' });
    }
    book.says('path', { kind: 'answerInvitation', meeting: 'M-1', answer: 'apologies' });
    expect(dueAt(book, 'meeting:unrepresented')).toBe(book.moment('2026-04-28 10:00'));
    const said = told(book, 'meeting:unrepresented');
    expect(said['Kieran Doyle']).toEqual([
      'Nobody has said that they come to M-1, Alliance Leadership Team on Thu 30 Apr 2026, 10:00 BST to 12:00 for The Zone. Answer, or send a deputy.',
    ]);
    expect(said[manager]).toEqual([
      'Nobody has said that they come to M-1, Alliance Leadership Team on Thu 30 Apr 2026, 10:00 BST to 12:00 for The Zone and PATH. Answer, or send a deputy.',
    ]);
    expect(Object.keys(said)).not.toContain('Rowan Ellis');
  });

  it('nobody is warned once every member has answered', () => {
    const book = called();
    for (const member of book.alliance().members.keys()) {
      book.says(member, { kind: 'answerInvitation', meeting: 'M-1', answer: 'remote' });
    }
    expect(told(book, 'meeting:unrepresented')).toEqual({});
  });

  it('owners of open actions are asked how they go, five working days before', () => {
    const book = called();
    action(book, 'Rowan Ellis', '2026-05-20');
    action(book, 'Rowan Ellis', '2026-06-20');
    action(book, 'Kieran Doyle', '2026-05-29');
    expect(dueAt(book, 'meeting:updates')).toBe(book.moment('2026-04-23 10:00'));
    expect(told(book, 'meeting:updates')).toEqual({
      'Rowan Ellis': [
        'Before M-1, Alliance Leadership Team on Thu 30 Apr 2026, 10:00 BST to 12:00: how do A-1 and A-2 go?',
      ],
      'Kieran Doyle': ['Before M-1, Alliance Leadership Team on Thu 30 Apr 2026, 10:00 BST to 12:00: how does A-3 go?'],
    });
  });

  it('whoever runs it hears that the pack is due, unless it went out', () => {
    const book = called();
    expect(dueAt(book, 'meeting:papers')).toBe(book.moment('2026-04-21 17:00'));
    expect(told(book, 'meeting:papers')).toEqual({
      [manager]: [
        'The pack for M-1, Alliance Leadership Team is due: agenda and papers go out in time within one working day.',
      ],
    });
    does(book, manager, { kind: 'publishPack', meeting: 'M-1' });
    expect(dueAt(book, 'meeting:papers')).toBeNull();
  });

  it('nothing is said of one that was cancelled, and a moved one is said at its new time only', () => {
    const book = called();
    does(book, manager, {
      kind: 'moveMeeting',
      meeting: 'M-1',
      startsAt: book.moment('2026-05-07 14:00'),
      endsAt: book.moment('2026-05-07 16:00'),
      why: 'The room is taken.',
    });
    expect(dueAt(book, 'meeting:starts')).toBe(book.moment('2026-05-06 14:00'));
    does(book, manager, { kind: 'cancelMeeting', meeting: 'M-1', why: 'Nothing to decide.' });
    expect(dues(book.alliance()).filter(({ subject }) => subject === 'M-1')).toEqual([]);
  });
});

describe('a meeting that is forgotten', () => {
  it('to be opened is named to whoever runs it a quarter of an hour later', () => {
    const book = called();
    expect(dueAt(book, 'meeting:unopened')).toBe(book.moment('2026-04-30 10:15'));
    expect(told(book, 'meeting:unopened')).toEqual({
      [manager]: [
        'M-1, Alliance Leadership Team was to begin on Thu 30 Apr 2026, 10:00 BST to 12:00 and was not opened.',
      ],
    });
  });

  it('to be ended is named a quarter of an hour after its time, and no more once it was ended', () => {
    const book = held();
    expect(dueAt(book, 'meeting:unended')).toBe(book.moment('2026-04-30 12:15'));
    expect(told(book, 'meeting:unended')).toEqual({
      [manager]: [
        'M-1, Alliance Leadership Team is still in session after its time. End it, and the draft minutes are ready.',
      ],
    });
    does(book, manager, { kind: 'endMeeting', meeting: 'M-1' });
    expect(dueAt(book, 'meeting:unended')).toBeNull();
  });
});

describe('minutes', () => {
  it('that are not drafted in their days are named to whoever writes them', () => {
    const book = held();
    does(book, manager, { kind: 'endMeeting', meeting: 'M-1' });
    // Friday 8 May is the last day, since Monday 4 May is a bank holiday.
    expect(dueAt(book, 'minutes:draft')).toBe(book.moment('2026-05-07 17:00'));
    expect(told(book, 'minutes:draft')).toEqual({
      [manager]: [
        'The minutes of M-1, Alliance Leadership Team are due: the draft is ready to be looked at and circulated.',
      ],
    });
  });

  it('that are out are named to members that have not accepted them, one working day before the window closes', () => {
    const book = held();
    does(book, manager, { kind: 'endMeeting', meeting: 'M-1' });
    does(book, manager, { kind: 'circulateMinutes', meeting: 'M-1' });
    book.says('harbour', { kind: 'acceptMinutes', meeting: 'M-1', version: 1 });
    expect(dueAt(book, 'minutes:asked')).toBe(book.moment('2026-05-07 17:00'));
    const said = told(book, 'minutes:asked');
    expect(said['Kieran Doyle']).toEqual([
      'The minutes of M-1, Alliance Leadership Team wait for you: accept them, or ask for a correction. Silence is not acceptance.',
    ]);
    expect(Object.keys(said)).not.toContain('Rowan Ellis');
  });
});

describe('an action', () => {
  it('is named to its owner three working days before it is due, and when it is overdue', () => {
    const book = called();
    action(book, 'Rowan Ellis', '2026-04-24');
    expect(dueAt(book, 'action:soon')).toBe(book.moment('2026-04-21 17:00'));
    expect(told(book, 'action:soon')).toEqual({
      'Rowan Ellis': [
        'A-1 is due soon: Ask for three offers. Rowan Ellis (Harbour), due Fri 24 Apr 2026, not taken on yet.',
      ],
    });
    expect(dueAt(book, 'action:overdue')).toBe(book.moment('2026-04-24 17:01'));
    expect(told(book, 'action:overdue')).toEqual({
      'Rowan Ellis': [
        'A-1 is overdue: Ask for three offers. Rowan Ellis (Harbour), due Fri 24 Apr 2026, overdue, not taken on yet.',
      ],
    });
  });

  it('is not named once it is said to be done, and anew when it is put off', () => {
    const book = called();
    action(book, 'Rowan Ellis', '2026-04-24');
    does(book, 'Rowan Ellis', { kind: 'putOffAction', action: 'A-1', due: '2026-05-29', reason: 'One offer is late.' });
    expect(dueAt(book, 'action:overdue')).toBe(book.moment('2026-05-29 17:01'));
    does(book, 'Rowan Ellis', { kind: 'claimAction', action: 'A-1', evidence: 'Three offers are in.' });
    expect(dueAt(book, 'action:overdue')).toBeNull();
  });
});
