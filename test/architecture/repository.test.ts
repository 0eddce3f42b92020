import { existsSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { readConfig } from '../../adapters/config.js';
import type { Source } from './sources.js';
import { files, places, read, root, sources } from './sources.js';

/** This file names what must not be named, and so leaves itself out. */
const self = 'test/architecture/repository.test.ts';
const texts: readonly Source[] = files()
  .filter((path) => path !== self && path !== 'package-lock.json')
  .map((path) => ({ path, text: read(path) }));

const naming = (among: readonly Source[], pattern: RegExp): readonly string[] =>
  among.flatMap(({ path, text }) =>
    text
      .split('\n')
      .flatMap((line, at) => (pattern.test(line) ? [`${path}:${at + 1} ${line.trim().slice(0, 80)}`] : [])),
  );

describe('the repository', () => {
  it('names no machine it was written on, and reads nothing beside itself', () => {
    expect(naming(texts, /\/work\/|\/root\/|\/home\/[a-z]+\/|\.\.\/shared\b/)).toEqual([]);
  });

  it('holds nothing unfinished', () => {
    expect(naming(texts, /\b(?:TODO|FIXME|XXX|HACK)\b|not (?:yet )?implemented/i)).toEqual([]);
  });

  it('leaves no test out', () => {
    const left = /\b(?:it|test|describe)\.(?:only|skip|todo|fails)\b|\bx(?:it|describe)\(/;
    expect(naming(texts, left)).toEqual([]);
  });

  it('ends its lines as every system can read them', () => {
    expect(texts.filter(({ text }) => text.includes('\r')).map(({ path }) => path)).toEqual([]);
  });

  it('has every file that the packed program needs', () => {
    const { bin, files: packed } = packageJson();
    const wanted = [...Object.values(bin), ...packed.filter((path) => path !== 'dist')];
    expect(wanted.filter((path) => !existsSync(join(root, path)))).toEqual([]);
  });
});

interface PackageJson {
  readonly bin: Readonly<Record<string, string>>;
  readonly files: readonly string[];
  readonly engines: Readonly<Record<string, string>>;
  readonly scripts: Readonly<Record<string, string>>;
  readonly dependencies: Readonly<Record<string, string>>;
  readonly devDependencies: Readonly<Record<string, string>>;
}

const packageJson = (): PackageJson => JSON.parse(read('package.json')) as PackageJson;

describe('packages', () => {
  it('are all used: by a file, or by a script of package.json', () => {
    const { dependencies, devDependencies, scripts } = packageJson();
    const code = texts.filter(({ path }) => /\.(?:ts|js)$/.test(path)).map(({ text }) => text);
    const used = (name: string): boolean =>
      [...code, Object.values(scripts).join('\n')].some((text) => text.includes(name.replace('@types/', '')));
    expect(Object.keys({ ...dependencies, ...devDependencies }).filter((name) => !used(name))).toEqual([]);
  });

  it('are pinned to exact versions', () => {
    const { dependencies, devDependencies } = packageJson();
    const loose = Object.entries({ ...dependencies, ...devDependencies }).filter(
      ([, version]) => !/^\d+\.\d+\.\d+$/.test(version),
    );
    expect(loose).toEqual([]);
  });

  it('are locked by checksum and without the address of any one registry', () => {
    const lock = JSON.parse(read('package-lock.json')) as {
      readonly packages: Readonly<Record<string, { readonly resolved?: string; readonly integrity?: string }>>;
    };
    const locked = Object.entries(lock.packages).filter(([path]) => path !== '');
    expect(locked.filter(([, { resolved }]) => resolved !== undefined)).toEqual([]);
    expect(locked.filter(([, { integrity }]) => integrity === undefined).map(([path]) => path)).toEqual([]);
  });

  it('ask for the oldest Node.js that they all run on', () => {
    expect(packageJson().engines).toEqual({ node: '>=20.19' });
  });
});

describe('settings', () => {
  const parsed = sources(['adapters']).filter(
    ({ path }) => path === 'adapters/config.ts' || path.startsWith('adapters/settings/'),
  );
  const known = [...new Set(parsed.flatMap(settingNames))].sort();
  const example = Object.fromEntries(
    [...read('.env.example').matchAll(/^([A-Z_]+)=(.*)$/gm)].map(([, name, value]) => [name, value]),
  ) as Readonly<Record<string, string>>;

  it('stand in .env.example, every one and no other', () => {
    expect(known.length).toBeGreaterThan(0);
    expect(Object.keys(example).sort()).toEqual(known);
  });

  it('have the values there that they have when left out', () => {
    expect(readConfig(example)).toEqual(readConfig({}));
  });

  it.each(known)('%s is refused with a sentence that names it when it is nonsense', (name) => {
    expect(readConfig({ [name]: '\u0000 nonsense' })).toEqual({ problem: expect.stringContaining(name) as string });
  });

  it('are read from the environment in one place', () => {
    const reading = (node: ts.Node): boolean => ts.isPropertyAccessExpression(node) && node.getText() === 'process.env';
    const readers = sources(['src', 'adapters', 'db']).filter((source) => places(source, reading).length > 0);
    expect(readers.map(({ path }) => path).filter((path) => !startsTheProgram.includes(path))).toEqual([]);
  });
});

const startsTheProgram = ['adapters/main.ts', 'adapters/cli/roundtable.ts'];

/** The names in capitals that an object in the file is keyed by. */
function settingNames({ path, text }: Source): readonly string[] {
  const names: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isPropertyAssignment(node) && /^[A-Z][A-Z_]+$/.test(node.name.getText())) names.push(node.name.getText());
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile(path, text, ts.ScriptTarget.ES2022, true));
  return names;
}

describe('the Slack app manifest', () => {
  const manifest = JSON.parse(read('manifest.json')) as {
    readonly display_information: { readonly name: string; readonly description: string };
  };

  it('keeps within the lengths that Slack allows', () => {
    const { name, description } = manifest.display_information;
    expect(name.length).toBeLessThanOrEqual(35);
    expect(description.length).toBeLessThanOrEqual(140);
  });
});
