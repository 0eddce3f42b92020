/**
 * How wide the columns of a table are, as shares: each as wide as its longest word, in bold in the header, so that no
 * word or number is broken; what is left goes to the columns with long cells.
 */
export const columnShares = (headers: readonly string[], rows: readonly (readonly string[])[]): readonly number[] => {
  const columns = headers.map((header, column) => ({ header, cells: rows.map((row) => row[column] ?? '') }));
  const needs = columns.map(({ header, cells }) =>
    Math.min(40, Math.max(5, longestWord(header) * 1.35, ...cells.map((cell) => longestWord(cell) * 1.2))),
  );
  const wishes = columns.map(({ header, cells }, at) => {
    const longest = Math.max(header.length, ...cells.map((cell) => cell.length));
    return Math.max(0, Math.min(40, Math.sqrt(longest) * 3) - (needs[at] ?? 0));
  });
  const spare = Math.max(0, lettersOnALine - total(needs));
  const wished = total(wishes);
  return needs.map((need, at) => need + (wished === 0 ? 0 : ((wishes[at] ?? 0) * spare) / wished));
};

/** Letters of the size of tables between the margins of a page. */
const lettersOnALine = 84;

const longestWord = (cell: string): number => Math.max(...cell.split(/\s/u).map((part) => part.length));

const total = (all: readonly number[]): number => all.reduce((sum, each) => sum + each, 0);
