import { describe, expect, it } from 'vitest';
import type { Card } from '../../src/cards/card.js';
import { announcement, whispers } from '../../src/cards/announcements.js';
import { proposalHistoryCard } from '../../src/cards/history.js';
import { decisionsCard, mineCard, openCard } from '../../src/cards/lists.js';
import { moreCard } from '../../src/cards/more.js';
import { changePeopleCard, peopleCard, welcomeCard } from '../../src/cards/people.js';
import { cardAsText } from '../../src/cards/plainText.js';
import { proposalCard, supersededCard } from '../../src/cards/proposalCard.js';
import { noticeCard } from '../../src/cards/notices.js';
import type { Entry } from '../../src/ledger/entry.js';
import { everybody, object, openBook, proposal, recuse, tabledBook } from './book.js';
import type { Book } from './book.js';

const golden = (card: Card | null, name: string): Promise<void> =>
  expect(card === null ? 'nothing\n' : cardAsText(card)).toMatchFileSnapshot(`golden/${name}.txt`);

const goldenCard = (book: Book, name: string): Promise<void> => golden(proposalCard(book.view(), 'P-1'), name);

/** Everything the room is told about these entries, one message after another. */
const goldenNews = (book: Book, entries: readonly Entry[], name: string): Promise<void> => {
  const view = book.view();
  const said = entries.flatMap((entry) => announcement(view, entry) ?? []);
  const told = entries.flatMap((entry) => whispers(view, entry));
  const room = said.map(({ key, card }) => `# ${key}\n\n${cardAsText(card)}`);
  const people = told.map(({ person, card }) => `# to ${person}\n\n${cardAsText(card)}`);
  return expect([...room, ...people].join('\n')).toMatchFileSnapshot(`golden/${name}.txt`);
};

