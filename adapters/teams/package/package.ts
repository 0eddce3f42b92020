import { strToU8, zipSync } from 'fflate';

/** What stands in the package of one registration. */
export interface PackageDetails {
  /** The registration's app id, a GUID in small letters. */
  readonly appId: string;
  /** Who runs this server, as people in Teams are told. */
  readonly organisation: string;
  readonly website: string;
  readonly privacy: string;
  readonly terms: string;
  /** "0.1.0" */
  readonly version: string;
}

/** The zip that Teams takes: the same details and files always give the same bytes. */
export const packageOf = (
  details: PackageDetails,
  files: { readonly manifest: string; readonly color: Uint8Array; readonly outline: Uint8Array },
): Uint8Array =>
  zipSync(
    {
      'manifest.json': strToU8(manifestOf(files.manifest, details)),
      'color.png': files.color,
      'outline.png': files.outline,
    },
    { mtime: new Date(1_980, 0, 1), level: 9 },
  );

/** The manifest with its blanks filled in. */
export const manifestOf = (template: string, details: PackageDetails): string =>
  template.replace(/\{\{(\w+)\}\}/gu, (_, name: string) =>
    JSON.stringify(details[name as keyof PackageDetails]).slice(1, -1),
  );

/** What Teams would refuse, in a sentence each. */
export const problemsOf = ({ appId, organisation, ...addresses }: PackageDetails): readonly string[] => [
  ...(/^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/u.test(appId)
    ? []
    : ['--app-id is the Application (client) ID of the registration, as Azure shows it.']),
  ...(organisation.trim() !== '' && organisation.length <= 32
    ? []
    : ['--organisation is the name of whoever runs this server, in at most 32 characters.']),
  ...(['website', 'privacy', 'terms'] as const).flatMap((name) =>
    isSecure(addresses[name]) ? [] : [`--${name} is an address that begins with https://`],
  ),
];

const isSecure = (text: string): boolean =>
  URL.canParse(text) && new URL(text).protocol === 'https:' && text.length <= 2_048;
