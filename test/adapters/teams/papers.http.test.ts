import { createHash } from 'node:crypto';
import { expect, it } from 'vitest';
import { leadership } from './cast.js';
import { plymouth, type Scene } from './scene.js';
import { labelsOf, textOf } from './seeing.js';
import { handIn, pageIn } from './uploads.js';

type Answers = Readonly<Record<string, string>>;
const manager = 'Naomi Clarke';
const budget = { name: 'Budget 2027.pdf', bytes: Buffer.from('%PDF-1.7 the budget') };

/** Somebody asks for a card and presses a button on it; what then stands in the dialog. */
const pressed = async (scene: Scene, who: string, card: string, label: string) => {
  await scene.types(who, card, leadership);
  return scene.door().presses(who, scene.lastTold(who), label);
};

const fills = async (scene: Scene, card: string, label: string, answers: Answers): Promise<string> => {
  const dialog = await pressed(scene, manager, card, label);
  const came = await scene.door().fills(manager, dialog, answers, leadership);
  await scene.settle();
  return textOf({ text: '', card: came });
};

/** A meeting with one item. */
const called = async (setting: Parameters<typeof plymouth>[0] = { reachable: true }): Promise<Scene> => {
  const scene = await plymouth(setting);
  const hours = { startsAt: '2026-05-14', 'startsAt.time': '10:00', endsAt: '2026-05-14', 'endsAt.time': '12:00' };
  await fills(scene, 'meetings', 'Call a meeting', { body: 'leadership', ...hours });
  await fills(scene, 'meeting M-1', 'Put on the agenda', { as: 'discussion', title: 'The budget for next year' });
  return scene;
};

const meetingOf = async (scene: Scene) => (await scene.office().clerk.view('PLY'))!.meetings.get('M-1')!;

it('[journey] a paper is handed in on the page that the button in Teams leads to, goes out, and is withdrawn', async () => {
  const scene = await called();
  const address = pageIn(await pressed(scene, manager, 'papers M-1', 'Add a paper'));
  expect(await (await fetch(address)).text()).toContain('<input type="file"');
  const handed = await handIn(address, { item: '1', name: '' }, budget);
  expect([handed.status, await handed.text()]).toEqual([200, expect.stringContaining('Recorded')]);
  expect((await handIn(address, { item: '1', name: '' }, budget)).status).toBe(404);

  await pressed(scene, manager, 'meeting M-1', 'Send out the pack');
  const sha256 = createHash('sha256').update(budget.bytes).digest('hex');
  expect((await meetingOf(scene)).packs).toMatchObject([{ edition: 1, papers: [{ paper: 1, sha256 }] }]);
  await scene.types('Rowan Ellis', 'papers M-1', leadership);
  const read = scene.lastTold('Rowan Ellis');
  expect(textOf(read)).toContain('Budget 2027.pdf');
  const links = JSON.stringify(read.card).match(/https?:[^"\s)]+\/page\/[\w-]+/gu) ?? [];
  const files = await Promise.all([...new Set(links)].map(async (link) => (await fetch(link)).arrayBuffer()));
  expect(files.some((file) => Buffer.from(file).equals(budget.bytes))).toBe(true);

  expect(
    await fills(scene, 'papers M-1', 'Withdraw a paper', { paper: '1', why: 'Those were old figures.' }),
  ).toContain('Packs that went out keep it.');
  await pressed(scene, manager, 'meeting M-1', 'Send out the pack');
  expect((await meetingOf(scene)).packs.map(({ papers }) => papers.length)).toEqual([1, 0]);
  await scene.types(manager, 'papers M-1', leadership);
  expect(labelsOf(scene.lastTold(manager))).not.toContain('Withdraw a paper');
});

it('somebody who may not withdraw a paper is told who can, and it stays', async () => {
  const scene = await called();
  await handIn(pageIn(await pressed(scene, manager, 'papers M-1', 'Add a paper')), { item: '1', name: '' }, budget);
  const dialog = await pressed(scene, 'Rowan Ellis', 'papers M-1', 'Withdraw a paper');
  const came = await scene.door().fills('Rowan Ellis', dialog, { paper: '1', why: 'It is not ours.' }, leadership);
  expect(textOf({ text: '', card: came })).toMatch(/Nothing was recorded[\s\S]*those who run meetings/u);
  expect((await meetingOf(scene)).papers).toMatchObject([{ withdrawn: false }]);
});

it('where Roundtable has no address on the web the button says so, and who can help', async () => {
  const scene = await called({});
  const said = textOf({ text: '', card: await pressed(scene, manager, 'papers M-1', 'Add a paper') });
  expect(said).toContain('Roundtable has no address on the web');
  expect(await scene.kinds()).not.toContain('PaperAdded');
});
