import { createRequire } from 'node:module';
import type { Paint } from '../../src/clerk/ports.js';

/**
 * Paints a picture of ours as PNG, three times as large as it is drawn unless it is told otherwise, so that it is sharp on
 * every telephone. In the bundled letters and no others, off this thread. The library is brought in with the first picture.
 */
export const paint: Paint = async (svg, timesLarger = usually) => {
  const { renderAsync } = await import('@resvg/resvg-js');
  const image = await renderAsync(svg, {
    fitTo: { mode: 'zoom', value: timesLarger },
    font: { loadSystemFonts: false, fontFiles: [...fontFiles], defaultFontFamily: 'Atkinson Hyperlegible Next' },
    logLevel: 'off',
  });
  return image.asPng();
};

const usually = 3;

const packages = createRequire(import.meta.url);

/**
 * Atkinson Hyperlegible Next of the Braille Institute, made for people who see little; it has the letters of Welsh (SIL
 * Open Font Licence 1.1).
 */
const fontFiles: readonly string[] = [
  packages.resolve('@expo-google-fonts/atkinson-hyperlegible-next/400Regular/AtkinsonHyperlegibleNext_400Regular.ttf'),
  packages.resolve('@expo-google-fonts/atkinson-hyperlegible-next/700Bold/AtkinsonHyperlegibleNext_700Bold.ttf'),
];
