import { expect, it } from 'vitest';
import { everybodyAgrees } from './acts.js';
import { councilRoom, leadership, plymouthTeam } from './cast.js';
import { plymouth, proposalOf } from './scene.js';
import { labelsOf, textOf } from './seeing.js';

const title = 'Share one referral form';
const form = proposalOf(title);

it('nine members in two workspaces adopt a proposal: one announcement with a link in each room, and the buttons go', async () => {
  const scene = await plymouth();
  const card = { ...(await scene.tables('Naomi Clarke', form)) };
  expect(labelsOf(card)).toEqual(['Agree', 'Agree with reservation', 'Object', 'Declare interest', 'More']);
  expect(textOf(scene.modal('Naomi Clarke'))).toContain('*Recorded.*');
  await everybodyAgrees(scene, title);
  await scene.settle();

  for (const room of [leadership, councilRoom]) {
    const [living, announcement, ...more] = scene.standin.messages(room);
    expect(more).toEqual([]);
    expect(textOf(living!)).toContain('*Adopted unanimously, 9 of 9*');
    expect(textOf(living!)).toContain('PLY-2026-001');
    expect(labelsOf(living!)).toEqual([]);
    expect(textOf(announcement!)).toContain('PLY-2026-001');
    expect(textOf(announcement!)).toMatch(/<https:\/\/\S+\/archives\/C0\w+\/p\d+\|/);
  }
  expect((await scene.kinds()).filter((kind) => kind === 'ProposalAdopted')).toHaveLength(1);
  const late = await scene.presses('Rowan Ellis', card, 'Agree');
  expect(late).toContain('P-1 is closed');
});

it('an objection needs a reason; the changed text gets a card of its own, and each member who had agreed one message', async () => {
  const scene = await plymouth();
  const first = await scene.tables('Naomi Clarke', form);
  await scene.presses('Gareth Pugh', first, 'Agree');
  expect(await scene.presses('Rowan Ellis', first, 'Object')).toContain('Why do you object?');
  expect(await scene.fills('Rowan Ellis', { reason: ' \n ' }, { unchecked: true })).toBe(
    'Write at least 10 characters.',
  );
  const reason = 'It leaves out people without an address.';
  expect(await scene.fills('Rowan Ellis', { reason, wouldChange: 'A field for a day centre.' })).toContain(
    'Harbour objects to P-1',
  );
  await scene.settle();
  expect(textOf(scene.card(title))).toContain('*Blocked by Harbour; 1 of 9 agreed');
  expect(textOf(scene.card(title))).toContain(reason);

  await scene.presses('Naomi Clarke', first, 'More');
  await scene.presses('Naomi Clarke', scene.modal('Naomi Clarke'), 'Change the text');
  await scene.fills('Naomi Clarke', { text: `${title}, with a field for a day centre.`, why: 'Harbour is right.' });
  await scene.settle();
  const second = scene.card(title);
  expect(second.ts).not.toBe(first.ts);
  expect(labelsOf(second)).toContain('Agree');
  expect(labelsOf(first)).toEqual([]);
  expect(first.blocks.length).toBeLessThan(4);
  expect(textOf(first)).toMatch(/<https:\/\/\S+\|/);
  const asked = scene.standin.privately('U0GARETHPUGH').filter((told) => textOf(told).includes('revision 2'));
  expect(asked).toHaveLength(1);
  expect(asked[0]?.channel).toMatch(/^D/);

  await everybodyAgrees(scene, title);
  await scene.settle();
  expect(textOf(scene.card(title))).toContain('*Adopted unanimously, 9 of 9*');
});

it('a declared interest takes a member out of the count only when an officer has confirmed the recount', async () => {
  const scene = await plymouth();
  await scene.tables('Naomi Clarke', form);
  await everybodyAgrees(scene, title, ['Anjali Patel']);
  await scene.presses('Anjali Patel', scene.card(title), 'Declare interest');
  const said = await scene.fills('Anjali Patel', { nature: 'We own the building.', level: 'We take no part' });
  expect(said).toContain('*Recorded.*');
  await scene.settle();
  expect(await scene.kinds()).not.toContain('ProposalAdopted');
  expect(scene.told('Naomi Clarke')).toContain('recount');
  await scene.presses('Naomi Clarke', scene.lastTold('Naomi Clarke'), 'Confirm the recount');
  await scene.settle();
  expect(textOf(scene.card(title))).toContain(
    'Adopted by all 8 eligible members; Livewest took no part (interest declared)',
  );
});

