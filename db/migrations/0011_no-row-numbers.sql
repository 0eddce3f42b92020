-- In a table of plain rows a program may choose the hidden number of a row, and with it which row an INSERT OR REPLACE
-- removes; a trigger cannot prevent it, since an expression such as random() is worked out once for the trigger and once for
-- the row. Columns that hold nothing take all three names of that number, so that only SQLite itself gives it.
DROP TRIGGER ledger_only_continued;--> statement-breakpoint
ALTER TABLE `ledger` ADD COLUMN `rowid` integer GENERATED ALWAYS AS (NULL) VIRTUAL;--> statement-breakpoint
ALTER TABLE `ledger` ADD COLUMN `oid` integer GENERATED ALWAYS AS (NULL) VIRTUAL;--> statement-breakpoint
ALTER TABLE `ledger` ADD COLUMN `_rowid_` integer GENERATED ALWAYS AS (NULL) VIRTUAL;--> statement-breakpoint
-- INSERT OR REPLACE removes rows without asking ledger_never_deleted where recursive triggers are off, so it is met here:
-- by its place in the book, and by its cause.
CREATE TRIGGER ledger_only_continued BEFORE INSERT ON ledger
BEGIN
  SELECT RAISE(ABORT, 'an entry of the ledger must follow the last one')
  WHERE NEW.seq <> 1 + COALESCE((SELECT MAX(seq) FROM ledger WHERE alliance = NEW.alliance), 0)
     OR NEW.prev <> COALESCE(
          (SELECT hash FROM ledger WHERE alliance = NEW.alliance ORDER BY seq DESC LIMIT 1),
          '0000000000000000000000000000000000000000000000000000000000000000');
  SELECT RAISE(ABORT, 'this part of this cause stands in the ledger already')
  WHERE EXISTS (SELECT 1 FROM ledger WHERE alliance = NEW.alliance AND cause = NEW.cause AND part = NEW.part);
END;
