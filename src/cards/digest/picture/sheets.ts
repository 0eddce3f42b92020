import type { Cell, Decision, Grid } from './grid.js';
import { cellKinds } from './grid.js';
import { pictureWords } from '../../words/digestPicture.js';

/** One picture of the grid: as many decisions and members as are legible on a telephone, with the words that carry it all. */
export interface Sheet {
  readonly grid: Grid;
  /** Every cell in words: for people who do not see the picture, and in its place where it could not be sent. */
  readonly alt: string;
}

/** The grid on as many pictures as it needs; nothing is left out. None where nothing is open. */
export const sheetsOf = (grid: Grid): readonly Sheet[] => {
  const longest = Math.max(0, ...grid.members.map(({ name }) => name.length));
  const rows = Math.max(1, Math.min(rowsMost, Math.floor(namesMost / (longest + 2))));
  return inGroups(grid.members, rows).flatMap((members) => {
    const sheets: Grid[] = [];
    grid.decisions.forEach((decision, at) => {
      const last = sheets.at(-1);
      const wider = last === undefined ? null : joined(last, decision, cellsAt(members, at));
      if (wider !== null && wider.decisions.length <= columnsMost && altOf(wider).length <= altMost) {
        sheets.splice(-1, 1, wider);
      } else {
        sheets.push({
          decisions: [decision],
          members: members.map((row) => ({ ...row, cells: row.cells.slice(at, at + 1) })),
        });
      }
    });
    return sheets.map((sheet) => ({ grid: sheet, alt: altOf(sheet) }));
  });
};

/** Decisions side by side on 360 px. */
export const columnsMost = 5;
const rowsMost = 24;
/** An image in Slack may have 2,000 characters of alternative text. */
export const altMost = 1_900;
/** Of them, for the names of the members in one decision. */
const namesMost = 1_500;

const joined = (sheet: Grid, decision: Decision, cells: readonly Cell[]): Grid => ({
  decisions: [...sheet.decisions, decision],
  members: sheet.members.map((row, at) => ({ ...row, cells: [...row.cells, cells[at] ?? 'notAsked'] })),
});

const cellsAt = (members: Grid['members'], at: number): readonly Cell[] =>
  members.map(({ cells }) => cells[at] ?? 'notAsked');

/** Decision by decision: who is waited for first, then who stands how. */
const altOf = ({ decisions, members }: Grid): string =>
  [
    pictureWords.altOpening,
    ...decisions.map((decision, at) => {
      const parts = cellKinds.flatMap((kind) => {
        const names = members.filter(({ cells }) => cells[at] === kind).map(({ name }) => name);
        return names.length === 0 ? [] : [pictureWords.altPart(kind, names)];
      });
      return pictureWords.altDecision(decision, parts);
    }),
  ].join(' ');

const inGroups = <T>(all: readonly T[], most: number): readonly (readonly T[])[] =>
  Array.from({ length: Math.ceil(all.length / most) }, (_, group) => all.slice(group * most, (group + 1) * most));
