import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import type { Instant } from '../../src/alliance/instant.js';

/**
 * The same package with every date in it taken from one instant, so that it is the same bytes whenever and wherever it
 * is made: the dates of its properties, and those of the files inside.
 */
export const reproducible = (packed: Uint8Array, at: Instant): Uint8Array => {
  const [year = 1980, month = 1, day = 1] = at.slice(0, 10).split('-').map(Number);
  // A zip keeps the wall clock of this computer: noon exists everywhere on every day.
  const mtime = new Date(year, month - 1, day, 12);
  const parts = Object.entries(unzipSync(packed)).filter(([name]) => !name.endsWith('/'));
  const dated = parts.map(([name, bytes]) => [name, name === properties ? withDates(bytes, at) : bytes] as const);
  return zipSync(Object.fromEntries(dated), { mtime, level: 6 });
};

const properties = 'docProps/core.xml';

const withDates = (bytes: Uint8Array, at: Instant): Uint8Array =>
  strToU8(strFromU8(bytes).replace(/(<dcterms:(?:created|modified)[^>]*>)[^<]*/gu, `$1${at.slice(0, 19)}Z`));
