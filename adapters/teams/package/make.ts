import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { parseArgs } from 'node:util';
import { packageOf, type PackageDetails, problemsOf } from './package.js';

/**
 * `npm run teams:package -- --app-id … --organisation … --website … --privacy … --terms …`: the zip that an administrator
 * of Teams uploads, one for each registration.
 */
const main = (): void => {
  const { values } = parseArgs({ options, strict: false });
  const said = (name: keyof typeof options): string => (typeof values[name] === 'string' ? values[name] : '');
  const details: PackageDetails = {
    appId: said('app-id').toLowerCase(),
    organisation: said('organisation'),
    website: said('website'),
    privacy: said('privacy'),
    terms: said('terms'),
    version: versionOf(),
  };
  const problems = problemsOf(details);
  if (problems.length > 0) {
    process.stderr.write(`${[...problems, usage].join('\n')}\n`);
    process.exitCode = 1;
    return;
  }
  const folder = said('to') === '' ? 'data' : said('to');
  mkdirSync(folder, { recursive: true });
  const path = join(folder, `roundtable-teams-${details.appId}.zip`);
  writeFileSync(
    path,
    packageOf(details, {
      manifest: textOf('manifest.json'),
      color: bytesOf('color.png'),
      outline: bytesOf('outline.png'),
    }),
  );
  process.stdout.write(`Written to ${path}. An administrator uploads it in the Teams admin centre (docs/teams.md).\n`);
};

const options = {
  'app-id': { type: 'string' },
  organisation: { type: 'string' },
  website: { type: 'string' },
  privacy: { type: 'string' },
  terms: { type: 'string' },
  to: { type: 'string' },
} as const;

const usage =
  'npm run teams:package -- --app-id 00000000-0000-0000-0000-000000000000 --organisation "Plymouth Alliance" --website https://… --privacy https://… --terms https://… [--to folder]';

/** Beside the sources, also when this was compiled. */
const placeOf = (name: string): URL => {
  const near = new URL(name, import.meta.url);
  return existsSync(near) ? near : new URL(`../../../../adapters/teams/package/${name}`, import.meta.url);
};
const bytesOf = (name: string): Uint8Array => new Uint8Array(readFileSync(placeOf(name)));
const textOf = (name: string): string => readFileSync(placeOf(name), 'utf8');

const versionOf = (): string =>
  (JSON.parse(readFileSync(new URL('../../../package.json', placeOf('manifest.json')), 'utf8')) as { version: string })
    .version;

main();
