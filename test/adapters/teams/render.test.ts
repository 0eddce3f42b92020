import { describe, expect, it } from 'vitest';
import { answersIn } from '../../../adapters/teams/answers.js';
import type { AdaptiveCard } from '../../../adapters/teams/elements.js';
import { fitted, inConversation, pageOf } from '../../../adapters/teams/fit.js';
import { formCard } from '../../../adapters/teams/forms.js';
import { bytesOf, teamsLimits } from '../../../adapters/teams/limits.js';
import { messageOf } from '../../../adapters/teams/message.js';
import { permalinkTo } from '../../../adapters/teams/permalink.js';
import { plain } from '../../../src/cards/card.js';
import type { Block, Card, Form } from '../../../src/cards/card.js';
import { commandOf } from '../../../src/cards/forms.js';
import { encodePress } from '../../../src/cards/press.js';
import { tabledBook } from '../../cards/book.js';
import { press, opened } from '../../cards/forms/form.js';
import { labelsOf, textOf } from './seeing.js';
import { flawsOf, objectsIn } from './standin/cardCheck.js';

const whole = encodePress({ act: 'show', alliance: 'PLY', show: 'proposal', proposal: 'P-1' });
const vote = encodePress({
  act: 'order',
  alliance: 'PLY',
  command: { kind: 'recordPosition', position: 'agree', proposal: 'P-1', revision: 1 },
});
const card = (...blocks: readonly Block[]): Card => ({ summary: 'P-1', tone: 'open', blocks });
const quote = (text: string): Block => ({
  kind: 'quote',
  text,
  more: { label: 'Read it all', press: whole, style: 'plain' },
});
const buttons: Block = { kind: 'buttons', buttons: [{ label: 'Agree', press: vote, style: 'primary' }] };
const seen = (shown: AdaptiveCard): string => textOf({ text: '', card: shown as never });
const accepted = (shown: AdaptiveCard): void => {
  expect(flawsOf(shown as never)).toEqual([]);
  expect(bytesOf(shown)).toBeLessThanOrEqual(teamsLimits.cardBytes);
};

describe('[F44] what is long still posts', () => {
  it.each([25, 28, 40, 100])(
    'a card of %i KB is shortened, says so, and can be acted on and read in full',
    (kilobytes) => {
      const long = card(quote('word '.repeat((kilobytes * 1_024) / 10)), buttons);
      const shown = fitted(long);
      accepted(shown);
      expect(seen(shown)).toContain('This is shortened to fit. Nothing is missing from the record.');
      expect(labelsOf({ card: shown as never })).toEqual(expect.arrayContaining(['Agree', 'Full text']));
    },
  );

  it('what fits is shown whole, to the last byte', () => {
    const text = 'x'.repeat(11_000);
    const shown = fitted(card(quote(text), buttons));
    accepted(shown);
    expect(seen(shown)).toContain(text);
    expect(seen(shown)).not.toContain('shortened');
  });

  it('three thousand families are never cut inside one', () => {
    const family = '👨‍👩‍👧‍👦';
    const shown = fitted(card(quote(family.repeat(3_000)), buttons));
    accepted(shown);
    const [kept = ''] = new RegExp(`(?:${family})+`, 'u').exec(seen(shown)) ?? [];
    expect(kept.length % family.length).toBe(0);
    expect(kept.length).toBeGreaterThan(100);
  });

  it('two hundred blocks end with the buttons, and the pages of the dialog have them all', () => {
    const lines = Array.from({ length: 200 }, (_, at): Block => ({
      kind: 'note',
      spans: [plain(`Line ${at} ${'of many words '.repeat(6)}.`)],
    }));
    const shown = fitted(card(...lines, buttons), inConversation, whole);
    accepted(shown);
    expect(labelsOf({ card: shown as never })).toEqual(['Agree', 'Full text']);
    const show = { act: 'show', alliance: 'PLY', show: 'proposal', proposal: 'P-1' } as const;
    const pages = Array.from({ length: 6 }, (_, at) => pageOf(card(...lines, buttons), show, at + 1));
    pages.forEach(accepted);
    const all = pages.map(seen).join('\n');
    expect(lines.every((_, at) => all.includes(`Line ${at} `))).toBe(true);
  });
});

