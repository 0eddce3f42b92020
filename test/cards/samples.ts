import { announcement } from '../../src/cards/announcements.js';
import { bold, plain } from '../../src/cards/card.js';
import type { Block, Card, Form, RollRow } from '../../src/cards/card.js';
import { digestCards } from '../../src/cards/digest/digest.js';
import { proposalHistoryCard } from '../../src/cards/history.js';
import { linkBlock } from '../../src/cards/link.js';
import { decisionsCard, mineCard } from '../../src/cards/lists.js';
import { moreCard } from '../../src/cards/more.js';
import { peopleCard, welcomeCard } from '../../src/cards/people.js';
import { encodePress } from '../../src/cards/press.js';
import { proposalCard, supersededCard } from '../../src/cards/proposalCard.js';
import { everybody, object, openBook, proposal, recuse, tabledBook } from './book.js';
import type { Book } from './book.js';
import { busyWeek, weekOf } from './digest/week.js';
import { onP1, opened, press } from './forms/form.js';

/**
 * One set of cards for every renderer: what it makes of each is kept under `golden/` and compared byte for byte, so that
 * nothing changes its look unseen. `npm run golden` writes them anew.
 */
export const sampleCards = (): Readonly<Record<string, Card>> => {
  const blocked = blockedBook();
  const revised = revisedBook();
  const adopted = adoptedBook();
  const week = digestCards(weekOf(busyWeek('plymouth')));
  return {
    tabled: proposalCard(tabledBook().view(), 'P-1'),
    blocked: proposalCard(blocked.view(), 'P-1'),
    revised: proposalCard(revised.view(), 'P-1'),
    superseded: supersededCard(revised.view(), 'P-1', 1),
    adopted: proposalCard(adopted.view(), 'P-1'),
    announcement: announced(adopted, 'P-1'),
    invitation: announced(calledBook(), 'M-1'),
    practice: proposalCard(practiceBook().view(), 'P-1'),
    mine: mineCard(blocked.view(), blocked.person('Joseph Mensah')),
    welcome: welcomeCard(blocked.view(), blocked.person('Joseph Mensah')),
    more: moreCard(blocked.view(), blocked.alliance().proposals.get('P-1')!, blocked.person('Rowan Ellis')),
    history: proposalHistoryCard(revised.view(), revised.alliance().proposals.get('P-1')!, revised.entries('P-1')),
    people: peopleCard(blocked.view()),
    decisions: decisionsCard(adopted.view()),
    ...Object.fromEntries(week.map((card, at) => [`digest-${at + 1}`, card])),
    hostile: hostileCard,
    long: longCard,
    forty: fortyCard,
    linked: linkedCard,
  };
};

/** Forms of every kind of field, as they open. */
export const sampleForms = (): Readonly<Record<string, Form>> => {
  const book = tabledBook();
  const manager = book.person('Naomi Clarke');
  return {
    table: opened(book, press('table'), manager),
    object: opened(book, onP1('object'), book.person('Rowan Ellis')),
    interest: opened(book, onP1('interest'), book.person('Joseph Mensah')),
    amend: opened(book, onP1('amend'), manager),
    extend: opened(book, onP1('extend'), manager),
    appoint: opened(book, press('appoint'), manager),
    absence: opened(book, press('absence'), book.person('Rowan Ellis')),
  };
};

/** What tries to be more than words. */
export const hostileWords =
  '<!channel> <@U0SAM> <at>Rowan Ellis</at> </at> <http://evil.example.org|good> [good](http://evil.example.org) &lt;b&gt; **bold** _it_ ~no~ `code` ![x](http://evil.example.org/x.png)\n# heading\n- list\n1. list\n> quote\n{{DATE(2026-04-13T16:00:00Z, SHORT)}} {{TIME(2026-04-13T16:00:00Z)}} <script>alert(1)</script>';

const blockedBook = (): Book => {
  const book = tabledBook();
  book.agree('council');
  book.says('livewell', { ...object('We cannot staff weekends before June.'), position: 'agreeWithReservation' });
  book.says('harbour', object('Saturdays are when our own drop-in is fullest.', 'A Sunday opening.'));
  book.says('path', { ...recuse, level: 'note', nature: 'We rent a room there.' });
  const words = { text: 'Open on Sundays.', why: 'It is quieter.' };
  book.says('zone', { kind: 'suggestAmendment', proposal: 'P-1', revision: 1, ...words });
  return book;
};

const revisedBook = (): Book => {
  const book = tabledBook();
  book.agree('council', 'livewell', 'bcha');
  book.says('harbour', object('Saturdays are when our own drop-in is fullest.', 'A Sunday opening.'));
  book.at('2026-04-07 11:00');
  book.does(book.person('Naomi Clarke'), {
    kind: 'amendProposal',
    proposal: 'P-1',
    revision: 1,
    text: 'From 1 May the Stonehouse hub opens on Sundays from 10:00 to 16:00. Two members staff it in turn. We review it in October and in March.',
    why: 'Harbour’s drop-in is on Saturdays.',
  });
  return book;
};

