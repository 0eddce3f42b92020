import type { DocumentBlock } from '../../src/cards/documents/document.js';
import { continued } from '../../src/cards/words/documents.js';
import { columnShares } from './columns.js';
import { inLetters } from './letters.js';
import { ink, type Page, roomLeft, text } from './pdfText.js';

/** One that does not fit on its page goes on under its header on the next, as a table of its own. */
export const table = (page: Page, { caption, headers, rows }: Table, keep: number): void => {
  const { pdf } = page;
  const room = pdf.page.width - pdf.page.margins.left - pdf.page.margins.right;
  const shares = columnShares(headers, rows);
  const widths = shares.map((share) => (room * share) / shares.reduce((sum, each) => sum + each, 0));
  const top = heightOf(pdf, widths, headers, 'bold');
  const heights = rows.map((cells) => heightOf(pdf, widths, cells, 'regular'));
  text(page, 'P', caption, { font: 'bold', after: 3, keep: Math.max(keep, captionRoom + top + (heights[0] ?? 0)) });
  for (let from = 0; from < rows.length || from === 0;) {
    if (from > 0) {
      pdf.addPage();
      text(page, 'P', continued(caption), { font: 'bold', after: 3 });
    }
    const to = from + Math.max(1, fitting(heights.slice(from), roomLeft(pdf) - top));
    partOfTable(page, widths, headers, rows.slice(from, to));
    from = to;
  }
};

const captionRoom = 24;

/** How many rows of these heights there is room for. */
const fitting = (heights: readonly number[], room: number): number => {
  let left = room;
  const first = heights.findIndex((height) => (left -= height) < 0);
  return first === -1 ? heights.length : first;
};

const heightOf = (
  pdf: PDFKit.PDFDocument,
  widths: readonly number[],
  cells: readonly string[],
  font: 'regular' | 'bold',
): number => {
  pdf.font(font).fontSize(10);
  const heights = cells.map((cell, column) =>
    pdf.heightOfString(inLetters(cell), { width: (widths[column] ?? 0) - 2 * padding }),
  );
  return Math.max(0, ...heights) + 2 * padding + borderWidth;
};

const padding = 4;
const borderWidth = 0.5;

const partOfTable = (
  { pdf, root }: Page,
  widths: readonly number[],
  headers: readonly string[],
  rows: readonly (readonly string[])[],
): void => {
  pdf.font('regular').fontSize(10).fillColor(ink);
  pdf.table({
    structParent: root,
    columnStyles: [...widths],
    defaultStyle: { padding, border: borderWidth, borderColor: '#767676', textColor: ink },
    data: [
      headers.map((column) => ({
        ...{ text: inLetters(column), type: 'TH' as const, scope: 'Column', backgroundColor: '#e8eef4' },
        font: { src: 'bold' },
      })),
      ...rows.map((cells) =>
        cells.map((cell, at) => ({
          text: inLetters(cell),
          ...(at === 0 ? { type: 'TH' as const, scope: 'Row' } : {}),
        })),
      ),
    ],
  } as PDFKit.Mixins.TableOptionsWithData);
  pdf.x = pdf.page.margins.left;
  pdf.y += 8;
};

type Table = Extract<DocumentBlock, { kind: 'table' }>;