describe('[F45] what is strange is shown safely', () => {
  it('direction marks are held in, control characters are pictures, towers come to an end', () => {
    const strange = `a\u202Eb\u0000c\u200B ${'e\u0301'.repeat(3)}${'\u0301'.repeat(1_000)}`;
    const shown = fitted(card({ kind: 'heading', level: 1, spans: [plain(strange)] }, quote(strange), buttons));
    accepted(shown);
    expect(JSON.stringify(shown)).not.toContain('\u0000');
    expect(seen(shown)).toContain('\u2068');
  });
});

describe('a button', () => {
  it('gives an order where the card is, opens a dialog for everything else, and is submitted inside of one', () => {
    const all: Block = {
      kind: 'buttons',
      buttons: [vote, whole].map((each) => ({ label: 'x', press: each, style: 'plain' })),
    };
    const actionsIn = (shown: AdaptiveCard) =>
      objectsIn(shown)
        .filter(({ type }) => String(type).startsWith('Action.'))
        .map(({ type, verb, data }) => ({ type, verb, data }));
    expect(actionsIn(fitted(card(all)))).toEqual([
      { type: 'Action.Execute', verb: 'press', data: { press: vote } },
      { type: 'Action.Submit', verb: undefined, data: { press: whole, msteams: { type: 'task/fetch' } } },
    ]);
    expect(actionsIn(pageOf(card(all), null))).toEqual(
      [vote, whole].map((each) => ({ type: 'Action.Submit', verb: undefined, data: { press: each } })),
    );
  });
});

describe('a form', () => {
  it('gives a day and a time of day back as one moment of the alliance, and shows what was typed again beside its problem', () => {
    const book = tabledBook();
    const asked = press('table');
    const form = opened(book, asked, book.person('Naomi Clarke'));
    const given = {
      press: form.press,
      class: 'routine',
      title: 'Share one referral form',
      bestForPeople: 'People meet one service.',
      text: 'One form.',
      deadline: '2026-07-14',
      'deadline.time': '16:30',
      discreet: 'no',
    };
    expect(answersIn(given)).toMatchObject({ deadline: '2026-07-14T16:30', title: 'Share one referral form' });
    expect(answersIn(given)).not.toHaveProperty('press');
    const read = commandOf(book.view(), asked, answersIn(given));
    expect(read).toMatchObject({ command: { kind: 'tableProposal', deadline: '2026-07-14T15:30:00.000Z' } });

    const problems = [{ field: 'deadline', says: 'That day has passed.' }];
    const again = formCard(form, { typed: answersIn(given), problems });
    accepted(again);
    expect(seen(again)).toContain('That day has passed.');
    const values = objectsIn(again).flatMap(({ id, value }) => (value === undefined ? [] : [[id, value]]));
    expect(Object.fromEntries(values)).toMatchObject({
      deadline: '2026-07-14',
      'deadline.time': '16:30',
      title: given.title,
    });
  });

  it('that holds more than Teams takes is shown with its ends cut, and says so', () => {
    const text = (name: string): Form['fields'][number] => ({
      kind: 'text',
      name,
      label: name,
      required: true,
      lines: 'many',
      most: 9_000,
      value: 'word '.repeat(1_700),
    });
    const long = formCard({ title: 'x', intro: [], submit: 'Send', press: whole, fields: [text('a'), text('b')] });
    accepted(long);
    expect(seen(long)).toContain('its end is missing here');
  });
});

it('a message is announced by one plain line, and links lead into its channel or chat', () => {
  const { summary } = messageOf({ ...card(buttons), summary: `P-1 ${'long '.repeat(200)}` });
  expect(summary.length).toBeLessThanOrEqual(teamsLimits.summary);
  const at = { platform: 'teams', tenant: 't', place: 'p', app: 'a', service: 's' } as const;
  expect(permalinkTo({ ...at, conversation: '19:x@thread.tacv2' }, '17')).toBe(
    'https://teams.microsoft.com/l/message/19%3Ax%40thread.tacv2/17?tenantId=t&parentMessageId=17',
  );
  expect(permalinkTo({ ...at, conversation: '19:x@thread.v2' }, '17')).toContain('contextType');
});
