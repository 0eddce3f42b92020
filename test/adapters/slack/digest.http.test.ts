import { describe, expect, it } from 'vitest';
import { cellBox, layoutOf, pictureWidth } from '../../../src/cards/digest/picture/layout.js';
import { gridOf } from '../../../src/cards/digest/picture/grid.js';
import type { Cell } from '../../../src/cards/digest/picture/grid.js';
import { looks } from '../../../src/cards/digest/picture/signs.js';
import { decodePng } from '../../pictures.js';
import { councilRoom, leadership } from './cast.js';
import { plymouth, proposalOf } from './scene.js';
import type { Scene } from './scene.js';
import { textOf } from './seeing.js';
import type { Message } from './standin/world.js';

const digestsIn = ({ standin }: Scene, channel = leadership): readonly Message[] =>
  standin.messages(channel).filter(({ text }) => text.startsWith('Digest of week 16'));

const imagesOf = ({ blocks }: Message) =>
  blocks.flatMap((block) =>
    block.type === 'image'
      ? [{ file: (block['slack_file'] as { readonly id: string }).id, alt: String(block['alt_text']) }]
      : [],
  );

/** A proposal that was tabled on Thursday, with which Harbour agrees, and of which Hamoaze has heard. */
const discussed = async (): Promise<Scene> => {
  const scene = await plymouth();
  await scene.until('2026-04-09 10:00');
  const card = await scene.tables('Naomi Clarke', proposalOf('Open on Saturdays'));
  await scene.presses('Rowan Ellis', card, 'Agree');
  await scene.types('Gareth Pugh', 'mine');
  return scene;
};

describe('[journey] the weekly digest in Slack', () => {
  it('shows its picture, uploaded once a workspace, in which every cell stands as the book has it', async () => {
    const scene = await discussed();
    await scene.until('2026-04-13 09:00');
    const [digest, ...more] = digestsIn(scene);
    expect(more).toEqual([]);
    expect(digestsIn(scene, councilRoom)).toHaveLength(1);
    const [image] = imagesOf(digest!);
    const file = scene.standin.world.files.get(image?.file ?? '');
    const picture = decodePng(file!.bytes!);
    const alliance = (await scene.office().clerk.view('PLY'))!;
    const grid = gridOf({ alliance, text: () => null, now: scene.moment('2026-04-13 09:00') }, [
      alliance.proposals.get('P-1')!,
    ]);
    const layout = layoutOf(grid);
    expect([picture.width, picture.height]).toEqual([3 * pictureWidth, 3 * layout.height]);
    expect(picture.colours()).toBeGreaterThan(20);
    const expected: Record<string, Cell> = { Harbour: 'agreed' };
    for (const [row, { name, cells }] of grid.members.entries()) {
      const { x, y } = cellBox(layout, row, 0);
      const cell = expected[name] ?? 'waiting';
      expect([name, cells]).toEqual([name, [cell]]);
      expect([name, picture.at(Math.round(3 * (x + 5)), Math.round(3 * (y + 5)))]).toEqual([name, looks[cell].fill]);
      expect(image?.alt).toContain(name);
    }
    expect(image?.alt).toContain('P-1 (tabled 4 days ago, closes 16 Apr)');
    expect(scene.standin.counts.get('files.completeUploadExternal')).toBe(2);
  });

  it('says in words what the picture shows where it cannot be uploaded', async () => {
    const scene = await discussed();
    scene.standin.fault({ methods: ['files.getUploadURLExternal'], does: { kind: 'refused', error: 'missing_scope' } });
    await scene.until('2026-04-13 09:00');
    const [digest] = digestsIn(scene);
    expect(imagesOf(digest!)).toEqual([]);
    expect(textOf(digest!)).toContain(
      'P-1 (tabled 4 days ago, closes 16 Apr): still to answer: Plymouth City Council, Livewell Southwest',
    );
    expect(digestsIn(scene)).toHaveLength(1);
  });

  it('is posted once though the file is refused for as long as anybody waits', async () => {
    const scene = await discussed();
    const lift = scene.standin.fault({
      methods: ['chat.postMessage'],
      channel: leadership,
      times: 3,
      does: { kind: 'refused', error: 'invalid_blocks' },
    });
    await scene.until('2026-04-13 09:00');
    lift();
    expect(digestsIn(scene)).toHaveLength(1);
    expect(imagesOf(digestsIn(scene)[0]!)).toEqual([]);
  });

  it('tells each person alone what waits on them, with the buttons, and these count', async () => {
    const scene = await discussed();
    await scene.until('2026-04-13 09:00');
    const mine = scene.lastTold('Gareth Pugh');
    expect(textOf(mine)).toContain('1 decision waits on you');
    await scene.presses('Gareth Pugh', mine, 'Agree');
    await scene.settle();
    expect((await scene.entries()).filter(({ kind }) => kind === 'PositionRecorded')).toHaveLength(2);
  });
});
