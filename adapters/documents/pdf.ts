import { createHash } from 'node:crypto';
import PDFDocument from 'pdfkit';
import type { Document as AllianceDocument, DocumentBlock } from '../../src/cards/documents/document.js';
import { pageOf } from '../../src/cards/words/documents.js';
import type { Typeset } from '../../src/clerk/ports.js';
import { columnShares } from './columns.js';
import { bold, inLetters, regular } from './letters.js';

/**
 * The document as PDF/A-2a: tagged headings, lists and tables for screen readers, its language, and the bundled letters
 * within. The seal and page numbers stand at the foot. Dates and the file's identity come from the document, so that the
 * same document always gives the same bytes.
 */
export const asPdf: Typeset = async (document) => {
  const pdf = new PDFDocument(settingsOf(document));
  const chunks: Uint8Array[] = [];
  const whole = new Promise<Uint8Array>((resolve, reject) => {
    pdf.on('data', (chunk: Uint8Array) => void chunks.push(chunk));
    pdf.on('end', () => resolve(Buffer.concat(chunks)));
    pdf.on('error', reject);
  });
  pdf.registerFont('regular', regular).registerFont('bold', bold);
  const root = pdf.struct('Document');
  pdf.addStructure(root);
  const page: Page = { pdf, root };
  for (const block of document.blocks) set(page, block);
  root.end();
  feet(pdf, document.footer);
  pdf.end();
  return whole;
};

const ink = '#1a1a1a';
const grey = '#444444';

const headings = {
  1: { size: 20, color: ink, before: 0 },
  2: { size: 14, color: '#1f4e79', before: 12 },
  3: { size: 12, color: ink, before: 6 },
} as const;

interface Page {
  readonly pdf: PDFKit.PDFDocument;
  readonly root: PDFKit.PDFStructureElement;
}

const settingsOf = ({ reference, title, author, language, at, footer }: AllianceDocument) =>
  ({
    size: 'A4',
    margins: { top: 57, bottom: 71, left: 57, right: 57 },
    pdfVersion: '1.7',
    subset: 'PDF/A-2a',
    tagged: true,
    lang: language,
    displayTitle: true,
    bufferPages: true,
    font: regular,
    info: {
      Title: inLetters(title),
      Author: inLetters(author),
      Subject: inLetters(footer),
      Keywords: createHash('sha256').update(reference).digest('hex').slice(0, 32),
      Creator: 'Roundtable',
      Producer: 'Roundtable',
      CreationDate: new Date(at),
      ModDate: new Date(at),
    },
  }) satisfies PDFKit.PDFDocumentOptions;

const set = (page: Page, block: DocumentBlock): void => {
  switch (block.kind) {
    case 'heading': {
      const { size, color, before } = headings[block.level];
      text(page, `H${block.level}`, block.text, { font: 'bold', size, color, before, after: 4, keep: 60 });
      return;
    }
    case 'paragraph':
      text(page, 'P', block.text, { font: block.strong === true ? 'bold' : 'regular' });
      return;
    case 'quotation':
      text(page, 'BlockQuote', block.text, { indent: 14 });
      return;
    case 'list':
      list(page, block.items);
      return;
    case 'table':
      table(page, block);
      return;
  }
};

interface Style {
  readonly font?: 'regular' | 'bold';
  readonly size?: number;
  readonly color?: string;
  readonly before?: number;
  readonly after?: number;
  readonly indent?: number;
  /** Starts a new page where less than this is left: no heading stands alone at the foot, and short tables stay whole. */
  readonly keep?: number;
}

type TextTag = 'P' | 'H1' | 'H2' | 'H3' | 'BlockQuote';

const text = ({ pdf, root }: Page, tag: TextTag, said: string, style: Style = {}): void => {
  const { font = 'regular', size = 11, color = ink, before = 0, after = 6, indent = 0, keep = 0 } = style;
  if (keep > 0 && pdf.y + keep > pdf.page.height - pdf.page.margins.bottom) pdf.addPage();
  pdf.y += before;
  const x = pdf.page.margins.left + indent;
  const width = pdf.page.width - x - pdf.page.margins.right;
  root.add(
    pdf.struct(tag, {}, () => {
      pdf.font(font).fontSize(size).fillColor(color).text(inLetters(said), x, pdf.y, { width, lineGap: 1.5 });
    }),
  );
  pdf.x = pdf.page.margins.left;
  pdf.y += after;
};

const list = ({ pdf, root }: Page, items: readonly string[]): void => {
  const all = pdf.struct('L');
  root.add(all);
  pdf.font('regular').fontSize(11).fillColor(ink);
  const { left, right } = pdf.page.margins;
  const width = pdf.page.width - left - right - 14;
  for (const item of items) {
    const body = pdf.struct('LBody', {}, () => {
      pdf.text(`• ${inLetters(item)}`, left + 6, pdf.y, { width, lineGap: 1.5 });
    });
    const entry = pdf.struct('LI', {}, [body]);
    all.add(entry);
    entry.end();
  }
  all.end();
  pdf.x = left;
  pdf.y += 6;
};

const table = (page: Page, { caption, headers, rows }: Extract<DocumentBlock, { kind: 'table' }>): void => {
  const { pdf, root } = page;
  text(page, 'P', caption, { font: 'bold', after: 3, keep: Math.min(70 + rows.length * 30, 300) });
  pdf.font('regular').fontSize(10).fillColor(ink);
  const room = pdf.page.width - pdf.page.margins.left - pdf.page.margins.right;
  const widths = columnShares(headers, rows);
  const shares = widths.reduce((sum, width) => sum + width, 0);
  pdf.table({
    structParent: root,
    columnStyles: widths.map((width) => (room * width) / shares),
    defaultStyle: { padding: 4, border: 0.5, borderColor: '#767676', textColor: ink },
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

/** Marked as no part of the text: a screen reader does not read the foot on every page. */
const feet = (pdf: PDFKit.PDFDocument, seal: string): void => {
  const { start, count } = pdf.bufferedPageRange();
  for (let at = start; at < start + count; at += 1) {
    pdf.switchToPage(at);
    const { left, right, bottom } = pdf.page.margins;
    const width = pdf.page.width - left - right;
    // Writing below the margin would otherwise begin another page.
    pdf.page.margins.bottom = 0;
    pdf.markContent('Artifact', { type: 'Pagination', attached: ['Bottom'] });
    pdf.font('regular').fontSize(7.5).fillColor(grey);
    const y = pdf.page.height - bottom + 18;
    pdf.text(inLetters(seal), left, y, { width });
    pdf.text(pageOf(at - start + 1, count), left, y + 22, { width, align: 'right' });
    pdf.endMarkedContent();
    pdf.page.margins.bottom = bottom;
  }
};
