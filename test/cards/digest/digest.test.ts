import { describe, expect, it } from 'vitest';
import { pagesOf, renderedWhole } from './slackPages.js';
import { digestCard, digestCards } from '../../../src/cards/digest/digest.js';
import { personalDigest } from '../../../src/cards/digest/personal.js';
import { cardAsText } from '../../../src/cards/plainText.js';
import { examples } from '../../alliance/charters.js';
import { everybody, openBook, proposal, recuse, tabledBook } from '../book.js';
import type { Book } from '../book.js';
import { busyWeek, votersOf, weekOf } from './week.js';

const textOf = (book: Book, more: Parameters<typeof weekOf>[1] = {}): string =>
  digestCards(weekOf(book, more)).map(cardAsText).join('\n');

describe('the digest of a busy week reads', () => {
  it.each(examples)('in the alliance %s', (example) =>
    expect(textOf(busyWeek(example))).toMatchFileSnapshot(`../golden/digest-${example}.txt`),
  );

  it('the same again, to the byte, from the same book', () => {
    const view = weekOf(busyWeek('plymouth'));
    expect(JSON.stringify(digestCards(view))).toBe(JSON.stringify(digestCards(weekOf(busyWeek('plymouth')))));
    // Nor does the minute matter at which it is drawn, but for the line that says it.
    const later = { ...view, now: view.now.replace('08:00:00', '08:41:17') };
    expect(JSON.stringify(digestCards(later)).replaceAll('09:41', '09:00')).toBe(JSON.stringify(digestCards(view)));
  });
});

describe('a digest', () => {
  it('[E78] of a week with nothing in it is one line', () => {
    const book = openBook();
    book.at('2026-03-30 09:00');
    const [card, ...more] = digestCards(weekOf(book));
    expect(more).toEqual([]);
    expect(card?.blocks.filter(({ kind }) => kind !== 'heading')).toHaveLength(1);
    expect(cardAsText(card!)).toContain('nothing is open, nothing was decided and nothing is coming. Witness');
  });

  it('names a discreet proposal by its number alone, and keeps the reason of an objection to it', () => {
    const book = tabledBook({ discreet: true, title: 'Replace the night manager' });
    book.says('harbour', {
      kind: 'recordPosition',
      position: 'object',
      proposal: 'P-1',
      revision: 1,
      reason: 'It must be heard first by those concerned.',
    });
    book.at('2026-04-07 09:00');
    const view = weekOf(book);
    const text = textOf(book);
    expect(text).toContain('- P-1: Blocked by Harbour');
    expect(text).toContain('- P-1: Harbour objects since Thu 2 Apr 2026 (5 days).');
    const mine = cardAsText(
      personalDigest(view, view.week, { person: book.representative('path'), elsewhere: new Set() }),
    );
    for (const said of [text, mine, JSON.stringify(digestCards(view)), JSON.stringify(digestCard(view))]) {
      expect(said).not.toContain('night manager');
      expect(said).not.toContain('heard first');
    }
  });

  it('gives a recused reader no papers: that somebody objects, and not why', () => {
    const book = tabledBook();
    book.says('path', recuse);
    book.says('harbour', {
      kind: 'recordPosition',
      position: 'object',
      proposal: 'P-1',
      revision: 1,
      reason: 'Saturdays are when our own drop-in is fullest.',
    });
    book.at('2026-04-07 09:00');
    const reason = 'own drop-in is fullest';
    expect(textOf(book, { reader: book.representative('path') })).not.toContain(reason);
    expect(textOf(book, { reader: book.representative('path') })).toContain('Harbour objects since');
    expect(textOf(book, { reader: book.representative('zone') })).toContain(reason);
  });

  it('prints reservations and the exact label under what was decided', () => {
    const book = tabledBook();
    book.agree(...everybody.filter((member) => member !== 'livewell'));
    book.says('livewell', {
      kind: 'recordPosition',
      position: 'agreeWithReservation',
      proposal: 'P-1',
      revision: 1,
      reason: 'We cannot staff weekends before June.',
    });
    book.at('2026-04-07 09:00');
    expect(textOf(book)).toContain(
      '- P-1 “Open the Stonehouse hub on Saturdays”: Adopted unanimously, 9 of 9 · Decision PLY-2026-001. ' +
        'Reservation, Livewell Southwest (Priya Nair): “We cannot staff weekends before June.”',
    );
  });

  it('says what failed or may not have arrived, to whom, about what, and how to mend it', () => {
    const book = tabledBook();
    book.at('2026-04-07 09:00');
    const to = book.representative('path');
    book.does('operator', {
      kind: 'proposeLink',
      person: to,
      account: { platform: 'slack', tenant: 'T1', user: 'U1' },
    });
    book.does(to, { kind: 'confirmLink', link: 1 });
    const failed = { to, state: 'undeliverable', reason: 'personUnreachable' };
    const text = textOf(book, {
      undelivered: [
        { ...failed, key: `P-1/r1/reminder:halfWindow/${to}` },
        { ...failed, key: `P-1/r1/reminder:oneWorkingDay/${to}` },
        { to: book.representative('zone'), state: 'unknown', reason: null, key: 'person:3/12/1' },
      ],
    });
    expect(text).toContain(
      '- 2 messages to Moira Sinclair about P-1 could not be delivered: their account cannot be reached. An officer can check the link of their account.',
    );
    expect(text).toContain('- 1 message to Kieran Doyle may not have arrived.');
  });

  it('names those who have no linked account once, however many messages could not be sent to them', () => {
    const book = tabledBook();
    book.at('2026-04-07 09:00');
    const failed = { state: 'undeliverable', reason: 'personUnreachable' };
    const steps = ['halfWindow', 'oneWorkingDay'];
    const people = ['path', 'zone', 'bcha'].map((member) => book.representative(member));
    const undelivered = steps.flatMap((step) =>
      people.map((to) => ({ ...failed, to, key: `P-1/r1/reminder:${step}/${to}` })),
    );
    const text = textOf(book, { undelivered });
    expect(text).toContain(
      '- 3 people have no linked account, so messages do not reach them: Moira Sinclair, Kieran Doyle and Marcus Bailey. ' +
        'Naomi Clarke (Alliance Manager) can propose their links.',
    );
    expect(text).not.toContain('could not be delivered');
  });

  it('tells of people who came and went, and of those who will', () => {
    const book = openBook();
    book.at('2026-04-02 10:00');
    const manager = book.person('Naomi Clarke');
    book.does(manager, {
      kind: 'appoint',
      person: book.person('Owen Fairweather'),
      member: 'harbour',
      as: 'deputy',
      from: book.moment('2026-04-02 10:00'),
      to: book.moment('2026-04-20 00:00'),
    });
    book.does(manager, { kind: 'giveNotice', member: 'livewest', leavesAt: book.moment('2026-07-02 00:00') });
    book.at('2026-04-07 09:00');
    const text = textOf(book);
    expect(text).toContain('- Owen Fairweather was appointed deputy of Harbour, from');
    expect(text).toContain('- Livewest gave notice and leaves on');
    expect(text).toContain('- Sun 19 Apr 2026: Owen Fairweather is deputy of Harbour for the last day.');
    expect(text).toContain('- Wed 1 Jul 2026: Livewest leaves the alliance.');
  });
});

