import { describe, expect, it } from 'vitest';
import { pagesOf } from '../../adapters/slack/fit.js';
import { fitted as fittedForSlack } from '../../adapters/slack/fit.js';
import { slackLimits } from '../../adapters/slack/limits.js';
import { fitted as fittedForTeams, pageOf } from '../../adapters/teams/fit.js';
import { bytesOf, teamsLimits } from '../../adapters/teams/limits.js';
import type { Card } from '../../src/cards/card.js';
import { encodePress } from '../../src/cards/press.js';
import type { ShowPress } from '../../src/cards/press.js';
import { shownCard } from '../../src/cards/shown.js';
import { openBook } from '../cards/book.js';
import type { Book } from '../cards/book.js';

const on = { meeting: 'M-1' } as const;
const items = Array.from({ length: 40 }, (_, at) => `Matter ${at + 1} of the day`);
const lines = Array.from({ length: 300 }, (_, at) => `Note ${at + 1}: the figures of the last quarter were looked at.`);

/** Three hours on Thursday 30 April 2026 with 40 items and 300 lines. */
const longMeeting = (): Book => {
  const book = openBook('plymouth');
  const manager = book.person('Naomi Clarke');
  book.at('2026-04-01 09:00');
  const [startsAt, endsAt] = [book.moment('2026-04-30 10:00'), book.moment('2026-04-30 13:00')];
  book.does(manager, { kind: 'conveneMeeting', startsAt, endsAt });
  for (const title of items) book.does(manager, { kind: 'addItem', ...on, as: 'discussion', title });
  book.at('2026-04-30 10:00');
  book.does(manager, { kind: 'startMeeting', ...on });
  book.does(manager, { kind: 'recordAttendance', ...on, mode: 'room' });
  lines.forEach((text, at) => {
    book.does(manager, { kind: 'takeNote', ...on, item: 1 + Math.floor((at * 40) / 300), as: 'note', text });
  });
  return book;
};

const press = (show: 'meeting' | 'minutes'): ShowPress => ({ act: 'show', alliance: 'PLY', show, ...on });

const shown = (book: Book, show: 'meeting' | 'minutes'): Card =>
  shownCard(book.view(), { act: 'show', alliance: 'PLY', show, ...on }, book.person('Naomi Clarke'));

/** Every page of a dialog, until a page comes twice. */
const dialogPages = (card: Card, show: ShowPress): readonly string[] => {
  const pages: string[] = [];
  for (let page = 1; page <= 60; page += 1) {
    const drawn = pageOf(card, show, page);
    expect(bytesOf(drawn)).toBeLessThanOrEqual(teamsLimits.cardBytes);
    const text = JSON.stringify(drawn.body);
    if (pages.includes(text)) break;
    pages.push(text);
  }
  return pages;
};

/** Those of which no page says a word. */
const lost = (said: readonly string[], wanted: readonly string[]): readonly string[] => {
  const all = said.join('\n');
  return wanted.filter((words) => !all.includes(words));
};

describe('a meeting of three hours with 40 items and 300 lines', () => {
  it('is a message that each platform takes, with a button to the whole', () => {
    const book = longMeeting();
    for (const show of ['meeting', 'minutes'] as const) {
      if (show === 'minutes') book.does(book.person('Naomi Clarke'), { kind: 'endMeeting', ...on });
      const card = shown(book, show);
      const whole = encodePress(press(show));
      const slack = fittedForSlack(card, () => null, whole);
      expect(slack.length).toBeLessThanOrEqual(slackLimits.messageBlocks);
      expect(JSON.stringify(slack)).toContain(JSON.stringify(whole).slice(1, -1));
      const teams = fittedForTeams(card, undefined, whole);
      expect(bytesOf(teams)).toBeLessThanOrEqual(teamsLimits.cardBytes);
      expect(JSON.stringify(teams)).toContain(JSON.stringify(whole).slice(1, -1));
    }
  });

  it('has all its items, and after its end all its lines, on the pages of its windows', () => {
    const book = longMeeting();
    const meeting = shown(book, 'meeting');
    const windows = pagesOf(meeting, () => null);
    for (const blocks of windows) expect(blocks.length).toBeLessThanOrEqual(slackLimits.viewBlocks);
    expect(
      lost(
        windows.map((blocks) => JSON.stringify(blocks)),
        items,
      ),
    ).toEqual([]);
    expect(lost(dialogPages(meeting, press('meeting')), items)).toEqual([]);
    book.does(book.person('Naomi Clarke'), { kind: 'endMeeting', ...on });
    const minutes = shown(book, 'minutes');
    expect(
      lost(
        pagesOf(minutes, () => null).map((blocks) => JSON.stringify(blocks)),
        lines,
      ),
    ).toEqual([]);
    expect(lost(dialogPages(minutes, press('minutes')), lines)).toEqual([]);
  });
});
