import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import AjvDraft04 from 'ajv-draft-04';
import { unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { paint } from '../../../adapters/documents/painter.js';
import { packageOf, type PackageDetails, problemsOf } from '../../../adapters/teams/package/package.js';
import { permissions, scopes, tableCommand } from '../../../adapters/teams/package/permissions.js';
import { read } from '../../architecture/sources.js';
import { decodePng } from '../../pictures.js';

const details: PackageDetails = {
  appId: '2d7e3f40-9c63-4fa0-9e58-402c8d9eaf12',
  organisation: 'Plymouth “Alliance” & Co',
  website: 'https://plymouth.example.org',
  privacy: 'https://plymouth.example.org/privacy',
  terms: 'https://plymouth.example.org/terms',
  version: '0.1.0',
};
const folder = new URL('../../../adapters/teams/package/', import.meta.url);
const bytes = (name: string): Uint8Array => new Uint8Array(readFileSync(new URL(name, folder)));
const zip = packageOf(details, {
  manifest: read('adapters/teams/package/manifest.json'),
  color: bytes('color.png'),
  outline: bytes('outline.png'),
});
const manifest = JSON.parse(Buffer.from(unzipSync(zip)['manifest.json']!).toString('utf8')) as {
  readonly manifestVersion: string;
  readonly developer: { readonly name: string };
  readonly permissions: readonly string[];
  readonly bots: readonly [
    {
      readonly scopes: readonly string[];
      readonly commandLists: readonly { readonly commands: readonly { title: string }[] }[];
    },
  ];
  readonly composeExtensions: readonly [{ readonly commands: readonly { readonly id: string }[] }];
};

describe('the app package for Teams', () => {
  it('is three files, and its manifest is one by the schema that Microsoft publishes', () => {
    expect(Object.keys(unzipSync(zip)).sort()).toEqual(['color.png', 'manifest.json', 'outline.png']);
    const name = `@microsoft/app-manifest/build/json-schemas/teams/v${manifest.manifestVersion}/MicrosoftTeams.schema.json`;
    const schema = createRequire(import.meta.url)(name) as object;
    const checked = new AjvDraft04.default({ strict: false, validateFormats: false, allErrors: true });
    expect(checked.validate(schema, manifest), checked.errorsText()).toBe(true);
    expect(manifest.developer.name).toBe(details.organisation);
  });

  it('asks for what is explained to administrators, and for nothing else', () => {
    expect(manifest.permissions).toEqual([...permissions]);
    expect(manifest.bots[0].scopes).toEqual([...scopes]);
    expect(manifest.composeExtensions[0].commands.map(({ id }) => id)).toEqual([tableCommand]);
    expect(manifest).not.toHaveProperty('authorization');
    expect(manifest).not.toHaveProperty('webApplicationInfo');
    const docs = read('docs/teams.md');
    for (const asked of [...permissions, ...scopes]) expect(docs).toContain(`\`${asked}\``);
  });

  it.each([
    ['color', 192],
    ['outline', 32],
  ] as const)('has the icon %s as it is drawn, %i pixels square', async (name, size) => {
    const drawn = decodePng(await paint(readFileSync(new URL(`${name}.svg`, folder), 'utf8'), 1));
    const kept = decodePng(bytes(`${name}.png`));
    expect([kept.width, kept.height]).toEqual([size, size]);
    const every = Array.from({ length: size * size }, (_, at) => [at % size, Math.floor(at / size)] as const);
    expect(every.filter(([x, y]) => kept.at(x, y) !== drawn.at(x, y))).toEqual([]);
  });

  it('is the same to the byte from the same details, and says what Teams would refuse', () => {
    expect(problemsOf(details)).toEqual([]);
    expect(problemsOf({ ...details, appId: 'x', organisation: ' ', website: 'http://a.example.org' })).toHaveLength(3);
  });
});
