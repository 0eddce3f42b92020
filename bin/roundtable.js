#!/usr/bin/env node
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, statSync, utimesSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

/**
 * Runs the command line from a fresh checkout as from an installed package: where the sources are at hand and newer
 * than what was compiled, they are compiled first.
 */
const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const compiler = join(root, 'node_modules', 'typescript', 'bin', 'tsc');
const stamp = join(root, 'dist', '.tsbuildinfo');

const newestIn = (path) => {
  const stats = statSync(path);
  const within = stats.isDirectory() ? readdirSync(path).map((name) => newestIn(join(path, name))) : [];
  return Math.max(stats.mtimeMs, ...within);
};

const sources = ['src', 'adapters', 'db', 'tsconfig.json', 'tsconfig.build.json', 'package-lock.json'];
const isStale = () => {
  if (!existsSync(stamp)) return true;
  const built = statSync(stamp).mtimeMs;
  return sources.some((path) => newestIn(join(root, path)) > built);
};

if (existsSync(join(root, 'src')) && existsSync(compiler) && isStale()) {
  const compiled = spawnSync(process.execPath, [compiler, '-p', join(root, 'tsconfig.build.json')], {
    stdio: ['ignore', process.stderr, process.stderr],
  });
  if (compiled.status !== 0) process.exit(1);
  utimesSync(stamp, new Date(), new Date());
}
await import(pathToFileURL(join(root, 'dist', 'adapters', 'cli', 'roundtable.js')).href);
