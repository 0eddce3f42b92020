import { Worker } from 'node:worker_threads';
import type { Paint } from '../../src/clerk/ports.js';

/**
 * Paints a picture of ours as PNG, three times as large as it is drawn unless it is told otherwise, so that it is sharp on
 * every telephone. In the bundled letters and no others. Painting takes 20 ms of a processor and more, so it has a thread
 * of its own, which starts with the first picture and paints one after another: votes are answered meanwhile. An idle
 * thread keeps no process alive; when it dies, what was asked of it rejects, and the next picture starts a new one.
 */
export const paint: Paint = (svg, timesLarger = 3) =>
  new Promise((resolve, reject) => {
    const painter = (present ??= startPainter());
    painter.ask({ svg, timesLarger }, { resolve, reject });
  });

let present: Painter | null = null;

export interface ToPaint {
  readonly id: number;
  readonly svg: string;
  readonly timesLarger: number;
}

export type Painted = { readonly id: number } & ({ readonly png: Uint8Array } | { readonly failure: string });

interface Waiting {
  readonly resolve: (png: Uint8Array) => void;
  readonly reject: (why: Error) => void;
}

interface Painter {
  readonly ask: (picture: Omit<ToPaint, 'id'>, waiting: Waiting) => void;
}

const startPainter = (): Painter => {
  const worker = newWorker();
  const waiting = new Map<number, Waiting>();
  let last = 0;
  const gone = (why: string): void => {
    if (present === painter) present = null;
    for (const { reject } of waiting.values()) reject(new Error(`the painter’s thread ended: ${why}`));
    waiting.clear();
  };
  const painter: Painter = {
    ask: (picture, asked) => {
      last += 1;
      if (waiting.size === 0) worker.ref();
      waiting.set(last, asked);
      worker.postMessage({ id: last, ...picture } satisfies ToPaint);
    },
  };
  worker.on('message', (painted: Painted) => {
    const asked = waiting.get(painted.id);
    waiting.delete(painted.id);
    if (waiting.size === 0) worker.unref();
    if ('failure' in painted) asked?.reject(new Error(painted.failure));
    else asked?.resolve(painted.png);
  });
  worker.on('error', (error) => gone(error.message));
  worker.on('exit', (code) => gone(`exit ${code}`));
  return painter;
};

/** Compiled, the thread runs the file beside this one; from sources (development, tests) tsx has to bring it in. */
const newWorker = (): Worker => {
  if (!import.meta.url.endsWith('.ts')) return new Worker(new URL('./painter-worker.js', import.meta.url));
  const source = JSON.stringify(new URL('./painter-worker.ts', import.meta.url).href);
  const tsx = JSON.stringify(import.meta.resolve('tsx/esm/api'));
  return new Worker(`import(${tsx}).then(({ tsImport }) => tsImport(${source}, ${source}))`, { eval: true });
};
