import { createRequire } from 'node:module';
import { constants, setPriority } from 'node:os';
import { parentPort } from 'node:worker_threads';
import { Resvg } from '@resvg/resvg-js';
import type { Painted, ToPaint } from './painter.js';

/** The far side of adapters/documents/painter.ts: paints one drawing after another. */
const painted = ({ id, svg, timesLarger }: ToPaint): Painted => {
  try {
    const image = new Resvg(svg, {
      fitTo: { mode: 'zoom', value: timesLarger },
      font: { loadSystemFonts: false, fontFiles: [...fontFiles], defaultFontFamily: 'Atkinson Hyperlegible Next' },
      logLevel: 'off',
    });
    return { id, png: image.render().asPng() };
  } catch (thrown) {
    return { id, failure: thrown instanceof Error ? thrown.message : String(thrown) };
  }
};

const packages = createRequire(import.meta.url);

/**
 * Atkinson Hyperlegible Next of the Braille Institute, made for people who see little; it has the letters of Welsh (SIL
 * Open Font Licence 1.1).
 */
const fontFiles: readonly string[] = [
  packages.resolve('@expo-google-fonts/atkinson-hyperlegible-next/400Regular/AtkinsonHyperlegibleNext_400Regular.ttf'),
  packages.resolve('@expo-google-fonts/atkinson-hyperlegible-next/700Bold/AtkinsonHyperlegibleNext_700Bold.ttf'),
];

/** Votes go first where processors are scarce. On Linux this is said of the thread alone, elsewhere of the whole process. */
const giveWay = (): void => {
  if (process.platform !== 'linux') return;
  try {
    setPriority(constants.priority.PRIORITY_BELOW_NORMAL);
  } catch {
    // Where that is not allowed, pictures are painted all the same.
  }
};

giveWay();
parentPort?.on('message', (asked: ToPaint) => parentPort?.postMessage(painted(asked)));
