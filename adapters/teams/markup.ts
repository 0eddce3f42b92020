/** A message's HTML as people read it. */
export const readable = (html: string): string =>
  decoded(
    html
      .slice(0, longest)
      .replace(/<(?:br|\/p|\/div|\/li)\s*\/?>/giu, '\n')
      .replace(/<[^>]{0,2000}>/gu, ''),
  ).trim();

/** Signs that Teams writes as entities, each read once, and spaces that do not break. */
export const decoded = (text: string): string =>
  text
    .replace(/&(?:(nbsp|lt|gt|quot|apos|amp)|#(\d{1,7})|#x([\da-f]{1,6}));/giu, (whole, name?: string, ...code) =>
      name === undefined
        ? signOf(whole, code as readonly (string | undefined)[])
        : (signs.get(name.toLowerCase()) ?? whole),
    )
    .replace(/\u00a0/gu, ' ');

const signOf = (whole: string, [decimal, hex]: readonly (string | undefined)[]): string => {
  const point = decimal === undefined ? parseInt(hex ?? '', 16) : Number(decimal);
  return point > 0 && point <= 0x10_ff_ff && (point < 0xd8_00 || point > 0xdf_ff) ? String.fromCodePoint(point) : whole;
};

const signs: ReadonlyMap<string, string> = new Map([
  ['nbsp', ' '],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['apos', "'"],
  ['amp', '&'],
]);

/** Longer than any form of ours takes. */
const longest = 24_000;
