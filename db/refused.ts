/** A store that cannot be used as it is: an error named `StoreRefused` whose message is one sentence for the operator. */
export const storeRefused = (sentence: string, cause?: unknown): Error => {
  const error = new Error(sentence, cause === undefined ? undefined : { cause });
  error.name = 'StoreRefused';
  return error;
};

export const isStoreRefused = (thrown: unknown): thrown is Error =>
  thrown instanceof Error && thrown.name === 'StoreRefused';

/** SQLite's own code of an error ("SQLITE_FULL"), or the system's ("ENOENT"); empty when it has none. */
export const codeOf = (thrown: unknown): string =>
  thrown instanceof Error && 'code' in thrown && typeof thrown.code === 'string' ? thrown.code : '';

/** What SQLite or the system said about a file, as a sentence that tells the operator what to do next. */
export const explained = (path: string, thrown: unknown): Error => {
  if (isStoreRefused(thrown)) return thrown;
  const code = codeOf(thrown);
  const known = explanations.find(([pattern]) => pattern.test(code));
  return storeRefused(
    known === undefined
      ? `${path} could not be opened (${code || String(thrown)}).`
      : `${path} ${known[1]}${code === '' ? '' : ` (${code})`}.`,
    thrown,
  );
};

const explanations: readonly (readonly [RegExp, string])[] = [
  [
    /^SQLITE_NOTADB/,
    'is not a Roundtable database, or its first page is damaged: name another file, or restore a backup',
  ],
  [/^SQLITE_CORRUPT/, 'is damaged: restore a backup with "roundtable restore", which keeps the damaged file aside'],
  [/^(SQLITE_READONLY|EROFS)/, 'can only be read here: the record must be kept where it can be written'],
  [
    /^(SQLITE_CANTOPEN|SQLITE_PERM|SQLITE_AUTH|EACCES|EPERM)/,
    'cannot be opened: the account that runs Roundtable must be able to read and write the file and its folder',
  ],
  [/^(SQLITE_BUSY|SQLITE_LOCKED)/, 'is held by another program: close it and start again'],
  [/^(SQLITE_FULL|ENOSPC)/, 'cannot be written because the disk is full: free some space and start again'],
  [
    /^(SQLITE_IOERR|EIO)/,
    'could not be read or written by the disk: look at the disk, then restore a backup if it goes on',
  ],
  [/^(ENOTDIR|ENOENT)/, 'lies in a folder that is not there'],
];
