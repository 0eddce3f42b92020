import type { Cell, Grid } from './grid.js';
import { cellKinds } from './grid.js';
import { drawable, wrapped } from './lettering.js';

/** Where everything of a sheet stands, in pixels of a picture that is 360 wide. */
export interface Layout {
  readonly width: number;
  readonly height: number;
  /** Baselines of the lines above the members. */
  readonly head: {
    readonly title: number;
    readonly note: number;
    readonly ids: number;
    readonly days: number;
    readonly closes: number;
  };
  /** Middle of each decision's column. */
  readonly columns: readonly number[];
  readonly rows: readonly { readonly top: number; readonly height: number; readonly lines: readonly string[] }[];
  readonly foot: number;
  readonly key: readonly { readonly cell: Cell; readonly x: number; readonly y: number }[];
}

export const pictureWidth = 360;
export const margin = 10;
export const nameWidth = 117;
export const cellWidth = 38;
export const cellHeight = 24;
/** Smallest letters, in pixels at 360 wide. */
export const letterSizes = {
  title: 17,
  longTitle: 14,
  note: 12.5,
  head: 13.5,
  longId: 11.5,
  name: 13.5,
  key: 12.5,
} as const;

export const layoutOf = ({ decisions, members }: Grid): Layout => {
  const step = (pictureWidth - 2 * margin - nameWidth) / Math.max(decisions.length, columnsLeast);
  const columns = decisions.map((_, at) => margin + nameWidth + step * (at + 0.5));
  let top = headHeight;
  const rows = members.map(({ member, name }) => {
    const lines = wrapped(drawable(name, member), letterSizes.name, nameWidth - 4, 3);
    const height = rowHeights[lines.length] ?? 54;
    const row = { top, height, lines };
    top += height;
    return row;
  });
  const foot = top + 22;
  const used = cellKinds.filter((kind) => members.some(({ cells }) => cells.includes(kind)));
  const key = used.map((cell, at) => ({
    cell,
    x: margin + (at % 2) * keyColumn,
    y: foot + 18 + Math.floor(at / 2) * keyStep,
  }));
  return {
    width: pictureWidth,
    height: foot + 18 + Math.ceil(used.length / 2) * keyStep + 4,
    head: { title: 27, note: 46, ids: 76, days: 97, closes: 117 },
    columns,
    rows,
    foot,
    key,
  };
};

/** The field of a cell, around whose middle its sign stands. */
export const cellBox = (
  { columns, rows }: Layout,
  row: number,
  column: number,
): { readonly x: number; readonly y: number } => {
  const { top, height } = rows[row] ?? { top: 0, height: 0 };
  return { x: (columns[column] ?? 0) - cellWidth / 2, y: top + (height - cellHeight) / 2 };
};

const headHeight = 128;
/** By the lines of the name. */
const rowHeights = [30, 30, 38, 54];
const keyStep = 28;
const keyColumn = 158;
/** A single decision does not stand at the far edge. */
const columnsLeast = 5;
