import type { Document, LineCounter as Lines, YAMLError } from 'yaml';
import { isAlias, isMap, isScalar, isSeq, LineCounter, parseDocument, visit } from 'yaml';
import type { CharterDocument } from './charter.js';
import { charterDocument } from './charter.js';
import { charterChecks } from './charterChecks.js';
import type { CharterProblem } from './charterProblem.js';
import { issueInWords } from './charterWords.js';

/** Something wrong in a charter file: where a person finds it, and a sentence that says what is allowed. */
export interface ProblemInFile {
  /** "classes[2].rule": positions in lists count from 0; empty for the file as a whole. */
  readonly path: string;
  /** Counted from 1. */
  readonly line: number;
  readonly says: string;
}

export type ReadCharter =
  | { readonly charter: CharterDocument; readonly warnings: readonly ProblemInFile[] }
  | { readonly problems: readonly ProblemInFile[] };

/** The largest charter file that is read, in bytes of UTF-8. */
export const charterBytesMost = 1_000_000;
const aliasesMost = 50;
const problemsMost = 50;

/**
 * Reads a charter from YAML. Every problem names its path and line and says what is allowed; the list is in the order
 * of the file and at most 50 long. Never throws, whatever the text.
 */
export const readCharter = (yamlText: string, fileName: string): ReadCharter => {
  const whole = (says: string, line = 1): ReadCharter => ({ problems: [{ path: '', line, says }] });
  if (Buffer.byteLength(yamlText, 'utf8') > charterBytesMost) {
    return whole(`${fileName} is larger than 1 MB, the most that a charter may have.`);
  }
  if (yamlText.trim() === '') return whole(`${fileName} is empty. Copy one of the examples to begin with.`);
  const lines = new LineCounter();
  const parsed = parsedYaml(yamlText, lines);
  if ('broken' in parsed) return whole(`${fileName} cannot be read as YAML: ${parsed.broken}`);
  const { document } = parsed;
  const broken = [...document.errors, ...document.warnings];
  if (broken.length > 0) return { problems: brokenYaml(broken, lines) };
  const crooked = [...repeatedKeys(document, lines), ...strayAliases(document, lines)];
  if (crooked.length > 0) return { problems: crooked };
  const value = plainValue(document);
  if ('broken' in value) return whole(`${fileName} ${value.broken}`);
  if (!isMap(document.contents)) {
    return whole(`${fileName} must be a group of settings such as "name: …" and "code: …", each on its own line.`);
  }
  return judged(value.plain, (path) => lineAt(document, lines, path));
};

const parsedYaml = (yamlText: string, lineCounter: Lines): { document: Document } | { broken: string } => {
  try {
    return {
      document: parseDocument(yamlText, { lineCounter, prettyErrors: false, stringKeys: true, uniqueKeys: false }),
    };
  } catch {
    // The parser recurses, so only nesting far deeper than any charter brings it here.
    return { broken: 'it is nested too deeply.' };
  }
};

const plainValue = (document: Document): { plain: unknown } | { broken: string } => {
  try {
    return { plain: document.toJS({ maxAliasCount: aliasesMost }) };
  } catch {
    return { broken: `repeats itself too often: at most ${aliasesMost} values may come from aliases (* and &).` };
  }
};

const judged = (plain: unknown, lineOf: (path: CharterProblem['path']) => number): ReadCharter => {
  const located = (problems: readonly CharterProblem[]): readonly ProblemInFile[] =>
    problems
      .map(({ path, says }) => ({ path: pathInWords(path), line: lineOf(path), says }))
      .sort((a, b) => a.line - b.line)
      .slice(0, problemsMost);
  // The empty message tells a plain finding of the schema from one that brings its own sentence.
  const result = charterDocument.safeParse(plain, { error: () => '' });
  if (!result.success) {
    const valueAt = (path: CharterProblem['path']): unknown => valueIn(plain, path);
    return { problems: located(result.error.issues.flatMap((issue) => issueInWords(issue, valueAt))) };
  }
  const { problems, warnings } = charterChecks(result.data);
  return problems.length > 0 ? { problems: located(problems) } : { charter: result.data, warnings: located(warnings) };
};

