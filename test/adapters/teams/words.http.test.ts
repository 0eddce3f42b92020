import { expect, it } from 'vitest';
import { bytesOf, teamsLimits } from '../../../adapters/teams/limits.js';
import { leadership } from './cast.js';
import { plymouth } from './scene.js';
import { labelsOf, textOf } from './seeing.js';

it('[F44] 3,000 characters are tabled and shown whole; 3,001 are refused beside the field, with what was typed still there', async () => {
  const scene = await plymouth();
  const long = 'The form asks for a name. '.repeat(200).slice(0, 3_000);
  const answers = { title: 'Long', bestForPeople: 'People meet one service.', text: long };
  const form = await scene.tableDialog('Naomi Clarke');
  const again = await scene.door().fills('Naomi Clarke', form, { ...answers, text: `${long}!` }, leadership);
  expect(textOf({ text: '', card: again })).toContain('3,000');
  expect(JSON.stringify(again)).toContain(long.slice(0, 500));
  expect(await scene.kinds()).not.toContain('ProposalTabled');
  expect(textOf(await scene.tables('Naomi Clarke', answers))).toContain(long.trim().slice(-200));
});

it('[F44] the longest texts and six long objections still make a card that Teams takes, with the way to all of it', async () => {
  const scene = await plymouth();
  const unit = '<&> "wörds" \u{1F468}\u200d\u{1F469}\u200d\u{1F467} ';
  const words = (length: number): string => unit.repeat(Math.floor(length / unit.length)).trim();
  await scene.tables('Naomi Clarke', { title: `Long ${words(100)}`, bestForPeople: words(990), text: words(2_980) });
  const names = ['Rowan Ellis', 'Gareth Pugh', 'Marcus Bailey', 'Kieran Doyle', 'Moira Sinclair', 'Anjali Patel'];
  for (const name of names) {
    const form = await scene.door().presses(name, scene.card('Long'), 'Object');
    const came = await scene.door().fills(name, form, { reason: words(1_990), wouldChange: words(990) }, leadership);
    expect(textOf({ text: '', card: came })).toMatch(/^Recorded/u);
  }
  await scene.settle();
  const card = scene.card('Long');
  expect(bytesOf(card.card)).toBeLessThanOrEqual(teamsLimits.cardBytes);
  expect(JSON.stringify(scene.standin.messages(leadership))).not.toMatch(/\\ud[89a-f][0-9a-f]{2}/u);
  expect(textOf(card)).toContain('Blocked by');
  expect(labelsOf(card)).toContain('Full text');
  const whole = await scene.door().presses('Rowan Ellis', card, 'Full text');
  expect(textOf({ text: '', card: whole })).toContain('Page 1 of');
});
