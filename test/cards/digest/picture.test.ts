import { describe, expect, it } from 'vitest';
import { drawing } from '../../../src/cards/digest/picture/draw.js';
import type { Cell, Grid } from '../../../src/cards/digest/picture/grid.js';
import { cellKinds, gridOf } from '../../../src/cards/digest/picture/grid.js';
import { cellBox, cellHeight, cellWidth, layoutOf, pictureWidth } from '../../../src/cards/digest/picture/layout.js';
import { altMost, columnsMost, sheetsOf } from '../../../src/cards/digest/picture/sheets.js';
import { looks } from '../../../src/cards/digest/picture/signs.js';
import { cellWords } from '../../../src/cards/words/digestPicture.js';
import { busyWeek, weekOf } from './week.js';

/** A grid of any size in which every kind of cell occurs. */
const gridWith = (members: number, decisions: number, name = (at: number) => `Member ${at + 1}`): Grid => ({
  decisions: Array.from({ length: decisions }, (_, at) => ({
    id: `P-${at + 1}` as const,
    days: at,
    closes: '30 Mar',
    waiting: 1,
  })),
  members: Array.from({ length: members }, (_, row) => ({
    member: `m${row}`,
    name: name(row),
    cells: Array.from({ length: decisions }, (_, at): Cell => cellKinds[(row + at) % cellKinds.length]!),
  })),
});

/** Every cell that a text tells of, as "decision, member: cell". */
const told = (alts: readonly string[]): ReadonlySet<string> =>
  new Set(
    alts.flatMap((alt) =>
      [...alt.matchAll(/(P-\d+) \([^)]*\): ([^.]*)\./gu)].flatMap(([, id, parts]) =>
        parts!.split('; ').flatMap((part) => {
          const [words, names] = part.split(': ');
          return names!.split(', ').map((name) => `${id}, ${name}: ${words}`);
        }),
      ),
    ),
  );

const cellsOf = ({ decisions, members }: Grid): ReadonlySet<string> =>
  new Set(
    members.flatMap(({ name, cells }) => cells.map((cell, at) => `${decisions[at]!.id}, ${name}: ${cellWords[cell]}`)),
  );

describe('the picture of open decisions', () => {
  it('has a row for each member and a column for each decision, as the book says', () => {
    const view = weekOf(busyWeek('plymouth'));
    const open = [...view.alliance.live].map((id) => view.alliance.proposals.get(id)!);
    const { decisions, members } = gridOf(view, open);
    expect(decisions).toEqual([
      { id: 'P-2', days: 5, closes: '1 Apr', waiting: 6 },
      { id: 'P-3', days: 3, closes: '7 Apr', waiting: 8 },
    ]);
    expect(members).toHaveLength(9);
    expect(members.find(({ name }) => name === 'Livewest')?.cells).toEqual(['objected', 'waiting']);
    expect(members.find(({ name }) => name === 'Plymouth City Council')?.cells).toEqual(['agreed', 'agreed']);
  });

  it.each([
    [1, 1],
    [9, 5],
    [9, 40],
    [60, 7],
    [3, 500],
  ])(
    'of %i members and %i decisions says every cell in words, within what an image may carry',
    (members, decisions) => {
      const grid = gridWith(members, decisions);
      const sheets = sheetsOf(grid);
      for (const sheet of sheets) {
        expect(sheet.alt.length).toBeLessThanOrEqual(altMost);
        expect(sheet.grid.decisions.length).toBeLessThanOrEqual(columnsMost);
      }
      expect(told(sheets.map(({ alt }) => alt))).toEqual(cellsOf(grid));
    },
  );

  it('has words within the limit however long the names are', () => {
    const grid = gridWith(24, 6, (at) => `${'Very long name of an organisation '.repeat(3)}${at}`);
    const sheets = sheetsOf(grid);
    for (const { alt } of sheets) expect(alt.length).toBeLessThanOrEqual(altMost);
    expect(told(sheets.map(({ alt }) => alt))).toEqual(cellsOf(grid));
  });

  it('is the same bytes from the same grid, and has no letter smaller than 11 pixels', () => {
    const grid = gridWith(9, 5);
    const caption = { title: 'Plymouth Alliance', note: 'Open decisions, Mon 30 Mar 2026' };
    const svg = drawing(grid, caption);
    expect(drawing(grid, caption)).toBe(svg);
    const sizes = [...svg.matchAll(/font-size="([\d.]+)"/gu)].map(([, size]) => Number(size));
    expect(Math.min(...sizes)).toBeGreaterThanOrEqual(11);
    expect(svg).toContain(`width="${pictureWidth}"`);
  });

  it('keeps every cell within itself and apart from the others', () => {
    const grid = gridWith(12, 5);
    const layout = layoutOf(grid);
    const boxes = grid.members.flatMap((_, row) => grid.decisions.map((__, column) => cellBox(layout, row, column)));
    for (const [at, { x, y }] of boxes.entries()) {
      expect(x >= 0 && x + cellWidth <= layout.width && y >= 0 && y + cellHeight <= layout.height).toBe(true);
      const meets = boxes.some(
        (other, index) => index !== at && Math.abs(other.x - x) < cellWidth && Math.abs(other.y - y) < cellHeight,
      );
      expect(meets).toBe(false);
    }
  });

  it('shows what somebody wrote as it stands, and never as a part of the drawing', () => {
    const svg = drawing(
      gridWith(2, 1, () => '<i>&"\u202e'),
      { title: '<b>', note: '"' },
    );
    expect(svg).not.toMatch(/<i>|<b>/u);
    expect(svg).toContain('&lt;i&gt;&amp;&quot;');
  });
});

describe('the looks of cells', () => {
  it('differ in their signs, so that colour is never the only carrier', () => {
    const signs = cellKinds.map((kind) => looks[kind].sign('ink'));
    expect(new Set(signs).size).toBe(cellKinds.length);
  });

  it.each(cellKinds)('of %s has enough contrast between sign and ground', (kind) => {
    expect(contrast(looks[kind].ink, looks[kind].fill)).toBeGreaterThanOrEqual(4.5);
  });
});

/** WCAG 2.2, 1.4.3. */
const contrast = (one: string, other: string): number => {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
};

const luminance = (colour: string): number => {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5]
    .map((at) => Number.parseInt(colour.slice(at, at + 2), 16) / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
};
