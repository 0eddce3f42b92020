import {
  AlignmentType,
  BorderStyle,
  Document,
  Footer,
  HeadingLevel,
  type IRunOptions,
  LevelFormat,
  Packer,
  PageNumber,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  WidthType,
} from 'docx';
import type { Document as AllianceDocument, DocumentBlock } from '../../src/cards/documents/document.js';
import { pageWords } from '../../src/cards/words/documents.js';
import type { Typeset } from '../../src/clerk/ports.js';
import { columnShares } from './columns.js';
import { reproducible } from './reproducible.js';

/**
 * The document for Word and LibreOffice: real heading styles, table header rows that repeat, its language, and the seal
 * with page numbers at the foot. The same document always gives the same bytes.
 */
export const asDocx: Typeset = async (document) => {
  const packed = await Packer.toBuffer(fileOf(document));
  return reproducible(packed, document.at);
};

const fileOf = ({ author, title, blocks, footer, language }: AllianceDocument): Document =>
  new Document({
    title,
    creator: author,
    lastModifiedBy: author,
    description: footer,
    styles: stylesIn(language),
    numbering: { config: [bullets] },
    sections: [
      {
        properties: { page: { size: { width: pageWidth, height: 16_838 }, margin } },
        footers: { default: footerOf(footer) },
        children: blocks.flatMap((block, at) => blockAsDocx(block, blocks[at + 1])),
      },
    ],
  });

const headingLevels = { 1: HeadingLevel.TITLE, 2: HeadingLevel.HEADING_1, 3: HeadingLevel.HEADING_2 } as const;

const blockAsDocx = (block: DocumentBlock, next: DocumentBlock | undefined): readonly (Paragraph | Table)[] => {
  switch (block.kind) {
    case 'heading': {
      const heading = headingLevels[block.level];
      return [new Paragraph({ heading, keepNext: true, children: [new TextRun(block.text)] })];
    }
    case 'paragraph':
      return [
        new Paragraph({
          ...(block.strong === true ? { style: 'Strong' } : {}),
          // What it introduces stands on the same page.
          keepNext: next?.kind === 'list' || next?.kind === 'quotation',
          children: broken(block.text),
        }),
      ];
    case 'quotation':
      return [new Paragraph({ style: 'Quote', children: broken(block.text) })];
    case 'list':
      return block.items.map(
        (item) => new Paragraph({ numbering: { reference: bullets.reference, level: 0 }, children: broken(item) }),
      );
    case 'table':
      return [
        new Paragraph({ style: 'Caption', keepNext: true, children: [new TextRun(block.caption)] }),
        tableOf(block),
        new Paragraph({ children: [] }),
      ];
  }
};

const tableOf = ({ headers, rows }: Extract<DocumentBlock, { kind: 'table' }>): Table => {
  const widths = columnShares(headers, rows);
  const shares = widths.reduce((sum, width) => sum + width, 0);
  const room = pageWidth - margin.left - margin.right;
  const columnWidths = widths.map((width) => Math.floor((room * width) / shares));
  const isShort = rows.length <= rowsKeptWhole;
  return new Table({
    layout: TableLayoutType.FIXED,
    width: { size: columnWidths.reduce((sum, width) => sum + width, 0), type: WidthType.DXA },
    columnWidths,
    rows: [
      new TableRow({
        tableHeader: true,
        cantSplit: true,
        children: headers.map((text, at) =>
          cellOf([inBold(text)], { width: columnWidths[at], fill: 'E8EEF4', keepNext: true }),
        ),
      }),
      ...rows.map(
        (cells, row) =>
          new TableRow({
            cantSplit: true,
            children: cells.map((text, at) =>
              cellOf(broken(text), { width: columnWidths[at], keepNext: isShort && row < rows.length - 1 }),
            ),
          }),
      ),
    ],
  });
};

/** A table of so many rows is not broken over pages; longer ones repeat their header. */
const rowsKeptWhole = 12;

interface Cell {
  readonly width: number | undefined;
  readonly fill?: string;
  readonly keepNext: boolean;
}

const cellOf = (children: readonly TextRun[], { width, fill, keepNext }: Cell): TableCell =>
  new TableCell({
    width: { size: width ?? 0, type: WidthType.DXA },
    margins: { top: 60, bottom: 60, left: 100, right: 100 },
    ...(fill === undefined ? {} : { shading: { fill } }),
    children: [new Paragraph({ style: 'Cell', keepNext, children: [...children] })],
  });

const inBold = (text: string): TextRun => {
  const options: IRunOptions = { text, bold: true };
  return new TextRun(options);
};

const broken = (text: string): TextRun[] =>
  text.split('\n').map((line, at) => new TextRun(at === 0 ? { text: line } : { text: line, break: 1 }));

const footerOf = (seal: string): Footer =>
  new Footer({
    children: [
      new Paragraph({ style: 'Foot', children: [new TextRun(seal)] }),
      new Paragraph({
        style: 'Foot',
        alignment: AlignmentType.RIGHT,
        children: [new TextRun({ children: pageWords(PageNumber.CURRENT, PageNumber.TOTAL_PAGES) })],
      }),
    ],
  });

const pageWidth = 11_906;
/** The foot has three lines. */
const margin = { top: 1_134, bottom: 1_600, left: 1_134, right: 1_134, footer: 600 } as const;

const bullets = {
  reference: 'bullets',
  levels: [
    {
      level: 0,
      format: LevelFormat.BULLET,
      text: '•',
      alignment: AlignmentType.LEFT,
      style: { paragraph: { indent: { left: 360, hanging: 260 } } },
    },
  ],
} as const;

const stylesIn = (language: string) => {
  // Of the letters that every computer has: a document with a font that is missing is set anyhow.
  const run = { font: 'Arial', size: 22, language: { value: language } } as const;
  const named = (id: string, given: object, paragraph: object = {}) => ({
    ...{ id, name: id, basedOn: 'Normal', run: given, paragraph },
  });
  return {
    default: {
      document: { run, paragraph: { spacing: { after: 120, line: 276 } } },
      title: { run: { size: 40, bold: true }, paragraph: { spacing: { before: 60, after: 60 } } },
      heading1: { run: { size: 28, bold: true, color: '1F4E79' }, paragraph: { spacing: { before: 320, after: 100 } } },
      heading2: { run: { size: 24, bold: true }, paragraph: { spacing: { before: 200, after: 80 } } },
    },
    paragraphStyles: [
      named('Strong', { bold: true }),
      named('Caption', { bold: true }),
      named('Cell', { size: 20 }, { spacing: { after: 0, line: 252 } }),
      named('Foot', { size: 16, color: '444444' }, { spacing: { after: 0 } }),
      named(
        'Quote',
        {},
        {
          indent: { left: 300 },
          border: { left: { style: BorderStyle.SINGLE, size: 18, color: '1F4E79', space: 10 } },
        },
      ),
    ],
  };
};
