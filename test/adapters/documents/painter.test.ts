import { describe, expect, it } from 'vitest';
import { paint } from '../../../adapters/documents/painter.js';
import { drawing } from '../../../src/cards/digest/picture/draw.js';
import type { Grid } from '../../../src/cards/digest/picture/grid.js';
import { cellKinds } from '../../../src/cards/digest/picture/grid.js';
import {
  cellBox,
  cellWidth,
  layoutOf,
  margin,
  nameWidth,
  pictureWidth,
} from '../../../src/cards/digest/picture/layout.js';
import { looks } from '../../../src/cards/digest/picture/signs.js';
import { decodePng } from '../../pictures.js';
import type { Pixels } from '../../pictures.js';

const names = [
  'Plymouth City Council',
  'South London and Maudsley NHS Foundation Trust',
  'WWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWW',
  'Mmmmmmmm Mmmmmmmm Mmmmmmmm',
  'Cwmni Dŵr Ŷ Gŵr',
  'Товарищество «Харбор»',
  '港口協會與朋友們聯合組織的代表',
] as const;

const grid: Grid = {
  decisions: [1, 20, 300, 4_000].map((number) => ({
    id: `P-${number}` as const,
    days: number,
    closes: '30 Sep',
    waiting: 7,
  })),
  members: names.map((name, row) => ({
    member: `m${row}`,
    name,
    cells: [0, 1, 2, 3].map((at) => cellKinds[(row + at) % cellKinds.length]!),
  })),
};

const painted = async (): Promise<Pixels> =>
  decodePng(
    await paint(drawing(grid, { title: 'W'.repeat(90), note: 'PRACTICE · Open decisions, 1 of 8 · Wed 30 Sep 2026' })),
  );

/** Whether a strip of the picture, in its own pixels at 360 wide, has nothing on it. */
const isBare = (
  picture: Pixels,
  [left, top]: readonly [number, number],
  [right, bottom]: readonly [number, number],
) => {
  for (let y = top * 3; y < bottom * 3; y += 1) {
    for (let x = left * 3; x < right * 3; x += 1) if (picture.at(x, y) !== '#ffffff') return false;
  }
  return true;
};

describe('a painted picture', () => {
  it('is three times as large as it is drawn, the same bytes again, and holds every cell in its colour', async () => {
    const picture = await painted();
    const layout = layoutOf(grid);
    expect([picture.width, picture.height]).toEqual([3 * pictureWidth, 3 * layout.height]);
    for (const [row, { cells }] of grid.members.entries()) {
      for (const [column, cell] of cells.entries()) {
        const { x, y } = cellBox(layout, row, column);
        const [left, top] = [Math.round(3 * (x + 5)), Math.round(3 * (y + 5))];
        expect([row, column, picture.at(left, top)]).toEqual([row, column, looks[cell].fill]);
      }
    }
    const svg = drawing(grid, { title: 'Plymouth', note: '' });
    expect(Buffer.from(await paint(svg)).equals(Buffer.from(await paint(svg)))).toBe(true);
  });

  it('has letters in it that stay in their places, however wide they are', async () => {
    const picture = await painted();
    const layout = layoutOf(grid);
    for (const { top, height } of layout.rows) {
      const gutter = Math.floor((layout.columns[0] ?? 0) - cellWidth / 2) - 2;
      expect(isBare(picture, [gutter, top + 2], [gutter + 1, top + height - 2])).toBe(true);
      expect(isBare(picture, [0, top + 2], [margin - 1, top + height - 2])).toBe(true);
    }
    expect(isBare(picture, [pictureWidth - 3, 0], [pictureWidth, layout.head.note + 6])).toBe(true);
    // Welsh names too have ink; where the letters are lacking, the short name of the member stands.
    for (const row of [0, 1, 4, 5, 6]) {
      const { top, height } = layout.rows[row]!;
      expect(isBare(picture, [margin, top + 2], [margin + nameWidth - 6, top + height - 2])).toBe(false);
    }
  });

  it('gives back its pixels before the next ones are painted: a Monday of digests does not fill the memory', async () => {
    const tall = '<svg xmlns="http://www.w3.org/2000/svg" width="360" height="2000"><rect width="9" height="9"/></svg>';
    await paint(tall);
    const [before, ofOne] = [process.memoryUsage().rss, 3 * 360 * 3 * 2_000 * 4];
    let most = 0;
    for (let nth = 0; nth < 16; nth += 1) {
      await paint(tall);
      most = Math.max(most, process.memoryUsage().rss - before);
    }
    expect(most).toBeLessThan(6 * ofOne);
  });

  it('says why when it cannot be painted', async () => {
    await expect(paint('no picture at all')).rejects.toThrow();
  });
});
