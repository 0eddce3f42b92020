import { fileAnswer } from '../../cards/sentFile.js';
import { sha256Of } from '../sha256.js';

/** A file as it came with a form. */
export interface ReceivedFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** Files of a form, by field. */
export type ReceivedFiles = Readonly<Record<string, ReceivedFile>>;

/**
 * The answers of a form with what is said of its files in their place: only what was received here is said, whatever
 * the answers claimed.
 */
export const withFiles = (
  answers: Readonly<Record<string, string>>,
  files: ReceivedFiles,
): Readonly<Record<string, string>> => ({
  ...answers,
  ...Object.fromEntries(
    Object.entries(files).map(([field, { name, bytes }]) => [
      field,
      fileAnswer({ sha256: sha256Of(bytes), bytes: bytes.length, name: plainName(name) }),
    ]),
  ),
});

/** The bytes that an order carries. */
export const paperIn = (files: ReceivedFiles): { readonly paper?: Uint8Array } => {
  const [file] = Object.values(files);
  return file === undefined ? {} : { paper: file.bytes };
};

/** Without folders, which some browsers and programs send along, and on one line. */
const plainName = (name: string): string =>
  name
    .replace(/^.*[\\/]/u, '')
    .replace(/\s+/gu, ' ')
    .trim()
    .slice(-255) || '-';
