import type { Cell, Grid } from './grid.js';
import { cellBox, cellHeight, cellWidth, layoutOf, letterSizes, margin, pictureWidth } from './layout.js';
import type { Layout } from './layout.js';
import { inSvg, widthOf, wrapped } from './lettering.js';
import { looks } from './signs.js';
import { cellWords, pictureWords } from '../../words/digestPicture.js';

/** The letters that are bundled with the program; the picture asks for no others. */
export const letters = 'Atkinson Hyperlegible Next';

/** What stands above the grid. */
export interface Caption {
  readonly title: string;
  readonly note: string;
}

/** A sheet as SVG, 360 wide. The same sheet always gives the same bytes. */
export const drawing = (grid: Grid, { title, note }: Caption): string => {
  const layout = layoutOf(grid);
  const { width, height, head } = layout;
  const titleSize = widthOf(title, letterSizes.title) <= width - 2 * margin ? letterSizes.title : letterSizes.longTitle;
  const [titleLine = ''] = wrapped(title, titleSize, width - 2 * margin, 1);
  const [noteLine = ''] = wrapped(note, letterSizes.note * regular, width - 2 * margin, 1);
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" font-family="${letters}">`,
    `<rect width="${width}" height="${height}" fill="#ffffff"/>`,
    words(titleLine, { x: margin, y: head.title, size: titleSize, bold: true }),
    words(noteLine, { x: margin, y: head.note, size: letterSizes.note }),
    ...heads(grid, layout),
    ...grid.members.flatMap((_, row) => memberRow(grid, layout, row)),
    ...foot(grid, layout),
    ...layout.key.flatMap(({ cell, x, y }) => [
      cellAt(cell, x, y),
      words(cellWords[cell], { x: x + cellWidth + 8, y: y + 17, size: letterSizes.key }),
    ]),
    '</svg>',
  ].join('\n');
};

const ink = '#17202b';
/** How wide regular letters are at most beside bold ones, which are what is measured. */
const regular = 0.92;

const words = (
  text: string,
  {
    x,
    y,
    size,
    bold = false,
    middle = false,
  }: {
    readonly x: number;
    readonly y: number;
    readonly size: number;
    readonly bold?: boolean;
    readonly middle?: boolean;
  },
): string =>
  `<text x="${round(x)}" y="${round(y)}" font-size="${size}" fill="${ink}"${bold ? ' font-weight="700"' : ''}${middle ? ' text-anchor="middle"' : ''}>${inSvg(text)}</text>`;

/** Number, age and deadline of each decision. */
const heads = ({ decisions }: Grid, { columns, head }: Layout): readonly string[] => {
  const size = letterSizes.head;
  return [
    `<rect x="0" y="${head.ids - 19}" width="${pictureWidth}" height="${head.closes - head.ids + 29}" fill="#e9eef5"/>`,
    words(pictureWords.daysOpen, { x: margin, y: head.days, size: letterSizes.key }),
    words(pictureWords.closes, { x: margin, y: head.closes, size: letterSizes.key }),
    ...decisions.flatMap(({ id, days, closes }, at) => {
      const x = columns[at] ?? 0;
      return [
        words(id, { x, y: head.ids, size: id.length > 5 ? letterSizes.longId : size, bold: true, middle: true }),
        words(String(days), { x, y: head.days, size, middle: true }),
        words(closes, { x, y: head.closes, size: letterSizes.key, middle: true }),
      ];
    }),
  ];
};

/** Bold where something waits for the member. */
const memberRow = ({ members }: Grid, layout: Layout, row: number): readonly string[] => {
  const member = members[row];
  const place = layout.rows[row];
  if (member === undefined || place === undefined) return [];
  const { top, height, lines } = place;
  const bold = member.cells.includes('waiting');
  const size = letterSizes.name;
  const first = top + height / 2 + size * 0.35 - ((lines.length - 1) * lineStep) / 2;
  return [
    `<path d="M${margin} ${top + height} H${pictureWidth - margin}" stroke="#dde2e9" stroke-width="1"/>`,
    ...lines.map((line, at) => words(line, { x: margin, y: first + at * lineStep, size, bold })),
    ...member.cells.map((cell, column) => {
      const { x, y } = cellBox(layout, row, column);
      return cellAt(cell, x, y);
    }),
  ];
};

const lineStep = 15.5;

const foot = ({ decisions }: Grid, { columns, foot: y }: Layout): readonly string[] => [
  words(pictureWords.waitingFor, { x: margin, y, size: letterSizes.head, bold: true }),
  ...decisions.map(({ waiting }, at) =>
    words(String(waiting), { x: columns[at] ?? 0, y, size: letterSizes.head, bold: true, middle: true }),
  ),
];

const cellAt = (cell: Cell, x: number, y: number): string => {
  const { fill, ink: signInk, edge, sign } = looks[cell];
  const sx = round(x + (cellWidth - signSize) / 2);
  const sy = round(y + (cellHeight - signSize) / 2);
  return (
    `<rect x="${round(x)}" y="${round(y)}" width="${cellWidth}" height="${cellHeight}" rx="5" fill="${fill}" stroke="${edge}" stroke-width="1.2"/>` +
    `<g transform="translate(${sx} ${sy})">${sign(signInk)}</g>`
  );
};

/** Signs are drawn in a field of 20 × 20. */
const signSize = 20;

const round = (pixels: number): number => Math.round(pixels * 100) / 100;
