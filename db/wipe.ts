import type Database from 'better-sqlite3';

/**
 * `secure_delete` overwrites a row with zeros where it stood, but an older page that held it may still lie in the log or
 * in free pages. Rewriting the file and emptying the log leaves no byte of it. Throws when another program prevents that.
 */
export const wipe = (client: Database.Database): void => {
  client.exec('VACUUM');
  const [left] = client.pragma('wal_checkpoint(TRUNCATE)') as readonly { readonly busy: number }[];
  if (left?.busy === 1) {
    throw new Error(
      'it is removed, but another program reads the file, so the bytes are still in its log: close that and do it again',
    );
  }
};
