import type { Document, DocumentBlock } from './document.js';

/** A document as CommonMark with tables; nobody's words become mark-up. The same document gives the same text. */
export const markdown = ({ blocks, footer }: Document): string =>
  `${[...blocks.map(block), `---\n\n${escaped(footer)}`].join('\n\n')}\n`;

const block = (each: DocumentBlock): string => {
  switch (each.kind) {
    case 'heading':
      return `${'#'.repeat(each.level)} ${escaped(oneLine(each.text))}`;
    case 'paragraph':
      return each.strong === true ? `**${lines(each.text)}**` : lines(each.text);
    case 'quotation':
      return lines(each.text)
        .split('\n')
        .map((line) => `> ${line}`.trimEnd())
        .join('\n');
    case 'list':
      return each.items.map((item) => `- ${escaped(oneLine(item))}`).join('\n');
    case 'table':
      return [
        `*${escaped(oneLine(each.caption))}*`,
        '',
        row(each.headers),
        row(
          each.headers.map(() => '---'),
          true,
        ),
        ...each.rows.map((cells) => row(cells)),
      ].join('\n');
  }
};

const row = (cells: readonly string[], isRule = false): string =>
  `| ${cells.map((cell) => (isRule ? cell : escaped(oneLine(cell)))).join(' | ')} |`;

const oneLine = (text: string): string => text.replace(/\s*\n\s*/gu, ' ');

/** A line end within a paragraph stays one. */
const lines = (text: string): string => escaped(text).replace(/\n/gu, '  \n');

/** Every sign that CommonMark could read as mark-up, wherever it stands. */
const escaped = (text: string): string =>
  text.replace(/[\\`*_{}[\]<>()#+!|~&$@:/=.-]/gu, (sign, at: number, whole: string) =>
    isHarmless(sign, at, whole) ? sign : `\\${sign}`,
  );

/** Signs that mean something only at the beginning of a line, or beside another of their kind, are left readable. */
const isHarmless = (sign: string, at: number, whole: string): boolean => {
  const before = whole[at - 1] ?? '\n';
  const after = whole[at + 1] ?? '\n';
  if ('()$@/&=:'.includes(sign)) return !(sign === ':' && after === '/');
  if ('-+.#'.includes(sign)) return before !== '\n' && !/^\s*\d*$/u.test(lineBefore(whole, at));
  return sign === '!' && after !== '[';
};

const lineBefore = (whole: string, at: number): string => whole.slice(whole.lastIndexOf('\n', at - 1) + 1, at);