describe('[ID-7] the end of the term', () => {
  const ending = () =>
    openBook('idream', (charter) => ({
      ...charter,
      phases: { ...charter.phases, ends: { planned: '2027-03-31' } },
      term: { ...charter.term!, options: [{ ...charter.term!.options[0]!, decideBy: '2027-03-15' }] },
    }));
  const at = (moment: string): string => {
    const book = ending();
    book.at(moment);
    return textOf(book);
  };

  it('is told from twelve weeks before it, with what is not recorded', () => {
    expect(at('2026-12-29 09:00')).not.toContain('term ends');
    expect(at('2027-01-04 09:00')).toContain(
      '- Wed 31 Mar 2027: the term ends in 12 weeks; no extension decision recorded.',
    );
    expect(at('2027-03-22 09:00')).toContain('the term ends in 1 week; no extension decision recorded.');
    expect(at('2027-03-30 09:00')).toContain('the term ends in 1 day; no extension decision recorded.');
    expect(at('2027-03-31 09:00')).toContain('the term ends today; no extension decision recorded.');
    expect(at('2027-04-12 09:00')).toContain('the term ended 1 week ago; no extension decision recorded.');
    expect(at('2027-07-05 09:00')).not.toContain('the term ended');
  });

  it('and so is the last day to decide on an option', () => {
    expect(at('2027-01-04 09:00')).toContain('- Mon 15 Mar 2027: last day to decide on the option “Continue or end”.');
  });
});

/** So many proposals open at once, with titles that fill what a title may hold and are dear to write. */
const crowded = (count: number, title: string): Book => {
  const book = openBook();
  book.at('2026-03-26 10:00');
  const [first = ''] = votersOf(book);
  for (let at = 1; at <= count; at += 1) book.says(first, proposal({ title: `${title} ${at}` }));
  book.at('2026-03-30 09:00');
  return book;
};

describe('forty open decisions', () => {
  const titles = [
    'Agree the plan',
    'Agree <the> & _plan_ *with* `all` its ~parts~ & "conditions" '.repeat(2),
    '👩‍👩‍👧‍👦 '.repeat(9),
  ];
  it.each(titles)('fit on pages that Slack takes whole, and none is left out: %s', (title) => {
    const book = crowded(40, title);
    const cards = digestCards(weekOf(book));
    expect(cards.length).toBeGreaterThan(1);
    for (const card of cards) expect(renderedWhole(card)).toBe(true);
    const text = cards.map(cardAsText).join('\n');
    for (let at = 1; at <= 40; at += 1) {
      expect(text).toMatch(new RegExp(`^- P-${at} “`, 'mu'));
      expect(text).toContain(` P-${at} (tabled 4 days ago`);
    }
    expect(text.match(/Witness of the minute book/gu)).toHaveLength(1);
  });

  it('wait on one person in one message, each of them named', () => {
    const book = crowded(100, 'Agree the plan');
    const view = weekOf(book);
    const card = personalDigest(view, view.week, { person: book.representative('path'), elsewhere: new Set() });
    expect(renderedWhole(card)).toBe(true);
    for (let at = 1; at <= 100; at += 1) expect(cardAsText(card)).toContain(`- P-${at}: closes`);
    expect(pagesOf(card)).toBe(1);
  });

  it('name what of meetings and actions waits on that person too, a line each', () => {
    const book = crowded(1, 'Agree the plan');
    const manager = book.person('Naomi Clarke');
    const person = book.representative('path');
    const times = { startsAt: book.moment('2026-05-28 10:00'), endsAt: book.moment('2026-05-28 12:00') };
    book.does(manager, { kind: 'conveneMeeting', ...times });
    book.does(manager, { kind: 'recordAction', text: 'Ask for three offers', owner: person, due: '2026-06-01' });
    const view = weekOf(book);
    const said = cardAsText(personalDigest(view, view.week, { person, elsewhere: new Set() }));
    expect(said).toContain('2 things of meetings, minutes and actions wait on you.');
    expect(said).toContain('Say whether somebody comes for PATH.');
    expect(said).toContain('- A-1: Ask for three offers.');
  });
});
