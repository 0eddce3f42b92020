/** "a", "two", "12": numbers as people write them in dates. */
export const count = (word: string): number | null => {
  if (/^\d{1,3}$/u.test(word)) return Number(word);
  return named.get(word) ?? null;
};

const names = [
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
  'eleven',
  'twelve',
  'thirteen',
  'fourteen',
  'fifteen',
  'sixteen',
  'seventeen',
  'eighteen',
  'nineteen',
  'twenty',
];

const named: ReadonlyMap<string, number> = new Map([
  ['a', 1],
  ['an', 1],
  ...names.map((name, index): [string, number] => [name, index + 1]),
]);

/** A pattern for all of them, longest first. */
export const counts = `\\d{1,3}|${[...named.keys()].sort((x, y) => y.length - x.length).join('|')}`;
