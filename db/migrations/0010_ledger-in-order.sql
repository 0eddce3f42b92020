-- The ledger is laid out anew: its rows one after another as they come, in place of a tree of whole rows, where each entry
-- changed a page of its own. The order of a book is its index (alliance, seq). The index on (alliance, prev) is no longer
-- kept: what follows the last entry, which the trigger below demands, forks nothing.
-- Views name the ledger: so that they stay as they are, they are not looked at while it changes its name.
PRAGMA legacy_alter_table = ON;--> statement-breakpoint
ALTER TABLE `ledger` RENAME TO `ledger_before`;--> statement-breakpoint
PRAGMA legacy_alter_table = OFF;--> statement-breakpoint
CREATE TABLE `ledger` (
	`alliance` text NOT NULL,
	`seq` integer NOT NULL,
	`hash` text NOT NULL,
	`prev` text NOT NULL,
	`subject` text NOT NULL,
	`kind` text NOT NULL,
	`cause` text NOT NULL,
	`part` integer NOT NULL,
	`at` text NOT NULL,
	`event` text NOT NULL,
	PRIMARY KEY(`alliance`, `seq`)
);
--> statement-breakpoint
INSERT INTO `ledger` SELECT `alliance`, `seq`, `hash`, `prev`, `subject`, `kind`, `cause`, `part`, `at`, `event`
FROM `ledger_before` ORDER BY `alliance`, `seq`;
--> statement-breakpoint
DROP TABLE `ledger_before`;--> statement-breakpoint
CREATE UNIQUE INDEX `ledger_cause` ON `ledger` (`alliance`,`cause`,`part`);--> statement-breakpoint
CREATE INDEX `ledger_subject` ON `ledger` (`alliance`,`subject`,`seq`);--> statement-breakpoint
CREATE TRIGGER ledger_never_updated BEFORE UPDATE ON ledger
BEGIN
  SELECT RAISE(ABORT, 'the ledger is never updated');
END;
--> statement-breakpoint
CREATE TRIGGER ledger_never_deleted BEFORE DELETE ON ledger
BEGIN
  SELECT RAISE(ABORT, 'nothing is ever deleted from the ledger');
END;
--> statement-breakpoint
-- INSERT OR REPLACE removes rows without asking the trigger above where recursive triggers are off, so it is met here:
-- by its place in the book, by its cause, and by the number of the row, which SQLite lets a program name.
CREATE TRIGGER ledger_only_continued BEFORE INSERT ON ledger
BEGIN
  SELECT RAISE(ABORT, 'an entry of the ledger must follow the last one')
  WHERE NEW.seq <> 1 + COALESCE((SELECT MAX(seq) FROM ledger WHERE alliance = NEW.alliance), 0)
     OR NEW.prev <> COALESCE(
          (SELECT hash FROM ledger WHERE alliance = NEW.alliance ORDER BY seq DESC LIMIT 1),
          '0000000000000000000000000000000000000000000000000000000000000000');
  SELECT RAISE(ABORT, 'this part of this cause stands in the ledger already')
  WHERE EXISTS (SELECT 1 FROM ledger WHERE alliance = NEW.alliance AND cause = NEW.cause AND part = NEW.part);
  SELECT RAISE(ABORT, 'this row of the ledger stands there already')
  WHERE EXISTS (SELECT 1 FROM ledger WHERE rowid = NEW.rowid);
END;
