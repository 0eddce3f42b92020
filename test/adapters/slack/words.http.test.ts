import { expect, it } from 'vitest';
import { everybodyAgrees } from './acts.js';
import { leadership, userOf } from './cast.js';
import { plymouth, proposalOf } from './scene.js';
import { linksIn, pingsIn, textOf } from './seeing.js';
import { limits } from './standin/limits.js';

const injections = [
  '<!channel> <!here> <!everyone> <!subteam^S123>',
  '<@U0ROWANELLIS> <#C0LEADERSHIP>',
  '<http://evil.example.org|https://good.example.org>',
  '&lt;!channel&gt; &amp;',
  '```code``` `tick` *bold* _italic_ ~strike~',
  '> quoted\n• listed :tada:',
  '@channel @here @everyone http://evil.example.org',
];

it('[F43] mentions, links and mark-up in anybody’s words are shown literally, and nobody is pinged', async () => {
  const scene = await plymouth();
  const all = injections.join('\n');
  const title = `Form ${injections[0]} ${injections[1]} *b*`;
  const card = await scene.tables('Naomi Clarke', { title, bestForPeople: all, text: all });
  await scene.presses('Rowan Ellis', card, 'Object');
  await scene.fills('Rowan Ellis', { reason: all, wouldChange: all });
  await scene.settle();
  await scene.presses('Gareth Pugh', card, 'Agree with reservation');
  await scene.fills('Gareth Pugh', { reason: all });
  await scene.types('Gareth Pugh', `object P-1 because ${injections.slice(2).join(' ')}`);
  await scene.types('Gareth Pugh', 'status P-1');
  await scene.types('Gareth Pugh', injections.join(' '));
  await scene.types('Gareth Pugh', 'history P-1');
  await scene.settle();
  const seen = [...scene.standin.world.channels.values()].flatMap(({ messages }) => messages);
  expect(seen.length).toBeGreaterThan(6);
  for (const message of seen) {
    expect(pingsIn(message)).toEqual([]);
    const links = linksIn(message).filter((link) => !link.startsWith('<https://t0'));
    expect(links).toEqual([]);
  }
  const shown = textOf(scene.card('Form'));
  for (const words of injections) expect(shown).toContain(words);
  const posted = scene.standin.calls.filter(({ method }) => /^chat\.(?:post|update)/.test(method));
  for (const { args } of posted) expect([args['parse'], String(args['link_names'])]).toEqual(['none', 'false']);
});

it('[F44] 3,000 characters are tabled and shown whole or with the way to all of them; 3,001 are refused beside the field', async () => {
  const scene = await plymouth();
  await scene.types('Naomi Clarke', 'table');
  const long = 'The form asks for a name. '.repeat(200).slice(0, 3_000);
  const answers = { title: 'Long', bestForPeople: 'People meet one service.', text: long };
  expect(await scene.fills('Naomi Clarke', { ...answers, text: `${long}!` }, { unchecked: true })).toContain('3,000');
  expect(await scene.fills('Naomi Clarke', answers)).toContain('*Recorded.*');
  await scene.settle();
  expect(textOf(scene.card('Long')).replaceAll('\n', ' ')).toContain(long.slice(-200).trim());
  expect(await scene.types('Gareth Pugh', 'P-1')).toContain('The form asks for a name.');
});

