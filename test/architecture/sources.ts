import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, posix, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';

/** A file of the repository: its path from the root, and its text. */
export interface Source {
  readonly path: string;
  readonly text: string;
}

/** One import of a file: what it names, where that lies in the repository (null for packages), and whether only types cross. */
export interface Import {
  readonly of: string;
  readonly path: string | null;
  readonly typesOnly: boolean;
}

export const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');

/** What a checkout holds besides the repository: made by tools, and never committed. */
const made = new Set(['.git', 'node_modules', 'dist', 'data', 'coverage', 'test-artifacts', '.env']);

/** Every file of the repository by its path from the root, binary ones left out. */
export const files = (): readonly string[] => walk(root).sort();

export const sources = (under: readonly string[], ending = '.ts'): readonly Source[] =>
  files()
    .filter((path) => path.endsWith(ending) && under.some((folder) => path.startsWith(`${folder}/`)))
    .map((path) => ({ path, text: read(path) }));

export const read = (path: string): string => readFileSync(join(root, path), 'utf8');

export const parse = (source: Source): ts.SourceFile => {
  const known = parsed.get(source);
  if (known) return known;
  const file = ts.createSourceFile(source.path, source.text, ts.ScriptTarget.ES2022, true);
  parsed.set(source, file);
  return file;
};

const parsed = new WeakMap<Source, ts.SourceFile>();

/** Every node of a file that the question is true of, as "path:line". */
export const places = (source: Source, is: (node: ts.Node) => boolean): readonly string[] => {
  const file = parse(source);
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    if (is(node)) found.push(`${source.path}:${file.getLineAndCharacterOfPosition(node.getStart()).line + 1}`);
    ts.forEachChild(node, visit);
  };
  visit(file);
  return found;
};

/** Static imports, re-exports, dynamic imports and files of packages that are looked up, all with a fixed name. */
export const importsOf = (source: Source): readonly Import[] => {
  const known = imported.get(source);
  if (known) return known;
  const found: Import[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node)) add(node.moduleSpecifier, node.importClause?.phaseModifier === type);
    else if (ts.isExportDeclaration(node) && node.moduleSpecifier) add(node.moduleSpecifier, node.isTypeOnly);
    else if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) {
      add(node.arguments[0], false);
    } else if (ts.isCallExpression(node) && node.expression.getText() === 'packages.resolve') {
      add(node.arguments[0], false);
    }
    ts.forEachChild(node, visit);
  };
  const add = (named: ts.Expression | undefined, typesOnly: boolean): void => {
    if (!named || !ts.isStringLiteralLike(named)) return;
    const path = named.text.startsWith('.')
      ? posix.join(posix.dirname(source.path), named.text).replace(/\.js$/, '.ts')
      : null;
    found.push({ of: named.text, path, typesOnly });
  };
  visit(parse(source));
  imported.set(source, found);
  return found;
};

const imported = new WeakMap<Source, readonly Import[]>();
const type = ts.SyntaxKind.TypeKeyword;

/** The package that an import names: "@scure/bip39/wordlists/english.js" is of "@scure/bip39". */
export const packageOf = (specifier: string): string =>
  specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/');

const walk = (folder: string): string[] =>
  readdirSync(folder, { withFileTypes: true }).flatMap((found) => {
    const path = join(folder, found.name);
    if (made.has(relative(root, path)) || /\.(?:db|png|log|tsbuildinfo)$/.test(found.name)) return [];
    return found.isDirectory() ? walk(path) : [relative(root, path)];
  });
