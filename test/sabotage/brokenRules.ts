import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import ts from 'typescript';
import type { Engine } from '../histories.js';
import type { Sabotage } from './sabotage.js';
import { edited } from './sabotage.js';

/** Where broken copies are kept while they are tried: inside the repository, so that they find its libraries. */
export const workshop = resolve('test-artifacts', 'sabotage');

/** The rules with the edits made, compiled and loaded beside the real ones. Null for no edits: a copy that is honest. */
export const brokenRules = async (sabotage: Sabotage | null): Promise<Engine> => {
  copies += 1;
  const folder = join(workshop, `rules-${process.pid}-${copies}`);
  mkdirSync(folder, { recursive: true });
  try {
    const files = readdirSync(alliance, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts'));
    for (const file of files) {
      const text = readFileSync(join(alliance, file), 'utf8');
      mkdirSync(join(folder, dirname(file)), { recursive: true });
      writeFileSync(
        join(folder, file.replace(/\.ts$/, '.js')),
        compiled(sabotage === null ? text : edited(sabotage, file, text)),
      );
    }
    const { decide } = await imported<Pick<Engine, 'decide'>>(folder, 'decide.js');
    const { evolve } = await imported<Pick<Engine, 'evolve'>>(folder, 'evolve.js');
    return { decide, evolve };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};

const alliance = resolve('src', 'alliance');
let copies = 0;

const imported = async <Shape>(folder: string, file: string): Promise<Shape> =>
  (await import(/* @vite-ignore */ pathToFileURL(join(folder, file)).href)) as Shape;

/** The same text again and again, but for the one file that is broken. */
const known = new Map<string, string>();

const compiled = (text: string): string => {
  const present = known.get(text);
  if (present !== undefined) return present;
  const { outputText } = ts.transpileModule(text, {
    compilerOptions: { target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.ESNext, verbatimModuleSyntax: true },
  });
  known.set(text, outputText);
  return outputText;
};