it('[F44] the longest texts and nine long objections still make a card that Slack takes, with the way to the rest', async () => {
  const scene = await plymouth();
  const unit = '<&> "wörds" \u{1F468}\u200d\u{1F469}\u200d\u{1F467} ';
  const words = (length: number): string => unit.repeat(Math.floor(length / unit.length)).trim();
  await scene.tables('Naomi Clarke', { title: `Long ${words(100)}`, bestForPeople: words(990), text: words(2_980) });
  const names = ['Rowan Ellis', 'Gareth Pugh', 'Marcus Bailey', 'Kieran Doyle', 'Moira Sinclair', 'Anjali Patel'];
  for (const name of names) {
    await scene.presses(name, scene.card('Long'), 'Object');
    expect(await scene.fills(name, { reason: words(1_990), wouldChange: words(990) })).toContain('*Recorded.*');
  }
  await scene.settle();
  const refused = [...scene.standin.counts.keys()].filter((name) => /(?:too_long|invalid_)/.test(name));
  expect(refused).toEqual([]);
  const card = scene.card('Long');
  expect(card.blocks.length).toBeLessThanOrEqual(limits.blocksInMessage);
  expect(textOf(card)).toContain('Blocked by');
  expect(await scene.presses('Rowan Ellis', card, 'Read it all')).toContain('wörds');
  expect(await scene.presses('Rowan Ellis', scene.card('Long'), 'More')).toContain('More about');
});

it('[F44] emoji are never cut in two, and [F45] signs that cannot be seen are stored as they are and shown safely', async () => {
  const scene = await plymouth();
  const family = '\u{1F469}‍\u{1F469}‍\u{1F467}‍\u{1F466}';
  const strange = `Zero\u200bwidth \u202eright-to-left\u202c مرحبا e${'\u0301'.repeat(40)}`;
  await scene.tables('Naomi Clarke', { title: `Strange ${strange}`, bestForPeople: family.repeat(80), text: strange });
  await scene.presses('Rowan Ellis', scene.card('Strange'), 'Object');
  await scene.fills('Rowan Ellis', { reason: `${family.repeat(170)} ${strange}` });
  await scene.settle();
  for (const { text, blocks } of scene.standin.messages(leadership)) {
    expect(JSON.stringify([text, blocks])).not.toMatch(/\\ud[89a-f][0-9a-f]{2}/);
  }
  await everybodyAgrees(scene, 'Strange', ['Rowan Ellis']);
  const kept = await scene.entries();
  expect(kept.some(({ kind }) => kind === 'ProposalTabled')).toBe(true);
  const alliance = (await scene.office().clerk.view('PLY'))!;
  const proposal = alliance.proposals.get('P-1')!;
  const texts = await scene.office().clerk.texts('PLY', [proposal.text]);
  expect(texts.get(proposal.text)).toBe(strange);
});

it('[F45] NUL and lone surrogates are refused at the door with a sentence', async () => {
  const scene = await plymouth();
  for (const bad of ['A NUL \u0000 in it', 'Half of a sign \ud800 in it']) {
    await scene.types('Naomi Clarke', 'table');
    const said = await scene.fills('Naomi Clarke', { ...proposalOf('Bad'), text: bad }, { unchecked: true });
    expect(said).not.toContain('*Recorded.*');
    expect(said.length).toBeGreaterThan(20);
  }
  expect(await scene.kinds()).not.toContain('ProposalTabled');
});

it('[F47] nothing, blanks, the same title twice and a stranger: each is told what is wrong, or both are kept', async () => {
  const scene = await plymouth();
  await scene.types('Naomi Clarke', 'table');
  const empty = { title: '', bestForPeople: ' ', text: '\n' };
  const said = await scene.fills('Naomi Clarke', empty, { unchecked: true });
  expect(said.split('\n').length).toBeGreaterThan(2);
  expect(await scene.fills('Naomi Clarke', proposalOf('Twice'))).toContain('P-1');
  await scene.types('Naomi Clarke', 'table');
  expect(await scene.fills('Naomi Clarke', proposalOf('Twice'))).toContain('P-2');
  const before = scene.standin.privately('U0STRANGER').length;
  await scene.door().type('U0STRANGER', leadership, 'table');
  expect(scene.standin.privately('U0STRANGER').length).toBe(before + 1);
  expect(scene.standin.modals(userOf('Nobody Known'))).toEqual([]);
  expect((await scene.kinds()).filter((kind) => kind === 'ProposalTabled')).toHaveLength(2);
});
