import { createHash } from 'node:crypto';
import PDFDocument from 'pdfkit';
import type { Document as AllianceDocument, DocumentBlock } from '../../src/cards/documents/document.js';
import { pageOf } from '../../src/cards/words/documents.js';
import type { Typeset } from '../../src/clerk/ports.js';
import { bold, inLetters, regular } from './letters.js';
import { table } from './pdfTable.js';
import { blue, grey, ink, lineGap, type Page, roomLeft, text } from './pdfText.js';

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
  document.blocks.forEach((block, at) => set(page, block, needOf(document.blocks.slice(at, at + 4))));
  root.end();
  feet(pdf, document.footer);
  pdf.end();
  return whole;
};

const headings = {
  1: { size: 20, color: ink, before: 0 },
  2: { size: 14, color: blue, before: 12 },
  3: { size: 12, color: ink, before: 6 },
} as const;

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

/** How much room the first of these blocks needs with what must stand beside it: nothing is left alone at the foot of a page. */
const needOf = ([block, ...rest]: readonly DocumentBlock[]): number => {
  switch (block?.kind) {
    case 'heading':
      return headings[block.level].before + headings[block.level].size * 1.6 + needOf(rest);
    case 'paragraph':
      return 24 + (rest[0]?.kind === 'list' || rest[0]?.kind === 'quotation' ? needOf(rest) : 0);
    case 'table':
      return Math.min(70 + block.rows.length * 30, 300);
    case 'list':
    case 'quotation':
      return 36;
    case undefined:
      return 0;
  }
};

const set = (page: Page, block: DocumentBlock, keep: number): void => {
  switch (block.kind) {
    case 'heading': {
      const { size, color, before } = headings[block.level];
      text(page, `H${block.level}`, block.text, { font: 'bold', size, color, before, after: 4, keep });
      return;
    }
    case 'paragraph':
      text(page, 'P', block.text, { font: block.strong === true ? 'bold' : 'regular', keep });
      return;
    case 'quotation':
      text(page, 'BlockQuote', block.text, { indent: 14, keep, bar: true });
      return;
    case 'list':
      list(page, block.items);
      return;
    case 'table':
      table(page, block, keep);
      return;
  }
};

const list = ({ pdf, root }: Page, items: readonly string[]): void => {
  const all = pdf.struct('L');
  root.add(all);
  pdf.font('regular').fontSize(11).fillColor(ink);
  const { left, right } = pdf.page.margins;
  const width = pdf.page.width - left - right - bulletRoom;
  for (const item of items) {
    if (roomLeft(pdf) < 14) pdf.addPage();
    const { y } = pdf;
    const label = pdf.struct('Lbl', {}, () => void pdf.text('•', left + 6, y, { lineGap }));
    const body = pdf.struct('LBody', {}, () => {
      pdf.text(inLetters(item), left + bulletRoom, y, { width, lineGap });
    });
    const entry = pdf.struct('LI', {}, [label, body]);
    all.add(entry);
    entry.end();
  }
  all.end();
  pdf.x = left;
  pdf.y += 6;
};

const bulletRoom = 18;

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
