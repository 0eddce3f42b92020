import Database from 'better-sqlite3';
import { openDatabase } from '../../db/open.js';
import { readMigrations, type Migration } from '../../db/migrate.js';
import { fileURLToPath } from 'node:url';

/** The schema of a release after this one, as far as a test needs one. */
export const laterMigrations = (): readonly Migration[] => [
  ...readMigrations(),
  [
    'CREATE TABLE snapshots (alliance TEXT PRIMARY KEY, seq INTEGER NOT NULL)',
    'INSERT INTO snapshots SELECT alliance, MAX(seq) FROM ledger GROUP BY alliance',
    'CREATE INDEX snapshots_seq ON snapshots (seq)',
  ],
  ['ALTER TABLE snapshots ADD COLUMN state TEXT', "UPDATE snapshots SET state = '{}'"],
];

/** Calls back before each statement of a migration, until it is told to stop. */
export const beforeEachStatement = (look: () => void): (() => void) => {
  // eslint-disable-next-line @typescript-eslint/unbound-method -- called with the database it was called on
  const exec = Database.prototype.exec;
  Database.prototype.exec = function (this: Database.Database, source: string): Database.Database {
    look();
    return exec.call(this, source);
  };
  return () => {
    Database.prototype.exec = exec;
  };
};

/** As a program: opens the file with the later release and is killed before the given statement. */
if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [, , path, fatal] = process.argv;
  let statements = 0;
  beforeEachStatement(() => {
    statements += 1;
    if (statements === Number(fatal)) process.kill(process.pid, 'SIGKILL');
  });
  openDatabase(path ?? '', { migrations: laterMigrations() }).close();
}
