CREATE TABLE `feeds` (
	`alliance` text NOT NULL,
	`person` text NOT NULL,
	`word` text NOT NULL,
	`token_hash` text NOT NULL,
	`at` text NOT NULL,
	PRIMARY KEY(`alliance`, `person`)
);
--> statement-breakpoint
CREATE UNIQUE INDEX `feeds_token` ON `feeds` (`token_hash`);--> statement-breakpoint
CREATE TABLE `papers` (
	`alliance` text NOT NULL,
	`sha256` text NOT NULL,
	`bytes` blob NOT NULL,
	PRIMARY KEY(`alliance`, `sha256`)
);
--> statement-breakpoint
-- What went out in a pack stays what it was. A redaction may remove a paper whole; nothing may change one.
CREATE TRIGGER papers_never_updated BEFORE UPDATE ON papers
BEGIN
  SELECT RAISE(ABORT, 'a paper is never changed');
END;
