/** How wide the columns of a table are, as shares: by the longest word and the longest cell of each. */
export const columnShares = (headers: readonly string[], rows: readonly (readonly string[])[]): readonly number[] =>
  headers.map((header, column) => {
    const cells = [header, ...rows.map((row) => row[column] ?? '')];
    const longest = Math.max(...cells.map((cell) => cell.length));
    const word = Math.max(...cells.flatMap((cell) => cell.split(/\s/u).map((part) => part.length)));
    return Math.min(40, Math.max(word * 1.2, 7, Math.sqrt(longest) * 3));
  });
