/** Pieces of plain text, as the commands lay them out. */

/** Pretty JSON with a line end. */
export const asJson = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;

/** Columns that line up; the last one is not padded. */
export const table = (rows: readonly (readonly string[])[]): string => {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => (row[column] ?? '').length)));
  const lines = rows.map((row) =>
    row.map((cell, column) => (column === row.length - 1 ? cell : cell.padEnd(widths[column] ?? 0))).join('  '),
  );
  return lines.map((line) => `${line.trimEnd()}\n`).join('');
};

/** Paragraphs with an empty line between them; empty ones are left out. */
export const paragraphs = (...parts: readonly string[]): string =>
  parts
    .map((part) => part.trimEnd())
    .filter((part) => part !== '')
    .map((part) => `${part}\n`)
    .join('\n');

/** The examples at the end of a help text. */
export const examples = (...lines: readonly (readonly [command: string, what: string])[]): string =>
  `\nExamples:\n${table(lines.map(([command, what]) => [`  $ roundtable ${command}`, what]))}`;
