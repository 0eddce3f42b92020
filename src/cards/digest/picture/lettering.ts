import { graphemesWithin, visibleLine } from '../../fit.js';

/** Words as SVG takes them. */
export const inSvg = (text: string): string =>
  visibleLine(text).replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

/** The text itself where the bundled letters have what it is written in, else the one that stands for it. */
export const drawable = (text: string, otherwise: string): string =>
  /^[\p{Script=Latin}\p{Script=Common}\p{Script=Inherited}]*$/u.test(text) ? text : otherwise;

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
export const widthOf = (text: string, size: number): number => {
  let width = 0;
  for (const letter of text) width += widthOfLetter(letter) * size;
  return width;
};

const widthOfLetter = (letter: string): number => {
  const known = simpleWidths[letter.charCodeAt(0)];
  return known ?? measured(letter);
};

const measured = (letter: string): number => letterWidths.find(([of]) => of.test(letter))?.[1] ?? 1.1;

/** Measured on Atkinson Hyperlegible Next Bold and rounded up; letters that it does not have count as wide ones. */
const letterWidths: readonly (readonly [RegExp, number])[] = [
  [/[ij.,:;'|`’‘·]/u, 0.3],
  [/[l!()[\] ]/u, 0.35],
  [/[frt_{}"-]/u, 0.4],
  [/[I1/\\*“”–]/u, 0.51],
  [/[csvxyz7?~]/u, 0.55],
  [/[abdeghknopqu239EFJL<>+^=$]/u, 0.61],
  [/[BPRSTVYZ4568]/u, 0.65],
  [/[ACDKUX0]/u, 0.7],
  [/[HGNOQ&w]/u, 0.78],
  [/[mMW@%#…—]/u, 1],
  [/\p{Script=Latin}|\p{Nd}/u, 0.76],
];

/** Of the letters from U+0020 to U+007E, by their code: nearly all that is ever drawn. */
const simpleWidths: readonly (number | undefined)[] = Array.from({ length: 0x7f }, (_, code) =>
  code < 0x20 ? undefined : measured(String.fromCharCode(code)),
);

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
