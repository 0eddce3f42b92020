/** Something wrong in a charter: where, and what is allowed instead. */
export interface CharterProblem {
  /** Keys and positions from the top of the file: ["classes", 2, "rule"]. */
  readonly path: readonly (string | number)[];
  readonly says: string;
}

/** A problem where an id points at nothing in the list, naming what there is. */
export const oneOf = (
  list: readonly { readonly id: string }[],
  id: string,
  path: CharterProblem['path'],
  noun: string,
): readonly CharterProblem[] =>
  list.some((line) => line.id === id)
    ? []
    : [
        {
          path,
          says: `there is no ${noun} "${id}". There are: ${[...new Set(list.map((line) => line.id))].join(', ')}.`,
        },
      ];

/** A problem for each line that repeats the key of an earlier one; lines without a key are passed over. */
export const duplicates = <Line>(
  path: CharterProblem['path'],
  lines: readonly Line[],
  keyOf: (line: Line) => string | undefined,
  field: string,
  noun: string,
): readonly CharterProblem[] => {
  const keys = lines.map(keyOf);
  return keys.flatMap((key, at) =>
    key !== undefined && keys.indexOf(key) < at
      ? [
          {
            path: [...path, at, field],
            says: `the ${noun} "${key}" is used twice in ${path.join('.')}; each must be its own.`,
          },
        ]
      : [],
  );
};
