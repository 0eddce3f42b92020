import { describe, expect, it } from 'vitest';
import { files, read } from './sources.js';

const section =
  read('ARCHITECTURE.md')
    .split(/^## /m)
    .find((part) => part.startsWith('Code map')) ?? '';

/**
 * The paths that open the lines of the code map, within the folder that their heading names: "evolve*.ts" under
 * "The rules: `src/alliance`" or, for a folder and all in it, "docs/".
 */
const map: readonly string[] = section.split(/^### /m).flatMap((part) => {
  const [heading, ...lines] = part.split('\n');
  const folder = /`([^`]+)`$/.exec(heading ?? '')?.[1];
  return lines
    .filter((line) => line.startsWith('- `'))
    .flatMap((line) => [...(line.split(': ')[0] ?? '').matchAll(/`([^`]+)`/g)])
    .map(([, path]) => (folder === undefined ? (path ?? '') : `${folder}/${path ?? ''}`));
});

const covers = (entry: string, path: string): boolean => {
  if (entry.endsWith('/')) return path.startsWith(entry);
  const pattern = entry.replaceAll(/[.+?^${}()|[\]\\]/g, '\\$&').replaceAll('*', '[^/]*');
  return new RegExp(`^${pattern}$`).test(path);
};

describe('the code map in ARCHITECTURE.md', () => {
  it('names nothing that does not exist', () => {
    const all = files();
    expect(map.length).toBeGreaterThan(20);
    expect(map.filter((entry) => !all.some((path) => covers(entry, path)))).toEqual([]);
  });

  it('names everything that does: each file of the program, each folder of the rest', () => {
    const mapped = /^(?:src|adapters|db|bench|bin|test|docs|examples|\.ci)\//;
    expect(files().filter((path) => mapped.test(path) && !map.some((entry) => covers(entry, path)))).toEqual([]);
  });

  it('leaves the program’s own folders to entries of their own', () => {
    expect(map.filter((entry) => /^(?:src|adapters|db)\/(?:\w+\/)?$/.test(entry) && !/migrations/.test(entry))).toEqual(
      [],
    );
  });
});

describe('links in the guides', () => {
  const guides = files().filter((path) => path.endsWith('.md'));

  it.each(guides)('%s leads only to files that exist', (guide) => {
    const all = files();
    const folder = guide.includes('/') ? guide.replace(/\/[^/]*$/, '/') : '';
    const links = [...read(guide).matchAll(/\]\((?!https?:|#|mailto:)([^)#\s]+)[^)]*\)/g)].map(([, to]) => to ?? '');
    const wrong = links.filter((to) => {
      const path = new URL(to, `file:///${folder}`).pathname.slice(1);
      return !all.some((file) => file === path || file.startsWith(path.replace(/\/?$/, '/')));
    });
    expect(wrong).toEqual([]);
  });

  it.each(['README.md', 'CONTRIBUTING.md'])('%s names every command that tries the program hard', (guide) => {
    const { scripts } = JSON.parse(read('package.json')) as { readonly scripts: Readonly<Record<string, string>> };
    const hard = Object.keys(scripts).filter((name) => /^(?:bench|sabotage|torture)/.test(name));
    expect(hard.filter((name) => !read(guide).includes(`npm run ${name}`))).toEqual([]);
  });

  it.each(guides)('%s names only commands of package.json', (guide) => {
    const { scripts } = JSON.parse(read('package.json')) as { readonly scripts: Readonly<Record<string, string>> };
    const named = [...read(guide).matchAll(/npm run ([a-z:]+)/g)].map(([, name]) => name ?? '');
    expect(named.filter((name) => scripts[name] === undefined)).toEqual([]);
  });
});
