import { describe, expect, it } from 'vitest';
import type { Import, Source } from './sources.js';
import { importsOf, packageOf, read, sources } from './sources.js';

const layers = ['src/alliance', 'src/ledger', 'src/cards', 'src/clerk'];
const pureLibraries = ['zod', 'node:crypto', 'temporal-polyfill', 'diff', 'yaml', '@scure/bip39'];
/** These start the program: they alone know everyone. */
const joiners = ['adapters/main.ts', 'adapters/cli/roundtable.ts'];
/** What every front door needs and none owns: the environment, read once, and the body of a request, bounded in size and time. */
const common = ['config', 'address', 'body', 'multipart', 'fileHeaders', 'patience'].map(
  (name) => `adapters/${name}.ts`,
);

const src = sources(['src']);
const adapters = sources(['adapters']);
const db = sources(['db']);
const product = [...src, ...adapters, ...db];
const around = sources(['test', 'bench']);

/** "a.ts → b.ts" for every import that breaks the rule. */
const breaches = (from: readonly Source[], breaks: (source: Source, found: Import) => boolean): readonly string[] =>
  from.flatMap((source) =>
    importsOf(source)
      .filter((found) => breaks(source, found))
      .map((found) => `${source.path} → ${found.path ?? found.of}`),
  );

const isIn = (path: string | null, folder: string): boolean => path?.startsWith(`${folder}/`) ?? false;
const layerOf = (path: string): number => layers.findIndex((layer) => isIn(path, layer));
const adapterOf = (path: string): string => path.split('/').slice(0, 2).join('/');

describe('imports go one way', () => {
  it('from the clerk to the cards to the ledger to the alliance, and never out of src', () => {
    expect(src.filter(({ path }) => layerOf(path) < 0)).toEqual([]);
    const wrong = breaches(src, ({ path }, found) => {
      if (found.path === null) return false;
      const to = layerOf(found.path);
      return to < 0 || to > layerOf(path);
    });
    expect(wrong).toEqual([]);
  });

  it('src knows nothing outside itself but the named pure libraries', () => {
    const wrong = breaches(src, (_, { of, path }) => path === null && !pureLibraries.includes(packageOf(of)));
    expect(wrong).toEqual([]);
  });

  it('db knows src and itself, and no adapter', () => {
    expect(breaches(db, (_, { path }) => path !== null && !isIn(path, 'src') && !isIn(path, 'db'))).toEqual([]);
  });

  it('an adapter knows src, what all front doors have in common, and itself; only the two that start the program know more', () => {
    const wrong = breaches(adapters, (source, { path }) => {
      if (path === null || joiners.includes(source.path) || common.includes(path)) return false;
      if (source.path === 'adapters/config.ts' && isIn(path, 'adapters/settings')) return false;
      return !isIn(path, 'src') && !(isIn(path, 'adapters') && adapterOf(path) === adapterOf(source.path));
    });
    expect(wrong).toEqual([]);
  });

  it('nothing that ships knows the tests or the benchmarks', () => {
    expect(breaches(product, (_, { path }) => isIn(path, 'test') || isIn(path, 'bench'))).toEqual([]);
  });

  it('every import within the repository leads to a file', () => {
    const known = new Set([...product, ...around].map(({ path }) => path));
    const wrong = breaches(
      [...product, ...around],
      (_, { path }) => path !== null && path.endsWith('.ts') && !known.has(path),
    );
    expect(wrong).toEqual([]);
  });
});

describe('each technology has one home', () => {
  const homes: readonly (readonly [technology: RegExp, home: RegExp])[] = [
    [/^drizzle-orm(\/|$)/, /^db\//],
    [/^better-sqlite3$/, /^db\//],
    [/^@slack\//, /^adapters\/slack\//],
    [/^(?:botbuilder|botframework-)/, /^adapters\/teams\/app\.ts$/],
    [/^(?:hono|@hono\/)/, /^adapters\/web\//],
    [/^node-cron$/, /^adapters\/cron\//],
    [/^@resvg\//, /^adapters\/documents\//],
    [/^(?:docx|pdfkit|fontkit)$/, /^adapters\/documents\//],
    [/^ical-generator$/, /^adapters\/calendar\//],
    [/^commander$/, /^adapters\/cli\//],
  ];
  it.each(homes)('%s only in %s', (technology, home) => {
    expect(breaches(product, ({ path }, { of }) => technology.test(of) && !home.test(path))).toEqual([]);
  });
});

describe('packages', () => {
  const manifest = JSON.parse(read('package.json')) as Record<'dependencies' | 'devDependencies', object>;
  const shipped = Object.keys(manifest.dependencies);
  const development = Object.keys(manifest.devDependencies);
  const isForeign = ({ of, path }: Import): boolean => path === null && !of.startsWith('node:');

  it('what ships imports only what is installed with it', () => {
    const wrong = breaches(product, (_, found) => isForeign(found) && !shipped.includes(packageOf(found.of)));
    expect(wrong).toEqual([]);
  });

  it('tests and benchmarks import only what package.json names', () => {
    const named = [...shipped, ...development];
    const wrong = breaches(around, (_, found) => isForeign(found) && !named.includes(packageOf(found.of)));
    expect(wrong).toEqual([]);
  });

  it('no dependency ships that nothing imports', () => {
    const used = new Set(product.flatMap(importsOf).map(({ of }) => packageOf(of)));
    expect(shipped.filter((name) => !used.has(name))).toEqual([]);
  });
});

describe('the auditor reads the book with its own eyes', () => {
  const auditor = sources(['src/ledger']).filter(({ path }) => /\/audit/.test(path));

  it('there is an auditor', () => {
    expect(auditor.length).toBeGreaterThan(0);
  });

  it('it imports nothing from the rules but types', () => {
    expect(breaches(auditor, (_, { path, typesOnly }) => isIn(path, 'src/alliance') && !typesOnly)).toEqual([]);
  });

  it('nothing that it runs on leads to decide, settle or evolve', () => {
    const byPath = new Map(src.map((source) => [source.path, source]));
    const reached = new Set<string>();
    const follow = (source: Source): void => {
      if (reached.has(source.path)) return;
      reached.add(source.path);
      for (const { path, typesOnly } of importsOf(source)) {
        const next = path === null || typesOnly ? undefined : byPath.get(path);
        if (next) follow(next);
      }
    };
    auditor.forEach(follow);
    expect([...reached].filter((path) => /\/(?:decide|settle|evolve)\w*\.ts$/.test(path))).toEqual([]);
  });
});
