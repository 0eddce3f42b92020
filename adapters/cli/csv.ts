/**
 * Rows as CSV (RFC 4180, with a mark that tells spreadsheets it is UTF-8). A cell that a spreadsheet would run as a
 * formula begins with an apostrophe instead.
 */
export const asCsv = (rows: readonly (readonly string[])[]): string =>
  `\uFEFF${rows.map((row) => `${row.map(cell).join(',')}\r\n`).join('')}`;

/** Also behind white space and in the full-width forms, which some spreadsheets take for the plain ones. */
const formula = /^[\s\p{Cf}]*[=+\-@\t\r\uFF1D\uFF0B\uFF0D\uFF20]/u;

const cell = (text: string): string => `"${(formula.test(text) ? `'${text}` : text).replaceAll('"', '""')}"`;