it('a position that is typed counts only with its revision', async () => {
  const scene = await plymouth();
  await scene.tables('Naomi Clarke', form);
  const positions = async (): Promise<number> =>
    (await scene.kinds()).filter((kind) => kind === 'PositionRecorded').length;

  const shown = await scene.types('Marcus Bailey', 'agree P-1');
  expect(shown).toContain('Only the button counts, because it carries the revision that you see.');
  expect(await positions()).toBe(0);
  expect(await scene.presses('Marcus Bailey', scene.lastTold('Marcus Bailey'), 'Agree')).toContain(
    'BCHA agrees to P-1',
  );
  expect(await scene.types('Gareth Pugh', 'agree p-1 r1')).toContain('Hamoaze agrees to P-1');
  expect(await positions()).toBe(2);
  expect(await scene.types('Rowan Ellis', 'agree P-1 r2')).toContain('revision');
  expect(await scene.types('Rowan Ellis', 'object P-1 because it leaves out the day centre')).toContain('Why do you');
  expect(await positions()).toBe(2);
  expect(await scene.fills('Rowan Ellis', {})).toContain('Harbour objects to P-1');
  expect(await positions()).toBe(3);
  expect(await scene.types('Kieran Doyle', 'agree P-1', 'C0GENERAL')).toContain('needs the code of its alliance');
  expect(await scene.types('Kieran Doyle', 'agree PLY P-1 r1', 'C0GENERAL')).toContain('The Zone agrees to P-1');
});

it('the lists say what waits, what is open, what was decided, who speaks for whom, and what can be typed', async () => {
  const scene = await plymouth();
  await scene.tables('Naomi Clarke', form);
  expect(await scene.types('Marcus Bailey', 'mine')).toContain('For BCHA:');
  expect(await scene.types('Marcus Bailey', 'status P-1')).toContain('waiting for all 9 members');
  expect(await scene.types('Marcus Bailey', 'proposals')).toContain(`*P-1 · ${title}*`);
  expect(await scene.types('Marcus Bailey', 'people')).toContain('Margaret Okafor · deputy: Tom Pascoe');
  const help = await scene.types('Marcus Bailey', 'help');
  for (const words of ['mine', 'meeting plan', 'papers M-3', 'paper M-3', 'calendar']) {
    expect(help).toContain(`“/alliance ${words}”`);
  }
  expect(await scene.types('Marcus Bailey', 'decisions')).toContain('Nothing has been decided yet.');
  expect(await scene.types('Marcus Bailey', 'let us see')).toContain('“let us see” is not something that Roundtable');
  await everybodyAgrees(scene, title);
  expect(await scene.types('Marcus Bailey', 'decisions')).toContain('PLY-2026-001');
  expect(await scene.types('Marcus Bailey', 'mine')).toContain('Nothing waits for you.');
});

it('App Home is drawn when it is opened and after an act of one’s own', async () => {
  const scene = await plymouth();
  await scene.tables('Naomi Clarke', form);
  const home = (): string => textOf(scene.standin.home(plymouthTeam, 'U0MARCUSBAILEY')!);
  await scene.types('Marcus Bailey', 'mine');
  const opened = { type: 'app_home_opened', user: 'U0MARCUSBAILEY', channel: 'D0', tab: 'home' };
  await scene.door().event(plymouthTeam, opened);
  expect(home()).toContain('For BCHA:');
  const page = scene.standin.home(plymouthTeam, 'U0MARCUSBAILEY')!;
  await scene.door().press('Marcus Bailey', page, 'Agree');
  await scene.standin.until(() => (home().includes('Nothing waits for you.') ? true : null));
  expect(home()).toContain('BCHA agrees to P-1');
});

it('any message can be tabled, with its words in the form', async () => {
  const scene = await plymouth();
  scene.standin.channel(leadership).messages.push({
    ts: scene.standin.nextStamp(),
    channel: leadership,
    team: plymouthTeam,
    user: 'U0GARETHPUGH',
    text: 'Let us open on <https://example.org/saturdays|Saturdays> &amp; Sundays, <@U0MARCUSBAILEY|Marcus>',
    blocks: [],
    edits: 0,
    only: null,
    thread: null,
  });
  const [message] = scene.standin.messages(leadership).slice(-1);
  await scene.door().shortcut('Gareth Pugh', message!);
  const text = scene.modal('Gareth Pugh').body.blocks.find(({ block_id: name }) => name === 'text')!;
  expect((text['element'] as { initial_value: string }).initial_value).toBe(
    'Let us open on Saturdays (https://example.org/saturdays) & Sundays, Marcus',
  );
  await scene.fills('Gareth Pugh', { title: 'Open at weekends', bestForPeople: 'People need us then, too.' });
  await scene.settle();
  expect(textOf(scene.card('Open at weekends'))).toContain('Gareth Pugh');
});