const valueIn = (plain: unknown, path: CharterProblem['path']): unknown => {
  let value = plain;
  for (const step of path) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, step)) return undefined;
    value = (value as Record<string | number, unknown>)[step];
  }
  return value;
};

const pathInWords = (path: CharterProblem['path']): string =>
  path.map((step, at) => (typeof step === 'number' ? `[${step}]` : at === 0 ? step : `.${step}`)).join('');

/** The line of a path: of its key, its list item, or the nearest thing around it that the file has. */
const lineAt = (document: Document, lines: Lines, path: CharterProblem['path']): number => {
  let node: unknown = document.contents;
  let offset = 0;
  for (const step of path) {
    if (isAlias(node)) node = node.resolve(document);
    if (isMap(node)) {
      const pair = node.items.find(({ key }) => isScalar(key) && key.value === step);
      if (!pair) break;
      offset = (isScalar(pair.key) && pair.key.range?.[0]) || offset;
      node = pair.value;
    } else if (isSeq(node)) {
      const item = node.items[Number(step)] as { range?: readonly number[] } | undefined;
      offset = item?.range?.[0] ?? offset;
      node = item;
    } else break;
  }
  return lines.linePos(offset).line || 1;
};

/** Keys that stand twice in one group. The parser's own check compares each key with each, too slow for a hostile file. */
const repeatedKeys = (document: Document, lines: Lines): readonly ProblemInFile[] => {
  const problems: ProblemInFile[] = [];
  visit(document, {
    Map: (_, { items }) => {
      const seen = new Set<unknown>();
      for (const { key } of items) {
        if (!isScalar(key)) continue;
        if (seen.has(key.value)) {
          const says = `the key "${String(key.value)}" stands twice in the same group; keep one of them.`;
          problems.push({ path: String(key.value), line: lines.linePos(key.range?.[0] ?? 0).line || 1, says });
        }
        seen.add(key.value);
      }
      return problems.length < problemsMost ? undefined : visit.BREAK;
    },
  });
  return problems.slice(0, problemsMost);
};

/** Aliases that point at nothing, among the first that there are; too many are refused when they are unfolded. */
const strayAliases = (document: Document, lines: Lines): readonly ProblemInFile[] => {
  const problems: ProblemInFile[] = [];
  let count = 0;
  visit(document, {
    Alias: (_, alias) => {
      count += 1;
      const line = lines.linePos(alias.range?.[0] ?? 0).line || 1;
      if (!alias.resolve(document)) problems.push({ path: '', line, says: 'an alias (*) points at nothing above it.' });
      return count < aliasesMost ? undefined : visit.BREAK;
    },
  });
  return problems;
};

/** One sentence for each line that is not YAML. */
const brokenYaml = (errors: readonly YAMLError[], lines: Lines): readonly ProblemInFile[] => {
  const problems = new Map<string, ProblemInFile>();
  for (const { code, message, pos } of errors.slice(0, problemsMost)) {
    const line = lines.linePos(pos[0]).line || 1;
    const says = yamlSentences[code] ?? `this is not YAML that can be read: ${message}`;
    problems.set(`${line} ${says}`, { path: '', line, says });
  }
  return [...problems.values()];
};

const yamlSentences: Partial<Record<YAMLError['code'], string>> = {
  TAB_AS_INDENT: 'a tab is used to indent; use spaces.',
  BAD_INDENT: 'the indentation does not fit the lines above; lines of one group begin in the same column.',
  MULTIPLE_DOCS: 'a second document begins here; a charter is one document, without a line of three hyphens.',
  NON_STRING_KEY: 'a key must be text.',
  RESOURCE_EXHAUSTION: 'this is nested too deeply.',
  BAD_ALIAS: 'an alias (*) needs the name of an anchor (&) above it.',
  MISSING_CHAR: 'a quotation mark or bracket is not closed, or a colon or comma is missing.',
};
