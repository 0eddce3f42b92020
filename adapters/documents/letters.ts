import { createRequire } from 'node:module';
import { create, type Font } from 'fontkit';
import { readFileSync } from 'node:fs';

const packages = createRequire(import.meta.url);

/**
 * Atkinson Hyperlegible Next of the Braille Institute, made for people who see little; it has the letters of Welsh (SIL
 * Open Font Licence 1.1). The files of the two weights that documents and drawings use.
 */
export const regular = packages.resolve(
  '@expo-google-fonts/atkinson-hyperlegible-next/400Regular/AtkinsonHyperlegibleNext_400Regular.ttf',
);
export const bold = packages.resolve(
  '@expo-google-fonts/atkinson-hyperlegible-next/700Bold/AtkinsonHyperlegibleNext_700Bold.ttf',
);

/**
 * The text in characters that the bundled letters have: one that they lack is printed by its number, "[U+05D0]", and
 * never as an empty box; invisible ones are left out.
 */
export const inLetters = (text: string): string => {
  letters ??= create(readFileSync(regular)) as Font;
  const font = letters;
  return text.replace(/[^\n -~]/gu, (sign) => {
    const code = sign.codePointAt(0) ?? 0;
    if (/\p{Default_Ignorable_Code_Point}/u.test(sign)) return '';
    if (font.hasGlyphForCodePoint(code)) return sign;
    return `[U+${code.toString(16).toUpperCase().padStart(4, '0')}]`;
  });
};

let letters: Font | undefined;
