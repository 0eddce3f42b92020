import type { Instant } from '../src/alliance/instant.js';
import { serverWords } from '../src/cards/words/server.js';
import type { AllianceLine, Ledger } from '../src/clerk/ports.js';

/**
 * Why this file is not for this server, or null: practice and record never share one (rulings 3.4). A playground lets
 * anyone act as anybody, so it opens practice books only; a server with credentials opens none.
 */
export const whyNotServed = (
  file: string,
  lines: readonly AllianceLine[],
  served: 'practice' | 'record',
): string | null => {
  const stranger = lines.find(({ practice }) => practice !== (served === 'practice'));
  if (stranger === undefined) return null;
  return served === 'practice'
    ? serverWords.recordsInPlayground(file, stranger.code)
    : serverWords.practiceAmongRecords(file, stranger.code);
};

/** The time of the newest entry of all books, or null in an empty file. */
export const newestEntry = async (
  ledger: Pick<Ledger, 'signedHead'>,
  lines: readonly AllianceLine[],
): Promise<Instant | null> => {
  const heads = await Promise.all(lines.map(({ code }) => ledger.signedHead(code)));
  return heads.reduce<Instant | null>(
    (newest, head) => (head !== null && (newest === null || head.at > newest) ? head.at : newest),
    null,
  );
};
