import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect } from 'vitest';
import type { CharterDocument } from '../../src/alliance/charter.js';
import type { ProblemInFile } from '../../src/alliance/charterText.js';
import { readCharter } from '../../src/alliance/charterText.js';

export type Example = 'idream' | 'ipsa' | 'lwn' | 'plymouth' | 'young-people-pilot';
export const examples: readonly Example[] = ['idream', 'ipsa', 'lwn', 'plymouth', 'young-people-pilot'];

/** The text of an example that ships. */
export const exampleText = (name: Example): string =>
  readFileSync(fileURLToPath(new URL(`../../examples/${name}.charter.yaml`, import.meta.url)), 'utf8');

/** An example that ships, read. */
export const exampleCharter = (name: Example): CharterDocument => {
  const read = readCharter(exampleText(name), `${name}.charter.yaml`);
  if ('problems' in read) throw new Error(JSON.stringify(read.problems));
  return read.charter;
};

/** The text of an example with one passage replaced; the passage must be there. */
export const edited = (name: Example, passage: string | RegExp, instead: string): string => {
  const text = exampleText(name);
  const changed = text.replace(passage, () => instead);
  if (changed === text) throw new Error(`${name} has no passage ${String(passage)}`);
  return changed;
};

/** What is wrong with a charter text; empty when nothing is. */
export const problemsOf = (text: string): readonly ProblemInFile[] => {
  const read = readCharter(text, 'our.charter.yaml');
  return 'problems' in read ? read.problems : [];
};

/** The line of the text, counted from 1, on which a passage stands. */
export const lineOf = (text: string, passage: string): number =>
  text.slice(0, text.indexOf(passage)).split('\n').length;

/** A charter that makes no sense: the example, the passage changed and what stands there instead, where and what is said. */
export type Mistake = readonly [
  what: string,
  example: Example,
  passage: string | RegExp,
  instead: string,
  path: string,
  says: string,
];

/** Refuses an example with one passage changed: the reason is among what is said, with the place it is at. */
export const refused = (...[, example, passage, instead, path, says]: Mistake): void => {
  const problems = problemsOf(edited(example, passage, instead));
  expect(problems.map((problem) => [problem.path, problem.says.slice(0, says.length)])).toContainEqual([path, says]);
  expect(problems.every(({ line }) => line > 1)).toBe(true);
};