const adoptedBook = (): Book => {
  const book = tabledBook();
  book.agree(...everybody);
  return book;
};

const practiceBook = (): Book => {
  const book = openBook('plymouth', (charter) => charter, true);
  book.at('2026-04-02 10:00');
  book.does(book.person('Naomi Clarke'), proposal());
  return book;
};

const calledBook = (): Book => {
  const book = openBook('plymouth');
  book.at('2026-04-02 10:00');
  const hours = { startsAt: book.moment('2026-05-14 10:00'), endsAt: book.moment('2026-05-14 12:00') };
  book.does(book.person('Naomi Clarke'), { kind: 'conveneMeeting', ...hours, place: 'The Guildhall, Plymouth' });
  return book;
};

const announced = (book: Book, subject: string): Card =>
  book
    .entries(subject)
    .flatMap((entry) => announcement(book.view(), entry)?.card ?? [])
    .at(-1)!;

const whole = encodePress({ act: 'show', alliance: 'PLY', show: 'proposal', proposal: 'P-1' });
const more = { label: 'Read it all', press: whole, style: 'plain' } as const;
const vote = encodePress({
  act: 'order',
  alliance: 'PLY',
  command: { kind: 'recordPosition', position: 'agree', proposal: 'P-1', revision: 1 },
});

const card = (...blocks: readonly Block[]): Card => ({ summary: 'P-1: a sample', tone: 'open', blocks });

const hostileRow: RollRow = {
  member: 'bcha',
  name: `BCHA ${hostileWords}`,
  mark: 'objected',
  words: 'Objected',
  detail: [plain(hostileWords)],
  reason: hostileWords,
};

/** Every kind of block with words in it that try to be more. */
const hostileCard: Card = {
  ...card(
    { kind: 'heading', level: 1, spans: [plain(hostileWords)] },
    { kind: 'text', spans: [bold(hostileWords), plain(hostileWords)] },
    { kind: 'quote', text: hostileWords, more },
    { kind: 'note', spans: [{ kind: 'person', person: 'person:1', name: hostileWords }] },
    { kind: 'facts', facts: [{ label: hostileWords, spans: [plain(hostileWords)] }] },
    { kind: 'roll', label: hostileWords, rows: [hostileRow] },
    { kind: 'diff', label: hostileWords, parts: [{ kind: 'added', text: hostileWords }] },
    { kind: 'list', items: [[{ kind: 'member', member: 'bcha', name: hostileWords }]] },
    { kind: 'buttons', buttons: [{ label: hostileWords.slice(0, 60), press: vote, style: 'primary' }] },
  ),
  summary: hostileWords,
};

/** More than any message holds. */
const longCard: Card = card(
  { kind: 'heading', level: 1, spans: [plain('P-1 · A proposal with everything at its longest')] },
  { kind: 'quote', text: 'People are heard. '.repeat(55), more },
  { kind: 'quote', text: 'The text goes on for as long as it may. '.repeat(75), more },
  {
    kind: 'roll',
    label: 'Member by member',
    rows: everybody.map((member) => ({
      member,
      name: member,
      mark: 'objected',
      words: 'Objected',
      detail: [plain('Rowan Ellis, representative, 2 Apr, 10:00')],
      reason: 'This is the reason, which is given in full. '.repeat(40),
    })),
  },
  { kind: 'buttons', buttons: [{ label: 'Agree', press: vote, style: 'primary' }, more] },
);

/** As many members as an alliance ever had. */
const fortyCard: Card = card(
  { kind: 'heading', level: 1, spans: [plain('P-1 · Forty members')] },
  {
    kind: 'roll',
    label: 'Member by member',
    rows: Array.from({ length: 40 }, (_, at) => ({
      member: `member-${at + 1}`,
      name: `Member number ${at + 1} of Greater Plymouth`,
      mark: at % 3 === 0 ? ('waiting' as const) : ('agreed' as const),
      words: at % 3 === 0 ? 'Waiting' : 'Agreed',
      detail: at % 3 === 0 ? [] : [plain('Somebody Long-Named, representative, 2 Apr, 10:00')],
    })),
  },
  { kind: 'buttons', buttons: Array.from({ length: 8 }, (_, at) => ({ ...more, label: `Button ${at + 1}` })) },
);

const linkedCard: Card = card(
  {
    kind: 'text',
    spans: [plain('By '), { kind: 'instant', at: '2026-04-13T16:00:00.000Z', words: 'Mon 13 Apr 2026, 17:00 BST' }],
  },
  { kind: 'divider' },
  linkBlock('https://teams.microsoft.com/l/message/19%3Aroom%40thread.tacv2/1700000000001'),
);
