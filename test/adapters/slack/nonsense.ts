/** Values of every wrong kind, for one place in a payload. */
const nonsense: readonly unknown[] = [
  null,
  undefined,
  true,
  0,
  -1,
  2 ** 53,
  1e308,
  '',
  '0',
  '__proto__',
  '\u0000\u202e\ud800',
  'x'.repeat(5_000),
  [],
  [null],
  {},
  { toString: 'x', length: -1, then: 1 },
  { __proto__: null, constructor: { prototype: {} } },
];

/** Every place in a payload, each in turn holding each kind of nonsense. */
export function* spoiled(payload: unknown): Generator {
  for (const path of placesIn(payload)) {
    for (const value of nonsense) yield replaced(payload, path, value);
  }
}

const placesIn = (value: unknown, path: readonly string[] = []): readonly (readonly string[])[] =>
  typeof value === 'object' && value !== null
    ? [path, ...Object.entries(value).flatMap(([name, each]) => placesIn(each, [...path, name]))]
    : [path];

const replaced = (value: unknown, [name, ...rest]: readonly string[], by: unknown): unknown => {
  if (name === undefined) return by;
  const copy: Record<string, unknown> | unknown[] = Array.isArray(value)
    ? [...(value as unknown[])]
    : { ...(value as object) };
  (copy as Record<string, unknown>)[name] = replaced((value as Record<string, unknown>)[name], rest, by);
  return copy;
};

/** JSON nested so deep that whoever walks it by calling itself falls over. */
export const nested = (depth: number, open = '[', close = ']'): string => open.repeat(depth) + close.repeat(depth);
