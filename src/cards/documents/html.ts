import type { Document, DocumentBlock } from './document.js';

/**
 * A document as one page of HTML without scripts or anything from elsewhere: headings in order, tables with captions and
 * header cells, the language said. The same document gives the same text.
 */
export const html = (document: Document): string =>
  [
    '<!doctype html>',
    `<html lang="${document.language}">`,
    '<head>',
    '<meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<title>${escaped(document.title)}</title>`,
    `<meta name="author" content="${escaped(document.author)}">`,
    `<style>${style}</style>`,
    '</head>',
    '<body>',
    '<main>',
    ...document.blocks.map(block),
    '</main>',
    `<footer><p>${escaped(document.footer)}</p></footer>`,
    '</body>',
    '</html>',
    '',
  ].join('\n');

const block = (each: DocumentBlock): string => {
  switch (each.kind) {
    case 'heading':
      return `<h${each.level}>${escaped(each.text)}</h${each.level}>`;
    case 'paragraph':
      return each.strong === true ? `<p><strong>${lines(each.text)}</strong></p>` : `<p>${lines(each.text)}</p>`;
    case 'quotation':
      return `<blockquote><p>${lines(each.text)}</p></blockquote>`;
    case 'list':
      return `<ul>\n${each.items.map((item) => `<li>${lines(item)}</li>`).join('\n')}\n</ul>`;
    case 'table':
      return [
        '<div class="table" role="region" tabindex="0">',
        `<table>\n<caption>${escaped(each.caption)}</caption>`,
        `<thead><tr>${each.headers.map((header) => `<th scope="col">${escaped(header)}</th>`).join('')}</tr></thead>`,
        '<tbody>',
        ...each.rows.map(([first = '', ...cells]) => {
          const rest = cells.map((cell) => `<td>${lines(cell)}</td>`).join('');
          return `<tr><th scope="row">${lines(first)}</th>${rest}</tr>`;
        }),
        '</tbody>\n</table>\n</div>',
      ].join('\n');
  }
};

const lines = (text: string): string => escaped(text).replace(/\n/gu, '<br>');

const escaped = (text: string): string => text.replace(/[&<>"']/gu, (sign) => entities[sign] ?? sign);

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

const style =
  'body{font:1rem/1.5 "Atkinson Hyperlegible Next","Atkinson Hyperlegible",Verdana,sans-serif;color:#1b1b1b;background:#fff;' +
  'max-width:46rem;margin:2rem auto;padding:0 1rem}' +
  'h1{font-size:1.6rem;line-height:1.2}h2{font-size:1.2rem;margin-top:2rem}h3{font-size:1rem}' +
  'blockquote{margin:.5rem 0;padding:.25rem 1rem;border-left:.25rem solid #767676}' +
  '.table{overflow-x:auto}table{border-collapse:collapse;width:100%}caption{text-align:left;font-weight:bold;padding:.5rem 0}' +
  'th,td{border:1px solid #767676;padding:.3rem .5rem;text-align:left;vertical-align:top}' +
  'footer{margin-top:3rem;border-top:1px solid #767676;font-size:.85rem;overflow-wrap:anywhere}' +
  '@media print{body{margin:0;max-width:none}tr,blockquote{break-inside:avoid}h2,h3{break-after:avoid}}';
