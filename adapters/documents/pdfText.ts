import { inLetters } from './letters.js';

/** A page that is being written on, and the structure that screen readers read. */
export interface Page {
  readonly pdf: PDFKit.PDFDocument;
  readonly root: PDFKit.PDFStructureElement;
}

export interface Style {
  readonly font?: 'regular' | 'bold';
  readonly size?: number;
  readonly color?: string;
  readonly before?: number;
  readonly after?: number;
  readonly indent?: number;
  /** Starts a new page where less than this is left: no heading stands alone at the foot, and short tables stay whole. */
  readonly keep?: number;
  /** A line down its left side. */
  readonly bar?: boolean;
}

export type TextTag = 'P' | 'H1' | 'H2' | 'H3' | 'BlockQuote';

/** Writes one paragraph or heading where the page stands, on as many pages as it needs. */
export const text = ({ pdf, root }: Page, tag: TextTag, said: string, style: Style = {}): void => {
  const { font = 'regular', size = 11, color = ink, before = 0, after = 6, indent = 0, keep = 0 } = style;
  if (keep > roomLeft(pdf)) pdf.addPage();
  else pdf.y += before;
  const x = pdf.page.margins.left + indent;
  const width = pdf.page.width - x - pdf.page.margins.right;
  const words = inLetters(said);
  pdf.font(font).fontSize(size);
  if (style.bar === true) bar(pdf, x - 8, pdf.heightOfString(words, { width, lineGap }));
  root.add(
    pdf.struct(tag, {}, () => {
      pdf.font(font).fontSize(size).fillColor(color).text(words, x, pdf.y, { width, lineGap });
    }),
  );
  pdf.x = pdf.page.margins.left;
  pdf.y += after;
};

export const lineGap = 1.5;

/** Points down to the foot of the page. */
export const roomLeft = (pdf: PDFKit.PDFDocument): number => pdf.page.height - pdf.page.margins.bottom - pdf.y;

/** For the eye alone; words that run on over the page go without. */
const bar = (pdf: PDFKit.PDFDocument, x: number, height: number): void => {
  if (height > roomLeft(pdf)) return;
  pdf.markContent('Artifact', { type: 'Layout' });
  pdf
    .save()
    .lineWidth(2)
    .strokeColor(blue)
    .moveTo(x, pdf.y)
    .lineTo(x, pdf.y + height - lineGap)
    .stroke()
    .restore();
  pdf.endMarkedContent();
};

export const ink = '#1a1a1a';
export const grey = '#444444';
export const blue = '#1f4e79';
