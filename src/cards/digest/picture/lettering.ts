import { graphemesWithin, visibleLine } from '../../fit.js';

/** Words as SVG takes them. */
export const inSvg = (text: string): string =>
  visibleLine(text).replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

/** At most so many lines that each fit into a width; what does not fit ends with an ellipsis. At least one line. */
export const wrapped = (text: string, size: number, width: number, linesMost: number): readonly string[] => {
  const lines: string[] = [];
  let rest = visibleLine(text);
  while (rest !== '' && lines.length < linesMost) {
    const isLast = lines.length === linesMost - 1;
    const fit = longestFit(rest, size, width);
    if (fit.length === rest.length) {
      lines.push(rest);
      break;
    }
    const line = isLast ? `${longestFit(rest, size, width - widthOf('…', size)).trimEnd()}…` : atWord(fit, rest);
    lines.push(line.trimEnd());
    rest = rest.slice(line.length).trimStart();
  }
  return lines.length === 0 ? [''] : lines;
};

/** How wide a text is at most, in the bundled letters, bold, at a size in pixels. */
export const widthOf = (text: string, size: number): number =>
  Array.from(text).reduce(
    (width, letter) => width + (letterWidths.find(([of]) => of.test(letter))?.[1] ?? 1.1) * size,
    0,
  );

/** Measured on Atkinson Hyperlegible Bold and rounded up; letters that it does not have count as wide ones. */
const letterWidths: readonly (readonly [RegExp, number])[] = [
  [/[ijl.,:;'|!’‘]/u, 0.32],
  [/[ frtI()\-[\]/]/u, 0.45],
  [/[mwMW@%…—]/u, 1.02],
  [/[A-HJ-LN-VX-Z&]/u, 0.73],
  [/[\p{Script=Latin}\p{Nd}–_+*#?"“”]/u, 0.64],
];

const longestFit = (text: string, size: number, width: number): string => {
  let fit = graphemesWithin(text, lettersMost);
  while (fit !== '' && widthOf(fit, size) > width) fit = graphemesWithin(fit, fit.length - 1);
  return fit === '' ? text.slice(0, 1) : fit;
};

/** Longer than any line of a picture. */
const lettersMost = 80;

/** A line ends with a word where that is possible. */
const atWord = (fit: string, rest: string): string => {
  if (/\s/u.test(rest.charAt(fit.length))) return fit;
  const space = fit.lastIndexOf(' ');
  return space > 0 ? fit.slice(0, space) : fit;
};