/** A second revision, after an objection and three agreements. */
const amendedBook = (): Book => {
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

describe('the card of a proposal reads', () => {
  it('as it is tabled', () => goldenCard(tabledBook(), 'proposal-tabled'));

  it('with six agreed and three waiting', async () => {
    const book = tabledBook();
    book.agree('council', 'livewell', 'hamoaze', 'bcha', 'shekinah', 'zone');
    await goldenCard(book, 'proposal-waiting');
  });

  it('blocked by an objection, with an interest, a suggestion and an extension beside it', async () => {
    const book = tabledBook();
    book.agree('council');
    book.says('livewell', { ...object('We cannot staff weekends before June.'), position: 'agreeWithReservation' });
    book.says('harbour', object('Saturdays are when our own drop-in is fullest.', 'A Sunday opening.'));
    book.says('path', { ...recuse, level: 'note', nature: 'We rent a room there.' });
    book.says('zone', {
      kind: 'suggestAmendment',
      proposal: 'P-1',
      revision: 1,
      text: 'Open on Sundays.',
      why: 'It is quieter.',
    });
    book.does(book.person('Naomi Clarke'), {
      kind: 'extendDeadline',
      proposal: 'P-1',
      deadline: book.moment('2026-04-15 17:00'),
      reason: 'Two members are away.',
    });
    await goldenCard(book, 'proposal-blocked');
  });

  it('as a second revision, with what changed', () => goldenCard(amendedBook(), 'proposal-revised'));

  it('while it waits for its opening', async () => {
    const book = openBook();
    book.at('2026-04-02 10:00');
    book.does(book.person('Naomi Clarke'), proposal({ opensAt: book.moment('2026-04-09 09:00') }));
    await goldenCard(book, 'proposal-opens-later');
  });

  it('with a recount to confirm after a recusal', async () => {
    const book = tabledBook();
    book.agree(...everybody.filter((member) => member !== 'harbour'));
    book.says('harbour', recuse);
    await goldenCard(book, 'proposal-recount');
  });

  it('adopted unanimously, with its number and no buttons', async () => {
    const book = tabledBook();
    book.agree(...everybody);
    await goldenCard(book, 'proposal-adopted');
  });

  it('adopted without a member that took no part, its removed objection and a reservation beside it', async () => {
    const book = tabledBook();
    book.says('harbour', object('Saturdays are when our own drop-in is fullest.'));
    book.says('zone', { ...object('Only if heating is paid.'), position: 'agreeWithReservation' });
    book.agree(...everybody.filter((member) => member !== 'harbour' && member !== 'zone'));
    book.says('harbour', recuse);
    book.does(book.person('Naomi Clarke'), { kind: 'confirmRecount', proposal: 'P-1', revision: 1 });
    await goldenCard(book, 'proposal-adopted-recused');
  });

  it('after the deadline, before anything is declared', async () => {
    const book = tabledBook();
    book.agree('council');
    book.at('2026-04-13 17:01');
    await goldenCard(book, 'proposal-closing');
  });

  it('lapsed, not agreed, withdrawn and referred', async () => {
    const lapsed = tabledBook();
    lapsed.agree(...everybody.slice(0, 7));
    lapsed.at('2026-04-13 17:03');
    lapsed.pass();
    await goldenCard(lapsed, 'proposal-lapsed');

    const objected = tabledBook();
    objected.says('harbour', object('Saturdays are when our own drop-in is fullest.'));
    objected.at('2026-04-13 17:03');
    objected.pass();
    await goldenCard(objected, 'proposal-not-agreed');

    const withdrawn = tabledBook();
    withdrawn.does(withdrawn.person('Naomi Clarke'), {
      kind: 'withdrawProposal',
      proposal: 'P-1',
      reason: 'The lease fell through.',
    });
    await goldenCard(withdrawn, 'proposal-withdrawn');

    const referred = tabledBook();
    referred.agree('council', 'zone');
    referred.says('path', { kind: 'callMeeting', proposal: 'P-1', revision: 1, reason: 'We want to hear it argued.' });
    await goldenCard(referred, 'proposal-referred');
  });

  it('as one line once its revision was replaced', () =>
    golden(supersededCard(amendedBook().view(), 'P-1', 1), 'superseded'));

  it('PRACTICE in a practice book', async () => {
    const book = openBook('plymouth', (charter) => charter, true);
    book.at('2026-04-02 10:00');
    book.does(book.person('Naomi Clarke'), proposal());
    await goldenCard(book, 'proposal-practice');
  });
});

describe('what people ask to be shown reads', () => {
  it('for a person who speaks for two members', async () => {
    const book = tabledBook();
    await golden(mineCard(book.view(), book.person('Joseph Mensah')), 'mine-two-members');
    await golden(welcomeCard(book.view(), book.person('Joseph Mensah')), 'welcome-two-members');
    await golden(noticeCard(book.view(), [reminderTo(book.person('Joseph Mensah'))])!.card, 'reminder');
  });

  it('for the proposer with a suggestion to answer, and for the officer who confirms', async () => {
    const book = tabledBook();
    const words = { text: 'Open on Sundays.', why: 'It is quieter.' };
    book.says('zone', { kind: 'suggestAmendment', proposal: 'P-1', revision: 1, ...words });
    book.agree(...everybody.filter((member) => member !== 'harbour'));
    book.says('harbour', recuse);
    await golden(mineCard(book.view(), book.person('Naomi Clarke')), 'mine-officer');
    await golden(welcomeCard(book.view(), book.person('Naomi Clarke')), 'welcome-officer');
  });

  it('with nothing to do', async () => {
    const book = openBook();
    await golden(mineCard(book.view(), book.person('Rowan Ellis')), 'mine-nothing');
    await golden(openCard(book.view()), 'open-nothing');
    await golden(decisionsCard(book.view()), 'decisions-nothing');
  });

  it('as open proposals, decisions and people', async () => {
    const book = tabledBook();
    book.agree(...everybody);
    book.at('2026-04-07 10:00');
    book.does(book.person('Priya Nair'), proposal({ title: 'Name the newsletter', member: 'livewell' }));
    book.at('2026-04-09 12:00');
    book.does(book.person('Rowan Ellis'), {
      kind: 'recordAbsence',
      from: book.moment('2026-04-09 00:00'),
      to: book.moment('2026-04-20 23:59'),
      cover: book.person('Sunita Rao'),
    });
    await golden(openCard(book.view()), 'open');
    await golden(decisionsCard(book.view()), 'decisions');
    await golden(peopleCard(book.view()), 'people');
    await golden(changePeopleCard(book.view()), 'change-people');
    await golden(proposalCard(book.view(), 'P-2'), 'proposal-covered');
  });

  it('as the history, with positions on earlier revisions', async () => {
    const book = amendedBook();
    book.says('council', { kind: 'recordPosition', position: 'agree', proposal: 'P-1', revision: 2 });
    const tabled = book.alliance().proposals.get('P-1')!;
    await golden(proposalHistoryCard(book.view(), tabled, book.entries('P-1')), 'history');
  });

  it('as the choice behind More', async () => {
    const book = tabledBook();
    book.says('harbour', object('Saturdays are when our own drop-in is fullest.'));
    await golden(moreCard(book.view(), book.alliance().proposals.get('P-1')!, book.person('Rowan Ellis')), 'more');
  });
});

describe('what rooms and people are told reads', () => {
  it('of a tabling, an objection, a new revision and an adoption', async () => {
    const book = amendedBook();
    book.agree();
    for (const member of everybody) {
      book.says(member, { kind: 'recordPosition', position: 'agree', proposal: 'P-1', revision: 2 });
    }
    await goldenNews(book, book.entries('P-1'), 'news-of-a-decision');
  });

  it('of a discreet proposal, by its number only', async () => {
    const book = tabledBook({ discreet: true });
    book.says('harbour', object('Saturdays are when our own drop-in is fullest.'));
    book.at('2026-04-13 17:03');
    book.pass();
    await goldenNews(book, book.entries('P-1'), 'news-discreet');
  });

  it('of people and seats', async () => {
    const book = openBook();
    book.at('2026-04-02 10:00');
    const manager = book.person('Naomi Clarke');
    const beginning = book.entries().length;
    book.does(manager, {
      kind: 'appoint',
      person: { name: 'Lena Fox', organisation: 'bcha' },
      member: 'bcha',
      as: 'deputy',
    });
    book.does(book.person('Rowan Ellis'), {
      kind: 'recordAbsence',
      from: book.moment('2026-04-03 00:00'),
      to: book.moment('2026-04-20 23:59'),
      cover: book.person('Sunita Rao'),
    });
    book.does(manager, { kind: 'giveNotice', member: 'livewest', leavesAt: book.moment('2026-09-30 23:59') });
    book.does(manager, { kind: 'recordDeparture', member: 'path' });
    await goldenNews(book, book.entries().slice(beginning), 'news-of-people');
  });

  it('nothing of the registers with which the book began', () => {
    const book = openBook();
    expect(book.entries().flatMap((entry) => announcement(book.view(), entry) ?? [])).toEqual([]);
  });
});

const reminderTo = (person: `person:${number}`) => ({ to: person, key: `P-1/r1/reminder:halfWindow/${person}` });
