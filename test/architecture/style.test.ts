import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import type { Source } from './sources.js';
import { files, places, sources } from './sources.js';

const src = sources(['src']);
const pure = sources(['src/alliance', 'src/ledger', 'src/cards']);
const product = sources(['src', 'adapters', 'db']);
const written = [...product, ...sources(['test', 'bench', 'bin', '.ci'])];

const everyPlace = (among: readonly Source[], is: (node: ts.Node) => boolean): readonly string[] =>
  among.flatMap((source) => places(source, is));

const isNamed = (node: ts.Node, ...names: readonly string[]): boolean =>
  ts.isIdentifier(node) && names.includes(node.text);

/** "process" as the name of a property of something of ours is not the process. */
const isPropertyName = (node: ts.Node): boolean =>
  (ts.isPropertyAccessExpression(node.parent) && node.parent.name === node) ||
  ((ts.isPropertySignature(node.parent) || ts.isPropertyAssignment(node.parent)) && node.parent.name === node);

describe('the rules, the book and the cards are pure', () => {
  it('nothing in them waits', () => {
    const waits = (node: ts.Node): boolean =>
      node.kind === ts.SyntaxKind.AsyncKeyword || ts.isAwaitExpression(node) || isNamed(node, 'Promise');
    expect(everyPlace(pure, waits)).toEqual([]);
  });

  it('nothing in them reads a clock or throws dice', () => {
    const isOf = (node: ts.Node, object: string, property: string): boolean =>
      ts.isPropertyAccessExpression(node) && isNamed(node.expression, object) && node.name.text === property;
    const isNow = (node: ts.Node): boolean =>
      ts.isNewExpression(node) && isNamed(node.expression, 'Date') && (node.arguments?.length ?? 0) === 0;
    const reads = (node: ts.Node): boolean =>
      isNow(node) ||
      isOf(node, 'Date', 'now') ||
      isOf(node, 'Math', 'random') ||
      isOf(node, 'Temporal', 'Now') ||
      isNamed(node, 'performance', 'randomBytes', 'randomUUID', 'generateKeyPairSync');
    expect(everyPlace(pure, reads)).toEqual([]);
  });

  it('nothing in them knows of a process or a console', () => {
    const outside = ['process', 'console', 'setTimeout', 'setInterval', 'setImmediate', 'fetch'];
    const knows = (node: ts.Node): boolean => isNamed(node, ...outside) && !isPropertyName(node);
    expect(everyPlace(pure, knows)).toEqual([]);
  });
});

describe('the language we write in', () => {
  it('src has no classes, no enums and no any', () => {
    const is = (node: ts.Node): boolean =>
      ts.isClassLike(node) || ts.isEnumDeclaration(node) || node.kind === ts.SyntaxKind.AnyKeyword;
    expect(everyPlace(src, is)).toEqual([]);
  });

  it('no switch over a union has a default where a new kind must not slip through', () => {
    const renderers = [...pure, ...product.filter(({ path }) => /\/render\w*\.ts$/.test(path))];
    expect(everyPlace(renderers, ts.isDefaultClause)).toEqual([]);
  });

  it('every property of a type that a file of src offers is readonly', () => {
    const isOffered = ({ modifiers }: ts.InterfaceDeclaration): boolean =>
      modifiers?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword) ?? false;
    const isWritable = (node: ts.Node): boolean =>
      ts.isPropertySignature(node) &&
      ts.isInterfaceDeclaration(node.parent) &&
      isOffered(node.parent) &&
      !node.modifiers?.some(({ kind }) => kind === ts.SyntaxKind.ReadonlyKeyword) &&
      // A table of kinds is never a value, and its bodies are readonly; a desk and a draft are what is under the pen.
      !/Events$|EventBodies$|^(?:Desk|Draft)$/.test(node.parent.name.text);
    expect(everyPlace(src, isWritable)).toEqual([]);
  });

  it('sentences for people are written in src/cards/words and nowhere else in src', () => {
    const silent = src.filter(({ path }) => !path.startsWith('src/cards/words') && !/\/charter\w*\.ts$/.test(path));
    const isSentence = (node: ts.Node): boolean => {
      if (!ts.isStringLiteralLike(node) && !ts.isTemplateExpression(node)) return false;
      const text = ts.isTemplateExpression(node) ? node.getText().slice(1, -1) : node.text;
      const isThrown = ts.isNewExpression(node.parent);
      return !isThrown && /^[A-Z][a-z’']* (?:\S+ )+\S+[.?!]$/.test(text);
    };
    expect(everyPlace(silent, isSentence)).toEqual([]);
  });
});

describe('files', () => {
  const lines = ({ text }: Source): number => text.split('\n').length - 1;

  it('none is longer than 300 lines', () => {
    expect(written.filter((source) => lines(source) > 300).map(({ path }) => path)).toEqual([]);
  });

  it('half of what ships is at most 80 lines', () => {
    const lengths = product.map(lines).sort((a, b) => a - b);
    expect(lengths[Math.floor(lengths.length / 2)]).toBeLessThanOrEqual(80);
  });

  it('no name hides what a file is about', () => {
    const vague = /(?:handler|manager|service|util|helper|data|info)s?(?:\.|[A-Z]|$)/i;
    const named = files().filter((path) => /\.(?:ts|js|css)$/.test(path));
    expect(named.filter((path) => path.split('/').some((part) => vague.test(part)))).toEqual([]);
  });
});
