import { createRequire } from 'node:module';
import { constants, setPriority } from 'node:os';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
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

/**
 * The pixels of a picture, some megabytes, lie outside the heap and are given back when their small object is collected. V8
 * does not know how large they are and would wait for hundreds of them; this thread's own heap is small and quickly swept.
 */
const sweepOf = (): (() => void) => {
  setFlagsFromString('--expose-gc');
  return runInNewContext('gc') as () => void;
};

giveWay();
const sweep = sweepOf();
let line: Promise<void> = Promise.resolve();
parentPort?.on('message', (asked: ToPaint) => {
  // One a turn of the loop: within its own turn a picture still counts as in use.
  line = line.then(async () => {
    parentPort?.postMessage(painted(asked));
    await nextTurn();
    sweep();
  });
});
