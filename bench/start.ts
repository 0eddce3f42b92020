import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { get } from 'node:http';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { Bench } from './bench.js';
import { interleaved } from './pairs.js';

/**
 * How long the compiled program takes from its start until `/readyz` answers 200, on a playground that was founded
 * before, divided by the time in which a fresh Node.js imports the libraries that the program imports, and nothing else.
 */
export const start: Bench = {
  name: 'start',
  method: 'compiled start to /readyz ÷ importing its libraries alone',
  measure: async (folder) => {
    const libraries = [...librariesOf(main)];
    const pairs = await interleaved(
      () => startedMs(folder),
      () => importedMs(libraries),
    );
    return [
      {
        bench: 'start/readyz',
        value: { ratio: pairs.ratio },
        goal: { most: 1.5 },
        more: { startMs: pairs.oursMs, importMs: pairs.theirsMs, libraries: libraries.length },
      },
    ];
  },
};

/** Beside this file once both are compiled. */
const main = fileURLToPath(new URL('../adapters/main.js', import.meta.url));
const triesMost = 100;

/** Asked only once the program says where it is: asking all the time would take the processor that it starts on. */
const startedMs = async (folder: string): Promise<number> => {
  const from = performance.now();
  const program = spawn(process.execPath, [main], {
    env: {
      ...process.env,
      PORT: '0',
      DATABASE_URL: `file:${join(folder, 'start.db')}`,
      PLAYGROUND_DATABASE_URL: `file:${join(folder, 'start-playground.db')}`,
      LOG_LEVEL: 'silent',
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  try {
    const port = Number(/127\.0\.0\.1:(\d+)/u.exec(await firstWords(program.stdout))?.[1]);
    for (let tries = 1; !(await isReady(port)); tries += 1) {
      if (tries >= triesMost) throw new Error('the program did not become ready');
      await pause(10);
    }
    return performance.now() - from;
  } finally {
    await ended(program, 'SIGTERM');
  }
};

/** What a program says first, and nothing when it ends without a word. */
const firstWords = async (from: Readable): Promise<string> => {
  for await (const chunk of from) return String(chunk);
  return '';
};

const isReady = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    get({ host: '127.0.0.1', port, path: '/readyz' }, (answer) => {
      answer.resume();
      resolve(answer.statusCode === 200);
    }).on('error', () => resolve(false));
  });

const importedMs = async (libraries: readonly string[]): Promise<number> => {
  const source = `${libraries.map((library) => `import ${JSON.stringify(library)};`).join('')}process.stdout.write('in')`;
  const from = performance.now();
  const program = spawn(process.execPath, ['--input-type=module', '--eval', source], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  try {
    await firstWords(program.stdout);
    return performance.now() - from;
  } finally {
    await ended(program, 'SIGTERM');
  }
};

const ended = async (program: ChildProcess, signal: NodeJS.Signals): Promise<void> => {
  if (program.exitCode !== null || program.signalCode !== null) return;
  program.kill(signal);
  await once(program, 'exit');
};

/** Packages that a compiled file imports on its way to being ready, itself or through files of ours. */
const librariesOf = (file: string, seen = new Set<string>(), found = new Set<string>()): ReadonlySet<string> => {
  if (seen.has(file)) return found;
  seen.add(file);
  for (const [, from, called] of readFileSync(file, 'utf8').matchAll(imports)) {
    const of = from ?? called ?? '';
    if (of.startsWith('.')) librariesOf(fileURLToPath(new URL(of, pathToFileURL(file))), seen, found);
    else if (!of.startsWith('node:')) found.add(of);
  }
  return found;
};

/** Statements that import or export from somewhere, and imports that are called with a name. */
const imports = /^(?:import|export)\s(?:[^;'"=()]*\sfrom\s)?\s*['"]([^'"]+)['"];|\bimport\(['"]([^'"]+)['"]\)/gm;
