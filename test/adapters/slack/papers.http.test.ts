import { expect, it } from 'vitest';
import { councilTeam, plymouthTeam, userOf } from './cast.js';
import { plymouth, type Scene } from './scene.js';
import { ownFile } from './standin/methods/files.js';
import { textOf } from './seeing.js';

/** A meeting with one item is called, and the manager has the form for a paper open. */
const asked = async (): Promise<Scene> => {
  const scene = await plymouth();
  const { clerk } = scene.office();
  const by = (await clerk.view('PLY'))!.officers.find(({ office }) => office === 'allianceManager')!.person;
  const times = { startsAt: scene.moment('2026-05-14 10:00'), endsAt: scene.moment('2026-05-14 12:00') };
  const at = { alliance: 'PLY', by, via: 'slack' } as const;
  await clerk.serve({ ...at, cause: 'c-1', command: { kind: 'conveneMeeting', ...times } });
  const item = { kind: 'addItem', meeting: 'M-1', as: 'discussion', title: 'The budget for next year' } as const;
  await clerk.serve({ ...at, cause: 'c-2', command: item });
  await scene.settle();
  expect(await scene.types('Naomi Clarke', 'PLY paper M-1')).toContain('The file');
  return scene;
};

const papersOf = async (scene: Scene) => (await scene.office().clerk.view('PLY'))!.meetings.get('M-1')!.papers;

/** Sends the form with somebody's own file, and reads what stands in its window at last. */
const sends = async (
  scene: Scene,
  name: string,
  bytes: Uint8Array,
  team = plymouthTeam,
  from = '',
): Promise<string> => {
  const { origin } = new URL(scene.standin.url);
  const file = ownFile(scene.standin.world, team, from === '' ? origin : from, name, bytes);
  const { answer } = await scene.door().submit('Naomi Clarke', { item: 'The budget for next year', paper: file });
  if (answer.response_action === 'errors') return Object.values(answer.errors ?? {}).join('\n');
  return scene.standin.until(() => {
    const words = textOf(scene.standin.modals(userOf('Naomi Clarke')).at(-1)!);
    return words.includes('is being fetched') ? null : words;
  });
};

it('a paper that is chosen in the form is fetched from Slack with the token of the bot, and kept', async () => {
  const scene = await asked();
  const bytes = Buffer.from('%PDF-1.7 the budget');
  expect(await sends(scene, 'Budget 2027.pdf', bytes)).toContain('Recorded.');
  const [paper] = await papersOf(scene);
  expect(Buffer.from((await scene.store.paper('PLY', paper!.sha256))!).equals(bytes)).toBe(true);
});

it('a file that is too large, of another kind, or not where Slack keeps files is refused, and nothing is kept', async () => {
  const scene = await asked();
  expect(await sends(scene, 'tool.exe', Buffer.from('MZ'))).toContain('A paper is of one of these kinds');
  expect(await sends(scene, 'plan.pdf', new Uint8Array(10_000_001))).toContain('up to 10 MB can be kept');
  expect(await sends(scene, 'plan.pdf', Buffer.from('x'), plymouthTeam, 'http://127.0.0.1:9')).toContain(
    'could not be fetched from Slack',
  );
  expect(await papersOf(scene)).toEqual([]);
});

it('a file of another workspace is not given to the bot, which says so', async () => {
  const scene = await asked();
  expect(await sends(scene, 'plan.pdf', Buffer.from('x'), councilTeam)).toContain('could not be fetched from Slack');
  expect(await papersOf(scene)).toEqual([]);
});

it('a paper is withdrawn from the card of the meeting: out of the packs to come, and still in those that went out', async () => {
  const scene = await asked();
  expect(await sends(scene, 'Budget 2027.pdf', Buffer.from('%PDF-1.7 the budget'))).toContain('Recorded.');
  await scene.types('Naomi Clarke', 'PLY pack M-1');
  await scene.types('Naomi Clarke', 'PLY papers M-1');
  const card = scene.lastTold('Naomi Clarke');
  expect(textOf(card)).toContain('Budget 2027.pdf');
  expect(await scene.presses('Naomi Clarke', card, 'Withdraw a paper')).toContain('1: Budget 2027.pdf');
  const why = 'Those were the figures of last year.';
  expect(await scene.fills('Naomi Clarke', { paper: '1', why })).toContain('Packs that went out keep it.');
  await scene.types('Naomi Clarke', 'PLY pack M-1');
  const { papers, packs } = (await scene.office().clerk.view('PLY'))!.meetings.get('M-1')!;
  expect(papers).toMatchObject([{ withdrawn: true }]);
  expect(packs.map(({ papers: frozen }) => frozen.length)).toEqual([1, 0]);
  await scene.types('Naomi Clarke', 'PLY papers M-1');
  expect(scene.told('Naomi Clarke')).not.toContain('Budget 2027.pdf');
});
